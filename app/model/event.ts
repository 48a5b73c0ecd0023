import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { partyId } from './party'
import { speakerId } from './speaker'
import { line, name, prose } from './text'

export const eventId = z.uuidv7().brand<'EventId'>()
export type EventId = z.infer<typeof eventId>

export const eventKind = z.enum(['summit', 'call', 'round', 'proposal', 'agreement', 'incident'])
export type EventKind = z.infer<typeof eventKind>

export const event = z.strictObject({
  id: eventId,
  title: name(300),
  kind: eventKind,
  /** Null while nobody knows when, as for a summit that is only proposed. */
  date: edtfDate.nullable(),
  place: line(300),
  outcome: prose(20_000),
  note: prose(20_000),
})
export type Event = z.infer<typeof event>

export const participationId = z.uuidv7().brand<'ParticipationId'>()

/** A party, a speaker, or a speaker for a party, at an event. */
export const participation = z.strictObject({
  id: participationId,
  eventId,
  partyId: partyId.nullable(),
  speakerId: speakerId.nullable(),
})
export type Participation = z.infer<typeof participation>
