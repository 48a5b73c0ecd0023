import { z } from 'zod'
import { issueId } from './issue'
import { positionId } from './position'
import { line, sortOrder, words } from './text'

export const findingId = z.uuidv7().brand<'FindingId'>()
export type FindingId = z.infer<typeof findingId>

/** What the analyst finds worth saying first, with the issues and positions that it rests on. */
export const finding = z.strictObject({
  id: findingId,
  /** In a few words; may be empty. */
  title: line(200),
  text: words(20_000),
  issues: z.array(issueId).max(1_000),
  positions: z.array(positionId).max(1_000),
  sortOrder,
})
export type Finding = z.infer<typeof finding>
