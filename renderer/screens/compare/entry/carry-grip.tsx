import { useRef, type PointerEvent } from 'react'
import type { PositionId } from '../../../../app/model/position'
import type { Statement } from '../../../../app/model/statement'
import { useApplication } from '../../../state/application'
import {
  carry,
  carryTo,
  onlyPosition,
  putAway,
  putDown,
  useCarriedStatement,
  type CarriedStatement,
  type CellPlace,
} from '../../../state/carried-statement'
import { select, useCompareView } from '../../../state/compare-view'
import { positionsAt } from '../../../state/cell-editing'
import { goTo } from '../../../state/route'
import { isSelectable, placeAt, placeOfKey, shownOrder } from '../../../state/selection'
import { comparisonGrid } from '../grid/grid-access'
import { relationOf } from './carried-layer'
import styles from './carry-grip.module.css'

/** CSS pixels that a press may waver before it is a drag. */
const waver = 5

/** What a statement is taken by: dragged onto a cell, or pressed to choose the cell by keys. */
export function CarryGrip({ statement }: { statement: Pick<Statement, 'id' | 'text' | 'form'> }) {
  const application = useApplication()
  const { say } = application
  const start = useRef<{ x: number; y: number } | null>(null)
  const hasDragged = useRef(false)
  const carried = { statementId: statement.id, text: statement.text, form: statement.form }

  function onPointerMove(event: PointerEvent<HTMLButtonElement>): void {
    if (start.current === null) return
    const { clientX: x, clientY: y } = event
    const isFar = Math.hypot(x - start.current.x, y - start.current.y) > waver
    if (!hasDragged.current && !isFar) return
    if (!hasDragged.current) carry({ ...carried, by: 'pointer' }, { x, y })
    hasDragged.current = true
    carryTo({ at: { x, y }, relation: relationOf(event), ...targetAt(x, y) })
  }
  function onPointerUp(event: PointerEvent<HTMLButtonElement>): void {
    if (start.current === null) return
    start.current = null
    if (!hasDragged.current) return
    carryTo({ relation: relationOf(event) })
    const { over, positionId } = useCarriedStatement.getState()
    if (over === null) putAway()
    // Dropped beside the several positions of a cell: the question stays, and is answered by keys.
    else if (positionId === null && positionsAt(over).length > 1) carry({ ...carried, by: 'keys' })
    else void putDown(application)
  }

  return (
    <button
      type="button"
      className={styles.grip}
      title={say('entry.carry.drag')}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, y: event.clientY }
        hasDragged.current = false
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null
        putAway()
      }}
      onClick={() => {
        if (!hasDragged.current) chooseByKeys(carried)
        hasDragged.current = false
      }}
    >
      <svg viewBox="0 0 6 10" aria-hidden="true">
        <path d="M1 1h.01M5 1h.01M1 5h.01M5 5h.01M1 9h.01M5 9h.01" />
      </svg>
      {say('entry.carry.use')}
    </button>
  )
}

/** The focus goes to the comparison, on the cell that is chosen, or its first. */
function chooseByKeys(carried: Omit<CarriedStatement, 'by'>): void {
  goTo('compare')
  const { selected } = useCompareView.getState()
  const place = isSelectable(selected) ? selected : placeAt(shownOrder(), { row: 0, column: 0 })
  select(place)
  carry({ ...carried, by: 'keys' })
  // From another screen, the comparison is drawn first.
  requestAnimationFrame(() => comparisonGrid()?.reveal(place, { isFocused: true }))
}

/** What lies under the pointer: a position of several, or the cell. */
function targetAt(x: number, y: number): { over: CellPlace | null; positionId: PositionId | null } {
  const under = document.elementsFromPoint(x, y)
  const drop = under.map((element) => element.closest('[data-drop]')).find((element) => element !== null)
  const { over } = useCarriedStatement.getState()
  // Written there by the layer, from the position's own id.
  if (over && drop) return { over, positionId: drop.getAttribute('data-drop') as PositionId }
  const cell = under.map((element) => element.closest('[data-place]')).find((element) => element !== null)
  const place = placeOfKey(cell?.getAttribute('data-place') ?? '')
  if (place?.kind !== 'cell') return { over: null, positionId: null }
  return { over: place, positionId: onlyPosition(place) }
}
