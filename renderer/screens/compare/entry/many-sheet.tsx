import { useMemo } from 'react'
import { basis, firmness, positionKind, type Position } from '../../../../app/model/position'
import { ComboField } from '../../../elements/fields/combo-field'
import { DateField } from '../../../elements/fields/date-field'
import { SelectField } from '../../../elements/fields/select-field'
import { useApi, useSay } from '../../../state/application'
import { positionsAt } from '../../../state/cell-editing'
import { useCompareView } from '../../../state/compare-view'
import { useComparison } from '../../../state/comparison'
import { tell } from '../../../state/notice'
import { inWords, type ManyChanges } from '../../../state/selected-positions'
import { selectedPlaces, useSelection } from '../../../state/selection'
import { asAppError, useQuery } from '../../../state/use-query'
import { RecordForm } from '../pane/forms/record-form'
import { useDraft } from '../pane/forms/use-draft'

type Tag = { id: NonNullable<ManyChanges['removeTag']> } | { name: string }

/** The same change to every selected position; what is left open stays as it is. */
export function ManySheet() {
  const say = useSay()
  const api = useApi()
  const cells = useSelection((state) => state.cells)
  const selected = useCompareView((view) => view.selected)
  const comparison = useComparison().value
  const positions = useMemo(
    () => selectedPlaces().flatMap((place) => (place.kind === 'cell' ? positionsAt(place) : [])),
    // What is selected, and what it holds, are these three.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [cells, selected, comparison],
  )
  const tags = useQuery('tag.list', {}).value ?? []
  const { draft, bind, set } = useDraft(() => ({
    kind: null as Position['kind'] | null,
    firmness: null as Position['firmness'] | null,
    basis: null as Position['basis'] | null,
    needsResearch: null as 'yes' | 'no' | null,
    from: '',
    until: '',
    tag: null as Tag | null,
  }))
  const count = Math.max(1, cells.size)

  async function record(): Promise<string> {
    const changes = changesFrom(draft)
    try {
      const ids = positions.map(({ id }) => id)
      const { changed } = await api.call('position.changeMany', { ids, changes })
      tell(say(changed === 0 ? 'entry.nothingOther' : 'entry.changed', { count: changed }))
      return 'many'
    } catch (error) {
      throw inWords(asAppError(error), positions)
    }
  }
  const newTag = draft.tag !== null && 'name' in draft.tag ? draft.tag.name : null
  const words = <Value extends string>(area: 'kind' | 'firmness' | 'basis', values: readonly Value[]) =>
    values.map((value) => ({ value, label: say(`${area}.${value}` as 'kind.demand') }))
  return (
    <RecordForm
      title={say('entry.changeMany')}
      about={say('entry.selected', {
        cells: say('entry.cells', { count }),
        positions: say('entry.positions', { count: positions.length }),
      })}
      onRecord={record}
      isUnready={positions.length === 0 || Object.keys(changesFrom(draft)).length === 0}
    >
      <SelectField
        label={say('field.firmness')}
        emptyLabel={say('entry.asItIs')}
        options={words('firmness', firmness.options)}
        {...bind('firmness')}
      />
      <SelectField
        label={say('field.basis')}
        emptyLabel={say('entry.asItIs')}
        options={words('basis', basis.options)}
        {...bind('basis')}
      />
      <SelectField
        label={say('field.kind')}
        emptyLabel={say('entry.asItIs')}
        options={words('kind', positionKind.options)}
        {...bind('kind')}
      />
      <SelectField
        label={say('field.needsResearch')}
        emptyLabel={say('entry.asItIs')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: say(`pane.${value}`) }))}
        {...bind('needsResearch')}
      />
      <ComboField
        label={say('entry.addTag')}
        options={[
          ...tags.map(({ id, name }) => ({ id: String(id), label: name })),
          ...(newTag === null ? [] : [{ id: newTagKey, label: newTag }]),
        ]}
        placeholder={say('editing.searchOrNew')}
        value={draft.tag === null ? null : 'id' in draft.tag ? draft.tag.id : newTagKey}
        onChange={(id) => {
          const tag = tags.find((each) => each.id === id)
          if (id !== newTagKey) set({ tag: tag ? { id: tag.id } : null })
        }}
        // Made with the change itself, so that undo takes both back.
        onCreate={async (name) => {
          set({ tag: { name } })
          return newTagKey
        }}
      />
      <DateField label={say('field.from')} placeholder={say('entry.asItIs')} {...bind('from')} />
      <DateField label={say('field.until')} placeholder={say('entry.asItIs')} {...bind('until')} />
    </RecordForm>
  )
}

/** No id of a record begins with a space. */
const newTagKey = ' new'

function changesFrom(draft: {
  kind: Position['kind'] | null
  firmness: Position['firmness'] | null
  basis: Position['basis'] | null
  needsResearch: 'yes' | 'no' | null
  from: string
  until: string
  tag: Tag | null
}): ManyChanges {
  const { kind, firmness: firm, basis: rests, needsResearch, tag } = draft
  const [from, until] = [draft.from.trim(), draft.until.trim()]
  return {
    ...(kind === null ? {} : { kind }),
    ...(firm === null ? {} : { firmness: firm }),
    ...(rests === null ? {} : { basis: rests }),
    ...(needsResearch === null ? {} : { needsResearch: needsResearch === 'yes' }),
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
    ...(tag === null ? {} : { addTag: tag }),
  }
}
