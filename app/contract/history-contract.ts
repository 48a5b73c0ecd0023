import { z } from 'zod'
import { change } from '../model/change'
import { query, task } from './operation'

/** The name of the operation that would be taken back, or done again; null when there is none. */
export const historyState = z.strictObject({ canUndo: z.string().nullable(), canRedo: z.string().nullable() })
export type HistoryState = z.infer<typeof historyState>

export const historyContract = {
  'history.state': query({ input: z.strictObject({}), output: historyState }),
  /** The journal, newest first. `since` is an instant or an ISO day; `recordId` narrows to one record. */
  'history.list': query({
    input: z.strictObject({
      since: z.string().max(40).optional(),
      recordId: z.string().max(36).optional(),
      limit: z.int().min(1).max(100_000).default(1_000),
    }),
    output: z.array(change),
  }),
  'history.undo': task({ input: z.strictObject({}), output: historyState }),
  'history.redo': task({ input: z.strictObject({}), output: historyState }),
} as const
