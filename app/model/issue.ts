import { z } from 'zod'
import { line, name, percent, prose, sortOrder } from './text'

export const issueId = z.uuidv7().brand<'IssueId'>()
export type IssueId = z.infer<typeof issueId>

export const rowStatus = z.enum(['open', 'converging', 'agreed', 'deadlocked', 'set aside'])
export type RowStatus = z.infer<typeof rowStatus>

export const issue = z.strictObject({
  id: issueId,
  parentId: issueId.nullable(),
  /** The author's own number, as in `Art. 4(2)`; null numbers the issue by its place. */
  number: name(20).nullable(),
  title: name(300),
  question: prose(2_000),
  note: prose(20_000),
  status: rowStatus,
  /** What the parties share, in words that a room agreed on. */
  commonGround: prose(20_000),
  landingZone: prose(20_000),
  /** What the two ends of the issue's scale, 0 and 100, are called. */
  scaleLow: line(200),
  scaleHigh: line(200),
  /** Where the landing zone lies on the scale; one point when both are equal. */
  zoneLow: percent.nullable(),
  zoneHigh: percent.nullable(),
  sortOrder,
})
export type Issue = z.infer<typeof issue>

export const markId = z.uuidv7().brand<'MarkId'>()

/** A worded point on an issue's scale. */
export const mark = z.strictObject({
  id: markId,
  issueId,
  at: percent,
  wording: name(300),
})
export type Mark = z.infer<typeof mark>
