import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { EvidenceRelation } from '../../../../app/model/statement'
import { KindMark } from '../../../elements/kind-mark'
import { useApplication, useSay } from '../../../state/application'
import {
  carryTo,
  putAway,
  putDown,
  useCarriedStatement,
  type CarriedStatement,
  type CellPlace,
} from '../../../state/carried-statement'
import { positionsAt } from '../../../state/cell-editing'
import { comparisonGrid } from '../grid/grid-access'
import styles from './carried-layer.module.css'

/** What is seen and heard of a statement on its way: itself beside the pointer, and the cell that would take it. */
export function CarriedLayer() {
  const carried = useCarriedStatement((state) => state.carried)
  const over = useCarriedStatement((state) => state.over)
  if (carried === null) return null
  return (
    <>
      {carried.by === 'keys' && <ByKeys carried={carried} />}
      {createPortal(
        <>
          {over && <Target over={over} />}
          {carried.by === 'pointer' && <BesidePointer carried={carried} />}
        </>,
        document.body,
      )}
    </>
  )
}

export const relationOf = (event: { shiftKey: boolean; altKey: boolean }): EvidenceRelation =>
  event.altKey ? 'contradicts' : event.shiftKey ? 'qualifies' : 'supports'

function BesidePointer({ carried }: { carried: CarriedStatement }) {
  const say = useSay()
  const beside = useRef<HTMLDivElement>(null)
  const { x, y } = useCarriedStatement((state) => state.at)
  useLayoutEffect(() => {
    // Where the pointer is does not turn with the direction of the text.
    const { style } = beside.current!
    style.left = `${x}px`
    style.top = `${y}px`
  }, [x, y])
  const relation = useCarriedStatement((state) => state.relation)
  return (
    <div ref={beside} className={styles.beside}>
      <q dir="auto">{shortened(carried.text)}</q>
      <p>
        <b>{say(`evidence.${relation}`)}</b> {say('entry.carry.modifiers')}
      </p>
    </div>
  )
}

/** In UTF-16 units, some two lines. */
const shortened = (text: string) => (text.length <= 90 ? text : `${text.slice(0, 90).toWellFormed()}…`)

/** Over the cell: what would take the statement. Where there are several positions, each is a place to put it. */
function Target({ over }: { over: CellPlace }) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const positionId = useCarriedStatement((state) => state.positionId)
  const positions = positionsAt(over)
  useOverCell(frame, over)
  return (
    <div ref={frame} className={styles.target}>
      {positions.length === 0 && <p className={styles.drop}>{say('entry.carry.begins')}</p>}
      {positions.length > 1 &&
        positions.map(({ id, kind, text }) => (
          <p key={id} data-drop={id} data-chosen={id === positionId || undefined} className={styles.drop}>
            <KindMark kind={kind} />
            <span dir="auto">{text}</span>
          </p>
        ))}
    </div>
  )
}

function useOverCell(frame: RefObject<HTMLDivElement | null>, over: CellPlace): void {
  useLayoutEffect(() => {
    let next = 0
    const lay = () => {
      next = requestAnimationFrame(lay)
      const cell = comparisonGrid()?.rectangleOf(over)
      if (!frame.current || !cell) return
      const { style } = frame.current
      style.left = `${cell.left}px`
      style.top = `${cell.top}px`
      style.inlineSize = `${cell.width}px`
      style.minBlockSize = `${cell.height}px`
    }
    lay()
    return () => cancelAnimationFrame(next)
  }, [frame, over])
}

/** The line above the grid while a cell is chosen by keys; the grid's own keys go on working. */
function ByKeys({ carried }: { carried: CarriedStatement }) {
  const application = useApplication()
  const { say } = application
  const over = useCarriedStatement((state) => state.over)
  const positionId = useCarriedStatement((state) => state.positionId)
  const several = over === null ? [] : positionsAt(over)

  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const taken = () => {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      if (event.key === 'Escape') {
        taken()
        putAway()
      } else if (event.key === 'Enter') {
        taken()
        const state = useCarriedStatement.getState()
        const choices = state.over === null ? [] : positionsAt(state.over)
        if (choices.length > 1 && state.positionId === null) carryTo({ positionId: choices[0]!.id })
        else {
          carryTo({ relation: relationOf(event) })
          void putDown(application)
        }
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && several.length > 1 && positionId) {
        taken()
        const at = several.findIndex(({ id }) => id === positionId) + (event.key === 'ArrowDown' ? 1 : -1)
        carryTo({ positionId: several[Math.max(0, Math.min(at, several.length - 1))]!.id })
      }
    }
    document.addEventListener('keydown', answer, { capture: true })
    return () => document.removeEventListener('keydown', answer, { capture: true })
  })
  const chosen = several.find(({ id }) => id === positionId)
  return (
    <div className={styles.byKeys} role="status">
      <p>
        <q dir="auto">{shortened(carried.text)}</q>{' '}
        {several.length > 1
          ? say(chosen ? 'entry.carry.chosen' : 'entry.carry.several', { text: chosen?.text ?? '' })
          : say('entry.carry.keys')}
      </p>
      <button type="button" onClick={putAway}>
        {say('editing.cancel')}
      </button>
    </div>
  )
}
