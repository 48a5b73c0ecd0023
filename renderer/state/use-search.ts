import { useEffect, useState } from 'react'
import type { SearchHit } from '../../app/contract/search-contract'
import { useApi } from './application'
import { showFailure } from './notice'

export type Found = {
  /** What was looked for; while somebody types on, it lags a moment behind. */
  words: string
  hits: SearchHit[]
  /** Undecided while the best matches are still being looked for. */
  order: 'undecided' | 'best first' | 'as recorded'
}

/** As many as a glance takes in; the rest follows. */
export const firstHits = 12

const nothing: Found = { words: '', hits: [], order: 'undecided' }

/** The first hits at once; then the best ones first, where ranking them takes no longer than a glance. */
export function useSearch(words: string): Found {
  const api = useApi()
  const [found, setFound] = useState<Found>(nothing)
  const isEmpty = words.trim() === ''

  useEffect(() => {
    if (isEmpty) return
    let isCurrent = true
    const show = (next: Partial<Found>) => isCurrent && setFound((last) => ({ ...last, words, ...next }))
    const look = async () => {
      show({ hits: await api.call('search.find', { words, limit: firstHits }), order: 'undecided' })
      const ranked = await api.call('search.rank', { words })
      if (ranked !== null) return show({ hits: ranked, order: 'best first' })
      show({ hits: await api.call('search.find', { words }), order: 'as recorded' })
    }
    look().catch((error: unknown) => isCurrent && showFailure(error))
    return () => {
      isCurrent = false
    }
  }, [api, words, isEmpty])

  return isEmpty ? nothing : found
}
