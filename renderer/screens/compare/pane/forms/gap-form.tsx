import { useState } from 'react'
import { todayAsEdtf } from '../../../../../app/model/edtf-date'
import type { IssueId } from '../../../../../app/model/issue'
import type { PartyId } from '../../../../../app/model/party'
import type { Gap } from '../../../../../app/model/position'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useCompareView } from '../../../../state/compare-view'
import { useQuery } from '../../../../state/use-query'
import { useAbout } from './position-form'
import { RecordForm } from './record-form'
import { useDraft } from './use-draft'

type Place = { issueId: IssueId; partyId: PartyId }

export function GapSheet({ id, issueId, partyId }: Place & { id: Gap['id'] | null }) {
  const known = useQuery('gap.get', id === null ? null : { id }).value
  const asOf = useCompareView((view) => view.asOf)
  const dossier = useQuery('dossier.get', {}).value
  if ((id !== null && known === undefined) || dossier === undefined) return null
  const day = asOf ?? dossier.asOf ?? todayAsEdtf(new Date())
  return <GapForm place={{ issueId, partyId }} known={known ?? null} day={day} />
}

/** Looked, and found nothing: as of when, and where. */
function GapForm({ place, known, day }: { place: Place; known: Gap | null; day: string }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => ({
    asOf: known?.asOf ?? day,
    searchedWhere: known?.searchedWhere ?? '',
    note: known?.note ?? '',
  }))
  const sources = useQuery('source.list', {}).value ?? []
  const [picked, setPicked] = useState<(typeof sources)[number]['id'] | null>(null)

  async function record(): Promise<string> {
    const given = { ...draft, asOf: draft.asOf.trim() }
    if (known !== null) return (await api.call('gap.change', { id: known.id, ...given })).id
    return (await api.call('gap.add', { ...given, ...place })).id
  }
  function insert(sourceId: typeof picked) {
    const title = sources.find((source) => source.id === sourceId)?.title
    setPicked(null)
    if (title === undefined) return
    set({ searchedWhere: [draft.searchedWhere.trim(), title].filter(Boolean).join('; ') })
  }

  return (
    <RecordForm
      title={say(known === null ? 'editing.newGap' : 'editing.editGap')}
      about={useAbout(place)}
      onRecord={record}
    >
      <DateField label={say('field.asOf')} {...bind('asOf')} />
      <TextField label={say('field.searchedWhere')} isMultiline {...bind('searchedWhere')} />
      <ComboField
        label={say('editing.insertSource')}
        options={sources.map(({ id, title }) => ({ id, label: title }))}
        placeholder={say('editing.chooseSource')}
        value={picked}
        onChange={insert}
      />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}
