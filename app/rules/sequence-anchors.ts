import type { Span } from './shortest-edits'

/** Places that pair up: `i[n]` on the one side with `j[n]` on the other, `i` rising. */
export type Anchors = { count: number; i: Int32Array; j: Int32Array }

const repeated = -1

/** Places where the same run of items begins that occurs just once on each side, in the order of the first side. */
export function uniqueAnchors(
  { a, b }: { a: Uint32Array; b: Uint32Array },
  { a0, a1, b0, b1 }: Span,
  run: number,
): Anchors {
  const mask = 2 ** Math.ceil(Math.log2(2 * (a1 - a0 + b1 - b0) + 2)) - 1
  const hashes = new Int32Array(mask + 1)
  // One more than the place where the run begins, 0 for none.
  const inA = new Int32Array(mask + 1)
  const inB = new Int32Array(mask + 1)

  const note = (items: Uint32Array, from: number, to: number, places: Int32Array, slots?: Int32Array) => {
    for (let at = from; at + run <= to; at += 1) {
      const hash = hashOf(items, at, run)
      let slot = (hash ^ (hash >>> 15)) & mask
      while ((inA[slot] !== 0 || inB[slot] !== 0) && hashes[slot] !== hash) slot = (slot + 1) & mask
      hashes[slot] = hash
      places[slot] = places[slot] === 0 ? at + 1 : repeated
      if (slots) slots[at - from] = slot
    }
  }
  const slots = new Int32Array(a1 - a0)
  note(a, a0, a1, inA, slots)
  note(b, b0, b1, inB)

  const anchors = { count: 0, i: new Int32Array(a1 - a0), j: new Int32Array(a1 - a0) }
  for (let at = a0; at + run <= a1; at += 1) {
    const slot = slots[at - a0]!
    const j = inB[slot]! - 1
    if (inA[slot] === repeated || j < 0 || !isSameRun({ a, b }, at, j, run)) continue
    anchors.i[anchors.count] = at
    anchors.j[anchors.count++] = j
  }
  return anchors
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

/** The most anchors that come in the same order on both sides, by their numbers: patience sorting. */
export function longestRisingChain({ count, j }: Anchors): Int32Array {
  const tails = new Int32Array(count)
  const before = new Int32Array(count)
  let length = 0
  for (let index = 0; index < count; index += 1) {
    let low = 0
    let high = length
    // Mostly the longest chain goes on.
    if (length > 0 && j[tails[length - 1]!]! < j[index]!) low = length
    while (low < high) {
      const middle = (low + high) >> 1
      if (j[tails[middle]!]! < j[index]!) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
    if (low === length) length += 1
  }
  const chain = new Int32Array(length)
  let index = length > 0 ? tails[length - 1]! : -1
  for (let at = length - 1; at >= 0; at -= 1) {
    chain[at] = index
    index = before[index]!
  }
  return chain
}
