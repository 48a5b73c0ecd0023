/** A stretch of either sequence, the end left out. */
export type Span = { a0: number; a1: number; b0: number; b1: number }

/** 1 for each item that both sequences share in order, 0 for what one of them alone has. */
export type Kept = { a: Uint8Array; b: Uint8Array }

type Compared = { a: Uint32Array; b: Uint32Array; kept: Kept; budget: number }

/** How far each diagonal reached after so many edits, one row after the other; grows, and is used again. */
let trace = new Int32Array(1 << 14)
const rowAt = (edits: number) => (edits * (edits + 1)) / 2

/**
 * Marks what stays in the shortest edit script between two stretches: Myers' greedy algorithm. Where that takes more
 * edits than allowed or more comparisons than the budget has left, nothing in between is marked as kept.
 */
export function keepShortest(compared: Compared, span: Span, { mostEdits }: { mostEdits: number }): void {
  const edits = reach(compared, span, mostEdits)
  if (edits !== null) walkBack(compared.kept, span, edits)
}

/** The number of edits that it takes from one end to the other, with the way there left in the trace. */
function reach(compared: Compared, { a0, a1, b0, b1 }: Span, mostEdits: number): number | null {
  const { a, b } = compared
  const n = a1 - a0
  const m = b1 - b0
  for (let edits = 0; edits <= Math.min(n + m, mostEdits); edits += 1) {
    const row = rowAt(edits)
    const rowBefore = rowAt(edits - 1)
    if (row + edits >= trace.length) grow(row + edits + 1)
    // Diagonals that have left the rectangle need no more steps.
    const first = -edits + 2 * Math.max(0, edits - m)
    const last = edits - 2 * Math.max(0, edits - n)
    for (let diagonal = first; diagonal <= last; diagonal += 2) {
      let x = edits === 0 ? 0 : step(rowBefore, edits, diagonal)
      const from = x
      while (x < n && x - diagonal < m && a[a0 + x] === b[b0 + x - diagonal]) x += 1
      compared.budget -= 1 + x - from
      trace[row + (diagonal + edits) / 2] = x
      if (x >= n && x - diagonal >= m) return edits
    }
    if (compared.budget <= 0) return null
  }
  return null
}

/** How far one more edit gets on a diagonal: down from the one above it, or right from the one below. */
function step(rowBefore: number, edits: number, diagonal: number): number {
  return isDown(rowBefore, edits, diagonal)
    ? trace[rowBefore + (diagonal + edits) / 2]!
    : trace[rowBefore + (diagonal + edits) / 2 - 1]! + 1
}

function isDown(rowBefore: number, edits: number, diagonal: number): boolean {
  if (diagonal === -edits) return true
  if (diagonal === edits) return false
  const above = rowBefore + (diagonal + edits) / 2
  return trace[above - 1]! < trace[above]!
}

function walkBack(kept: Kept, { a0, a1, b0, b1 }: Span, edits: number): void {
  let x = a1 - a0
  let diagonal = x - (b1 - b0)
  for (let left = edits; left >= 0; left -= 1) {
    const rowBefore = rowAt(left - 1)
    const isDownHere = left > 0 && isDown(rowBefore, left, diagonal)
    const from = left === 0 ? 0 : step(rowBefore, left, diagonal)
    while (x > from) {
      x -= 1
      kept.a[a0 + x] = 1
      kept.b[b0 + x - diagonal] = 1
    }
    if (left === 0) return
    if (isDownHere) diagonal += 1
    else {
      diagonal -= 1
      x -= 1
    }
  }
}

function grow(least: number): void {
  const larger = new Int32Array(Math.max(least, trace.length * 2))
  larger.set(trace)
  trace = larger
}
