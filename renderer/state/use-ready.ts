import { useEffect } from 'react'
import type { QueryState } from './use-query'

/** Says on the root element whether what was asked for is on the page, for whoever prints or measures it. */
export function useReady(query: QueryState<unknown>): void {
  const readiness = query.status === 'ready' ? 'true' : query.status === 'failed' ? 'failed' : 'false'
  useEffect(() => {
    document.documentElement.dataset.ready = readiness
  }, [readiness])
}
