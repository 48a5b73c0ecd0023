import type { Input, Output } from '../app/contract'
import type { SampleApi } from './sample-api'
import type { Parties, Speakers } from './frame'

export type Events = Awaited<ReturnType<typeof recordEvents>>
type Participant = Omit<Input<'participation.add'>, 'eventId'>

/** What happened or was announced, with who took part. */
export async function recordEvents(
  api: SampleApi,
  { parties, speakers }: { parties: Parties; speakers: Speakers },
) {
  const add = async (event: Input<'event.add'>, participants: Participant[]): Promise<EventId> => {
    const { id: eventId } = await api.call('event.add', event)
    for (const participant of participants) {
      await api.call('participation.add', { eventId, ...participant })
    }
    return eventId
  }
  const putin = { partyId: parties.russia, speakerId: speakers.putin }
  const trump = { partyId: parties.unitedStates, speakerId: speakers.trump }
  const lavrov = { partyId: parties.russia, speakerId: speakers.lavrov }
  const rubio = { partyId: parties.unitedStates, speakerId: speakers.rubio }

  return {
    alaska: await add(
      {
        title: 'Meeting of the two presidents in Alaska',
        kind: 'summit',
        date: '2025-08-15',
        place: 'Alaska',
        outcome:
          'A Russian diplomatic source speaks of “understandings” and of the “Anchorage agreements”; what they say is not in the source.',
      },
      [putin, trump],
    ),
    october: await add(
      {
        title: 'Call between the two presidents',
        kind: 'call',
        date: '2025-10-15~',
        outcome: 'Afterwards the American president announced a meeting in Hungary.',
        note: 'The source says “in mid-October”.',
      },
      [putin, trump],
    ),
    hungary: await add(
      {
        title: 'Summit in Hungary, announced and called off',
        kind: 'summit',
        date: '2025-10~',
        place: 'Hungary',
        outcome: 'Called off; the source does not say by whom.',
        note: 'The date is that of the announcement; no date for the meeting itself is given.',
      },
      [putin, trump],
    ),
    ministers: await add(
      {
        title: 'Call between Marco Rubio and Sergei Lavrov',
        kind: 'call',
        date: '2025-10-20',
        outcome: 'A new meeting of the presidents was discussed; afterwards the summit in Hungary was off.',
        note: 'That the call of 20 October is the one before the cancellation follows from the source, but is not said in so many words.',
      },
      [rubio, lavrov],
    ),
    secondSummit: await add(
      {
        title: 'Second summit',
        kind: 'proposal',
        outcome: 'Proposed; no date has been named.',
      },
      [putin, trump],
    ),
  }
}

type EventId = Output<'event.add'>['id']
