import { z } from 'zod'
import { eventId } from './event'
import { issueId } from './issue'
import { partyColour, partyId } from './party'
import { positionId } from './position'
import { sourceId } from './source'
import { statementId } from './statement'
import { name } from './text'

export const tagId = z.uuidv7().brand<'TagId'>()
export type TagId = z.infer<typeof tagId>
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
