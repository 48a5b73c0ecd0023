import { eventKind, type Event, type EventId, type Participation } from '../../../../../app/model/event'
import type { PartyId } from '../../../../../app/model/party'
import type { SpeakerId } from '../../../../../app/model/speaker'
import { conditionState, type Condition } from '../../../../../app/model/position'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { blankCondition, ConditionList, type NewCondition } from './condition-list'
import { ItemList, keyed, type Keyed } from './item-list'
import { usePartyOptions, useSpeakerOptions } from './options'
import { partChanges } from './part-changes'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft } from './use-draft'

export function EventSheet({ id }: { id: EventId | null }) {
  const known = useQuery('event.get', id === null ? null : { id }).value
  const participations = useQuery('participation.list', id === null ? null : { eventId: id }).value
  const conditions = useQuery('condition.list', id === null ? null : { eventId: id }).value
  if (id !== null && (!known || !participations || !conditions)) return null
  return (
    <EventForm known={known ?? null} participations={participations ?? []} conditions={conditions ?? []} />
  )
}

type ParticipantDraft = {
  id: Participation['id'] | null
  partyId: PartyId | null
  speakerId: SpeakerId | null
}
type ConditionDraft = NewCondition & Pick<Condition, 'state' | 'note'> & { id: Condition['id'] | null }

function EventForm(props: {
  known: Event | null
  participations: readonly Participation[]
  conditions: readonly Condition[]
}) {
  const { known, participations, conditions } = props
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => ({
    title: known?.title ?? '',
    kind: known?.kind ?? 'round',
    date: asText(known?.date ?? null),
    place: known?.place ?? '',
    outcome: known?.outcome ?? '',
    note: known?.note ?? '',
    participants: participations.map(
      ({ id, partyId, speakerId }): Keyed<ParticipantDraft> => keyed({ id, partyId, speakerId }),
    ),
    conditions: conditions.map(
      ({ id, relation, text, byPartyId, state, note }): Keyed<ConditionDraft> =>
        keyed({ id, relation, text, byPartyId, state, note }),
    ),
  }))

  async function record(): Promise<string> {
    const { participants, conditions: wanted, ...rest } = draft
    const date = dateOrNull(rest.date)
    const parts = {
      participation: partChanges(participations, participants),
      condition: partChanges(conditions, wanted),
    }
    return (await api.call('event.save', { ...rest, id: known?.id ?? null, date, parts })).id
  }

  return (
    <RecordForm title={say(known === null ? 'editing.newEvent' : 'editing.editEvent')} onRecord={record}>
      <TextField label={say('field.title')} isWrapped {...bind('title')} />
      <SelectField
        label={say('field.kind')}
        value={draft.kind}
        onChange={(kind) => kind && set({ kind })}
        options={eventKind.options.map((value) => ({ value, label: say(`eventKind.${value}`) }))}
      />
      <DateField label={say('field.date')} {...bind('date')} />
      <TextField label={say('field.place')} {...bind('place')} />
      <Participants {...bind('participants')} />
      <Conditions {...bind('conditions')} />
      <TextField label={say('field.eventOutcome')} isMultiline {...bind('outcome')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}

function Conditions(props: {
  value: Keyed<ConditionDraft>[]
  onChange: (value: Keyed<ConditionDraft>[]) => void
}) {
  const say = useSay()
  return (
    <ConditionList<ConditionDraft>
      blank={() => ({ ...blankCondition, id: null, state: 'open', note: '' })}
      {...props}
    >
      {({ state, note }, change) => (
        <>
          <SelectField
            label={say('field.state')}
            value={state}
            onChange={(chosen) => chosen && change({ state: chosen })}
            options={conditionState.options.map((each) => ({
              value: each,
              label: say(`conditionState.${each}`),
            }))}
          />
          <TextField
            label={say('field.note')}
            isMultiline
            value={note}
            onChange={(words) => change({ note: words })}
          />
        </>
      )}
    </ConditionList>
  )
}

function Participants(props: {
  value: Keyed<ParticipantDraft>[]
  onChange: (value: Keyed<ParticipantDraft>[]) => void
}) {
  const say = useSay()
  const partyOptions = usePartyOptions()
  const speakers = useSpeakerOptions()
  return (
    <ItemList<ParticipantDraft>
      legend={say('editing.participants')}
      addLabel={say('editing.addParticipant')}
      removeLabel={say('editing.removeParticipant')}
      blank={() => ({ id: null, partyId: null, speakerId: null })}
      {...props}
    >
      {(participant, change) => (
        <>
          <ComboField
            label={say('field.partyId')}
            options={partyOptions}
            value={participant.partyId}
            onChange={(partyId) => change({ partyId })}
          />
          <ComboField
            label={say('field.speakerId')}
            options={speakers.options}
            onCreate={speakers.create}
            value={participant.speakerId}
            onChange={(speakerId) => change({ speakerId })}
          />
        </>
      )}
    </ItemList>
  )
}
