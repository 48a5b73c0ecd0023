import { z } from 'zod'
import { issueId } from './issue'
import { runningOrderId } from './running-order'
import { instant, line, name, sortOrder, words } from './text'

export const workshopId = z.uuidv7().brand<'WorkshopId'>()
export type WorkshopId = z.infer<typeof workshopId>

/** One time that a room was led through a comparison. */
export const workshop = z.strictObject({
  id: workshopId,
  name: name(200),
  runningOrderId: runningOrderId.nullable(),
  place: line(300),
  started: instant,
  /** Null while it runs. */
  ended: instant.nullable(),
})
export type Workshop = z.infer<typeof workshop>

export const parkedPointId = z.uuidv7().brand<'ParkedPointId'>()

/** What the room put aside for later. */
export const parkedPoint = z.strictObject({
  id: parkedPointId,
  text: words(5_000),
  issueId: issueId.nullable(),
  workshopId: workshopId.nullable(),
  sortOrder,
})
export type ParkedPoint = z.infer<typeof parkedPoint>

export const showOfHandsId = z.uuidv7().brand<'ShowOfHandsId'>()

/** How many raised their hands for each option; nobody's name is kept. */
export const showOfHands = z.strictObject({
  id: showOfHandsId,
  workshopId,
  issueId: issueId.nullable(),
  question: words(1_000),
  options: z.array(z.strictObject({ wording: name(300), count: z.int().min(0).max(100_000) })).max(50),
  sortOrder,
})
export type ShowOfHands = z.infer<typeof showOfHands>
