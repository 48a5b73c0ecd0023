import { createContext, createElement, useContext, useMemo, type ReactNode } from 'react'
import { readingDay } from '../../app/rules/comparison'
import { readComparison, type ComparisonReading } from '../../app/rules/comparison-reading'
import { isLookingFor } from '../../app/rules/filter'
import { useAfterFrame } from './after-frame'
import { useCompareView } from './compare-view'
import { useComparedRecords, type ReadRecords } from './compared-records'
import { useComparisonView } from './comparison-view'
import type { QueryState } from './use-query'

export type ComparisonQuery = QueryState<ComparisonReading> & {
  /** Until all of it has come: rows and columns, and what has come of what is said. */
  coming?: ComparisonReading
}

const GridComparisonContext = createContext<ComparisonQuery | null>(null)
const ComparisonContext = createContext<ComparisonQuery | null>(null)

/** Read once for the window; the sidebar and the side pane look at the same as the grid, when that has been drawn. */
export function ComparisonProvider({ value, children }: { value: ComparisonQuery; children: ReactNode }) {
  const behind = useAfterFrame(value)
  return createElement(
    GridComparisonContext,
    { value },
    createElement(ComparisonContext, { value: behind }, children),
  )
}

export function useComparisonQuery(): ComparisonQuery {
  const query = useComparedRecords()
  const asOf = useCompareView((view) => view.asOf)
  const isByNumber = useComparisonView(
    ({ layout, filters }) => layout.rowOrder === 'number' && !layout.isTransposed && !isLookingFor(filters),
  )
  const value = useReading(query.value, asOf)
  // What some rows say does not tell yet which rows answer, nor in what order.
  const coming = useReading(isByNumber && query.value === undefined ? query.coming : undefined, asOf)
  // The state with the reading in place of the records that it was made from.
  return useMemo(() => ({ ...query, value, coming }) as ComparisonQuery, [query, value, coming])
}

function useReading(read: ReadRecords | undefined, asOf: string | null): ComparisonReading | undefined {
  const index = read?.index
  const day = read && readingDay(asOf, { asOf: null }, read.day)
  return useMemo(() => (index && day !== undefined ? readComparison(index, day) : undefined), [index, day])
}

/** For all that stands beside the grid: it follows when the grid has answered. */
export const useComparison = (): ComparisonQuery => read(useContext(ComparisonContext))

/** For the grid, and what is done in it. */
export const useGridComparison = (): ComparisonQuery => read(useContext(GridComparisonContext))

function read(query: ComparisonQuery | null): ComparisonQuery {
  if (query === null) throw new Error('The comparison was asked for where none is read.')
  return query
}

/** For what can be shown before all of a large comparison has come. */
export function useReadingAtOnce(): ComparisonReading | undefined {
  const { value, coming } = useComparison()
  return value ?? coming
}
