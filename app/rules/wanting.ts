import { cellsBetween } from './cell-days'
import type { ComparisonIndex, HeldPosition } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { hasFlag } from './filter'
import { hasGap, heldInForce, positionsInForce } from './in-force'

/** How much is wanting: cells of each silence, and positions in force of each lack. */
export type Wanting = { unseen: number; gap: number; unsourced: number; 'needs research': number }

/** At the day that was last asked for: from there to another, few cells count otherwise. */
const last = new WeakMap<ComparisonIndex, { asOf: string; wanting: Wanting }>()

export function countWanting(reading: ComparisonReading): Wanting {
  const { index, asOf } = reading
  const before = last.get(index)
  let wanting: Wanting
  if (before) {
    wanting = { ...before.wanting }
    for (const at of cellsBetween(index, before.asOf, asOf)) {
      count(wanting, -1, {
        index,
        at,
        asOf: before.asOf,
        positions: heldInForce(index.held[at], before.asOf),
      })
      count(wanting, 1, { index, at, asOf, positions: heldInForce(index.held[at], asOf) })
    }
  } else {
    const counted: Wanting = { unseen: 0, gap: 0, unsourced: 0, 'needs research': 0 }
    positionsInForce(reading).forEach((positions, at) => count(counted, 1, { index, at, asOf, positions }))
    wanting = counted
  }
  last.set(index, { asOf, wanting })
  return wanting
}

function count(
  wanting: Wanting,
  by: 1 | -1,
  {
    index,
    at,
    asOf,
    positions,
  }: { index: ComparisonIndex; at: number; asOf: string; positions: readonly HeldPosition[] },
): void {
  if (positions.length === 0) wanting[hasGap({ index }, at) ? 'gap' : 'unseen'] += by
  for (const entry of positions) {
    if (hasFlag(entry, 'unsourced', { asOf, sinceDay: null })) wanting.unsourced += by
    if (entry.position.needsResearch) wanting['needs research'] += by
  }
}
