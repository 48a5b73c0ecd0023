import { z } from 'zod'
import { instant } from './text'

export const changeKind = z.enum(['edit', 'undo', 'redo'])

/** One record changed, as the journal keeps it. The changes of one step share its number. */
export const change = z.strictObject({
  number: z.int().positive(),
  step: z.int().positive(),
  at: instant,
  by: z.string(),
  kind: changeKind,
  /** The operation that did it, or that was undone or done again. */
  label: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  /** The fields that changed, as they were; null where the record did not exist. */
  before: z.record(z.string(), z.json()).nullable(),
  after: z.record(z.string(), z.json()).nullable(),
})
export type Change = z.infer<typeof change>
