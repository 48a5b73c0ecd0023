import type { CellMarks } from './cell-marks'
import { linesOfBlock } from './block-heights'
import { keyOfPlace, placeAt, whereIs } from './grid-plan'
import styles from './grid.module.css'
import { paintBlocks, setAttribute } from './paint-cell'
import {
  blocksOf,
  contentWidth,
  crossingAt,
  isAwaited,
  openKey,
  spokenCrossing,
  type Crossing,
  type Scene,
} from './scene'

/** What a cell's words were made from: as long as it is the same, they stay. */
type Source = readonly unknown[]
const filled = new WeakMap<Element, Source>()

/** Writes a cell of the scene into an element, over whatever it said before. */
export function fillCell(
  cell: HTMLElement,
  now: Scene,
  row: number,
  column: number,
  { isBrief = false }: { isBrief?: boolean } = {},
): void {
  const { plan, widths, columnStarts } = now
  const crossing = crossingAt(now, row, column)
  const isPinned = column < plan.pinned
  const kind =
    crossing.kind === 'zone' ? styles.zone : crossing.cell.state === 'gap' ? styles.gapCell : styles.plainCell
  const isAside = crossing.kind === 'cell' && !crossing.isMatch
  const look = `${styles.cell} ${kind}${isPinned ? ` ${styles.pinned}` : ''}${isAside ? ` ${styles.aside}` : ''}`
  if (cell.className !== look) cell.className = look
  setLength(cell, 'inlineSize', widths.columns[column]!)
  setLength(cell, 'insetInlineStart', widths.head + columnStarts[column]!)
  setAttribute(cell, 'aria-colindex', String(column + 2))
  setAttribute(cell, 'data-colour', crossing.kind === 'cell' ? crossing.party.colour : null)
  markPlace(cell, now, row, column)

  const width = contentWidth(now, column)
  const isToCome = isAwaited(now, row)
  const source = isToCome ? [now.wording] : sourceOf(now, crossing, width, isBrief)
  const last = filled.get(cell)
  if (last && source && isSameSource(last, source)) return
  if (source) filled.set(cell, source)
  else filled.delete(cell)
  const { counter, wording } = now
  setAttribute(cell, 'aria-busy', isToCome ? 'true' : null)
  setAttribute(cell, 'aria-label', isToCome ? wording.say('spoken.toCome') : spokenCrossing(now, crossing))
  paintBlocks(
    cell,
    (isToCome ? [] : blocksOf(now, crossing)).slice(0, isBrief ? 1 : undefined).map((block) => {
      const isOpen = now.isOpen(openKey(crossing, block.key))
      const isLonger = block.clamp !== null && linesOfBlock(block, { width, isOpen, counter }).isLonger
      return { block, isOpen, isLonger }
    }),
    wording.say,
  )
}

/** Null where it cannot be told from these few whether the words are the same. */
function sourceOf(now: Scene, crossing: Crossing, width: number, isBrief: boolean): Source | null {
  const { wording, isWritable, type } = now
  const common = [crossing.issue, wording, isWritable, type, width, isBrief]
  if (crossing.kind === 'zone') return [...common, now.isOpen(openKey(crossing, 'zone'))]
  const { cell, issue, party, members } = crossing
  if (members.length > 0 || now.openCells.has(`${issue.id} ${party.id}`)) return null
  const marks: CellMarks | null = now.marksOf?.(cell) ?? null
  const compared = now.baseline?.beside(cell) ?? null
  const arrivals = marks === null && compared === null ? 0 : now.arrivals
  return [...common, cell, party, marks, compared, arrivals]
}

const isSameSource = (a: Source, b: Source): boolean =>
  a.length === b.length && a.every((part, at) => part === b[at])

/** In CSS pixels. */
export function setLength(
  { style }: HTMLElement,
  name: 'inlineSize' | 'insetInlineStart' | 'insetBlockStart' | 'blockSize' | 'paddingInlineStart',
  pixels: number,
): void {
  const length = `${pixels}px`
  if (style[name] !== length) style[name] = length
}

/** The one place of the tab order: it stays on the page when it is out of sight, and so does the focus. */
export function activeAt({ plan, selected }: Pick<Scene, 'plan' | 'selected'>): {
  row: number
  column: number
} {
  return whereIs(plan, selected) ?? { row: 0, column: plan.across.length > 1 || plan.isTransposed ? 0 : -1 }
}

/** Which place an element is, whether it is chosen, and whether the tab order passes through it. */
export function markPlace(element: HTMLElement, now: Scene, row: number, column: number): void {
  const place = placeAt(now.plan, row, column)
  if (!place) {
    for (const name of ['data-place', 'tabindex', 'aria-selected']) setAttribute(element, name, null)
    return
  }
  const key = keyOfPlace(place)
  setAttribute(element, 'data-place', key)
  const active = activeAt(now)
  setAttribute(element, 'tabindex', active.row === row && active.column === column ? '0' : '-1')
  const isWith = now.selectedWith.has(key)
  setAttribute(element, 'data-with', isWith ? '' : null)
  const isSelected = isWith || (now.selected !== null && keyOfPlace(now.selected) === key)
  setAttribute(element, 'aria-selected', String(isSelected))
}
