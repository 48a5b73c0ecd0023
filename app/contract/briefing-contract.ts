import { z } from 'zod'
import {
  briefingId,
  briefingLayout,
  briefingPart,
  edition,
  frozenBriefingId,
  type FrozenBriefing,
} from '../model/briefing'
import { edtfDate } from '../model/edtf-date'
import { exportSelection } from '../model/export-selection'
import type { BriefingDocument } from '../rules/briefing/briefing-document'
import type { ChangedLine } from '../rules/briefing/compare-briefings'
import { name } from '../model/text'
import { query, task } from './operation'

/** What the reader chooses about a briefing; the address of the page that prints carries the same. */
export const briefingOptions = z.strictObject({
  edition: edition.default('summary'),
  asOf: edtfDate.nullable().default(null),
  /** In the order in which they are read; null is what the edition usually holds. */
  parts: z.array(briefingPart).nullable().default(null),
  /** The name of a saved view, whose rows and columns are shown in its order; null shows the whole comparison. */
  view: name(200).nullable().default(null),
  ...briefingLayout.shape,
  locale: z.string().max(35).default('en'),
  /** A briefing as it was issued, whatever else is chosen. */
  frozenId: frozenBriefingId.nullable().default(null),
  selection: exportSelection.prefault({}),
})
export type BriefingOptions = z.infer<typeof briefingOptions>

/** An issued briefing, without what it says. */
export type FrozenHead = Omit<FrozenBriefing, 'document'>

/** The same choices as they stand in an address; what nobody chose is left out. */
export function briefingAddress({ parts, selection, ...options }: BriefingOptions): Record<string, string> {
  const wanted = JSON.stringify(selection)
  const given = Object.entries({
    ...options,
    parts: parts?.join(',') ?? null,
    selection: wanted === JSON.stringify(exportSelection.parse({})) ? null : wanted,
  })
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== null))
}

export const briefingContract = {
  /** A piece of a briefing that is being printed: a `BriefingDocument` as JSON in UTF-8, as it is kept until then. */
  'briefing.band': query({
    input: z.strictObject({ job: z.string().max(100), index: z.int().nonnegative() }),
    output: z.custom<Uint8Array>(),
  }),
  'briefing.compose': query({ input: briefingOptions, output: z.custom<BriefingDocument>() }),
  /** Keeps a briefing as it is now under its next number; it can be opened, printed and compared ever after. */
  'briefing.freeze': task({
    input: briefingOptions.extend({ briefingId }),
    output: z.custom<FrozenHead>(),
  }),
  /** The issued briefings, without what they say; oldest first. */
  'briefing.listFrozen': query({ input: z.strictObject({}), output: z.custom<FrozenHead[]>() }),
  /** What a later briefing says otherwise; null compares with the briefing as it would be issued now. */
  'briefing.compareFrozen': query({
    input: briefingOptions.extend({ fromId: frozenBriefingId, toId: frozenBriefingId.nullable() }),
    output: z.custom<ChangedLine[]>(),
  }),
  /** Prints the briefing's own page to a PDF at `path`, or asks where; null when the person decides against it. */
  'briefing.print': task({
    input: briefingOptions.extend({
      path: z.string().min(1).max(4_096).optional(),
      taskId: z.string().min(1).max(100).optional(),
    }),
    output: z.strictObject({ savedTo: z.string(), pages: z.int().nullable() }).nullable(),
  }),
} as const
