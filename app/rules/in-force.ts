import { cellsBetween } from './cell-days'
import type { ComparisonIndex, ComparisonReading, HeldCell, HeldPosition } from './comparison-index'
import { isInForce } from './comparison-index'

type Cells = readonly (readonly HeldPosition[])[]

const known = new WeakMap<ComparisonReading, Cells>()
/** At the day that was last asked for: from there to another, few cells change. */
const last = new WeakMap<ComparisonIndex, { asOf: string; cells: Cells }>()
const none: readonly HeldPosition[] = []

/**
 * What is in force in each cell at the day of the reading, row by row: `[row * parties + column]`. Worked out once for
 * a reading, and without weighing any evidence: for what looks at every cell at once.
 */
export function positionsInForce(reading: ComparisonReading): Cells {
  let cells = known.get(reading)
  if (cells) return cells
  const { index, asOf } = reading
  const before = last.get(index)
  if (before === undefined) cells = index.held.map((held) => inForceAt(held, asOf))
  else if (before.asOf === asOf) cells = before.cells
  else {
    const now = before.cells.slice()
    for (const at of cellsBetween(index, before.asOf, asOf)) now[at] = inForceAt(index.held[at], asOf)
    cells = now
  }
  known.set(reading, cells)
  last.set(index, { asOf, cells })
  return cells
}

/** What of one cell is in force at an ISO day. */
export function inForceAt(held: HeldCell | undefined, asOf: string): readonly HeldPosition[] {
  if (held === undefined || held.positions.length === 0) return none
  const { positions } = held
  return positions.every((entry) => isInForce(entry, asOf))
    ? positions
    : positions.filter((entry) => isInForce(entry, asOf))
}

/** What is recorded of a cell where no position is in force: a documented gap, or nothing. */
export const hasGap = (reading: ComparisonReading, at: number): boolean =>
  (reading.index.held[at]?.gaps.length ?? 0) > 0
