import type { RecordOf } from '../../../../../app/model/records'
import { DateField } from '../../../../elements/fields/date-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { RecordForm } from './record-form'
import { useDraft } from './use-draft'

type Round = RecordOf<'round'>

export function RoundSheet({ id }: { id: Round['id'] | null }) {
  const known = useQuery('round.get', id === null ? null : { id }).value
  if (id !== null && known === undefined) return null
  return <RoundForm known={known ?? null} />
}

function RoundForm({ known }: { known: Round | null }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind } = useDraft(() => ({ name: known?.name ?? '', date: known?.date ?? '' }))

  async function record(): Promise<string> {
    const given = { ...draft, date: draft.date.trim() }
    if (known !== null) return (await api.call('round.change', { id: known.id, ...given })).id
    return (await api.call('round.add', given)).id
  }
  return (
    <RecordForm title={say(known === null ? 'editing.newRound' : 'editing.editRound')} onRecord={record}>
      <TextField label={say('field.name')} {...bind('name')} />
      <DateField label={say('field.date')} {...bind('date')} />
    </RecordForm>
  )
}
