import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { partyId } from './party'
import { line, name, prose } from './text'

export const speakerId = z.uuidv7().brand<'SpeakerId'>()
export type SpeakerId = z.infer<typeof speakerId>

/** A person or office by name, or an anonymous source by description only. */
export const speaker = z.strictObject({
  id: speakerId,
  name: name(200).nullable(),
  description: line(500),
  isAnonymous: z.boolean(),
  note: prose(20_000),
})
export type Speaker = z.infer<typeof speaker>

export const affiliationId = z.uuidv7().brand<'AffiliationId'>()

export const affiliation = z.strictObject({
  id: affiliationId,
  speakerId,
  partyId,
  office: line(300),
  from: edtfDate.nullable(),
  until: edtfDate.nullable(),
})
export type Affiliation = z.infer<typeof affiliation>
