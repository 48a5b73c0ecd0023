import type { ComparisonReading } from './comparison-index'
import { hasFlag } from './filter'
import { hasGap, positionsInForce } from './in-force'

/** How much is wanting: cells of each silence, and positions in force of each lack. */
export type Wanting = { unseen: number; gap: number; unsourced: number; 'needs research': number }

export function countWanting(reading: ComparisonReading): Wanting {
  const wanting: Wanting = { unseen: 0, gap: 0, unsourced: 0, 'needs research': 0 }
  const at = { asOf: reading.asOf, sinceDay: null }
  positionsInForce(reading).forEach((positions, cell) => {
    if (positions.length === 0) wanting[hasGap(reading, cell) ? 'gap' : 'unseen'] += 1
    for (const entry of positions) {
      if (hasFlag(entry, 'unsourced', at)) wanting.unsourced += 1
      if (hasFlag(entry, 'needs research', at)) wanting['needs research'] += 1
    }
  })
  return wanting
}
