import { linesOfBlock } from './block-heights'
import { lineAt, linesBetween, type LineWindow } from './grid-geometry'
import { heightKey, keyOfPlace, placeAt, whereIs, type Line } from './grid-plan'
import styles from './grid.module.css'
import { paintBlock } from './paint-cell'
import { heightOfRow } from './row-height'
import { createRowHeights } from './row-heights'
import { wantRows } from '../../../state/arriving-rows'
import { whenFree } from './when-free'
import { blocksOf, contentWidth, crossingAt, isAwaited, openKey, spokenCrossing, type Scene } from './scene'

/** One row on the page. Rows that scroll out are written over with those that scroll in. */
export type Slot = {
  id: number
  element: HTMLElement
  /** Drawn by React, into this element. */
  head: HTMLElement
  row: number
  line: Line | null
  cells: Map<number, HTMLElement>
  spare: HTMLElement[]
}

/** CSS pixels drawn beyond each edge, so that a wheel's turn finds what it uncovers. */
const beyond = { rows: 260, columns: 200 }
/** Cells that may all be drawn at once, in sight or not: a reader's own search then finds every word. */
const smallCells = 120
/** After the last scrolling, in milliseconds. */
const restMs = 250
/** Below the content of a cell, with the row's line, in CSS pixels. */
const paddingBelow = 12
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
  /** Heads and the row of heads are drawn for these; `isScrolling` must be on the page before this frame. */
  onPainted: (slots: readonly Slot[], columns: LineWindow, options: { isScrolling: boolean }) => void
}) {
  const heights = createRowHeights()
  const live = new Map<number, Slot>()
  const spare: Slot[] = []
  const all: Slot[] = []
  let scene: Scene | null = null
  let columns: LineWindow = { first: 0, last: -1 }
  let slice: AbortController | null = null

  const scrollX = () => Math.abs(scroller.scrollLeft)

  /** Draws everything anew, keeping the first row in sight where it is. */
  function show(next: Scene, { keepsHeights, toTop }: { keepsHeights: boolean; toTop: boolean }): void {
    const before = scene
    const anchor = before && !toTop ? anchorOf(before) : null
    slice?.abort()
    slice = null
    takePending()
    scene = next
    if (!keepsHeights) heights.forgetAll()
    heights.arrange(next.plan.down.map(heightKey))
    leaveRows(before, next)
    const kept = [...live.values()]
    if (toTop) scroller.scrollTop = 0
    measureAround(anchor)
    if (anchor) restore(anchor)
    columns = wantedColumns(next)
    for (const slot of kept) fillRow(slot, next)
    paint({ isScrolling: false, isNew: true })
    measureLater()
  }

  /** Every row and cell stays with the element that it had: whoever looks at one, or has the focus, keeps it. */
  function leaveRows(before: Scene | null, now: Scene): void {
    const slots = [...live.values()]
    live.clear()
    columns = { first: 0, last: -1 }
    for (const slot of slots) {
      const row = now.plan.rowOfKey.get(slot.line!.key)
      if (row === undefined) {
        spare.push(slot)
        continue
      }
      slot.row = row
      live.set(row, slot)
      if (before !== null && before.plan !== now.plan) moveCells(slot, before, now)
    }
    inOrder(
      body,
      [...live].toSorted(([a], [b]) => a - b).map(([, { element }]) => element),
    )
  }

  function moveCells(slot: Slot, before: Scene, { plan }: Scene): void {
    const cells = [...slot.cells]
    slot.cells.clear()
    for (const [column, cell] of cells) {
      const to = plan.columnOfKey.get(before.plan.across[column]!.key)
      if (to === undefined) slot.spare.push(cell)
      else slot.cells.set(to, cell)
    }
    for (const cell of slot.spare) cell.remove()
    inOrder(
      slot.element,
      [...slot.cells].toSorted(([a], [b]) => a - b).map(([, cell]) => cell),
    )
  }

  type Anchor = { key: string; into: number }
  function anchorOf({ plan }: Scene): Anchor | null {
    const top = scroller.scrollTop
    if (top === 0) return null
    const row = lineAt(heights.starts(), top)
    const line = plan.down[row]
    return line ? { key: line.key, into: top - heights.starts()[row]! } : null
  }
  function restore({ key, into }: Anchor): void {
    const row = scene!.plan.rowOfKey.get(key)
    if (row === undefined) return
    resize()
    const top = heights.starts()[row]! + Math.min(into, heights.of(row))
    if (Math.abs(scroller.scrollTop - top) >= 1) scroller.scrollTop = top
  }

  /** A row of which it is not known yet what is said on it is as high as others are until it comes. */
  const isKnown = (row: number) => !isAwaited(scene!, row)
  const measure = (row: number) => heights.set(row, heightOfRow(scene!, row))

  /** What is about to be seen is exact before it is drawn. */
  function measureAround(anchor: Anchor | null): void {
    const from =
      (anchor && scene!.plan.rowOfKey.get(anchor.key)) ?? lineAt(heights.starts(), scroller.scrollTop)
    let room = scroller.clientHeight + 2 * beyond.rows
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
    slice = new AbortController()
    // For whoever measures or tests: whether the scroll bar will still change by itself.
    scroller.dataset.rows = 'being measured'
    const { signal } = slice
    let row = 0
    const work = () => {
      if (signal.aborted) return
      const until = performance.now() + sliceMs
      const last = scene!.plan.down.length
      for (; row < last && performance.now() < until; row += 1) {
        if (!heights.isExact(row) && isKnown(row)) pending.set(row, heightOfRow(scene!, row))
      }
      if (row < last) return whenFree(work)
      slice = null
      if (pending.size > 0) {
        const anchor = anchorOf(scene!)
        takePending()
        if (anchor) restore(anchor)
        paint({ isScrolling: false })
      }
      if (scene!.reading.index.awaited.size === 0) scroller.dataset.rows = 'measured'
    }
    whenFree(work)
  }

  function takePending(): void {
    for (const [row, height] of pending) if (!heights.isExact(row)) heights.set(row, height)
    pending.clear()
  }

  /** Once the reader rests: a row that turned out taller than was reckoned grows, without moving what is in sight. */
  let rest: number | undefined
  function checkAtRest(): void {
    window.clearTimeout(rest)
    rest = window.setTimeout(() => {
      if (!scene) return
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

  function resize(): void {
    const height = `${heights.total()}px`
    if (body.style.blockSize !== height) body.style.blockSize = height
  }

  /** A comparison that fits on a few pages is on the page as a whole. */
  const isSmall = ({ plan }: Scene) => plan.down.length * plan.across.length <= smallCells

  function wantedColumns(now: Scene): LineWindow {
    const { columnStarts, widths, plan } = now
    if (isSmall(now)) return { first: 0, last: plan.across.length - 1 }
    const from = scrollX()
    return linesBetween(columnStarts, {
      from,
      to: from + scroller.clientWidth - widths.head,
      beyond: beyond.columns,
    })
  }

  function wantedRows(now: Scene): LineWindow {
    const { headHeight, plan } = now
    if (isSmall(now)) return { first: 0, last: plan.down.length - 1 }
    const from = scroller.scrollTop
    return linesBetween(heights.starts(), {
      from,
      to: from + scroller.clientHeight - headHeight,
      beyond: beyond.rows,
    })
  }

  function paint({ isScrolling, isNew = false }: { isScrolling: boolean; isNew?: boolean }): void {
    if (!scene) return
    let rows = wantedRows(scene)
    // Rows that have not been measured yet: each one measured may bring others into sight.
    for (let isSure = false; !isSure; ) {
      isSure = true
      for (let row = rows.first; row <= rows.last; row += 1) {
        if (heights.isExact(row) || !isKnown(row)) continue
        measure(row)
        isSure = false
      }
      if (!isSure) rows = wantedRows(scene)
    }
    resize()
    askFor(rows)
    const nextColumns = wantedColumns(scene)
    const haveColumnsMoved = nextColumns.first !== columns.first || nextColumns.last !== columns.last
    columns = nextColumns

    const active = activeAt(scene)
    const isWanted = (row: number) => (row >= rows.first && row <= rows.last) || row === active.row
    let hasChanged = haveColumnsMoved || isNew
    for (const [row, slot] of live) {
      if (isWanted(row)) continue
      live.delete(row)
      spare.push(slot)
    }
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
    // From the last, so that each finds the one that it stands before.
    for (const row of missing.toSorted((a, b) => b - a)) {
      fillRow(takeSlot(row), scene)
      hasChanged = true
    }
    if (haveColumnsMoved) for (const slot of live.values()) fillColumns(slot, scene)
    for (const slot of spare) putAway(slot)
    for (const slot of live.values()) placeRow(slot)
    if (hasChanged) onPainted([...all], columns, { isScrolling })
    if (hasChanged) checkAtRest()
  }

  function askFor({ first, last }: LineWindow): void {
    const { plan, reading } = scene!
    if (reading.index.awaited.size === 0) return
    const lines = plan.down.slice(first, last + 1)
    const rows = lines.flatMap((line) => (line.kind === 'issue' ? [line.issue.row] : []))
    wantRows(reading.index, rows)
  }

  /** The one place of the tab order: it stays on the page when it is out of sight, and so does the focus. */
  function activeAt({ plan, selected }: Scene): { row: number; column: number } {
    return whereIs(plan, selected) ?? { row: 0, column: plan.across.length > 1 || plan.isTransposed ? 0 : -1 }
  }

  function takeSlot(row: number): Slot {
    // One that holds the focus is kept for the very row that it shows.
    const at = spare.findLastIndex(({ element }) => !element.contains(document.activeElement))
    const slot = at === -1 ? createSlot() : spare.splice(at, 1)[0]!
    slot.row = row
    live.set(row, slot)
    const after = [...live.keys()].reduce(
      (next, other) => (other > row && other < next ? other : next),
      Infinity,
    )
    const reference = live.get(after)?.element ?? null
    if (slot.element.nextSibling !== reference || !slot.element.isConnected)
      body.insertBefore(slot.element, reference)
    return slot
  }

  /** Out of sight, and no place any longer. */
  function putAway({ element, head, cells }: Slot): void {
    if (element.hidden) return
    element.hidden = true
    for (const part of [head, ...cells.values()]) delete part.dataset.place
  }

  function createSlot(): Slot {
    const element = document.createElement('div')
    element.role = 'row'
    element.className = styles.row!
    const head = document.createElement('div')
    head.role = 'rowheader'
    element.append(head)
    const slot: Slot = { id: all.length, element, head, row: -1, line: null, cells: new Map(), spare: [] }
    all.push(slot)
    return slot
  }

  function placeRow(slot: Slot): void {
    const top = `translateY(${heights.starts()[slot.row]!}px)`
    const height = `${heights.of(slot.row)}px`
    if (slot.element.style.transform !== top) slot.element.style.transform = top
    if (slot.element.style.blockSize !== height) slot.element.style.blockSize = height
  }

  function fillRow(slot: Slot, now: Scene): void {
    const { element, head, row } = slot
    slot.line = now.plan.down[row]!
    element.hidden = false
    element.ariaRowIndex = String(row + 2)
    head.className = `${styles.rowHead}`
    head.ariaColIndex = '1'
    head.style.inlineSize = `${now.widths.head}px`
    const indent = slot.line.kind === 'issue' ? Math.min(slot.line.issue.depth, 5) * 12 : 0
    head.style.paddingInlineStart = `${18 + indent}px`
    if (slot.line.kind === 'party') head.dataset.colour = slot.line.party.party.colour
    else delete head.dataset.colour
    markPlace(head, now, row, -1)
    for (const [column, cell] of slot.cells) fillCell(slot, cell, column, now)
    fillColumns(slot, now)
  }

  function fillColumns(slot: Slot, now: Scene): void {
    const { plan } = now
    const active = activeAt(now)
    const isWanted = (column: number) =>
      column < plan.across.length &&
      (column < plan.pinned ||
        (column >= columns.first && column <= columns.last) ||
        (slot.row === active.row && column === active.column))
    for (const [column, cell] of slot.cells) {
      if (isWanted(column)) continue
      slot.cells.delete(column)
      slot.spare.push(cell)
    }
    for (let column = plan.across.length - 1; column >= 0; column -= 1) {
      if (!slot.cells.has(column) && isWanted(column)) takeCell(slot, column, now)
    }
    for (const cell of slot.spare) cell.remove()
  }

  function takeCell(slot: Slot, column: number, now: Scene): void {
    const cell = slot.spare.pop() ?? document.createElement('div')
    cell.role = 'gridcell'
    fillCell(slot, cell, column, now)
    let after = Infinity
    for (const other of slot.cells.keys()) if (other > column && other < after) after = other
    slot.element.insertBefore(cell, slot.cells.get(after) ?? null)
    slot.cells.set(column, cell)
  }

  function fillCell(slot: Slot, cell: HTMLElement, column: number, now: Scene): void {
    const { plan, widths, columnStarts } = now
    if (column >= plan.across.length) return
    const crossing = crossingAt(now, slot.row, column)
    const isPinned = column < plan.pinned
    const kind =
      crossing.kind === 'zone'
        ? styles.zone
        : crossing.cell.state === 'gap'
          ? styles.gapCell
          : styles.plainCell
    const isAside = crossing.kind === 'cell' && !crossing.isMatch
    cell.className = `${styles.cell} ${kind}${isPinned ? ` ${styles.pinned}` : ''}${isAside ? ` ${styles.aside}` : ''}`
    cell.style.inlineSize = `${widths.columns[column]}px`
    cell.style.insetInlineStart = `${widths.head + columnStarts[column]!}px`
    cell.ariaColIndex = String(column + 2)
    if (crossing.kind === 'cell') cell.dataset.colour = crossing.party.colour
    else delete cell.dataset.colour
    const isToCome = isAwaited(now, slot.row)
    cell.ariaBusy = isToCome ? 'true' : null
    cell.ariaLabel = isToCome ? now.wording.say('spoken.toCome') : spokenCrossing(now, crossing)
    markPlace(cell, now, slot.row, column)

    const content = document.createDocumentFragment()
    for (const block of isToCome ? [] : blocksOf(now, crossing)) {
      const isOpen = now.isOpen(openKey(crossing, block.key))
      const width = contentWidth(now, column)
      const isLonger =
        block.clamp !== null && linesOfBlock(block, { width, isOpen, counter: now.counter }).isLonger
      paintBlock(content as unknown as Element, block, { isOpen, isLonger }, now.wording.say)
    }
    cell.replaceChildren(content)
  }

  /** Which place an element is, whether it is chosen, and whether the tab order passes through it. */
  function markPlace(element: HTMLElement, now: Scene, row: number, column: number): void {
    const place = placeAt(now.plan, row, column)
    if (!place) {
      delete element.dataset.place
      element.removeAttribute('tabindex')
      element.ariaSelected = null
      return
    }
    const key = keyOfPlace(place)
    element.dataset.place = key
    const active = activeAt(now)
    element.tabIndex = active.row === row && active.column === column ? 0 : -1
    const isWith = now.selectedWith.has(key)
    element.toggleAttribute('data-with', isWith)
    element.ariaSelected = String(isWith || (now.selected !== null && keyOfPlace(now.selected) === key))
  }

  return {
    show,
    scrolled: () => paint({ isScrolling: true }),
    /** Only what is chosen has changed. */
    select(next: Scene): void {
      const before = scene
      scene = next
      if (before === null) return
      for (const slot of live.values()) {
        markPlace(slot.head, next, slot.row, -1)
        for (const [column, cell] of slot.cells) markPlace(cell, next, slot.row, column)
      }
      paint({ isScrolling: false })
      for (const slot of live.values()) fillColumns(slot, next)
    },
    /** One row is no longer as tall as it was, or says something else. */
    refreshRow(row: number): void {
      if (!scene) return
      heights.forget(row)
      const slot = live.get(row)
      measure(row)
      if (slot) fillRow(slot, scene)
      paint({ isScrolling: false })
    },
    /** It has become known what is said on these rows of the reading. */
    arrived(rows: ReadonlySet<number>): void {
      if (!scene) return
      const anchor = anchorOf(scene)
      const come = [...live.values()].filter(({ line }) => line?.kind === 'issue' && rows.has(line.issue.row))
      for (const { row } of come) measure(row)
      if (anchor && come.length > 0) restore(anchor)
      for (const slot of come) fillRow(slot, scene)
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
    elementAt(row: number, column: number): HTMLElement | null {
      const slot = live.get(row)
      if (!slot) return null
      return column === -1 ? slot.head : (slot.cells.get(column) ?? null)
    },
    /** From the top of the first row. */
    rowSpan: (row: number) => ({ from: heights.starts()[row]!, to: heights.starts()[row + 1]! }),
    rowAt: (point: number) => lineAt(heights.starts(), point),
    stop(): void {
      slice?.abort()
      slice = null
      window.clearTimeout(rest)
    },
  }
}
export type Painter = ReturnType<typeof createPainter>

/** CSS pixels that what is drawn in a row takes. */
function drawnHeight({ element, head, cells }: Slot): number {
  const top = element.getBoundingClientRect().top
  const bottoms = [head, ...cells.values()].map(
    (cell) => cell.lastElementChild?.getBoundingClientRect().bottom ?? top,
  )
  return Math.max(...bottoms) - top + paddingBelow
}

/** Puts children in order, without moving the one that holds the focus, which would lose it. */
function inOrder(parent: HTMLElement, children: readonly HTMLElement[]): void {
  let next: Element | null = null
  for (const child of children.toReversed()) {
    if (child.nextSibling !== next && !child.contains(document.activeElement))
      parent.insertBefore(child, next)
    next = child
  }
}
