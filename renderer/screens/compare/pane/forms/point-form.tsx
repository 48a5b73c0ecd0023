import type { IssueId } from '../../../../../app/model/issue'
import { pointKind, type Point } from '../../../../../app/model/point'
import { ChoiceField } from '../../../../elements/fields/choice-field'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { useIssueOptions, usePartyOptions } from './options'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft } from './use-draft'

export function PointSheet({ id, issueId }: { id: Point['id'] | null; issueId: IssueId | null }) {
  const known = useQuery('point.get', id === null ? null : { id }).value
  if (id !== null && known === undefined) return null
  return <PointForm known={known ?? null} issueId={issueId} />
}

function PointForm({ known, issueId }: { known: Point | null; issueId: IssueId | null }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind } = useDraft(() => ({
    text: known?.text ?? '',
    kind: known?.kind ?? 'to confirm',
    issueId: known === null ? issueId : known.issueId,
    partyId: known?.partyId ?? null,
    settledOn: asText(known?.settledOn ?? null),
    settledHow: known?.settledHow ?? '',
  }))

  async function record(): Promise<string> {
    const given = { ...draft, settledOn: dateOrNull(draft.settledOn) }
    if (known !== null) return (await api.call('point.change', { id: known.id, ...given })).id
    return (await api.call('point.add', given)).id
  }
  return (
    <RecordForm
      title={say(known === null ? 'editing.newPoint' : 'editing.editPoint')}
      onRecord={record}
      textLabel={say('field.pointText')}
    >
      <TextField label={say('field.pointText')} isMultiline {...bind('text')} />
      <ChoiceField
        label={say('field.kind')}
        choices={pointKind.options.map((value) => ({ value, label: say(`pointKind.${value}`) }))}
        {...bind('kind')}
      />
      <ComboField label={say('field.issueId')} options={useIssueOptions()} {...bind('issueId')} />
      <ComboField label={say('field.partyId')} options={usePartyOptions()} {...bind('partyId')} />
      <DateField label={say('field.settledOn')} {...bind('settledOn')} />
      <TextField label={say('field.settledHow')} isMultiline {...bind('settledHow')} />
    </RecordForm>
  )
}
