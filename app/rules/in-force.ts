import type { ComparisonReading, HeldPosition } from './comparison-index'
import { isInForce } from './comparison-index'

const known = new WeakMap<ComparisonReading, (readonly HeldPosition[])[]>()
const none: readonly HeldPosition[] = []

/**
 * What is in force in each cell at the day of the reading, row by row: `[row * parties + column]`. Worked out once for
 * a reading, and without weighing any evidence: for what looks at every cell at once.
 */
export function positionsInForce(reading: ComparisonReading): readonly (readonly HeldPosition[])[] {
  let cells = known.get(reading)
  if (cells) return cells
  cells = reading.index.held.map((held) => {
    if (held === undefined || held.positions.length === 0) return none
    const { positions } = held
    return positions.every((entry) => isInForce(entry, reading.asOf))
      ? positions
      : positions.filter((entry) => isInForce(entry, reading.asOf))
  })
  known.set(reading, cells)
  return cells
}

/** What is recorded of a cell where no position is in force: a documented gap, or nothing. */
export const hasGap = (reading: ComparisonReading, at: number): boolean =>
  (reading.index.held[at]?.gaps.length ?? 0) > 0
