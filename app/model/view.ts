import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { eventId } from './event'
import { issueId } from './issue'
import { partyColour, partyId } from './party'
import { positionId } from './position'
import { sourceId } from './source'
import { statementId } from './statement'
import { name, sortOrder } from './text'

export const roundId = z.uuidv7().brand<'RoundId'>()

/** A named date, as in "before Budapest". */
export const round = z.strictObject({ id: roundId, name: name(200), date: edtfDate })
export type Round = z.infer<typeof round>

export const savedViewId = z.uuidv7().brand<'SavedViewId'>()

export const savedView = z.strictObject({
  id: savedViewId,
  name: name(200),
  /** The columns and rows shown, in order; null shows all. */
  parties: z.array(partyId).nullable(),
  issues: z.array(issueId).nullable(),
  filters: z.record(z.string().max(100), z.json()),
  columns: z.record(z.string().max(100), z.json()),
  sortOrder,
})
export type SavedView = z.infer<typeof savedView>

export const tagId = z.uuidv7().brand<'TagId'>()
export const tag = z.strictObject({ id: tagId, name: name(100), colour: partyColour.nullable() })
export type Tag = z.infer<typeof tag>

export const taggingId = z.uuidv7().brand<'TaggingId'>()

/** A tag on exactly one thing. */
export const tagging = z.strictObject({
  id: taggingId,
  tagId,
  positionId: positionId.nullable(),
  statementId: statementId.nullable(),
  sourceId: sourceId.nullable(),
  issueId: issueId.nullable(),
  partyId: partyId.nullable(),
  eventId: eventId.nullable(),
})
export type Tagging = z.infer<typeof tagging>
