import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { issueId } from './issue'
import { partyId } from './party'
import { name, prose, sortOrder } from './text'

export const runningOrderId = z.uuidv7().brand<'RunningOrderId'>()
export type RunningOrderId = z.infer<typeof runningOrderId>

/** The issues that a room is led through, one after the other. */
export const runningOrder = z.strictObject({
  id: runningOrderId,
  name: name(200),
  /** The parties shown to the room, in order; null shows all. A party that is gone since is passed over. */
  parties: z.array(partyId).nullable(),
  /** The date that is read; null for the dossier's own. */
  asOf: edtfDate.nullable(),
  /** With it, each issue has a step that shows how it stood then and how it stands now. */
  since: edtfDate.nullable(),
  sortOrder,
})
export type RunningOrder = z.infer<typeof runningOrder>

const namedSteps = ['question', 'movement', 'differences', 'common ground', 'landing zone'] as const

/** What a step shows: the issue's question, one more party, or what follows from them. */
export const stepName = z.union([z.enum(namedSteps), z.templateLiteral(['party ', z.uuidv7()])])
export type StepName = z.infer<typeof stepName>

export const orderItemId = z.uuidv7().brand<'OrderItemId'>()
export type OrderItemId = z.infer<typeof orderItemId>

/** An issue, or one with everything that nests in it, at its place in a running order. */
export const orderItem = z.strictObject({
  id: orderItemId,
  runningOrderId,
  issueId,
  isBranch: z.boolean(),
  /** For the presenter's eyes; never shown to the room. */
  notes: prose(20_000),
  minutes: z.int().min(0).max(1_440).nullable(),
  /** Steps put in another order or left out; what is not named stands where it usually does. */
  steps: z.array(z.strictObject({ step: stepName, isSkipped: z.boolean() })).max(1_000),
  sortOrder,
})
export type OrderItem = z.infer<typeof orderItem>
