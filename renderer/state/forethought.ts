import { useEffect } from 'react'
import type { Arrangement } from '../../app/rules/arrangement'
import { findDaysOfCells } from '../../app/rules/cell-days'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import { findMeasures } from '../../app/rules/row-measures'
import { inSpareTime } from './spare-time'
import { findSuggestions } from './status-suggestions'

/**
 * What the next key may ask for, worked out while nobody waits: what rows suggest that are scrolled to, another day,
 * another order of the rows.
 */
export function useForethought(reading: ComparisonReading, { columns }: Arrangement): void {
  const stood = columns.flatMap(({ standsFor }) => standsFor).join()
  useEffect(() => {
    if (reading.index.awaited.size > 0) return
    return inSpareTime(foresee(reading, stood.split(',').map(Number)))
  }, [reading, stood])
}

function* foresee(reading: ComparisonReading, columns: readonly number[]): Generator<void> {
  yield* findDaysOfCells(reading.index)
  yield* findSuggestions(reading)
  for (const order of ['disagreement', 'changed', 'gaps'] as const) {
    yield* findMeasures(reading, order, columns)
  }
}
