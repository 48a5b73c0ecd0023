import { wantRows } from '../../../state/arriving-rows'
import { afterFrame } from '../../../state/after-frame'
import { whenFree } from '../../../state/spare-time'
import { activeAt, markPlace, setLength } from './fill-cell'
import { lineAt, linesBetween, type LineWindow } from './grid-geometry'
import { heightKey, type Line } from './grid-plan'
import { measuredForOf } from './measured-for'
import { heightOfRow } from './row-height'
import { keepInSight } from './row-head'
import { createRowHeights } from './row-heights'
import { isAwaited, type Scene } from './scene'
import {
  createSlot,
  drawnHeight,
  fillColumns,
  fillRow,
  inOrder,
  moveAway,
  moveCells,
  putAway,
  type Slot,
} from './slot'

/** CSS pixels drawn beyond each edge, so that a wheel's turn finds what it uncovers. */
const beyond = { rows: 260, columns: 200 }
/** Of the height in sight, moved since the last frame: from here on nothing drawn beyond would be seen. */
const fast = 0.6
/** Cells that may all be drawn at once, in sight or not: a reader's own search then finds every word. */
const smallCells = 120
/** After the last scrolling, in milliseconds: nothing rushes by any longer; the reader rests. */
const haltMs = 50
const restMs = 250
/** Of one slice of measuring, in milliseconds: less than a frame has left. */
const sliceMs = 6

/**
 * Draws the cells that are in sight, and a little more, by hand: a comparison has fifty thousand, and a library that
 * compares trees takes longer over one screenful than a frame lasts. Row heights are known before a row is drawn.
 */
