import { lineAt, linesBetween, type LineWindow } from './grid-geometry'
import type { RowHeights } from './row-heights'
import type { Scene } from './scene'

/** CSS pixels drawn beyond each edge, so that a wheel's turn finds what it uncovers. */
const beyond = { rows: 260, columns: 200 }
/** Of the height in sight, moved since the last frame: from here on nothing drawn beyond would be seen. */
const fast = 0.6
/** Cells that may all be drawn at once, in sight or not: a reader's own search then finds every word. */
const smallCells = 120

/** A row that stays where it is, and how far down in it the sight begins, in CSS pixels. */
export type Anchor = { key: string; into: number }

/** Nothing beyond what is in sight. */
type Only = { isInSight?: boolean }

export type ReaderView = ReturnType<typeof createReaderView>

/** Where the reader looks, which rows and columns that is, and which lie so near that they are drawn as well. */
export function createReaderView(scroller: HTMLElement, heights: RowHeights) {
  /** In CSS pixels. Asking the page in the midst of drawing would lay everything out twice. */
  const view = { top: 0, start: 0, width: 0, height: 0 }
  /** Above and below what is in sight. Ahead while the page moves: what is left behind stays for a while. */
  const margin = { before: beyond.rows, after: beyond.rows }
  let wantedTop: number | null = null
  let lastTop = 0
  let rushed = 0

  /** After all that is drawn has been written: then the page is laid out for it and for the frame at once. */
  function standAt(top: number): void {
    if (Math.abs(view.top - top) < 1) return
    view.top = top
    wantedTop = top
  }

  return {
    look(): void {
      view.top = scroller.scrollTop
      view.start = Math.abs(scroller.scrollLeft)
      view.width = scroller.clientWidth
      view.height = scroller.clientHeight
    },
    top: () => view.top,
    start: () => view.start,
    height: () => view.height,
    standAt,
    scrollNow(): void {
      if (wantedTop === null) return
      scroller.scrollTop = wantedTop
      wantedTop = null
      view.top = scroller.scrollTop
    },
    /** The page may end a little further down, never before. */
    mostTop: ({ headHeight }: Scene): number => Math.max(0, heights.total() + headHeight - view.height),

    anchorIn({ plan }: Scene): Anchor | null {
      const { top } = view
      if (top === 0) return null
      const row = lineAt(heights.starts(), top)
      const line = plan.down[row]
      return line ? { key: line.key, into: top - heights.starts()[row]! } : null
    },
    standOn(row: number, { into }: Anchor): void {
      standAt(heights.starts()[row]! + Math.min(into, heights.of(row)))
    },

    /** Before anything is drawn for where the page stands now. */
    follow({ isScrolling }: { isScrolling: boolean }): void {
      const moved = view.top - lastTop
      lastTop = view.top
      const isFast = isScrolling && Math.abs(moved) > fast * view.height
      if (isScrolling) rushed = isFast ? rushed + 1 : 0
      margin.before = isFast || (isScrolling && moved > 0) ? 0 : beyond.rows
      margin.after = isFast || (isScrolling && moved < 0) ? 0 : beyond.rows
    },
    /** How often in succession the page moved so fast that nobody reads on it. */
    rushed: () => rushed,
    halt(): void {
      rushed = 0
    },

    columnsOf(scene: Scene, { isInSight = false }: Only = {}): LineWindow {
      const { columnStarts, widths, plan } = scene
      if (isSmall(scene)) return { first: 0, last: plan.across.length - 1 }
      return linesBetween(columnStarts, {
        from: view.start,
        to: view.start + view.width - widths.head,
        beyond: isInSight ? 0 : beyond.columns,
      })
    },
    rowsOf(scene: Scene, { isInSight = false }: Only = {}): LineWindow {
      const { headHeight, plan } = scene
      if (isSmall(scene)) return { first: 0, last: plan.down.length - 1 }
      return linesBetween(heights.starts(), {
        from: view.top - (isInSight ? 0 : margin.before),
        to: view.top + view.height - headHeight + (isInSight ? 0 : margin.after),
        beyond: 0,
      })
    },
  }
}

/** A comparison that fits on a few pages is on the page as a whole. */
const isSmall = ({ plan }: Scene) => plan.down.length * plan.across.length <= smallCells
