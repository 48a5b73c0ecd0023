import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { positionKind } from '../../../../app/model/position'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { useApi, useSay } from '../../../state/application'
import { select, useCompareView } from '../../../state/compare-view'
import { isSelectable, nextPlace, placeKey, shownOrder } from '../../../state/selection'
import { comparisonGrid } from '../grid/grid-access'
import styles from './cell-editor.module.css'
import {
  commitCell,
  draftChanges,
  draftProblem,
  editCell,
  leaveCell,
  positionsAt,
  useCellEditing,
  type EditedCell,
} from '../../../state/cell-editing'
import { PositionLine } from './position-line'

/** A light editor laid over the cell that is written in; it grows with its words and moves with the grid. */
export function CellEditor({ comparison }: { comparison: ComparisonReading }) {
  const edited = useCellEditing((state) => state.edited)
  return (
    edited &&
    createPortal(<Editor key={keyOf(edited)} edited={edited} comparison={comparison} />, document.body)
  )
}

const keyOf = ({ place, positionId }: EditedCell) =>
  [place.kind, place.issueId, 'partyId' in place ? place.partyId : '', positionId].join(' ')

type Problem = ReturnType<typeof draftProblem>

function Editor({ edited, comparison }: { edited: EditedCell; comparison: ComparisonReading }) {
  const say = useSay()
  const api = useApi()
  const frame = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<Problem>(null)
  const { place, draft, positionId } = edited
  useLaidOver(frame, edited)

  useLayoutEffect(() => {
    const element = words.current!
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [])

  const commitLatest = useRef(commit)
  commitLatest.current = commit
  useEffect(() => {
    // Pressing elsewhere writes, as leaving a cell of a spreadsheet does; not every place there takes the focus.
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) commitLatest.current()
    }
    document.addEventListener('pointerdown', press, { capture: true })
    return () => document.removeEventListener('pointerdown', press, { capture: true })
  }, [])

  /** Whether it could be written, or there was nothing to write; else the reason stands under the words. */
  function commit(): boolean {
    const found = draftProblem(edited)
    setProblem(found)
    if (found === null) commitCell(api)
    return found === null
  }

  function goOn(step: { down: number; across: number }): void {
    flushSync(() => {
      if (!commit()) return
      const next = isSelectable(place) ? nextPlace(shownOrder(), place, step) : place
      select(next)
      useCellEditing.setState({ ranTo: step.across === 0 ? null : placeKey(next) })
    })
    if (useCellEditing.getState().edited === null) focusGrid()
  }

  function otherPosition(step: 1 | -1): boolean {
    if (place.kind !== 'cell' || positionId === null) return false
    const ids = positionsAt(place).map(({ id }) => id)
    const other = ids[ids.indexOf(positionId) + step]
    if (other === undefined) return false
    flushSync(() => {
      if (commit()) editCell(place, { positionId: other })
    })
    return true
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    const isMod = event.ctrlKey || event.metaKey
    const taken = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape') {
      taken()
      flushSync(leaveCell)
      focusGrid()
    } else if (event.key === 'Tab') {
      taken()
      goOn({ down: 0, across: event.shiftKey ? -1 : 1 })
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      taken()
      goOn({ down: isMod ? 0 : 1, across: 0 })
    } else if (isMod && !event.altKey && place.kind === 'cell') {
      if (answerLineKey(event, frame.current)) taken()
    } else if (isPlainArrow(event) && event.target === words.current) {
      if (otherPosition(event.key === 'ArrowDown' ? 1 : -1)) taken()
    }
  }

  /** At the end of the words going down, or at their beginning going up. */
  function isPlainArrow(event: KeyboardEvent): boolean {
    const element = words.current!
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'ArrowDown') return element.selectionStart === element.value.length
    return event.key === 'ArrowUp' && element.selectionEnd === 0
  }

  const label = useLabel(edited, comparison)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of all that is in it
    <div
      ref={frame}
      className={styles.editor}
      role="group"
      aria-label={label}
      data-cell-editor
      data-colour={comparison.parties.find(({ id }) => 'partyId' in place && id === place.partyId)?.colour}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        // The window may lose the focus and get it back; what is left for another place in it is written.
        const next = event.relatedTarget
        if (next instanceof Element && !event.currentTarget.contains(next)) commit()
      }}
    >
      <textarea
        ref={words}
        className={styles.words}
        aria-label={label}
        aria-invalid={problem !== null}
        rows={1}
        dir="auto"
        value={draft.text}
        onChange={(event) => {
          setProblem(null)
          draftChanges({ text: event.target.value })
        }}
      />
      {place.kind === 'cell' && (
        <PositionLine edited={edited} comparison={comparison} onDone={() => words.current?.focus()} />
      )}
      <p role="alert" className={styles.problem}>
        {problem &&
          say('error.invalid-input', {
            field: say(
              place.kind === 'cell'
                ? 'field.summary'
                : place.kind === 'zone'
                  ? 'field.landingZone'
                  : 'field.title',
            ),
            problem: problem.problem,
            limit: problem.limit,
          })}
      </p>
      <p className={styles.keys} aria-hidden="true">
        {say(place.kind === 'cell' ? 'entry.keys.cell' : 'entry.keys.other')}
      </p>
    </div>
  )
}

