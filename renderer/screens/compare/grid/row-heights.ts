import { startsOf } from './grid-geometry'

/**
 * The height of every row, exact where it has been measured and else as high as rows have been so far. What is in
 * sight is measured at once, the rest when the window has time, so that the scroll bar soon stands and stays.
 */
export type RowHeights = ReturnType<typeof createRowHeights>

export function createRowHeights() {
  let heights = new Float64Array(0)
  let exact = new Uint8Array(0)
  let keys: readonly string[] = []
  const known = new Map<string, { height: number; isExact: boolean }>()
  let starts = startsOf(heights)
  let areStartsStale = false
  let usual = 160

  return {
    /** Other rows, or the same in another order. Heights stay with the rows that they were measured for. */
    arrange(rowKeys: readonly string[]): void {
      keys = rowKeys
      heights = new Float64Array(keys.length)
      exact = new Uint8Array(keys.length)
      keys.forEach((key, row) => {
        const last = known.get(key)
        heights[row] = last?.height ?? usual
        exact[row] = last?.isExact ? 1 : 0
      })
      areStartsStale = true
    },
    /** Nothing measured holds any longer: another width, another font, another baseline. Last heights stand in. */
    forgetAll(): void {
      for (const last of known.values()) last.isExact = false
      exact.fill(0)
    },
    forget(row: number): void {
      const last = known.get(keys[row]!)
      if (last) last.isExact = false
      exact[row] = 0
    },
    isExact: (row: number): boolean => exact[row] === 1,
    set(row: number, height: number): void {
      known.set(keys[row]!, { height, isExact: true })
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
        if (!known.has(key)) heights[row] = mean
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
