import { createContext, useContext, useMemo, useRef } from 'react'
import { readingDay } from '../../app/rules/comparison'
import {
  indexComparison,
  readComparison,
  type ComparisonIndex,
  type ComparisonReading,
} from '../../app/rules/comparison-index'
import { useCompareView } from './compare-view'
import { useComparedRecords } from './compared-records'
import type { QueryState } from './use-query'

const ComparisonContext = createContext<QueryState<ComparisonReading> | null>(null)

/** Read once for the window; the grid, the sidebar and the side pane look at the same. */
export const ComparisonProvider = ComparisonContext.Provider

export function useComparisonQuery(): QueryState<ComparisonReading> {
  const asOf = useCompareView((view) => view.asOf)
  const query = useComparedRecords()
  const read = query.value
  const records = read?.records
  const last = useRef<ComparisonIndex | null>(null)
  const index = useMemo(() => {
    if (read === undefined) return undefined
    const { since } = read
    const before = last.current
    const known = since !== null && before?.records === since.records
    last.current = indexComparison(
      read.records,
      known ? { index: before, touched: since.touched } : undefined,
    )
    return last.current
  }, [read])
  const day = records && readingDay(asOf, { asOf: null }, records.day)
  const value = useMemo(
    () => (index && day !== undefined ? readComparison(index, day) : undefined),
    [index, day],
  )
  // The state with the reading in place of the records that it was made from.
  return useMemo(() => ({ ...query, value }) as QueryState<ComparisonReading>, [query, value])
}

export function useComparison(): QueryState<ComparisonReading> {
  const query = useContext(ComparisonContext)
  if (query === null) throw new Error('The comparison was asked for where none is read.')
  return query
}
