import { longestRisingChain, uniqueAnchors } from './sequence-anchors'
import { keepShortest, type Kept, type Span } from './shortest-edits'

export type EditScriptOptions = {
  /** Up to so many items, of both sides together, the script is the shortest there is. */
  shortestUpTo?: number
  /** Comparisons of two items; once they are used up, what is left counts as replaced. */
  budget?: number
}

/** Some 8 MB of memory and 10 ms at worst. */
const shortestUpTo = 2_000
/** About 150 ms. */
const wholeBudget = 20_000_000
/** How many items in a row must occur once on each side for a place to be taken as the same. */
const runLengths = [6, 3, 1]

/**
 * Which items of two sequences are kept and which are not. What runs of items occur once on each side are found first,
 * the longest chain of them in order stays, and the gaps between are compared with Myers' algorithm (1986).
 */
export function editScript(a: Uint32Array, b: Uint32Array, options: EditScriptOptions = {}): Kept {
  const kept: Kept = { a: new Uint8Array(a.length), b: new Uint8Array(b.length) }
  const work = {
    a,
    b,
    kept,
    shortestUpTo: options.shortestUpTo ?? shortestUpTo,
    budget: options.budget ?? wholeBudget,
  }
  compareSpan(work, { a0: 0, a1: a.length, b0: 0, b1: b.length }, 0)
  return kept
}

export type Work = {
  a: Uint32Array
  b: Uint32Array
  kept: Kept
  shortestUpTo: number
  budget: number
}

function compareSpan(work: Work, whole: Span, level: number): void {
  const span = keepEnds(work, whole)
  const size = span.a1 - span.a0 + (span.b1 - span.b0)
  if (span.a0 === span.a1 || span.b0 === span.b1) return
  const run = runLengths[level]
  if (size <= work.shortestUpTo || run === undefined) {
    keepShortest(work, span, { mostEdits: Math.max(work.shortestUpTo, shortestUpTo) })
    return
  }
  let { a0, b0 } = span
  const anchors = uniqueAnchors(work, span, run)
  for (const number of longestRisingChain(anchors)) {
    const i = anchors.i[number]!
    const j = anchors.j[number]!
    // Inside the stretch that the anchor before this one grew into.
    if (i < a0 || j < b0) continue
    compareSpan(work, { a0, a1: i, b0, b1: j }, level + 1)
    a0 = i
    b0 = j
    while (a0 < span.a1 && b0 < span.b1 && work.a[a0] === work.b[b0]) {
      work.kept.a[a0++] = 1
      work.kept.b[b0++] = 1
    }
  }
  compareSpan(work, { a0, a1: span.a1, b0, b1: span.b1 }, level + 1)
}

/** What is the same at both ends stays, and what is between is left to compare. */
function keepEnds({ a, b, kept }: Work, { a0, a1, b0, b1 }: Span): Span {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    kept.a[a0++] = 1
    kept.b[b0++] = 1
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    kept.a[--a1] = 1
    kept.b[--b1] = 1
  }
  return { a0, a1, b0, b1 }
}
