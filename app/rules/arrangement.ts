import type { ComparisonView } from '../model/comparison-view'
import type { Party, PartyId } from '../model/party'
import type { ComparedIssue } from './comparison'
import type { ComparisonReading } from './comparison-index'

/** An issue as a row of the comparison, in the order it is shown. */
export type ArrangedRow = {
  issue: ComparedIssue
  /** Its place in the reading, for `cellAt`. */
  row: number
  /** How far it is set in; 0 where rows are not grouped. */
  depth: number
  /** How many shown rows nest in it; 0 for one without. */
  branch: number
  isFolded: boolean
}

/** A party as a column of the comparison, in the order it is shown. */
export type ArrangedColumn = {
  party: Party
  /** Its place in the reading, for `cellAt` and for its shape. */
  column: number
  isPinned: boolean
  /** CSS pixels; null for the usual width. */
  width: number | null
  /** Those of the coalition that are parties of the dossier; empty for a party that is none. */
  members: readonly PartyId[]
  isFolded: boolean
}

/** What is shown of the comparison, and where. */
export type Arrangement = {
  rows: readonly ArrangedRow[]
  columns: readonly ArrangedColumn[]
  isTransposed: boolean
  widths: { issue: number | null; zone: number | null }
  /** Whether a cell answers what is looked for; true for all where nothing is. */
  matches: (row: number, column: number) => boolean
  /** Rows that what is looked for leaves out. */
  hiddenRows: number
}

/** The rows and columns that a view shows, in its order. */
export function arrange(reading: ComparisonReading, view: ComparisonView): Arrangement {
  const { layout } = view
  return {
    rows: reading.issues.map((issue, row) => ({
      issue,
      row,
      depth: issue.depth,
      branch: 0,
      isFolded: false,
    })),
    columns: reading.parties.map((party, column) => ({
      party,
      column,
      isPinned: false,
      width: layout.widths[party.id] ?? null,
      members: [],
      isFolded: false,
    })),
    isTransposed: layout.isTransposed,
    widths: { issue: layout.widths['issue'] ?? null, zone: layout.widths['zone'] ?? null },
    matches: () => true,
    hiddenRows: 0,
  }
}
