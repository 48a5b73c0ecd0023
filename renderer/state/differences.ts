import { useSyncExternalStore } from 'react'
import { readableDifferences } from '../../app/rules/readable-differences'
import { wordDifferences, type Difference } from '../../app/rules/word-differences'
import type { TwoTexts } from './differences-worker'
// oxlint-disable-next-line import/default -- the bundler makes the address
import workerAddress from './differences-worker?worker&url'

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
    compareElsewhere({ key, before, after })
  }
  return null
}

/** Draws again whenever two long texts have been compared; how often that has been. */
export function useDifferencesArriving(): number {
  return useSyncExternalStore(listen, () => arrivals)
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

function arrive(key: string, differences: readonly Difference[]): void {
  awaited.delete(key)
  remember(key, differences)
  arrivals += 1
  for (const listener of listeners) listener()
}

let worker: Worker | null = null

/** In a thread of its own, so that the window goes on; where there are none, once this task is over. */
function compareElsewhere(texts: TwoTexts): void {
  if (!('Worker' in window)) {
    setTimeout(() => arrive(texts.key, compared(texts.before, texts.after)))
    return
  }
  worker ??= startWorker()
  worker.postMessage(texts)
}

function startWorker(): Worker {
  const started = new Worker(trusted(workerAddress))
  started.addEventListener('message', ({ data }: MessageEvent<{ key: string; differences: Difference[] }>) =>
    arrive(data.key, data.differences),
  )
  return started
}

/** The page's policy lets no text become a script but what a policy of the page itself has named. */
function trusted(address: string): string {
  const policy = window.trustedTypes?.createPolicy('differences-worker', { createScriptURL: () => address })
  // The compiler knows no trusted address, which is what a worker is started from here.
  return (policy?.createScriptURL(address) ?? address) as string
}
