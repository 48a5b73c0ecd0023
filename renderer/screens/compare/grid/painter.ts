import { afterFrame } from '../../../state/after-frame'
import { wantRows } from '../../../state/arriving-rows'
import { createDrawnRows } from './drawn-rows'
import { activeAt, markPlace, setLength } from './fill-cell'
import { lineAt, type LineWindow } from './grid-geometry'
import { heightKey } from './grid-plan'
import { measuredForOf } from './measured-for'
import { createReaderView, type Anchor } from './reader-view'
import { heightOfRow } from './row-height'
import { keepInSight } from './row-head'
import { createRowHeights } from './row-heights'
import { createRowMeasuring } from './row-measuring'
import type { Scene } from './scene'
import { drawnHeight, fillColumns, fillRow, moveAway, putAway, type Slot } from './slot'

/** After the last scrolling, in milliseconds: nothing rushes by any longer; the reader rests. */
const haltMs = 50
const restMs = 250

type Painting = {
  isScrolling: boolean
  isNew?: boolean
  /** Only what is in sight, for somebody who waits for it; the rest follows after the frame. */
  isAnswer?: boolean
}

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
  const view = createReaderView(scroller, heights)
  const rows = createDrawnRows(body)
  let scene: Scene | null = null
  /** Drawn, in sight or near it. */
  let drawn: LineWindow = { first: 0, last: -1 }
  let columns: LineWindow = { first: 0, last: -1 }
  let lastStart = 0

  const measuring = createRowMeasuring({
    scroller,
    heights,
    view,
    // Nothing is measured before something is shown.
    sceneNow: () => scene!,
    onMeasured(take) {
      keepingPlace(take)
      paint({ isScrolling: false })
    },
  })

  const sizes = new ResizeObserver(() => {
    view.look()
    paint({ isScrolling: false })
  })
  sizes.observe(scroller)

  /** Draws everything anew, keeping the first row in sight where it is. */
  function show(next: Scene, { layout, toTop }: Showing): void {
    const before = scene
    if (before === null) view.look()
    else if (before.reading.index !== next.reading.index) rows.forgetHeads()
    view.follow({ isScrolling: false })
    view.halt()
    const anchor = before && !toTop ? view.anchorIn(before) : null
    measuring.settle()
    scene = next
    const hasTurned = heights.turnTo(layout, measuredForOf(next))
    if (hasTurned || before?.plan.down !== next.plan.down) heights.arrange(next.plan.down.map(heightKey))
    if (toTop) view.standAt(0)
    measuring.measureAround(anchor)
    resize()
    if (anchor) restore(anchor)
    else if (view.top() > view.mostTop(next)) view.look()
    // Where rows are still coming, a frame of its own for what is near them would only come in between.
    const isAnswer = before !== null && before.reading.index.awaited.size === 0
    const inSight = measuring.measureWanted({ isInSight: isAnswer })
    drawn = view.rowsOf(next)
    columns = view.columnsOf(next)
    rows.turnTo(next, before, drawn)
    for (const slot of rows.live.values()) {
      slot.isBehind = slot.row < inSight.first || slot.row > inSight.last
      if (!slot.isBehind) fill(slot, next, { isAnswer })
    }
    paint({ isScrolling: false, isNew: true, isAnswer })
    rows.answer([...rows.live.values()].filter(({ row }) => row >= inSight.first && row <= inSight.last))
    if (isAnswer) completeLater()
    measuring.measureLater()
  }

  let stopCompleting: (() => void) | null = null
  function completeLater(): void {
    stopCompleting?.()
    stopCompleting = afterFrame(() => {
      if (stopCompleting === null) return
      keepingPlace(() => measuring.measureWanted())
      paint({ isScrolling: false, isNew: true })
    })
  }

  /** What changes in height above what is in sight does not move it. */
  function keepingPlace(change: () => void): void {
    const anchor = view.anchorIn(scene!)
    change()
    if (anchor) restore(anchor)
  }
  function restore(anchor: Anchor): void {
    const row = scene!.plan.rowOfKey.get(anchor.key)
    if (row === undefined) return
    resize()
    view.standOn(row, anchor)
    // Where the page ends before that, it is the page that says where it stands.
    if (view.top() > view.mostTop(scene!)) view.scrollNow()
  }

  /** What rushed by is drawn whole as soon as it stands. */
  let halt: number | undefined
  function checkAtHalt(): void {
    window.clearTimeout(halt)
    if (view.rushed() === 0) return
    halt = window.setTimeout(() => {
      view.halt()
      if (scene) fillBrief(scene)
    }, haltMs)
  }

  /** Once the reader rests: a row that turned out taller than was reckoned grows, without moving what is in sight. */
  let rest: number | undefined
  function checkAtRest(): void {
    window.clearTimeout(rest)
    rest = window.setTimeout(() => {
      if (!scene) return
      paint({ isScrolling: false })
      rows.setInOrder()
      const grown = [...rows.live.values()].flatMap((slot) => {
        const height = drawnHeight(slot)
        return height > heights.of(slot.row) + 0.6 ? [{ row: slot.row, height: Math.ceil(height) }] : []
      })
      if (grown.length === 0) return
      keepingPlace(() => {
        for (const { row, height } of grown) heights.set(row, height)
      })
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

  function paint(how: Painting): void {
    if (!scene) return
    const { isScrolling, isNew = false, isAnswer = false } = how
    view.follow({ isScrolling })
    const wanted = measuring.measureWanted({ isInSight: isAnswer })
    drawn = isAnswer ? view.rowsOf(scene) : wanted
    const isFollowing = stopCompleting !== null
    if (!isAnswer) stopCompleting = null
    resize()
    askFor(scene, wanted)
    const haveColumnsMoved = followColumns(scene)
    const left = leaveUnwanted(scene, how)
    const isAcross = (!isScrolling && !isAnswer) || view.start() !== lastStart
    lastStart = view.start()
    for (const slot of rows.live.values()) {
      if (isAnswer || isFar(slot, scene)) continue
      if (slot.isBehind) fill(slot, scene)
      // Those that were there already: the new ones are drawn with the columns that are wanted.
      else if (haveColumnsMoved || (isAcross && slot.isNarrow)) fillAcross(slot, scene)
    }
    if (view.rushed() < 2) fillBrief(scene)
    const hasCome = bringIn(scene, { wanted, left, isAnswer, isAcross, mayMake: isAnswer || isFollowing })
    for (const slot of rows.spare) (isAnswer ? moveAway : putAway)(slot)
    for (const slot of rows.live.values()) placeRow(slot)
    keepFirstHead(scene)
    const hasChanged = haveColumnsMoved || isNew || hasCome
    // Moved, a row is laid out anew with all that is in it: while the page moves, rows stay where they are in its tree.
    if (!isScrolling && !isAnswer && hasChanged) rows.setInOrder()
    view.scrollNow()
    if (!hasChanged) return
    onPainted(rows.all, columns)
    checkAtRest()
  }

  function followColumns(now: Scene): boolean {
    const { first, last } = columns
    columns = view.columnsOf(now)
    return first !== columns.first || last !== columns.last
  }

  /** While the page moves, a row that is left behind stays until its element is needed: these, the farthest last. */
  function leaveUnwanted(now: Scene, { isScrolling }: Painting): number[] {
    const active = activeAt(now)
    const left = [...rows.live.keys()].filter(
      (row) => row !== active.row && (row < drawn.first || row > drawn.last),
    )
    if (!isScrolling) for (const row of left.splice(0)) rows.leave(row)
    return left.toSorted((a, b) => distance(a, drawn) - distance(b, drawn))
  }

  /** Draws the rows that are wanted and not there yet; whether there were any. */
  function bringIn(
    now: Scene,
    given: { wanted: LineWindow; left: number[]; isAnswer: boolean; isAcross: boolean; mayMake: boolean },
  ): boolean {
    const { wanted, left, isAnswer, isAcross, mayMake } = given
    const { plan } = now
    const missing: number[] = []
    for (let row = wanted.first; row <= wanted.last; row += 1) if (!rows.live.has(row)) missing.push(row)
    const active = activeAt(now).row
    if (active >= 0 && active < plan.down.length && !rows.live.has(active) && !missing.includes(active))
      missing.push(active)
    for (const row of missing) {
      if (left.length > 0) rows.leave(left.pop()!, { isPassed: true })
      const slot = rows.take(row, plan.down[row]!, { mayMake })
      // While the page moves up or down, a row that comes in has nothing yet beyond what is in sight.
      const across = isAcross || isAnswer ? columns : view.columnsOf(now, { isInSight: true })
      fill(slot, now, { across, isBrief: view.rushed() > 1, isAnswer })
    }
    return missing.length > 0
  }

  /** Of a row that begins above what is in sight, the head does not scroll away with it. */
  let first: Slot | null = null
  function keepFirstHead({ headHeight }: Scene): void {
    const slot = rows.live.get(lineAt(heights.starts(), view.top())) ?? null
    if (first !== slot && first !== null) keepInSight(first.head, null)
    first = slot
    if (slot !== null) keepInSight(slot.head, headHeight)
  }

  function askFor({ plan, reading }: Scene, { first, last }: LineWindow): void {
    if (reading.index.awaited.size === 0) return
    const lines = plan.down.slice(first, last + 1)
    wantRows(
      reading.index,
      lines.flatMap((line) => (line.kind === 'issue' ? [line.issue.row] : [])),
    )
  }

  function placeRow({ element, row }: Slot): void {
    setLength(element, 'insetBlockStart', heights.starts()[row]!)
    setLength(element, 'blockSize', heights.of(row))
  }

  function fill(
    slot: Slot,
    now: Scene,
    { across = columns, isBrief = false, isAnswer = false }: Partial<Filling> = {},
  ): void {
    const inSight = isAnswer ? view.columnsOf(now, { isInSight: true }) : across
    const isNarrow = inSight.first !== columns.first || inSight.last !== columns.last
    slot.isBehind = (isAnswer && isNarrow) || isFar(slot, now)
    slot.isNarrow = isNarrow
    slot.isBrief = isBrief
    fillRow(slot, now, { isWanted: wantsColumn(slot, now, inSight), mayStay: wantsColumn(slot, now, across) })
  }
  function fillAcross(slot: Slot, now: Scene): void {
    slot.isNarrow = false
    if (isFar(slot, now)) slot.isBehind = true
    fillColumns(slot, now, wantsColumn(slot, now, columns))
  }
  /** Rows that rushed by, and stand now. */
  function fillBrief(now: Scene): void {
    for (const slot of rows.live.values())
      if (slot.isBrief)
        fill(slot, now, { across: slot.isNarrow ? view.columnsOf(now, { isInSight: true }) : columns })
  }

  /** The one place of the tab order stays on the page when it is out of sight; nothing else of its row need. */
  const isFar = ({ row }: Slot, now: Scene) =>
    row === activeAt(now).row && (row < drawn.first || row > drawn.last)

  function wantsColumn(slot: Slot, now: Scene, { first, last }: LineWindow): (column: number) => boolean {
    const active = activeAt(now)
    const { plan } = now
    const hasActive = slot.row === active.row
    if (isFar(slot, now)) return (column) => column === active.column
    return (column) =>
      column < plan.across.length &&
      (column < plan.pinned || (column >= first && column <= last) || (hasActive && column === active.column))
  }

  return {
    show,
    scrolled(): void {
      view.look()
      paint({ isScrolling: true })
      checkAtHalt()
    },
    /** Only what is chosen has changed. */
    select(next: Scene): void {
      const before = scene
      scene = next
      if (before === null) return
      for (const slot of rows.live.values()) {
        markPlace(slot.head.element, next, slot.row, -1)
        for (const [column, cell] of slot.cells) markPlace(cell, next, slot.row, column)
      }
      paint({ isScrolling: false })
      for (const slot of rows.live.values()) fillAcross(slot, next)
    },
    /** One row is no longer as tall as it was, or says something else. */
    refreshRow(row: number): void {
      if (!scene) return
      heights.forget(row)
      const slot = rows.live.get(row)
      measuring.measure(row)
      if (slot) fill(slot, scene)
      paint({ isScrolling: false })
    },
    /** It has become known what is said on these rows of the reading. */
    arrived(come: ReadonlySet<number>): void {
      if (!scene) return
      const { plan, reading } = scene
      const drawnOf = [...rows.live.values()].filter(
        ({ line }) => line?.kind === 'issue' && come.has(line.issue.row),
      )
      const change = () => {
        for (const row of come) {
          const at = plan.rowOfKey.get(reading.index.issues[row]!.id)
          if (at !== undefined) heights.forget(at)
        }
        for (const { row } of drawnOf) measuring.measure(row)
      }
      if (drawnOf.length === 0) change()
      else {
        keepingPlace(change)
        for (const slot of drawnOf) fill(slot, scene)
        paint({ isScrolling: false, isNew: true })
      }
      measuring.measureLater()
    },
    /** Some words are set otherwise now: rows take the height that they have, and nothing else is drawn anew. */
    remeasure(): void {
      if (!scene) return
      measuring.forgetAll()
      keepingPlace(() => {
        for (const row of rows.live.keys()) measuring.measure(row)
      })
      paint({ isScrolling: false })
      measuring.measureLater()
    },
    /** What would be in sight of a scene that may be asked for next is measured beforehand. */
    *foresee(next: Scene, { layout, toTop }: Showing): Generator<void> {
      if (!scene) return
      const measuredFor = measuredForOf(next)
      let room = view.height()
      for (let row = toTop ? 0 : view.rowsOf(scene, { isInSight: true }).first; room > 0; row += 1) {
        const line = next.plan.down[row]
        if (line === undefined) return
        room -= heights.foresee(layout, measuredFor, {
          key: heightKey(line),
          measure: () => heightOfRow(next, row),
        })
        yield
      }
    },
    elementAt(row: number, column: number): HTMLElement | null {
      const slot = rows.live.get(row)
      if (!slot) return null
      return column === -1 ? slot.head.element : (slot.cells.get(column) ?? null)
    },
    /** From the top of the first row. */
    rowSpan: (row: number) => ({ from: heights.starts()[row]!, to: heights.starts()[row + 1]! }),
    rowAt: (point: number) => lineAt(heights.starts(), point),
    stop(): void {
      sizes.disconnect()
      measuring.stop()
      stopCompleting?.()
      window.clearTimeout(halt)
      window.clearTimeout(rest)
    },
  }
}
export type Painter = ReturnType<typeof createPainter>

/** Row heights hold for a layout; another order of rows begins at its top. */
type Showing = { layout: string; toTop: boolean }
type Filling = { across: LineWindow; isBrief: boolean; isAnswer: boolean }

/** How many rows away from the window. */
const distance = (row: number, { first, last }: LineWindow): number => Math.max(first - row, row - last)
