import { z } from 'zod'
import { leftOut } from '../rules/left-out'
import { briefingOptions } from './briefing-contract'
import { openedDossier } from './dossier-contract'
import { task } from './operation'

export const exportFormat = z.enum([
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'html',
  'markdown',
  'csv-positions',
  'csv-statements',
  'json',
])
export type ExportFormat = z.infer<typeof exportFormat>

const path = z.string().min(1).max(4_096)

/** The largest JSON that is read back; a dossier that would come out larger is carried as its own file. */
export const largestDossierJsonBytes = 256 * 1024 * 1024

export const exportOptions = briefingOptions.extend({
  format: exportFormat,
})
export type ExportOptions = z.infer<typeof exportOptions>

export const exported = z.strictObject({
  savedTo: z.string(),
  bytes: z.int(),
  /** Of what left, by kind of record. */
  counts: z.record(z.string(), z.int()),
  /** Of a printed form. */
  pages: z.int().nullable(),
  leftOut,
  /** Where the author's list of what was left out was written, if it was asked for. */
  leftOutSavedTo: z.string().nullable(),
})
export type Exported = z.infer<typeof exported>

export const exportContract = {
  /** Writes one form of the dossier to `path`, or asks where; null when the person decides against it. */
  'dossier.export': task({
    input: exportOptions.extend({
      path: path.optional(),
      /** Also writes the author's list of what was left out, to this path. */
      leftOutPath: path.optional(),
      taskId: z.string().min(1).max(100).optional(),
    }),
    output: exported.nullable(),
  }),
  /** Writes the author's list of what such an export leaves out, and nothing else. */
  'dossier.exportLeftOut': task({
    input: exportOptions.extend({ path: path.optional() }),
    output: z.strictObject({ savedTo: z.string() }).nullable(),
  }),
  /** A new dossier at `path` from a JSON that a dossier was exported to; asks for what is not given. */
  'dossier.createFromJson': task({
    input: z.strictObject({
      from: path.optional(),
      path: path.optional(),
      taskId: z.string().min(1).max(100).optional(),
    }),
    output: openedDossier.nullable(),
  }),
} as const
