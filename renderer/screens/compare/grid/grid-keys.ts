import type { KeyboardEvent } from 'react'
import { openPane, select, type Place } from '../../../state/compare-view'
import { foldIssue } from '../../../state/finding'
import { between } from './grid-geometry'
import { headColumn, headRow, keyOfPlace, placeAt, type GridPlan } from './grid-plan'
import { beginsComposing, beginsTyping, typingBegan } from './typing'

type At = { row: number; column: number }

/** At least so many rows does a Page key move, however tall they are. */
const leastPage = 5

/** What a key does in the grid; null where it is not the grid's. The caller brings the place that is moved to into sight. */
export function actOnKey(
  event: KeyboardEvent,
  {
    plan,
    at,
    isWritable,
    rowPageFrom,
    moveTo,
    resize,
  }: {
    plan: GridPlan
    at: At
    isWritable: boolean
    /** The row that a page further down, or up, begins. */
    rowPageFrom: (row: number, pages: 1 | -1) => number
    moveTo: (place: Place) => void
    /** Makes the column wider or narrower by so many steps. */
    resize: (column: number, steps: number) => void
  },
): void {
  const { key, altKey } = event
  const step = document.documentElement.dir === 'rtl' ? -1 : 1
  const isWhole = event.ctrlKey || event.metaKey
  const current = placeAt(plan, at.row, at.column)

  const go = (row: number, column: number) => {
    const place = placeAt(
      plan,
      between(row, headRow, plan.down.length - 1),
      between(column, headColumn, plan.across.length - 1),
    )
    if (place && !(current && keyOfPlace(place) === keyOfPlace(current))) moveTo(place)
  }
  if (altKey) {
    if (at.row !== headRow || isWhole || event.shiftKey || (key !== 'ArrowLeft' && key !== 'ArrowRight'))
      return
    event.preventDefault()
    resize(at.column, (key === 'ArrowRight' ? 1 : -1) * step)
    return
  }
  const open = () => {
    if (current) select(current)
    openPane()
    if (key === 'Enter') focusPane()
  }
  /** On the head of an issue that others nest in, the arrow inwards unfolds it, and the one outwards folds it. */
  const foldOr = (isInwards: boolean): boolean => {
    const line = plan.down[at.row]
    if (at.column !== headColumn || line?.kind !== 'issue' || line.issue.branch === 0) return false
    if (line.issue.isFolded !== isInwards) return false
    foldIssue(line.issue.issue.id)
    return true
  }
  const last = { row: plan.down.length - 1, column: plan.across.length - 1 }
  const page = (pages: 1 | -1) => {
    const row = rowPageFrom(at.row, pages)
    go(
      pages > 0 ? Math.max(row, at.row + leastPage) : Math.min(row, Math.max(0, at.row - leastPage)),
      at.column,
    )
  }
  const acts: Record<string, () => void> = {
    ArrowUp: () => go(at.row - 1, at.column),
    ArrowDown: () => go(at.row + 1, at.column),
    ArrowLeft: () => foldOr(step === -1) || go(at.row, at.column - step),
    ArrowRight: () => foldOr(step === 1) || go(at.row, at.column + step),
    Home: () => go(isWhole ? 0 : at.row, headColumn),
    End: () => go(isWhole ? last.row : at.row, last.column),
    PageUp: () => page(-1),
    PageDown: () => page(1),
    Enter: open,
    ' ': open,
  }
  if (isWhole && key.startsWith('Arrow')) return
  const act = acts[key]
  if (act) {
    event.preventDefault()
    act()
    return
  }
  if (!isWritable || (current?.kind !== 'cell' && current?.kind !== 'zone')) return
  // Not prevented: what is being composed goes on in the field that has the focus by then.
  if (beginsComposing(event)) typingBegan(current, '')
  else if (beginsTyping(event.nativeEvent)) {
    event.preventDefault()
    typingBegan(current, key)
  }
}

/** Enter goes on in the side pane, at the first thing that can be done there. */
function focusPane(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('aside [role="tab"][aria-selected="true"], aside button')?.focus(),
  )
}
