import { useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import type { PartyId } from '../../../../app/model/party'
import { columnOrder } from '../../../../app/rules/column-arrangement'
import { layOut, showColumns, useComparisonView } from '../../../state/comparison-view'
import { setWidth, widthOf } from './column-widths'
import { lineAt } from './grid-geometry'
import type { Scene } from './scene'

type Heads = Pick<Scene, 'plan' | 'widths' | 'columnStarts' | 'reading'>

/** CSS pixels that a pointer moves before it drags rather than clicks. */
const slack = 6

/** A head dragged by its edge changes the column's width; dragged as a whole, its place, or that it is pinned. */
export function useHeadDrag(scene: Heads, scroller: RefObject<HTMLElement | null>) {
  /** Where the column would go: between which lines, and where that is from the canvas's start, in CSS pixels. */
  const [dropAt, setDropAt] = useState<number | null>(null)
  const now = useRef(scene)
  now.current = scene

  const sign = () => (document.documentElement.dir === 'rtl' ? -1 : 1)

  function beginResize(event: PointerEvent<HTMLElement>, column: number): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const edge = event.currentTarget
    const from = event.clientX
    const width = widthOf(now.current, column)
    edge.dataset.moving = ''
    let frame = 0
    follow(edge, event.pointerId, {
      move(x) {
        cancelAnimationFrame(frame)
        frame = requestAnimationFrame(() => setWidth(now.current, column, width + sign() * (x - from)))
      },
      end: () => delete edge.dataset.moving,
    })
  }

  function usualWidth(event: MouseEvent, column: number): void {
    event.stopPropagation()
    setWidth(now.current, column, null)
  }

  /** The line of the grid before which the pointer is: 0 to the number of parties. */
  function targetAt(x: number): { before: number; isPinning: boolean } {
    const { plan, widths, columnStarts } = now.current
    const frame = scroller.current!.getBoundingClientRect()
    const across = sign() === 1 ? x - frame.left : frame.left + scroller.current!.clientWidth - x
    const pinnedEnd = widths.head + columnStarts[plan.pinned]!
    const isPinning = across < (plan.pinned === 0 ? widths.head : pinnedEnd)
    const point = across - widths.head + (isPinning ? 0 : Math.abs(scroller.current!.scrollLeft))
    const line = lineAt(columnStarts, point)
    const isPastMiddle = point > (columnStarts[line]! + columnStarts[line + 1]!) / 2
    const parties = plan.across.filter(({ kind }) => kind === 'party').length
    const before = Math.min(parties, line + (isPastMiddle ? 1 : 0))
    return { before: isPinning ? Math.min(before, plan.pinned) : Math.max(before, plan.pinned), isPinning }
  }

  function beginMove(event: PointerEvent<HTMLElement>, column: number): void {
    if (event.button !== 0 || (event.target as Element).closest('button')) return
    const from = { x: event.clientX, y: event.clientY }
    let isMoving = false
    follow(event.currentTarget, event.pointerId, {
      move(x, y) {
        if (!isMoving && Math.hypot(x - from.x, y - from.y) < slack) return
        isMoving = true
        const { before, isPinning } = targetAt(x)
        const { widths, columnStarts } = now.current
        setDropAt(
          widths.head + columnStarts[before]! + (isPinning ? Math.abs(scroller.current!.scrollLeft) : 0) - 2,
        )
      },
      end(x) {
        setDropAt(null)
        if (!isMoving) return
        // The click that ends a drag chooses nothing.
        const swallow = (click: globalThis.MouseEvent) => click.stopPropagation()
        window.addEventListener('click', swallow, { capture: true })
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
        moveColumn(now.current, column, targetAt(x))
      },
    })
  }

  return { dropAt, beginResize, beginMove, usualWidth }
}

/** Puts a party's column before another, or last, and among those that stay in sight or not. */
export function moveColumn(
  { plan, reading }: Pick<Scene, 'plan' | 'reading'>,
  column: number,
  { before, isPinning }: { before: number; isPinning: boolean },
): void {
  const moved = plan.across[column]
  if (moved?.kind !== 'party') return
  const id = moved.party.party.id
  const { parties, layout } = useComparisonView.getState()
  const beforeLine = plan.across[before]
  const beforeId = beforeLine?.kind === 'party' ? beforeLine.party.party.id : null
  const order = columnOrder(reading, parties)
  if (beforeId !== id) showColumns(putBefore(order, id, beforeId))
  const isPinned = layout.pinned.includes(id)
  if (isPinning || isPinned) {
    const others = layout.pinned.filter((pinned) => pinned !== id)
    layOut({ pinned: isPinning ? putBefore([...others, id], id, beforeId) : others })
  }
}

export function putBefore(order: readonly PartyId[], id: PartyId, beforeId: PartyId | null): PartyId[] {
  if (beforeId === id) return [...order]
  const others = order.filter((other) => other !== id)
  const at = beforeId === null ? -1 : others.indexOf(beforeId)
  return others.toSpliced(at === -1 ? others.length : at, 0, id)
}

/** Follows a pointer until it is lifted, wherever it goes. */
function follow(
  element: HTMLElement,
  pointerId: number,
  { move, end }: { move: (x: number, y: number) => void; end: (x: number) => void },
): void {
  const onMove = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return
    // Only a pointer that has moved is kept: one that is lifted where it was pressed clicks what is below it.
    if (element.isConnected && !element.hasPointerCapture(pointerId)) element.setPointerCapture(pointerId)
    move(event.clientX, event.clientY)
  }
  const onEnd = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return
    // On the window: the first move may already be beside what was pressed.
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onEnd)
    window.removeEventListener('pointercancel', onEnd)
    end(event.clientX)
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onEnd)
  window.addEventListener('pointercancel', onEnd)
}