/** Ctrl or Command and a digit: 1 to 5 are the kinds, then whom it is to, how firm it is, and on what it rests. */
function answerLineKey(event: KeyboardEvent, frame: HTMLElement | null): boolean {
  const digit = Number(/^Digit([1-8])$/.exec(event.code)?.[1] ?? event.key)
  const kind = positionKind.options[digit - 1]
  if (kind !== undefined) {
    draftChanges({ kind })
    return true
  }
  if (!(digit >= 6 && digit <= 8)) return false
  frame?.querySelectorAll<HTMLElement>('select')[digit - 6]?.focus()
  return true
}

function useLabel({ place, positionId }: EditedCell, { issues, parties }: ComparisonReading): string {
  const say = useSay()
  const issue = issues.find(({ id }) => id === place.issueId)?.title ?? ''
  if (place.kind === 'issue') return say('entry.editTitle', { issue })
  if (place.kind === 'zone') return say('entry.editZone', { issue })
  const party = parties.find(({ id }) => id === place.partyId)?.shortName ?? ''
  return say(positionId === null ? 'entry.newIn' : 'entry.editIn', { issue, party })
}

/** Back to the cell, so that the next key is the grid's. */
function focusGrid(): void {
  const { selected } = useCompareView.getState()
  if (selected) comparisonGrid()?.reveal(selected, { isFocused: true })
}

/** Over its cell, frame by frame, while the grid scrolls and is written anew; never beyond the window's edge. */
function useLaidOver(
  frame: RefObject<HTMLDivElement | null>,
  { place, positionId, first }: EditedCell,
): void {
  const isBelow = place.kind === 'cell' && positionId === null && first.text === ''
  useLayoutEffect(() => {
    comparisonGrid()?.reveal(place)
    let next = 0
    let last = ''
    const lay = () => {
      next = requestAnimationFrame(lay)
      const element = frame.current
      const cell = comparisonGrid()?.rectangleOf(place)
      if (!element || !cell) return
      const hasOthers = isBelow && place.kind === 'cell' && positionsAt(place).length > 0
      const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect()
      const room = grid ?? { left: margin, right: innerWidth - margin }
      const inline = Math.max(cell.width, Math.min(leastWidth, room.right - room.left))
      const isRightToLeft = document.documentElement.dir === 'rtl'
      const left = Math.max(
        room.left,
        Math.min(isRightToLeft ? cell.right - inline : cell.left, room.right - inline),
      )
      const block = element.offsetHeight
      const top = clamp(
        hasOthers ? Math.min(belowWords(place, cell), cell.bottom - overlap) : cell.top,
        innerHeight - block - margin,
      )
      const now = `${left} ${top} ${inline}`
      if (now === last) return
      last = now
      element.style.left = `${left}px`
      element.style.top = `${top}px`
      element.style.inlineSize = `${inline}px`
      element.style.minBlockSize = hasOthers ? '' : `${Math.min(cell.height, tallest)}px`
    }
    lay()
    return () => cancelAnimationFrame(next)
  }, [frame, place, isBelow])
}

/** Under what stands in the cell already, so that it can be read while another is written. */
function belowWords(place: EditedCell['place'], cell: DOMRect): number {
  const last = comparisonGrid()?.elementOf(place)?.lastElementChild
  return last ? last.getBoundingClientRect().bottom + overlap / 2 : cell.bottom
}

/** CSS pixels: room for the line of choices, space to the window's edge, and how far it covers what stands there. */
const leastWidth = 400
const margin = 8
const overlap = 10
const tallest = 240

const clamp = (at: number, most: number) => Math.max(margin, Math.min(at, most))
