import type { ComparisonReading, HeldPosition } from './comparison-index'
import { isInForce } from './comparison-index'

type Cells = (readonly HeldPosition[] | undefined)[]

const known = new WeakMap<ComparisonReading, { cells: Cells; isWhole: boolean }>()
const none: readonly HeldPosition[] = []

function knownOf(reading: ComparisonReading): { cells: Cells; isWhole: boolean } {
  let found = known.get(reading)
  if (!found) known.set(reading, (found = { cells: [], isWhole: false }))
  return found
}

/** What is in force in one cell at the day of the reading, by `row * parties + column`; no evidence is weighed for it. */
export const inForceAt = (reading: ComparisonReading, at: number): readonly HeldPosition[] =>
  lookUp(reading, knownOf(reading).cells, at)

function lookUp({ index, asOf, parties }: ComparisonReading, cells: Cells, at: number) {
  const last = cells[at]
  if (last !== undefined) return last
  if (index.awaited.has(Math.floor(at / parties.length))) return none
  const positions = index.held[at]?.positions ?? none
  const inForce = positions.every((entry) => isInForce(entry, asOf))
    ? positions
    : positions.filter((entry) => isInForce(entry, asOf))
  cells[at] = inForce
  return inForce
}

/** The same of every cell, row by row, for what looks at all of them at once. */
export function positionsInForce(reading: ComparisonReading): readonly (readonly HeldPosition[])[] {
  const found = knownOf(reading)
  const cells = found.cells
  if (!found.isWhole) {
    for (let at = 0; at < reading.index.held.length; at += 1) cells[at] = lookUp(reading, cells, at)
    found.isWhole = reading.index.awaited.size === 0
  }
  // Every cell has just been filled.
  return cells as (readonly HeldPosition[])[]
}

/** What is recorded of a cell where no position is in force: a documented gap, or nothing. */
export const hasGap = (reading: ComparisonReading, at: number): boolean =>
  (reading.index.held[at]?.gaps.length ?? 0) > 0
