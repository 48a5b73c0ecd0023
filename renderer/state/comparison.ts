import { createContext, useContext } from 'react'
import type { Comparison } from '../../app/rules/comparison'
import { useCompareView } from './compare-view'
import { useQuery, type QueryState } from './use-query'

const ComparisonContext = createContext<QueryState<Comparison> | null>(null)

/** Read once for the window; the grid, the sidebar and the side pane look at the same. */
export const ComparisonProvider = ComparisonContext.Provider

export function useComparisonQuery(): QueryState<Comparison> {
  const asOf = useCompareView((view) => view.asOf)
  return useQuery('comparison.read', { asOf })
}

export function useComparison(): QueryState<Comparison> {
  const query = useContext(ComparisonContext)
  if (query === null) throw new Error('The comparison was asked for where none is read.')
  return query
}
