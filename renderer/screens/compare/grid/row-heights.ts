import { startsOf } from './grid-geometry'
import { isSameMeasure, noLongerHolds, type MeasuredFor } from './measured-for'

/**
 * The height of every row, exact where it has been measured and else as high as rows have been so far. What is in
 * sight is measured at once, the rest when the window has time, so that the scroll bar soon stands and stays.
 */
export type RowHeights = ReturnType<typeof createRowHeights>

type Known = Map<string, { height: number; isExact: boolean }>
type Shelf = { known: Known; measuredFor: MeasuredFor | null }

/** Ways of laying out, by widths and baseline, that are remembered: going back to one measures nothing. */
const mostShelves = 4

export function createRowHeights() {
  let heights = new Float64Array(0)
  let exact = new Uint8Array(0)
  let keys: readonly string[] = []
  const shelves = new Map<string, Shelf>()
  let shelf: Shelf = { known: new Map(), measuredFor: null }
  let foreseen: { name: string; measuredFor: MeasuredFor; known: Map<string, number> } | null = null
  let starts = startsOf(heights)
  let areStartsStale = false
  let usual = 160

  return {
    /**
     * Another way of laying out, or another moment of the same: what no longer holds is to be measured again, when rows
     * have been arranged. False where everything is as it was.
     */
    turnTo(name: string, now: MeasuredFor): boolean {
      const last = shelf
      if (shelves.get(name) === last && last.measuredFor && isSameMeasure(last.measuredFor, now)) return false
      // Heights of an earlier state of the dossier hold its records in memory, and hold no longer.
      for (const [other, { measuredFor }] of shelves)
        if (measuredFor?.index !== now.index && other !== name) shelves.delete(other)
      shelf = shelves.get(name) ?? { known: new Map(), measuredFor: null }
      // What is measured for the first time stands in at its last height.
      for (const [key, { height }] of last.known) {
        if (!shelf.known.has(key)) shelf.known.set(key, { height, isExact: false })
      }
      shelves.delete(name)
      shelves.set(name, shelf)
      if (shelves.size > mostShelves) shelves.delete(shelves.keys().next().value!)
      const before = shelf.measuredFor
      shelf.measuredFor = now
      if (before !== null) {
        const isGone = noLongerHolds(before, now)
        for (const [key, known] of shelf.known) if (known.isExact && isGone(key)) known.isExact = false
      }
      if (foreseen?.name === name && isSameMeasure(foreseen.measuredFor, now))
        for (const [key, height] of foreseen.known) shelf.known.set(key, { height, isExact: true })
      foreseen = null
      return true
    },
    /** The height of a row that may be in sight next, in this way of laying out or another; of one other at a time. */
    foresee(
      name: string,
      now: MeasuredFor,
      { key, measure }: { key: string; measure: () => number },
    ): number {
      const last = shelves.get(name)
      if (last?.measuredFor && isSameMeasure(last.measuredFor, now)) {
        const before = last.known.get(key)
        if (before?.isExact) return before.height
        const height = measure()
        last.known.set(key, { height, isExact: true })
        return height
      }
      if (foreseen?.name !== name || !isSameMeasure(foreseen.measuredFor, now))
        foreseen = { name, measuredFor: now, known: new Map() }
      const height = foreseen.known.get(key) ?? measure()
      foreseen.known.set(key, height)
      return height
    },
    /** Other rows, or the same in another order. Heights stay with the rows that they were measured for. */
    arrange(rowKeys: readonly string[]): void {
      keys = rowKeys
      heights = new Float64Array(keys.length)
      exact = new Uint8Array(keys.length)
      keys.forEach((key, row) => {
        const last = shelf.known.get(key)
        heights[row] = last?.height ?? usual
        exact[row] = last?.isExact ? 1 : 0
      })
      areStartsStale = true
    },
    /** Nothing measured holds any longer: another width, another font, another baseline. Last heights stand in. */
    forgetAll(): void {
      for (const last of shelf.known.values()) last.isExact = false
      exact.fill(0)
    },
    forget(row: number): void {
      const last = shelf.known.get(keys[row]!)
      if (last) last.isExact = false
      exact[row] = 0
    },
    isExact: (row: number): boolean => exact[row] === 1,
    set(row: number, height: number): void {
      shelf.known.set(keys[row]!, { height, isExact: true })
      exact[row] = 1
      if (heights[row] === height) return
      heights[row] = height
      areStartsStale = true
    },
    /** Rows that nobody has measured are taken to be as high as the others are on average. */
    settleUsual(): void {
      let sum = 0
      let count = 0
      for (let row = 0; row < heights.length; row += 1) {
        if (exact[row] === 1) {
          sum += heights[row]!
          count += 1
        }
      }
      if (count === 0 || count === heights.length) return
      const mean = Math.round(sum / count)
      keys.forEach((key, row) => {
        if (!shelf.known.has(key)) heights[row] = mean
      })
      usual = mean
      areStartsStale = true
    },
    of: (row: number): number => heights[row]!,
    starts(): Float64Array {
      if (areStartsStale) {
        starts = startsOf(heights)
        areStartsStale = false
      }
      return starts
    },
    total(): number {
      return this.starts().at(-1)!
    },
  }
}
