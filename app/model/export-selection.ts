import { z } from 'zod'
import { exportScope } from './export-scope'
import { issueId } from './issue'
import { partyId } from './party'

/** Which part of the dossier a document shows, and what of it leaves. */
export const exportSelection = z.strictObject({
  /** The columns shown, in order; null shows those of the saved view, else all. Unlike a hidden party, others may be named. */
  parties: z.array(partyId).max(10_000).nullable().default(null),
  /** The rows shown, in order; null shows those of the saved view, else all. */
  issues: z.array(issueId).max(100_000).nullable().default(null),
  scope: exportScope.prefault({}),
  /** Ends with a page, or a sheet, that tells the author how much stayed here: kinds, counts and cells, no words. */
  listsLeftOut: z.boolean().default(false),
})
export type ExportSelection = z.infer<typeof exportSelection>
