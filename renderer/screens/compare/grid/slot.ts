import { fillCell, setLength } from './fill-cell'
import type { Line } from './grid-plan'
import styles from './grid.module.css'
import { setAttribute } from './paint-cell'
import { fillHead, makeRowHead, type RowHead } from './row-head'
import type { Scene } from './scene'

/** One row on the page. Rows that scroll out are written over with those that scroll in. */
export type Slot = {
  id: number
  element: HTMLElement
  head: RowHead
  row: number
  line: Line | null
  cells: Map<number, HTMLElement>
  spare: HTMLElement[]
  /** Nothing is drawn yet across beyond what is in sight. */
  isNarrow: boolean
  /** Of each cell, and of the head, only what it begins with is drawn yet. */
  isBrief: boolean
  /** What it says is of an earlier scene; out of sight, it is written over in the next frame. */
  isBehind: boolean
  /** The last answer to a key of which it was a part, by number; 0 where of none, less where it was scrolled past. */
  answered: number
}

/** Below the content of a cell, with the row's line, in CSS pixels. */
const paddingBelow = 12

/** The next of so many rows, at the end of the body. */
export function createSlot(body: HTMLElement, id: number): Slot {
  const element = document.createElement('div')
  element.role = 'row'
  element.className = styles.row!
  const head = makeRowHead()
  element.append(head.element)
  body.append(element)
  return {
    id,
    element,
    head,
    row: -1,
    line: null,
    cells: new Map(),
    spare: [],
    isNarrow: false,
    isBrief: false,
    isBehind: false,
    answered: 0,
  }
}

/** Out of sight, and no place any longer. */
export function putAway(slot: Slot): void {
  const { element, head, cells } = slot
  if (element.hidden) return
  element.hidden = true
  moveAway(slot)
  for (const part of [head.element, ...cells.values()]) delete part.dataset.place
}

/** Out of sight for a frame: what is only moved takes less time than what is hidden. */
export const moveAway = ({ element }: Slot): void => setLength(element, 'insetBlockStart', awayPixels)

/** Above the first row, where nobody can scroll to. */
const awayPixels = -100_000

/** Whether a column is to be on the page. */
type Wanted = (column: number) => boolean

/** Of the same row, cells that are not wanted yet may stay as they are until they are. */
export function fillRow(
  slot: Slot,
  now: Scene,
  { isWanted, mayStay }: { isWanted: Wanted; mayStay: Wanted },
): void {
  const { element, head, row, isBrief } = slot
  const line = now.plan.down[row]!
  const isSame = slot.line?.key === line.key
  slot.line = line
  if (element.hidden) element.hidden = false
  setAttribute(element, 'aria-rowindex', String(row + 2))
  fillHead(head, now, row, { isBrief })
  for (const [column, cell] of slot.cells) if (isWanted(column)) fillCell(cell, now, row, column, { isBrief })
  fillColumns(slot, now, isWanted, isSame ? mayStay : isWanted)
}

export function fillColumns(slot: Slot, now: Scene, isWanted: Wanted, mayStay = isWanted): void {
  for (const [column, cell] of slot.cells) {
    if (isWanted(column) || mayStay(column)) continue
    slot.cells.delete(column)
    slot.spare.push(cell)
  }
  for (let column = now.plan.across.length - 1; column >= 0; column -= 1) {
    if (!slot.cells.has(column) && isWanted(column)) takeCell(slot, column, now)
  }
  for (const cell of slot.spare) cell.remove()
}

function takeCell(slot: Slot, column: number, now: Scene): void {
  const cell = slot.spare.pop() ?? document.createElement('div')
  cell.role = 'gridcell'
  fillCell(cell, now, slot.row, column, slot)
  let after = Infinity
  for (const other of slot.cells.keys()) if (other > column && other < after) after = other
  slot.element.insertBefore(cell, slot.cells.get(after) ?? null)
  slot.cells.set(column, cell)
}

/** Every cell stays with what it shows, wherever that stands now. */
export function moveCells(slot: Slot, before: Scene, { plan }: Scene): void {
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

/** CSS pixels that what is drawn in a row takes. */
export function drawnHeight({ element, head, cells }: Slot): number {
  const top = element.getBoundingClientRect().top
  const bottoms = [head.box, ...[...cells.values()].map((cell) => cell.lastElementChild)].map(
    (last) => last?.getBoundingClientRect().bottom ?? top,
  )
  return Math.max(...bottoms) - top + paddingBelow
}

/** Puts children in order, without moving the one that holds the focus, which would lose it. */
export function inOrder(parent: HTMLElement, children: readonly HTMLElement[]): void {
  let next: Element | null = null
  for (const child of children.toReversed()) {
    if (nextShown(child) !== next && !child.contains(document.activeElement)) parent.insertBefore(child, next)
    next = child
  }
}

/** Rows that are kept for later stand anywhere. */
function nextShown(child: HTMLElement): Element | null {
  let next = child.nextElementSibling
  while (next instanceof HTMLElement && next.hidden) next = next.nextElementSibling
  return next
}
