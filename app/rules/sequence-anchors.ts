import type { Span } from './shortest-edits'

export type Anchor = readonly [i: number, j: number]

const repeated = -1

/** Places where the same run of items begins that occurs just once on each side, in the order of the first side. */
export function uniqueAnchors(
  { a, b }: { a: Uint32Array; b: Uint32Array },
  { a0, a1, b0, b1 }: Span,
  run: number,
): Anchor[] {
  const mask = 2 ** Math.ceil(Math.log2(2 * (a1 - a0 + b1 - b0) + 2)) - 1
  const hashes = new Int32Array(mask + 1)
  // One more than the place where the run begins, 0 for none.
  const inA = new Int32Array(mask + 1)
  const inB = new Int32Array(mask + 1)

  const note = (items: Uint32Array, from: number, to: number, places: Int32Array) => {
    for (let at = from; at + run <= to; at += 1) {
      const hash = hashOf(items, at, run)
      let slot = (hash ^ (hash >>> 15)) & mask
      while ((inA[slot] !== 0 || inB[slot] !== 0) && hashes[slot] !== hash) slot = (slot + 1) & mask
      hashes[slot] = hash
      places[slot] = places[slot] === 0 ? at + 1 : repeated
    }
  }
  note(a, a0, a1, inA)
  note(b, b0, b1, inB)

  const anchors: Anchor[] = []
  for (let slot = 0; slot <= mask; slot += 1) {
    const i = inA[slot]! - 1
    const j = inB[slot]! - 1
    if (i < 0 || j < 0 || !isSameRun({ a, b }, i, j, run)) continue
    anchors.push([i, j])
  }
  return anchors.sort((one, other) => one[0] - other[0])
}

function hashOf(items: Uint32Array, at: number, run: number): number {
  let hash = 0x811c9dc5
  for (let next = at; next < at + run; next += 1) hash = Math.imul(hash ^ items[next]!, 0x01000193)
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995)
}

/** Two runs may share a hash by chance. */
function isSameRun({ a, b }: { a: Uint32Array; b: Uint32Array }, i: number, j: number, run: number): boolean {
  for (let step = 0; step < run; step += 1) {
    if (a[i + step] !== b[j + step]) return false
  }
  return true
}

/** The most anchors that come in the same order on both sides: patience sorting. */
export function longestRisingChain(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = []
  const before = new Int32Array(anchors.length).fill(-1)
  for (const [index, [, j]] of anchors.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (anchors[tails[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = tails[low - 1]!
    tails[low] = index
  }
  const chain: Anchor[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index]!) chain.push(anchors[index]!)
  return chain.reverse()
}
