import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { issueId } from './issue'
import { partyId } from './party'
import { sourceId } from './source'
import { statementId } from './statement'
import { prose, sortOrder, words } from './text'

export const pointId = z.uuidv7().brand<'PointId'>()

export const pointKind = z.enum(['to confirm', 'source to find'])
export type PointKind = z.infer<typeof pointKind>

/** Something to confirm, or a first-hand source to find. */
export const point = z.strictObject({
  id: pointId,
  kind: pointKind,
  text: words(5_000),
  issueId: issueId.nullable(),
  partyId: partyId.nullable(),
  statementId: statementId.nullable(),
  sourceId: sourceId.nullable(),
  settledOn: edtfDate.nullable(),
  settledHow: prose(5_000),
  sortOrder,
})
export type Point = z.infer<typeof point>