export function createPainter({
  scroller,
  body,
  onPainted,
}: {
  scroller: HTMLElement
  body: HTMLElement
  /** The row of heads, and what of rows is not drawn by hand, follow these before the frame that shows them. */
  onPainted: (slots: readonly Slot[], columns: LineWindow) => void
}) {
  const heights = createRowHeights()
  const live = new Map<number, Slot>()
  const spare: Slot[] = []
  const all: Slot[] = []
  let scene: Scene | null = null
  let columns: LineWindow = { first: 0, last: -1 }
  let slice: AbortController | null = null
  /** Where the reader looks, in CSS pixels. Asking the page in the midst of drawing would lay everything out twice. */
  const view = { top: 0, start: 0, width: 0, height: 0 }

  const sizes = new ResizeObserver(() => {
    look()
    paint({ isScrolling: false })
  })
  sizes.observe(scroller)

  function look(): void {
    view.top = scroller.scrollTop
    view.start = Math.abs(scroller.scrollLeft)
    view.width = scroller.clientWidth
    view.height = scroller.clientHeight
  }

  /** After all that is drawn has been written: then the page is laid out for it and for the frame at once. */
  function standAt(top: number): void {
    if (Math.abs(view.top - top) < 1) return
    view.top = top
    wantedTop = top
  }
  /** The page may end a little further down, never before. */
  const mostTop = ({ headHeight }: Scene) => Math.max(0, heights.total() + headHeight - view.height)
  let wantedTop: number | null = null
  function scrollNow(): void {
    if (wantedTop === null) return
    scroller.scrollTop = wantedTop
    wantedTop = null
    view.top = scroller.scrollTop
  }

  /** Draws everything anew, keeping the first row in sight where it is. */
  function show(next: Scene, { layout, toTop }: { layout: string; toTop: boolean }): void {
    const before = scene
    if (before === null) look()
    setMargin({ isScrolling: false })
    const anchor = before && !toTop ? anchorOf(before) : null
    slice?.abort()
    slice = null
    takePending()
    scene = next
    const hasTurned = heights.turnTo(layout, measuredForOf(next))
    if (hasTurned || before?.plan.down !== next.plan.down) heights.arrange(next.plan.down.map(heightKey))
    if (toTop) standAt(0)
    measureAround(anchor)
    resize()
    if (anchor) restore(anchor)
    else if (view.top > mostTop(next)) look()
    const rows = measureWanted({ isInSight: true })
    columns = wantedColumns(next)
    const across = wantedColumns(next, { isInSight: true })
    leaveRows(before, next)
    for (const slot of live.values()) {
      // What is out of sight follows after the frame that somebody waits for.
      slot.isBehind = slot.row < rows.first || slot.row > rows.last
      if (!slot.isBehind) fill(slot, next, { across })
    }
    paint({ isScrolling: false, isNew: true, isFirst: true })
    completeLater()
    measureLater()
  }

  let isComplete = true
  function completeLater(): void {
    isComplete = false
    // The frame that shows the answer has been painted when this is asked for after it.
    afterFrame(complete)
  }
  function complete(): void {
    if (isComplete || !scene) return
    const anchor = anchorOf(scene)
    measureWanted()
    if (anchor) restore(anchor)
    paint({ isScrolling: false, isNew: true })
  }

  /**
   * A row that is still wanted stays with the element that it had: whoever looks at it keeps it. Where it would have to
   * be moved among the others, only the one with the focus does; the rest is written over.
   */
  function leaveRows(before: Scene | null, now: Scene): void {
    const slots = [...live.values()].toSorted((a, b) => a.row - b.row)
    live.clear()
    const rows = wantedRows(now)
    const haveColumnsMoved = before !== null && !hasSameKeys(before.plan.across, now.plan.across)
    const isWanted = (row: number) => row >= rows.first && row <= rows.last
    const rowOf = (slot: Slot) => now.plan.rowOfKey.get(slot.line!.key)
    const focused = slots.findIndex(({ element }) => element.contains(document.activeElement))
    const focusedRow = focused === -1 ? undefined : rowOf(slots[focused]!)
    let last = -1
    slots.forEach((slot, at) => {
      const row = rowOf(slot)
      const isInOrder =
        row !== undefined &&
        isWanted(row) &&
        row > last &&
        (focusedRow === undefined || at >= focused || row < focusedRow)
      if (row === undefined || !(isInOrder || at === focused)) {
        spare.push(slot)
        return
      }
      last = row
      slot.row = row
      live.set(row, slot)
      if (haveColumnsMoved) moveCells(slot, before, now)
    })
    const order = new Map([...body.children].map((element, at) => [element, at]))
    spare.sort((a, b) => order.get(a.element)! - order.get(b.element)!)
  }

  type Anchor = { key: string; into: number }
  function anchorOf({ plan }: Scene): Anchor | null {
    const { top } = view
    if (top === 0) return null
    const row = lineAt(heights.starts(), top)
    const line = plan.down[row]
    return line ? { key: line.key, into: top - heights.starts()[row]! } : null
  }
  function restore({ key, into }: Anchor): void {
    const row = scene!.plan.rowOfKey.get(key)
    if (row === undefined) return
    resize()
    standAt(heights.starts()[row]! + Math.min(into, heights.of(row)))
    // Where the page ends before that, it is the page that says where it stands.
    if (view.top > mostTop(scene!)) scrollNow()
  }

  /** A row of which it is not known yet what is said on it is as high as others are until it comes. */
  const isKnown = (row: number) => !isAwaited(scene!, row)
  const measure = (row: number) => heights.set(row, heightOfRow(scene!, row))

  /** What is about to be seen is exact before it is drawn. */
  function measureAround(anchor: Anchor | null): void {
    const from = (anchor && scene!.plan.rowOfKey.get(anchor.key)) ?? lineAt(heights.starts(), view.top)
    let room = view.height
    for (let row = Math.max(0, from - 1); row < scene!.plan.down.length && room > 0; row += 1) {
      if (!heights.isExact(row) && isKnown(row)) measure(row)
      room -= heights.of(row)
    }
    heights.settleUsual()
  }

  /** The rest, a slice at a time. All of it counts at once, so that nothing moves while it is being measured. */
  const pending = new Map<number, number>()
  function measureLater(): void {
    if (slice !== null) return
    // For whoever measures or tests: whether the scroll bar will still change by itself.
    scroller.dataset.rows = 'being measured'
    // With the last rows the last letters have come too: measured before, many rows would be measured twice.
    if (scene!.reading.index.awaited.size > 0) return
    slice = new AbortController()
    const { signal } = slice
    let row = 0
    const work = () => {
      if (signal.aborted) return
      const until = performance.now() + sliceMs
      const last = scene!.plan.down.length
      for (; row < last && performance.now() < until; row += 1) {
        if (!heights.isExact(row)) pending.set(row, heightOfRow(scene!, row))
      }
      if (row < last) return whenFree(work)
      slice = null
      if (pending.size > 0) {
        const anchor = anchorOf(scene!)
        takePending()
        if (anchor) restore(anchor)
        paint({ isScrolling: false })
      }
      scroller.dataset.rows = 'measured'
    }
    // First the frame that whoever pressed a key waits for.
    requestAnimationFrame(() => whenFree(work))
  }

  function takePending(): void {
    for (const [row, height] of pending) if (!heights.isExact(row)) heights.set(row, height)
    pending.clear()
  }

  /** What rushed by is drawn whole as soon as it stands. */
  let halt: number | undefined
  function checkAtHalt(): void {
    window.clearTimeout(halt)
    if (rushed === 0) return
    halt = window.setTimeout(() => {
      rushed = 0
      if (scene) fillBrief()
    }, haltMs)
  }

  /** Once the reader rests: a row that turned out taller than was reckoned grows, without moving what is in sight. */
  let rest: number | undefined
  function checkAtRest(): void {
    window.clearTimeout(rest)
    rest = window.setTimeout(() => {
      if (!scene) return
      paint({ isScrolling: false })
      setInOrder()
      const grown = [...live.values()].flatMap((slot) => {
        const height = drawnHeight(slot)
        return height > heights.of(slot.row) + 0.6 ? [{ row: slot.row, height: Math.ceil(height) }] : []
      })
      if (grown.length === 0) return
      const anchor = anchorOf(scene)
      for (const { row, height } of grown) heights.set(row, height)
      if (anchor) restore(anchor)
      paint({ isScrolling: false })
    }, restMs)
  }

  let bodyHeight = ''
  function resize(): void {
    const height = `${heights.total()}px`
    if (height === bodyHeight) return
    bodyHeight = height
    body.style.blockSize = height
  }

  /** A comparison that fits on a few pages is on the page as a whole. */
  const isSmall = ({ plan }: Scene) => plan.down.length * plan.across.length <= smallCells

  function wantedColumns(now: Scene, { isInSight = false } = {}): LineWindow {
    const { columnStarts, widths, plan } = now
    if (isSmall(now)) return { first: 0, last: plan.across.length - 1 }
    const from = view.start
    return linesBetween(columnStarts, {
      from,
      to: from + view.width - widths.head,
      beyond: isInSight ? 0 : beyond.columns,
    })
  }

  function wantedRows(now: Scene, { isInSight = false } = {}): LineWindow {
    const { headHeight, plan } = now
    if (isSmall(now)) return { first: 0, last: plan.down.length - 1 }
    return linesBetween(heights.starts(), {
      from: view.top - (isInSight ? 0 : margin.before),
      to: view.top + view.height - headHeight + (isInSight ? 0 : margin.after),
      beyond: 0,
    })
  }

  /** CSS pixels above and below what is in sight. Ahead while the page moves: what is left behind stays for a while. */
  const margin = { before: beyond.rows, after: beyond.rows }
  /** How often in succession the page moved so fast that nobody reads on it. */
  let rushed = 0
  let lastTop = 0
  let lastStart = 0
  function setMargin({ isScrolling }: { isScrolling: boolean }): void {
    const moved = view.top - lastTop
    lastTop = view.top
    const isFast = isScrolling && Math.abs(moved) > fast * view.height
    if (isScrolling) rushed = isFast ? rushed + 1 : 0
    margin.before = isFast || (isScrolling && moved > 0) ? 0 : beyond.rows
    margin.after = isFast || (isScrolling && moved < 0) ? 0 : beyond.rows
  }

  /** Rows that have not been measured yet: each one measured may bring others into sight. */
  function measureWanted(only: { isInSight?: boolean } = {}): LineWindow {
    let rows = wantedRows(scene!, only)
    for (let isSure = false; !isSure; ) {
      isSure = true
      for (let row = rows.first; row <= rows.last; row += 1) {
        if (heights.isExact(row) || !isKnown(row)) continue
        measure(row)
        isSure = false
      }
      if (!isSure) rows = wantedRows(scene!, only)
    }
    return rows
  }

  function paint({
    isScrolling,
    isNew = false,
    isFirst = false,
  }: {
    isScrolling: boolean
    isNew?: boolean
    /** Only what is in sight; the rest follows. */
    isFirst?: boolean
  }): void {
    if (!scene) return
    setMargin({ isScrolling })
    const rows = measureWanted({ isInSight: isFirst })
    const kept = isFirst ? wantedRows(scene) : rows
    if (!isFirst) isComplete = true
    resize()
    askFor(rows)
    const nextColumns = wantedColumns(scene)
    const haveColumnsMoved = nextColumns.first !== columns.first || nextColumns.last !== columns.last
    columns = nextColumns

    const active = activeAt(scene)
    const isWanted = (row: number) => (row >= kept.first && row <= kept.last) || row === active.row
    let hasChanged = haveColumnsMoved || isNew
    const left = [...live.keys()].filter((row) => !isWanted(row))
    // While the page moves, a row that is left behind stays until its element is needed for another.
    if (!isScrolling) for (const row of left.splice(0)) leave(row)
    left.sort((a, b) => distance(a, rows) - distance(b, rows))
    const isAcross = (!isScrolling && !isFirst) || view.start !== lastStart
    lastStart = view.start
    for (const slot of live.values()) {
      if (slot.isBehind && !isFirst) fill(slot, scene)
      // Those that were there already: the new ones are drawn with the columns that are wanted.
      else if (!slot.isBehind && (haveColumnsMoved || (isAcross && slot.isNarrow))) fillAcross(slot, scene)
    }
    const isRushing = rushed > 1
    if (!isRushing) fillBrief()
    // While the page moves up or down, a row that comes in has nothing yet beyond what is in sight.
    const across = isAcross ? columns : wantedColumns(scene, { isInSight: true })
    const missing: number[] = []
    for (let row = rows.first; row <= rows.last; row += 1) if (!live.has(row)) missing.push(row)
    if (
      active.row >= 0 &&
      active.row < scene.plan.down.length &&
      !live.has(active.row) &&
      !missing.includes(active.row)
    ) {
      missing.push(active.row)
    }
    for (const row of missing) {
      if (spare.length === 0 && left.length > 0) leave(left.pop()!)
      fill(takeSlot(row), scene, { across, isBrief: isRushing })
      hasChanged = true
    }
    for (const slot of spare) (isFirst ? moveAway : putAway)(slot)
    for (const slot of live.values()) placeRow(slot)
    keepFirstHead(scene)
    // Moved, a row is laid out anew with all that is in it: while the page moves, rows stay where they are in its tree.
    if (!isScrolling && !isFirst && hasChanged) setInOrder()
    scrollNow()
    if (hasChanged) onPainted(all, columns)
    if (hasChanged) checkAtRest()
  }

  /** Of a row that begins above what is in sight, the head does not scroll away with it. */
  let first: Slot | null = null
  function keepFirstHead({ headHeight }: Scene): void {
    const slot = live.get(lineAt(heights.starts(), view.top)) ?? null
    if (first !== slot && first !== null) keepInSight(first.head, null)
    first = slot
    if (slot !== null) keepInSight(slot.head, headHeight)
  }

  function leave(row: number): void {
    spare.push(live.get(row)!)
    live.delete(row)
  }

  function askFor({ first, last }: LineWindow): void {
    const { plan, reading } = scene!
    if (reading.index.awaited.size === 0) return
    const lines = plan.down.slice(first, last + 1)
    const rows = lines.flatMap((line) => (line.kind === 'issue' ? [line.issue.row] : []))
    wantRows(reading.index, rows)
  }

  /** Rows one after the other, for those who hear the page. */
  function setInOrder(): void {
    inOrder(
      body,
      [...live.values()].toSorted((a, b) => a.row - b.row).map(({ element }) => element),
    )
  }

  function takeSlot(row: number): Slot {
    // One that holds the focus is kept for the very row that it shows.
    const at = spare.findIndex(({ element }) => !element.contains(document.activeElement))
    const slot = at === -1 ? makeSlot() : spare.splice(at, 1)[0]!
    slot.row = row
    live.set(row, slot)
    return slot
  }

  function makeSlot(): Slot {
    const slot = createSlot(body, all.length)
    all.push(slot)
    return slot
  }

  function placeRow({ element, row }: Slot): void {
    setLength(element, 'insetBlockStart', heights.starts()[row]!)
    setLength(element, 'blockSize', heights.of(row))
  }

  function fill(slot: Slot, now: Scene, { across = columns, isBrief = false } = {}): void {
    slot.isBehind = false
    slot.isNarrow = across !== columns
    slot.isBrief = isBrief
    fillRow(slot, now, wantsColumn(slot, now, across))
  }
  function fillAcross(slot: Slot, now: Scene): void {
    slot.isNarrow = false
    fillColumns(slot, now, wantsColumn(slot, now, columns))
  }
  /** Rows that rushed by, and stand now. */
  function fillBrief(): void {
    for (const slot of live.values())
      if (slot.isBrief)
        fill(slot, scene!, { across: slot.isNarrow ? wantedColumns(scene!, { isInSight: true }) : columns })
  }

  function wantsColumn(
    { row }: Slot,
    { plan, selected }: Scene,
    { first, last }: LineWindow,
  ): (column: number) => boolean {
    const active = activeAt({ plan, selected })
    return (column) =>
      column < plan.across.length &&
      (column < plan.pinned ||
        (column >= first && column <= last) ||
        (row === active.row && column === active.column))
  }

  return {
    show,
    scrolled(): void {
      look()
      paint({ isScrolling: true })
      checkAtHalt()
    },
    /** Only what is chosen has changed. */
    select(next: Scene): void {
      const before = scene
      scene = next
      if (before === null) return
      for (const slot of live.values()) {
        markPlace(slot.head.element, next, slot.row, -1)
        for (const [column, cell] of slot.cells) markPlace(cell, next, slot.row, column)
      }
      paint({ isScrolling: false })
      for (const slot of live.values()) fillAcross(slot, next)
    },
    /** One row is no longer as tall as it was, or says something else. */
    refreshRow(row: number): void {
      if (!scene) return
      heights.forget(row)
      const slot = live.get(row)
      measure(row)
      if (slot) fill(slot, scene)
      paint({ isScrolling: false })
    },
    /** It has become known what is said on these rows of the reading. */
    arrived(rows: ReadonlySet<number>): void {
      if (!scene) return
      const anchor = anchorOf(scene)
      for (const row of rows) {
        const at = scene.plan.rowOfKey.get(scene.reading.index.issues[row]!.id)
        if (at !== undefined) heights.forget(at)
      }
      const come = [...live.values()].filter(({ line }) => line?.kind === 'issue' && rows.has(line.issue.row))
      for (const { row } of come) measure(row)
      if (anchor && come.length > 0) restore(anchor)
      for (const slot of come) fill(slot, scene)
      if (come.length > 0) paint({ isScrolling: false, isNew: true })
      measureLater()
    },
    /** Some words are set otherwise now: rows take the height that they have, and nothing else is drawn anew. */
    remeasure(): void {
      if (!scene) return
      slice?.abort()
      slice = null
      pending.clear()
      heights.forgetAll()
      const anchor = anchorOf(scene)
      for (const row of live.keys()) measure(row)
      if (anchor) restore(anchor)
      paint({ isScrolling: false })
      measureLater()
    },
    /** Of the same rows laid out otherwise, those in sight are measured before somebody asks for it. */
    *foresee(next: Scene, layout: string): Generator<void> {
      if (!scene) return
      const measuredFor = measuredForOf(next)
      const { first, last } = wantedRows(scene, { isInSight: true })
      for (let row = first; row <= last; row += 1) {
        heights.foresee(layout, measuredFor, {
          key: heightKey(next.plan.down[row]!),
          measure: () => heightOfRow(next, row),
        })
        yield
      }
    },
    elementAt(row: number, column: number): HTMLElement | null {
      const slot = live.get(row)
      if (!slot) return null
      return column === -1 ? slot.head.element : (slot.cells.get(column) ?? null)
    },
    /** From the top of the first row. */
    rowSpan: (row: number) => ({ from: heights.starts()[row]!, to: heights.starts()[row + 1]! }),
    rowAt: (point: number) => lineAt(heights.starts(), point),
    stop(): void {
      sizes.disconnect()
      slice?.abort()
      slice = null
      window.clearTimeout(halt)
      window.clearTimeout(rest)
    },
  }
}
export type Painter = ReturnType<typeof createPainter>

/** How many rows away from the window. */
const distance = (row: number, { first, last }: LineWindow): number => Math.max(first - row, row - last)

const hasSameKeys = (a: readonly Line[], b: readonly Line[]): boolean =>
  a.length === b.length && a.every(({ key }, at) => key === b[at]!.key)
