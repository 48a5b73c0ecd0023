import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { name, prose, sortOrder } from './text'

export const partyId = z.uuidv7().brand<'PartyId'>()
export type PartyId = z.infer<typeof partyId>

export const partyRole = z.enum(['principal', 'mediator', 'guarantor', 'observer'])
export type PartyRole = z.infer<typeof partyRole>

/** Eight, each of another lightness, so that they stay apart in grey as well. */
export const partyColour = z.enum(['rose', 'blue', 'green', 'violet', 'ochre', 'teal', 'brown', 'slate'])
export type PartyColour = z.infer<typeof partyColour>

export const party = z.strictObject({
  id: partyId,
  name: name(200),
  shortName: name(60),
  role: partyRole,
  colour: partyColour,
  note: prose(20_000),
  sortOrder,
})
export type Party = z.infer<typeof party>

export const membershipId = z.uuidv7().brand<'MembershipId'>()

export const membership = z.strictObject({
  id: membershipId,
  coalitionId: partyId,
  memberId: partyId,
  from: edtfDate.nullable(),
  until: edtfDate.nullable(),
})
export type Membership = z.infer<typeof membership>
