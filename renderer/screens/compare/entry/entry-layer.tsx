import { memo, useEffect, useLayoutEffect } from 'react'
import type { Arrangement } from '../../../../app/rules/arrangement'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { canWrite, useActionState } from '../../../actions/action'
import { isTyping } from '../../../actions/use-action-keys'
import {
  editCell,
  gapAt,
  issueAt,
  offerReading,
  positionsAt,
  useCellEditing,
} from '../../../state/cell-editing'
import { select, useCompareView, type Place } from '../../../state/compare-view'
import { paste } from '../../../state/pasting'
import {
  extendSelection,
  isSelectable,
  nextPlace,
  offerShownOrder,
  placeKey,
  placeOfKey,
  selectOneAgain,
  shownOrder,
  stepSelection,
  toggleSelected,
  useSelection,
} from '../../../state/selection'
import { comparisonGrid } from '../grid/grid-access'
import { CarriedLayer } from './carried-layer'
import { CellEditor } from './cell-editor'
import { SelectionLine } from './selection-line'

/** Everything by which the comparison is written in place; it stands between the bar and the grid. */
export const EntryLayer = memo(function EntryLayer({
  comparison,
  rows,
  columns,
  isTransposed,
}: { comparison: ComparisonReading } & Pick<Arrangement, 'rows' | 'columns' | 'isTransposed'>) {
  const isWritable = canWrite(useActionState())
  useLayoutEffect(() => {
    offerShownOrder({
      issueIds: rows.map(({ issue }) => issue.id),
      partyIds: columns.map(({ party }) => party.id),
      isTransposed,
    })
  }, [rows, columns, isTransposed])
  useLayoutEffect(() => {
    offerReading(comparison)
    return () => offerReading(null)
  }, [comparison])
  useGridEvents(isWritable)

  return (
    <>
      <CarriedLayer />
      <SelectionLine isWritable={isWritable} />
      {isWritable && <CellEditor comparison={comparison} />}
    </>
  )
})

/** Before the grid hears of them: what selects several cells, begins to write in one, or pastes. */
function useGridEvents(isWritable: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || placeUnder(event.target) === null) return
      if (!answerKey(event, { isWritable })) return
      event.preventDefault()
      event.stopPropagation()
    }
    const onPress = (event: MouseEvent) => {
      const place = placeUnder(event.target)
      if (event.button !== 0 || !isSelectable(place) || !isSelecting(event)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.type !== 'click') return
      if (event.shiftKey) extendSelection(shownOrder(), place)
      else toggleSelected(place)
      focusActive()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!isWritable || isTyping(event.target) || event.clipboardData === null) return
      const text = event.clipboardData.getData('text/plain')
      const html = event.clipboardData.getData('text/html')
      if (text === '' && html === '') return
      event.preventDefault()
      paste({ text, html })
    }
    const capture = { capture: true }
    document.addEventListener('keydown', onKeyDown, capture)
    for (const type of ['pointerdown', 'mousedown', 'click'] as const)
      document.addEventListener(type, onPress, capture)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('keydown', onKeyDown, capture)
      for (const type of ['pointerdown', 'mousedown', 'click'] as const)
        document.removeEventListener(type, onPress, capture)
      document.removeEventListener('paste', onPaste)
    }
  }, [isWritable])
}

const isSelecting = ({ shiftKey, ctrlKey, metaKey }: MouseEvent) => shiftKey || ctrlKey || metaKey

/** The place that is pressed, or has the focus; null for a button in it, which has its own keys. */
function placeUnder(target: EventTarget | null): Place | null {
  if (!(target instanceof Element) || target.closest('button, a, input, textarea, select')) return null
  const element = target.closest('[role="grid"] [data-place]')
  return element && placeOfKey(element.getAttribute('data-place')!)
}

/** Whether the key was ours. */
function answerKey(event: KeyboardEvent, { isWritable }: { isWritable: boolean }): boolean {
  const isMod = event.ctrlKey || event.metaKey
  if (event.altKey) return false
  if (event.key === 'Tab') return !isMod && runOn(event.shiftKey ? -1 : 1)
  if (event.key !== 'Shift') useCellEditing.setState({ ranTo: null })
  if (event.shiftKey) return extendByKey(event, { isMod })
  if (isMod) return false
  if (event.key === 'Escape' && useSelection.getState().cells.size > 0) {
    selectOneAgain()
    return true
  }
  const { selected } = useCompareView.getState()
  if (event.key === 'Enter' && isWritable && selected !== null && isEmpty(selected)) {
    editCell(selected)
    return true
  }
  return false
}

/** Who came by Tab from the editor passes over a cell by it too; anything else gives Tab back to the page. */
function runOn(across: 1 | -1): boolean {
  const { selected } = useCompareView.getState()
  if (!isSelectable(selected) || placeKey(selected) !== useCellEditing.getState().ranTo) return false
  const next = nextPlace(shownOrder(), selected, { down: 0, across })
  // At the end of the comparison there is nothing more to pass over.
  if (placeKey(next) === placeKey(selected)) return false
  select(next)
  useCellEditing.setState({ ranTo: placeKey(next) })
  focusActive()
  return true
}

/** Nothing stands there yet that the side pane could show more of. */
function isEmpty(place: Place): place is Extract<Place, { kind: 'cell' | 'zone' }> {
  if (place.kind === 'zone') return issueAt(place.issueId)?.landingZone === ''
  return place.kind === 'cell' && positionsAt(place).length === 0 && gapAt(place) === null
}

const wholePage = 10
const toTheEdge = 100_000

function extendByKey({ key }: KeyboardEvent, { isMod }: { isMod: boolean }): boolean {
  const far = isMod ? toTheEdge : 1
  const inline = document.documentElement.dir === 'rtl' ? -1 : 1
  const steps: Record<string, { down: number; across: number }> = {
    ArrowUp: { down: -far, across: 0 },
    ArrowDown: { down: far, across: 0 },
    ArrowLeft: { down: 0, across: -far * inline },
    ArrowRight: { down: 0, across: far * inline },
    Home: { down: isMod ? -toTheEdge : 0, across: -toTheEdge },
    End: { down: isMod ? toTheEdge : 0, across: toTheEdge },
    PageUp: { down: -wholePage, across: 0 },
    PageDown: { down: wholePage, across: 0 },
  }
  const step = steps[key]
  if (step === undefined || !isSelectable(useCompareView.getState().selected)) return false
  const end = stepSelection(shownOrder(), step)
  if (end) comparisonGrid()?.reveal(end)
  return true
}

function focusActive(): void {
  const { selected } = useCompareView.getState()
  if (selected) comparisonGrid()?.reveal(selected, { isFocused: true })
}
