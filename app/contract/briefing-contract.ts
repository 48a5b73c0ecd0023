import { z } from 'zod'
import { edtfDate } from '../model/edtf-date'
import type { BriefingDocument } from '../rules/briefing/briefing-document'
import { name } from '../model/text'
import { orientations, papers } from '../rules/briefing/page-layout'
import { query, task } from './operation'

export const edition = z.enum(['summary', 'sourced'])
export type Edition = z.infer<typeof edition>

export const paper = z.enum(papers)
export type Paper = z.infer<typeof paper>

export const orientation = z.enum(orientations)
export type Orientation = z.infer<typeof orientation>

/** What the reader chooses about a briefing; the address of the page that prints carries the same. */
export const briefingOptions = z.strictObject({
  edition: edition.default('summary'),
  asOf: edtfDate.nullable().default(null),
  /** Changes are told since then; null tells none. */
  since: edtfDate.nullable().default(null),
  /** The name of a saved view, whose rows and columns are shown in its order; null shows the whole comparison. */
  view: name(200).nullable().default(null),
  paper: paper.default('A4'),
  orientation: orientation.default('landscape'),
  locale: z.string().max(35).default('en'),
})
export type BriefingOptions = z.infer<typeof briefingOptions>

export const briefingContract = {
  'briefing.compose': query({ input: briefingOptions, output: z.custom<BriefingDocument>() }),
  /** Prints the briefing's own page to a PDF at `path`, or asks where; null when the person decides against it. */
  'briefing.print': task({
    input: briefingOptions.extend({ path: z.string().min(1).max(4_096).optional() }),
    output: z.strictObject({ savedTo: z.string(), pages: z.int().nullable() }).nullable(),
  }),
  /** The whole dossier as JSON at `path`, or asks where. */
  'dossier.exportJson': task({
    input: z.strictObject({ path: z.string().min(1).max(4_096).optional() }),
    output: z.strictObject({ savedTo: z.string() }).nullable(),
  }),
} as const
