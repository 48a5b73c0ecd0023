import { outletKind, reliability, type Outlet, type OutletId } from '../../../../../app/model/source'
import { GradeField } from '../../../../elements/fields/grade-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { RecordForm } from './record-form'
import { useDraft } from './use-draft'

export function OutletSheet({ id }: { id: OutletId | null }) {
  const known = useQuery('outlet.get', id === null ? null : { id }).value
  if (id !== null && known === undefined) return null
  return <OutletForm known={known ?? null} />
}

function OutletForm({ known }: { known: Outlet | null }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => ({
    name: known?.name ?? '',
    kind: known?.kind ?? 'other',
    reliability: known?.reliability ?? 'F',
    note: known?.note ?? '',
  }))

  async function record(): Promise<string> {
    if (known !== null) return (await api.call('outlet.change', { id: known.id, ...draft })).id
    return (await api.call('outlet.add', draft)).id
  }
  return (
    <RecordForm title={say(known === null ? 'editing.newOutlet' : 'editing.editOutlet')} onRecord={record}>
      <TextField label={say('field.name')} {...bind('name')} />
      <SelectField
        label={say('field.kind')}
        value={draft.kind}
        onChange={(kind) => kind && set({ kind })}
        options={outletKind.options.map((value) => ({ value, label: say(`outletKind.${value}`) }))}
      />
      <GradeField
        label={say('field.reliability')}
        grades={reliability.options}
        words={(grade) => (grade === 'F' ? say('pane.notGraded') : say(`reliability.${grade}`))}
        {...bind('reliability')}
      />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}
