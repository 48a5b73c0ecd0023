import {
  answerOutcome,
  type Answer,
  type AnswerId,
  type Position,
  type PositionId,
} from '../../../../../app/model/position'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { AppError } from '../../../../../app/errors'
import { usePartyOptions } from './options'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft } from './use-draft'

export function AnswerSheet({ id, positionId }: { id: AnswerId | null; positionId: PositionId }) {
  const known = useQuery('answer.get', id === null ? null : { id }).value
  const position = useQuery('position.get', { id: positionId }).value
  if ((id !== null && known === undefined) || position === undefined) return null
  return <AnswerForm position={position} known={known ?? null} />
}

function AnswerForm({ position, known }: { position: Position; known: Answer | null }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => ({
    partyId: known?.partyId ?? position.addresseeId,
    outcome: known?.outcome ?? 'rejected',
    byPositionId: known?.byPositionId ?? null,
    onDate: asText(known?.onDate ?? null),
    note: known?.note ?? '',
  }))
  const positions = useQuery(
    'position.list',
    draft.partyId === null ? null : { partyId: draft.partyId },
  ).value
  const own = (positions ?? []).filter(({ partyId }) => partyId === draft.partyId)

  async function record(): Promise<string> {
    const { partyId, onDate, ...rest } = draft
    if (partyId === null) throw new AppError('invalid-input', { field: 'answeringPartyId', problem: 'empty' })
    const given = { ...rest, partyId, onDate: dateOrNull(onDate) }
    if (known !== null) return (await api.call('answer.change', { id: known.id, ...given })).id
    return (await api.call('answer.add', { ...given, positionId: position.id })).id
  }

  return (
    <RecordForm
      title={say(known === null ? 'editing.newAnswer' : 'editing.editAnswer')}
      about={position.text}
      onRecord={record}
    >
      <ComboField
        label={say('field.answeringPartyId')}
        options={usePartyOptions(position.partyId)}
        value={draft.partyId}
        onChange={(partyId) => set({ partyId, byPositionId: null })}
      />
      <SelectField
        label={say('field.outcome')}
        value={draft.outcome}
        onChange={(outcome) => outcome && set({ outcome })}
        options={answerOutcome.options.map((value) => ({ value, label: say(`outcome.${value}`) }))}
      />
      <ComboField
        label={say('field.byPositionId')}
        options={own.map(({ id, text }) => ({ id, label: text }))}
        placeholder={say('editing.nothingChosen')}
        {...bind('byPositionId')}
      />
      <DateField label={say('field.onDate')} {...bind('onDate')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}
