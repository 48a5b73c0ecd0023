import type { RowOrder } from '../model/comparison-view'
import { rowsBetween } from './cell-days'
import type { ComparisonIndex } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { disagreementOf, type Disagreement } from './disagreement'
import { endOf } from './end-of'
import { hasGap, positionsInForce } from './in-force'

/** What a row is sorted by. */
export type RowMeasure =
  /** Null where no two parties can be compared. */
  | { by: 'disagreement'; disagreement: Disagreement | null }
  /** The newest ISO day, up to that of the reading, on which a position began or was over, or one was spoken of. */
  | { by: 'changed'; on: string | null }
  | { by: 'gaps'; count: number }

/** What each row has of it, by these columns; null for all by number. */
export function measureRows(
  reading: ComparisonReading,
  order: RowOrder,
  columns: readonly number[],
): readonly (RowMeasure | null)[] {
  if (order === 'number') return reading.issues.map(() => null)
  // Read through to its end: what has not been done in idle time is done now.
  return endOf(findMeasures(reading, order, columns))
}

type Measured = { key: string; asOf: string; measures: readonly RowMeasure[] }

/** The last of each order: folding and filtering leave it as it is, and another day changes few rows. */
const known = new WeakMap<ComparisonIndex, { [Order in RowOrder]?: Measured }>()

const keyOf = (columns: readonly number[]): string => columns.toSorted((a, b) => a - b).join()

function kept(reading: ComparisonReading, order: RowOrder, columns: readonly number[]): Measured | undefined {
  const last = known.get(reading.index)?.[order]
  return last?.asOf === reading.asOf && last.key === keyOf(columns) ? last : undefined
}

/**
 * The same a row at a time, for idle time: fifty parties are a thousand pairs, and a thousand rows take longer than a
 * frame. From one day to another only the rows are measured again in which something changes.
 */
export function* findMeasures(
  reading: ComparisonReading,
  order: Exclude<RowOrder, 'number'>,
  columns: readonly number[],
): Generator<void, readonly RowMeasure[]> {
  const found = kept(reading, order, columns)
  if (found) return found.measures
  const { index, asOf } = reading
  const key = keyOf(columns)
  const last = known.get(index)?.[order]
  const before = last?.key === key ? last : undefined
  const touched = before && rowsBetween(index, before.asOf, asOf)
  const measures: RowMeasure[] = []
  for (let row = 0; row < reading.issues.length; row += 1) {
    if (before && !touched!.has(row)) {
      measures.push(before.measures[row]!)
      continue
    }
    measures.push(measureOf[order](reading, row, columns))
    yield
  }
  if (index.awaited.size === 0) known.set(index, { ...known.get(index), [order]: { key, asOf, measures } })
  return measures
}

const measureOf = {
  disagreement: (reading, row, columns) => ({
    by: 'disagreement',
    disagreement: disagreementOf(reading, row, columns),
  }),
  changed: (reading, row, columns) => ({ by: 'changed', on: changedOn(reading, row, columns) }),
  gaps: (reading, row, columns) => ({ by: 'gaps', count: countGaps(reading, row, columns) }),
} satisfies Record<
  Exclude<RowOrder, 'number'>,
  (reading: ComparisonReading, row: number, columns: readonly number[]) => RowMeasure
>

function changedOn({ index, asOf, parties }: ComparisonReading, row: number, columns: readonly number[]) {
  let newest: string | null = null
  const meet = (day: string | null) => {
    if (day !== null && day <= asOf && (newest === null || day > newest)) newest = day
  }
  for (const column of columns) {
    for (const { begins, ends, facts } of index.held[row * parties.length + column]?.positions ?? []) {
      meet(begins)
      meet(ends)
      for (const { day } of facts) meet(day)
    }
  }
  return newest
}

function countGaps(reading: ComparisonReading, row: number, columns: readonly number[]): number {
  const inForce = positionsInForce(reading)
  return columns.filter((column) => {
    const at = row * reading.parties.length + column
    return inForce[at]!.length === 0 && hasGap(reading, at)
  }).length
}

/**
 * Negative where the first is shown before the second: the most divided, the latest changed, the one with the most gaps.
 * Where nothing can be told comes last. Zero for equals, which stay in the order of their numbers.
 */
export function compareMeasures(a: RowMeasure | null, b: RowMeasure | null): number {
  if (a?.by === 'disagreement' && b?.by === 'disagreement') {
    if (a.disagreement === null || b.disagreement === null) {
      return Number(a.disagreement === null) - Number(b.disagreement === null)
    }
    return b.disagreement.value - a.disagreement.value || b.disagreement.pairs - a.disagreement.pairs
  }
  if (a?.by === 'changed' && b?.by === 'changed') {
    if (a.on === b.on) return 0
    return (a.on ?? '') > (b.on ?? '') ? -1 : 1
  }
  return a?.by === 'gaps' && b?.by === 'gaps' ? b.count - a.count : 0
}
