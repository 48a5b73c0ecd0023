import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { issueId, rowStatus } from './issue'
import { partyId } from './party'
import { basis, firmness, positionKind } from './position'
import { outletId, reliability } from './source'
import { line } from './text'
import { tagId } from './tag'

/** What a cell is looked for by, where it is not a position that is looked for. */
export const cellFlag = z.enum(['unseen', 'gap', 'unsourced', 'needs research', 'contradicted', 'changed'])
export type CellFlag = z.infer<typeof cellFlag>

/** What the rows shown have in common. An empty list asks nothing; everything asked for must hold of one position. */
export const comparisonFilters = z.strictObject({
  words: line(500).default(''),
  /** Issues with everything that nests in them. */
  branches: z.array(issueId).default([]),
  statuses: z.array(rowStatus).default([]),
  /** Whose positions are asked about; the columns stay. */
  parties: z.array(partyId).default([]),
  kinds: z.array(positionKind).default([]),
  firmness: z.array(firmness).default([]),
  bases: z.array(basis).default([]),
  outlets: z.array(outletId).default([]),
  /** The best reliability behind a position. */
  grades: z.array(reliability).default([]),
  tags: z.array(tagId).default([]),
  /** Something behind the position was said within these dates. */
  saidFrom: edtfDate.nullable().default(null),
  saidUntil: edtfDate.nullable().default(null),
  flags: z.array(cellFlag).default([]),
})
export type ComparisonFilters = z.infer<typeof comparisonFilters>

export const rowOrder = z.enum(['number', 'disagreement', 'changed', 'gaps'])
export type RowOrder = z.infer<typeof rowOrder>

/** CSS pixels at 100 % text size. */
export const columnWidth = z.int().min(120).max(900)

/** How rows and columns are laid out. */
export const comparisonLayout = z.strictObject({
  rowOrder: rowOrder.default('number'),
  /** Rows stand under their branch; without, every issue stands by itself, as sorted. */
  isGrouped: z.boolean().default(true),
  foldedIssues: z.array(issueId).default([]),
  foldedCoalitions: z.array(partyId).default([]),
  /** Parties down, issues across. */
  isTransposed: z.boolean().default(false),
  pinned: z.array(partyId).default([]),
  /** By party, or `issue` and `zone`; what is not named has its usual width. */
  widths: z.record(z.string().max(40), columnWidth).default({}),
  asOf: edtfDate.nullable().default(null),
  /** Changes are shown since then. */
  since: edtfDate.nullable().default(null),
  baselineId: partyId.nullable().default(null),
})
export type ComparisonLayout = z.infer<typeof comparisonLayout>

/** A way to look at the comparison: what a saved view keeps. */
export type ComparisonView = {
  /** The columns shown, in order; null shows all in the dossier's order. */
  parties: z.infer<typeof partyId>[] | null
  filters: ComparisonFilters
  layout: ComparisonLayout
}
