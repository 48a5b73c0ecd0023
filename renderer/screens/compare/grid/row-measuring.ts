import { afterFrame } from '../../../state/after-frame'
import { whenFree } from '../../../state/spare-time'
import { lineAt, type LineWindow } from './grid-geometry'
import type { Anchor, ReaderView } from './reader-view'
import { heightOfRow } from './row-height'
import type { RowHeights } from './row-heights'
import { isAwaited, type Scene } from './scene'

/** Of one slice of measuring, in milliseconds: less than a frame has left. */
const sliceMs = 6

/** What is about to be seen is exact before it is drawn; the rest is measured when the window has time. */
export function createRowMeasuring({
  scroller,
  heights,
  view,
  sceneNow,
  onMeasured,
}: {
  scroller: HTMLElement
  heights: RowHeights
  view: ReaderView
  sceneNow: () => Scene
  /** Takes what has been measured out of sight. */
  onMeasured: (take: () => void) => void
}) {
  let slice: AbortController | null = null
  /** All of it counts at once, so that nothing moves while it is being measured. */
  const pending = new Map<number, number>()

  const measure = (row: number) => heights.set(row, heightOfRow(sceneNow(), row))
  /** A row of which it is not known yet what is said on it is as high as others are until it comes. */
  const needsMeasure = (row: number) => !heights.isExact(row) && !isAwaited(sceneNow(), row)

  function take(): void {
    for (const [row, height] of pending) if (!heights.isExact(row)) heights.set(row, height)
    pending.clear()
  }

  function stop(): void {
    slice?.abort()
    slice = null
  }

  return {
    measure,
    stop,
    /** What is known so far counts, and nothing more is measured for what was shown. */
    settle(): void {
      stop()
      take()
    },
    forgetAll(): void {
      stop()
      pending.clear()
      heights.forgetAll()
    },

    /** Before it is known how far down the sight goes. */
    measureAround(anchor: Anchor | null): void {
      const { plan } = sceneNow()
      const from = (anchor && plan.rowOfKey.get(anchor.key)) ?? lineAt(heights.starts(), view.top())
      let room = view.height()
      for (let row = Math.max(0, from - 1); row < plan.down.length && room > 0; row += 1) {
        if (needsMeasure(row)) measure(row)
        room -= heights.of(row)
      }
      heights.settleUsual()
    },

    /** Rows that have not been measured yet: each one measured may bring others into sight. */
    measureWanted(only: { isInSight?: boolean } = {}): LineWindow {
      let rows = view.rowsOf(sceneNow(), only)
      for (let isSure = false; !isSure; ) {
        isSure = true
        for (let row = rows.first; row <= rows.last; row += 1) {
          if (!needsMeasure(row)) continue
          measure(row)
          isSure = false
        }
        if (!isSure) rows = view.rowsOf(sceneNow(), only)
      }
      return rows
    },

    /** After the frame that whoever pressed a key waits for, a slice at a time. */
    measureLater(): void {
      if (slice !== null) return
      // For whoever measures or tests: whether the scroll bar will still change by itself.
      scroller.dataset.rows = 'being measured'
      // With the last rows the last letters have come too: measured before, many rows would be measured twice.
      if (sceneNow().reading.index.awaited.size > 0) return
      slice = new AbortController()
      const { signal } = slice
      let row = 0
      const work = () => {
        if (signal.aborted) return
        const until = performance.now() + sliceMs
        const last = sceneNow().plan.down.length
        for (; row < last && performance.now() < until; row += 1) {
          if (!heights.isExact(row)) pending.set(row, heightOfRow(sceneNow(), row))
        }
        if (row < last) return whenFree(work)
        slice = null
        if (pending.size > 0) onMeasured(take)
        scroller.dataset.rows = 'measured'
      }
      afterFrame(work)
    },
  }
}
