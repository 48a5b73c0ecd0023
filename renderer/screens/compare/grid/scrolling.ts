import { headColumn, headRow } from './grid-plan'
import type { Painter } from './painter'
import type { Scene } from './scene'

type At = { row: number; column: number }

/** Where a place lies on the grid's canvas, in CSS pixels from its start, below the heads. */
function spanOf({ row, column }: At, { scene, painter }: { scene: Scene; painter: Painter }) {
  const rows = row === headRow ? { from: 0, to: 0 } : painter.rowSpan(row)
  const { columnStarts } = scene
  return { rows, columns: { from: columnStarts[column] ?? 0, to: columnStarts[column + 1] ?? 0 } }
}

/** How wide the pinned columns are together. */
const pinnedWidth = ({ plan, columnStarts }: Scene): number => columnStarts[plan.pinned]!

/** Scrolls just so far that the place is in sight, clear of what stays in sight itself. */
export function scrollTo(scroller: HTMLElement, at: At, of: { scene: Scene; painter: Painter }): void {
  const { scene } = of
  const { rows, columns } = spanOf(at, of)
  if (at.row !== headRow) {
    const room = scroller.clientHeight - scene.headHeight
    const top = scroller.scrollTop
    if (rows.from < top || rows.to - rows.from > room) scroller.scrollTop = rows.from
    else if (rows.to > top + room) scroller.scrollTop = rows.to - room
  }
  if (at.column === headColumn || at.column < scene.plan.pinned) return
  const sign = document.documentElement.dir === 'rtl' ? -1 : 1
  const left = Math.abs(scroller.scrollLeft)
  const room = scroller.clientWidth - scene.widths.head
  const pinned = pinnedWidth(scene)
  if (columns.from - pinned < left || columns.to - columns.from > room - pinned) {
    scroller.scrollLeft = sign * (columns.from - pinned)
  } else if (columns.to > left + room) scroller.scrollLeft = sign * (columns.to - room)
}

/** In the window's coordinates, whether it is drawn or not. */
export function rectangleAt(scroller: HTMLElement, at: At, of: { scene: Scene; painter: Painter }): DOMRect {
  const { scene } = of
  const { rows, columns } = spanOf(at, of)
  const frame = scroller.getBoundingClientRect()
  const isHead = at.column === headColumn
  const stays = isHead || at.column < scene.plan.pinned
  const across = (isHead ? 0 : scene.widths.head + columns.from) - (stays ? 0 : Math.abs(scroller.scrollLeft))
  const width = isHead ? scene.widths.head : columns.to - columns.from
  const x =
    document.documentElement.dir === 'rtl'
      ? frame.left + scroller.clientWidth - across - width
      : frame.left + across
  const y = frame.top + (at.row === headRow ? 0 : scene.headHeight + rows.from - scroller.scrollTop)
  return new DOMRect(x, y, width, at.row === headRow ? scene.headHeight : rows.to - rows.from)
}
