import { useSyncExternalStore } from 'react'
import { readableDifferences } from '../../app/rules/readable-differences'
import { wordDifferences, type Difference } from '../../app/rules/word-differences'

/** UTF-16 units of both texts; up to here comparing them takes less than a frame has left. */
const atOnceUpTo = 20_000
/** Pairs of texts; a screen shows some hundred. */
const mostKnown = 5_000

const known = new Map<string, readonly Difference[]>()
const awaited = new Set<string>()
const listeners = new Set<() => void>()
let arrivals = 0

/** How the texts differ, for a reader. Null while two long ones are being compared; the answer is announced. */
export function differencesOf(before: string, after: string): readonly Difference[] | null {
  const key = `${before.length} ${before}${after}`
  const found = known.get(key)
  if (found) return found
  if (before.length + after.length <= atOnceUpTo) return remember(key, compared(before, after))
  if (!awaited.has(key)) {
    awaited.add(key)
    whenIdle(() => {
      awaited.delete(key)
      remember(key, compared(before, after))
      arrivals += 1
      for (const listener of listeners) listener()
    })
  }
  return null
}

/** Draws again whenever two long texts have been compared. */
export function useDifferencesArriving(): void {
  useSyncExternalStore(listen, () => arrivals)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const compared = (before: string, after: string) => readableDifferences(wordDifferences(before, after))

function remember(key: string, differences: readonly Difference[]): readonly Difference[] {
  if (known.size >= mostKnown) known.delete(known.keys().next().value!)
  known.set(key, differences)
  return differences
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1_000 })
  else setTimeout(work)
}
