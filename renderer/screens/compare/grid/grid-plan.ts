import type { ArrangedColumn, ArrangedRow, Arrangement } from '../../../../app/rules/arrangement'
import type { Place } from '../../../state/compare-view'

/** One line of the grid, down or across: an issue, a party, or the landing zones of all issues. */
export type Line =
  | { kind: 'issue'; key: string; issue: ArrangedRow }
  | { kind: 'party'; key: string; party: ArrangedColumn }
  | { kind: 'zone'; key: 'zone' }

/** The arrangement as lines down and lines across, whichever way round it is read. */
export type GridPlan = {
  down: readonly Line[]
  across: readonly Line[]
  /** How many lines across stay in sight, from the first. */
  pinned: number
  isTransposed: boolean
  rowOfKey: ReadonlyMap<string, number>
  columnOfKey: ReadonlyMap<string, number>
}

/** The heads: above the first row, and before the first column. */
export const headRow = -1
export const headColumn = -1

export function planGrid({
  rows,
  columns,
  isTransposed,
}: Pick<Arrangement, 'rows' | 'columns' | 'isTransposed'>): GridPlan {
  const issues = linesOf(rows, () => rows.map(lineOfRow))
  const parties = linesOf(columns, () => [...columns.map(lineOfColumn), zoneLine])
  const down = isTransposed ? parties : issues
  const across = isTransposed ? issues : parties
  const pinned = isTransposed ? 0 : columns.findIndex(({ isPinned }) => !isPinned)
  return {
    down: down.lines,
    across: across.lines,
    pinned: pinned === -1 ? columns.length : pinned,
    isTransposed,
    rowOfKey: down.atKey,
    columnOfKey: across.atKey,
  }
}

type Lines = { lines: readonly Line[]; atKey: ReadonlyMap<string, number> }

/** The lines of a list are the same as long as the list is: another order of rows leaves the columns alone. */
const linesOfLists = new WeakMap<readonly unknown[], Lines>()

function linesOf(list: readonly unknown[], make: () => readonly Line[]): Lines {
  let found = linesOfLists.get(list)
  if (!found) {
    const lines = make()
    found = { lines, atKey: new Map(lines.map(({ key }, at) => [key, at])) }
    linesOfLists.set(list, found)
  }
  return found
}

const zoneLine: Line = { kind: 'zone', key: 'zone' }

/** The line of a row is the same as long as the row is: what draws it need not look at it again. */
const linesOfRows = new WeakMap<ArrangedRow, Line>()
const linesOfColumns = new WeakMap<ArrangedColumn, Line>()

function lineOfRow(issue: ArrangedRow): Line {
  let line = linesOfRows.get(issue)
  if (!line) linesOfRows.set(issue, (line = { kind: 'issue', key: issue.issue.id, issue }))
  return line
}

function lineOfColumn(party: ArrangedColumn): Line {
  let line = linesOfColumns.get(party)
  if (!line) linesOfColumns.set(party, (line = { kind: 'party', key: party.party.id, party }))
  return line
}

/** What is at a row and a column; undefined in the corner, and above the landing zones, which are nothing to choose. */
export function placeAt({ down, across }: GridPlan, row: number, column: number): Place | undefined {
  const first = down[row]
  const second = across[column]
  if (!first) return second && placeOfHead(second)
  if (!second) return placeOfHead(first)
  const issue = first.kind === 'issue' ? first.issue : second.kind === 'issue' ? second.issue : null
  const party = first.kind === 'party' ? first.party : second.kind === 'party' ? second.party : null
  // Every row crosses every column as an issue and something else.
  const { id: issueId } = issue!.issue
  return party ? { kind: 'cell', issueId, partyId: party.party.id } : { kind: 'zone', issueId }
}

function placeOfHead(line: Line): Place | undefined {
  if (line.kind === 'issue') return { kind: 'issue', issueId: line.issue.issue.id }
  return line.kind === 'party' ? { kind: 'party', partyId: line.party.party.id } : undefined
}

/** Where a place is; null where it is not shown. */
export function whereIs(plan: GridPlan, place: Place | null): { row: number; column: number } | null {
  if (place === null) return null
  const issue = 'issueId' in place ? place.issueId : null
  const second = place.kind === 'zone' ? 'zone' : 'partyId' in place ? place.partyId : null
  const [downKey, acrossKey] = plan.isTransposed ? [second, issue] : [issue, second]
  const row = downKey === null ? headRow : plan.rowOfKey.get(downKey)
  const column = acrossKey === null ? headColumn : plan.columnOfKey.get(acrossKey)
  return row === undefined || column === undefined ? null : { row, column }
}

/** What a line's height hangs on besides its cells: how much its head says. */
export function heightKey(line: Line): string {
  if (line.kind !== 'issue') return line.key
  return `${line.key} ${line.issue.depth}${line.issue.isFolded ? ' folded' : ''}${line.issue.measure ? ' measured' : ''}`
}

/** As attributes name it. */
export const keyOfPlace = (place: Place): string =>
  [place.kind, 'issueId' in place ? place.issueId : '', 'partyId' in place ? place.partyId : ''].join(' ')

export const isSamePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && keyOfPlace(a) === keyOfPlace(b))
