import { eventKind, type Event, type EventId, type Participation } from '../../../../../app/model/event'
import type { PartyId } from '../../../../../app/model/party'
import type { SpeakerId } from '../../../../../app/model/speaker'
import type { Condition } from '../../../../../app/model/position'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { ItemList, keyed, recordItems, type Keyed } from './item-list'
import { NewConditions, type NewCondition } from './new-conditions'
import { usePartyOptions, useSpeakerOptions } from './options'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft, useRecordedId } from './use-draft'

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
type ConditionDraft = NewCondition & { id: Condition['id'] | null }

function EventForm(props: {
  known: Event | null
  participations: readonly Participation[]
  conditions: readonly Condition[]
}) {
  const { known, participations, conditions } = props
  const say = useSay()
  const api = useApi()
  const recordedId = useRecordedId(known?.id ?? null)
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
      ({ id, relation, text, byPartyId }): Keyed<ConditionDraft> => keyed({ id, relation, text, byPartyId }),
    ),
  }))

  async function record(): Promise<string> {
    const { participants, conditions: wanted, date, ...rest } = draft
    const given = { ...rest, date: dateOrNull(date) }
    const eventId = await recordedId.record({
      add: async () => (await api.call('event.add', given)).id,
      change: (id) => api.call('event.change', { ...given, id }),
    })
    await recordItems(await api.call('participation.list', { eventId }), participants.map(withoutKey), {
      add: ({ id: _id, ...item }) => api.call('participation.add', { ...item, eventId }),
      change: (id, item) => api.call('participation.change', { ...item, id }),
      remove: (id) => api.call('participation.remove', { id }),
    })
    await recordItems(await api.call('condition.list', { eventId }), wanted.map(withoutKey), {
      add: ({ id: _id, ...item }) => api.call('condition.add', { ...item, eventId }),
      change: (id, item) => api.call('condition.change', { ...item, id }),
      remove: (id) => api.call('condition.remove', { id }),
    })
    return eventId
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
      <NewConditions
        value={draft.conditions}
        // A condition that was just added has no id yet.
        onChange={(value) => set({ conditions: value.map((each) => ({ id: null, ...each })) })}
      />
      <TextField label={say('field.eventOutcome')} isMultiline {...bind('outcome')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}

function withoutKey<Item extends object>({ key: _key, ...item }: Keyed<Item>) {
  return item
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
