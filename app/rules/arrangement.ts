import type { ComparisonView } from '../model/comparison-view'
import type { PartyId } from '../model/party'
import { arrangeColumns, type ArrangedColumn } from './column-arrangement'
import type { ComparedIssue } from './comparison'
import type { ComparisonReading } from './comparison-reading'
import { distanceBetween, standsOf } from './disagreement'
import { compileFilter, isLookingFor } from './filter'
import { compareMeasures, measureRows, type RowMeasure } from './row-measures'

export type { ArrangedColumn } from './column-arrangement'

/** An issue as a row of the comparison, in the order it is shown. */
export type ArrangedRow = {
  issue: ComparedIssue
  /** Its place in the reading, for `cellAt`. */
  row: number
  /** How far it is set in; 0 where rows are not grouped. */
  depth: number
  /** How many rows that are not left out nest in it, folded away or not; 0 for one without. */
  branch: number
  isFolded: boolean
  /** It does not itself answer what is looked for, and is here for what nests in it. */
  isContext: boolean
  /** What it is sorted by; null by number. */
  measure: RowMeasure | null
}

/** How a member that has positions of its own stands to its folded coalition. */
export type MemberStand = {
  partyId: PartyId
  column: number
  /** 0 to 100, as disagreement is measured; null where the two cannot be compared, or the coalition says nothing. */
  distance: number | null
}

/** What is shown of the comparison, and where. */
export type Arrangement = {
  rows: readonly ArrangedRow[]
  columns: readonly ArrangedColumn[]
  isTransposed: boolean
  widths: { issue: number | null; zone: number | null }
  /** Whether a cell answers what is looked for, itself or for the members it stands for; true where nothing is. */
  matches: (row: number, column: number) => boolean
  isLookingFor: boolean
  /** How many issues answer what is looked for, folded away or not; all where nothing is. */
  found: number
  /** Rows that what is looked for leaves out. */
  hiddenRows: number
  /** In the column of a folded coalition, its members that say something themselves. */
  membersIn: (row: number, column: number) => readonly MemberStand[]
}

/**
 * The rows and columns that a view shows, in its order. What is looked for is looked for in the columns shown, and in
 * those that a folded coalition stands for; rows are measured by the same.
 */
export function arrange(reading: ComparisonReading, view: ComparisonView): Arrangement {
  const { layout } = view
  const columns = arrangeColumns(reading, view)
  const standsFor = new Map(columns.map((column) => [column.column, column.standsFor]))
  const looksFor = isLookingFor(view.filters)
  const filter = looksFor ? compileFilter(reading, view.filters, { since: layout.since }) : null
  const matches = (row: number, column: number) =>
    filter === null || (standsFor.get(column) ?? [column]).some((stood) => filter.matches(row, stood))
  const answers = reading.issues.map(
    (_issue, row) =>
      filter === null || filter.holdsOfIssue(row) || columns.some(({ column }) => matches(row, column)),
  )
  const measures = measureRows(
    reading,
    layout.rowOrder,
    columns.flatMap((column) => column.standsFor),
  )
  const tree = { reading, view, answers, measures }
  const rows = layout.isGrouped ? groupRows(tree) : listRows(tree)
  const found = answers.filter(Boolean).length
  return {
    rows: rows.shown,
    columns,
    isTransposed: layout.isTransposed,
    widths: { issue: layout.widths['issue'] ?? null, zone: layout.widths['zone'] ?? null },
    matches,
    isLookingFor: looksFor,
    found,
    hiddenRows: reading.issues.length - rows.kept,
    membersIn: (row, column) =>
      (standsFor.get(column) ?? []).slice(1).flatMap((member) => memberStand(reading, row, column, member)),
  }
}

function memberStand(
  reading: ComparisonReading,
  row: number,
  coalition: number,
  column: number,
): MemberStand[] {
  const own = standsOf(reading, row, column)
  if (own === null) return []
  const whole = standsOf(reading, row, coalition)
  return [{ partyId: own.partyId, column, distance: whole && distanceBetween(whole, own) }]
}

type Tree = {
  reading: ComparisonReading
  view: ComparisonView
  answers: readonly boolean[]
  measures: readonly (RowMeasure | null)[]
}

/** Every row that answers by itself, as sorted. */
function listRows({ reading, answers, measures }: Tree): { shown: ArrangedRow[]; kept: number } {
  const shown = reading.issues
    .map(
      (issue, row): ArrangedRow => ({
        issue,
        row,
        depth: 0,
        branch: 0,
        isFolded: false,
        isContext: false,
        measure: measures[row]!,
      }),
    )
    .filter(({ row }) => answers[row])
    .toSorted((a, b) => compareMeasures(a.measure, b.measure))
  return { shown, kept: shown.length }
}

/** Rows under their branches, which are sorted by the first of what they hold. */
function groupRows({ reading, view, answers, measures }: Tree): { shown: ArrangedRow[]; kept: number } {
  const { issues, index } = reading
  const folded = new Set(view.layout.foldedIssues)
  const parentRow = issues.map(({ parentId }) => (parentId === null ? undefined : index.rowOf.get(parentId)))
  const inBranch = issues.map(() => 0)
  const first = [...measures]
  const children = new Map<number | undefined, number[]>()
  // In reading order an issue stands before all that nest in it: backwards, what nests is done before what holds it.
  for (let row = issues.length - 1; row >= 0; row -= 1) {
    if (!answers[row] && inBranch[row] === 0) continue
    const parent = parentRow[row]
    const siblings = children.get(parent)
    if (siblings) siblings.push(row)
    else children.set(parent, [row])
    if (parent === undefined) continue
    inBranch[parent]! += inBranch[row]! + 1
    const isParentOut = !answers[parent] && children.get(parent)!.length === 1
    if (isParentOut || compareMeasures(first[row]!, first[parent]!) < 0) first[parent] = first[row]!
  }

  const shown: ArrangedRow[] = []
  const show = (parent: number | undefined) => {
    const siblings = (children.get(parent) ?? []).reverse()
    for (const row of siblings.toSorted((a, b) => compareMeasures(first[a]!, first[b]!))) {
      const issue = issues[row]!
      const isFolded = inBranch[row]! > 0 && folded.has(issue.id)
      shown.push({
        issue,
        row,
        depth: issue.depth,
        branch: inBranch[row]!,
        isFolded,
        isContext: !answers[row],
        measure: measures[row]!,
      })
      if (!isFolded) show(row)
    }
  }
  show(undefined)
  return { shown, kept: [...children.values()].reduce((sum, siblings) => sum + siblings.length, 0) }
}
