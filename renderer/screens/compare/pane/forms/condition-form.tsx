import type { EventId } from '../../../../../app/model/event'
import {
  conditionRelation,
  conditionState,
  type Condition,
  type ConditionId,
  type PositionId,
} from '../../../../../app/model/position'
import { ChoiceField } from '../../../../elements/fields/choice-field'
import { ComboField } from '../../../../elements/fields/combo-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { useEventOptions, usePartyOptions, usePositionOptions } from './options'
import { RecordForm } from './record-form'
import { useDraft } from './use-draft'

type Of = { positionId: PositionId } | { eventId: EventId }

export function ConditionSheet({ id, of }: { id: ConditionId | null; of: Of }) {
  const known = useQuery('condition.get', id === null ? null : { id }).value
  if (id !== null && known === undefined) return null
  return <ConditionForm of={of} known={known ?? null} />
}

const blank: Pick<
  Condition,
  'relation' | 'text' | 'byPartyId' | 'onPositionId' | 'onEventId' | 'state' | 'note'
> = {
  relation: 'only if',
  text: '',
  byPartyId: null,
  onPositionId: null,
  onEventId: null,
  state: 'open',
  note: '',
}

function ConditionForm({ of, known }: { of: Of; known: Condition | null }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind } = useDraft(() => {
    const { relation, text, byPartyId, onPositionId, onEventId, state, note } = known ?? blank
    return { relation, text, byPartyId, onPositionId, onEventId, state, note }
  })
  const ownPositionId = 'positionId' in of ? of.positionId : null
  const position = useQuery('position.get', ownPositionId === null ? null : { id: ownPositionId }).value
  const event = useQuery('event.get', 'eventId' in of ? { id: of.eventId } : null).value
  const positionOptions = usePositionOptions().filter(({ id }) => id !== ownPositionId)

  async function record(): Promise<string> {
    if (known !== null) return (await api.call('condition.change', { id: known.id, ...draft })).id
    return (await api.call('condition.add', { ...draft, ...of })).id
  }

  return (
    <RecordForm
      title={say(known === null ? 'editing.newCondition' : 'editing.editCondition')}
      about={position?.text ?? event?.title}
      onRecord={record}
      textLabel={say('field.conditionText')}
    >
      <TextField label={say('field.conditionText')} isMultiline {...bind('text')} />
      <SelectField
        label={say('field.relation')}
        value={draft.relation}
        onChange={(relation) => relation && bind('relation').onChange(relation)}
        options={conditionRelation.options.map((value) => ({ value, label: say(`relation.${value}`) }))}
      />
      <ComboField label={say('field.byPartyId')} options={usePartyOptions()} {...bind('byPartyId')} />
      <ChoiceField
        label={say('field.state')}
        isStacked
        choices={conditionState.options.map((value) => ({ value, label: say(`conditionState.${value}`) }))}
        {...bind('state')}
      />
      <ComboField
        label={say('field.onPositionId')}
        options={positionOptions}
        placeholder={say('editing.nothingChosen')}
        {...bind('onPositionId')}
      />
      <ComboField
        label={say('field.onEventId')}
        options={useEventOptions()}
        placeholder={say('editing.nothingChosen')}
        {...bind('onEventId')}
      />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}
