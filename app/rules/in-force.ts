import { cellsBetween } from './cell-days'
import type { ComparisonIndex, HeldCell, HeldPosition } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { isInForce } from './comparison-index'

type Known = { asOf: string; cells: (readonly HeldPosition[] | undefined)[]; isWhole: boolean }

const known = new WeakMap<ComparisonReading, Known>()
/** At the day that was last asked for: from there to another, few cells change. */
const last = new WeakMap<ComparisonIndex, Known>()
const none: readonly HeldPosition[] = []

function knownOf(reading: ComparisonReading): Known {
  let found = known.get(reading)
  if (found) return found
  const { index, asOf } = reading
  const before = last.get(index)
  if (before?.asOf === asOf) found = before
  else if (before) {
    const cells = before.cells.slice()
    for (const at of cellsBetween(index, before.asOf, asOf)) cells[at] = heldInForce(index.held[at], asOf)
    found = { asOf, cells, isWhole: before.isWhole }
  } else found = { asOf, cells: [], isWhole: false }
  known.set(reading, found)
  // What is still to come may supersede what has.
  if (index.awaited.size === 0) last.set(index, found)
  return found
}

/** What is in force in one cell at the day of the reading, by `row * parties + column`; no evidence is weighed for it. */
export const inForceAt = (reading: ComparisonReading, at: number): readonly HeldPosition[] =>
  lookUp(reading, knownOf(reading), at)

function lookUp({ index, asOf, parties }: ComparisonReading, { cells }: Known, at: number) {
  const found = cells[at]
  if (found !== undefined) return found
  if (index.awaited.has(Math.floor(at / parties.length))) return none
  return (cells[at] = heldInForce(index.held[at], asOf))
}

/** The same of every cell, row by row, for what looks at all of them at once. */
export function positionsInForce(reading: ComparisonReading): readonly (readonly HeldPosition[])[] {
  const found = knownOf(reading)
  const { cells } = found
  if (!found.isWhole) {
    for (let at = 0; at < reading.index.held.length; at += 1) cells[at] = lookUp(reading, found, at)
    found.isWhole = reading.index.awaited.size === 0
  }
  // Every cell has just been filled.
  return cells as (readonly HeldPosition[])[]
}

/** What of one cell is in force at an ISO day. */
export function heldInForce(held: HeldCell | undefined, asOf: string): readonly HeldPosition[] {
  if (held === undefined || held.positions.length === 0) return none
  const { positions } = held
  return positions.every((entry) => isInForce(entry, asOf))
    ? positions
    : positions.filter((entry) => isInForce(entry, asOf))
}

/** What is recorded of a cell where no position is in force: a documented gap, or nothing. */
export const hasGap = ({ index }: Pick<ComparisonReading, 'index'>, at: number): boolean =>
  (index.held[at]?.gaps.length ?? 0) > 0
