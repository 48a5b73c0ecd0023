import { cellsBetween } from '../../../../app/rules/cell-days'
import type { ComparisonIndex } from '../../../../app/rules/comparison-index'
import type { Scene } from './scene'

/** What row heights were measured for, besides the way in which the grid is laid out. */
export type MeasuredFor = {
  index: ComparisonIndex
  /** ISO day. */
  asOf: string
  marksOf: Scene['marksOf']
  arrivals: number
}

export const measuredForOf = ({ reading, baseline, marksOf, arrivals }: Scene): MeasuredFor => ({
  index: reading.index,
  asOf: reading.asOf,
  marksOf,
  // Elsewhere no two texts are compared.
  arrivals: baseline || marksOf ? arrivals : 0,
})

export const isSameMeasure = (a: MeasuredFor, b: MeasuredFor): boolean =>
  a.index === b.index && a.asOf === b.asOf && a.marksOf === b.marksOf && a.arrivals === b.arrivals

/**
 * Which lines, by their height keys, may be taller or lower now than when they were measured. From one day to another
 * these are the lines of the cells that read otherwise.
 */
export function noLongerHolds(before: MeasuredFor, now: MeasuredFor): (heightKey: string) => boolean {
  if (
    before.index !== now.index ||
    before.marksOf !== now.marksOf ||
    // Only where a baseline or marks show differences do they arrive.
    before.arrivals !== now.arrivals
  ) {
    return () => true
  }
  if (before.asOf === now.asOf) return () => false
  if (now.index.awaited.size > 0) return () => true
  const { issues, records } = now.index
  const width = records.parties.length
  const touched = new Set<string>()
  for (const at of cellsBetween(now.index, before.asOf, now.asOf)) {
    touched.add(issues[Math.floor(at / width)]!.id)
    touched.add(records.parties[at % width]!.id)
  }
  return (heightKey) => touched.has(idIn(heightKey))
}

/** A line's key, with which its height key begins. */
function idIn(heightKey: string): string {
  const end = heightKey.indexOf(' ')
  return end === -1 ? heightKey : heightKey.slice(0, end)
}
