import { useEffect, useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { ComparisonReading } from '../../../app/rules/comparison-index'
import { openPane, openSheet, select, useCompareView, type Place } from '../../state/compare-view'

export function isSamePlace(a: Place | null, b: Place): boolean {
  return a !== null && keyOf(a) === keyOf(b)
}

const keyOf = (place: Place) =>
  [place.kind, 'issueId' in place ? place.issueId : '', 'partyId' in place ? place.partyId : ''].join(' ')

/** How many rows a Page key moves. */
const pageRows = 5

/** One place takes part in the tab order; arrows, Home, End and Page keys move it, and typing starts a position. */
export function useGridKeys(comparison: ComparisonReading, { isWritable }: { isWritable: boolean }) {
  const ref = useRef<HTMLTableElement>(null)
  const selected = useCompareView((view) => view.selected)
  const places = placesOf(comparison)
  const at = positionIn(places, selected) ?? {
    row: Math.min(1, places.length - 1),
    column: Math.min(1, comparison.parties.length),
  }
  const current = places[at.row]?.[at.column]
  const isMoving = useRef(false)

  useEffect(() => {
    if (!isMoving.current || selected === null) return
    isMoving.current = false
    const element = ref.current?.querySelector<HTMLElement>(`[data-place="${keyOf(selected)}"]`)
    element?.focus()
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])

  function moveTo(row: number, column: number): void {
    const place = places[clamp(row, places.length)]?.[clamp(column, places[0]!.length)]
    if (!place) return
    isMoving.current = true
    select(place)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && !event.target.hasAttribute('data-place')) return
    const isRightToLeft = document.documentElement.dir === 'rtl'
    const step = isRightToLeft ? -1 : 1
    const lastColumn = places[0]!.length - 1
    const isWhole = event.ctrlKey || event.metaKey
    const moves: Record<string, () => void> = {
      ArrowUp: () => moveTo(at.row - 1, at.column),
      ArrowDown: () => moveTo(at.row + 1, at.column),
      ArrowLeft: () => moveTo(at.row, at.column - step),
      ArrowRight: () => moveTo(at.row, at.column + step),
      Home: () => moveTo(isWhole ? 0 : at.row, 0),
      End: () => moveTo(isWhole ? places.length - 1 : at.row, lastColumn),
      PageUp: () => moveTo(at.row - pageRows, at.column),
      PageDown: () => moveTo(at.row + pageRows, at.column),
      Enter: () => openPane(),
      ' ': () => openPane(),
    }
    const move = moves[event.key]
    if (move) {
      if (selected === null && current) select(current)
      move()
      event.preventDefault()
      if (event.key === 'Enter') focusPane()
      return
    }
    if (isWritable && current?.kind === 'cell' && startsPosition(event)) {
      event.preventDefault()
      // Drawn at once and given the focus at once, so that the next letter goes there as well.
      flushSync(() => {
        select(current)
        openSheet({ ...current, kind: 'position', id: null, firstWords: event.key })
      })
      focusFirstWords()
    }
  }

  const propsOf = (place: Place) => ({
    'data-place': keyOf(place),
    tabIndex: current !== undefined && keyOf(current) === keyOf(place) ? 0 : -1,
    onClick: () => {
      isMoving.current = true
      select(place)
    },
    onDoubleClick: () => openPane(),
  })
  return { ref, onKeyDown, propsOf }
}

/** Enter goes on in the side pane, at the first thing that can be done there. */
function focusPane(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('aside [role="tab"][aria-selected="true"], aside button')?.focus(),
  )
}

function focusFirstWords(): void {
  const words = document.querySelector<HTMLTextAreaElement>('aside form textarea')
  words?.focus()
  words?.setSelectionRange(words.value.length, words.value.length)
}

const startsPosition = (event: KeyboardEvent) =>
  event.key.length === 1 && event.key !== '/' && !event.ctrlKey && !event.metaKey && !event.altKey

/** Row by row, the header's row first; a header's corner is no place, so the row begins at its first party. */
function placesOf({ parties, issues }: ComparisonReading): (Place | undefined)[][] {
  return [
    [undefined, ...parties.map((party) => ({ kind: 'party', partyId: party.id }) as const), undefined],
    ...issues.map((issue) => [
      { kind: 'issue', issueId: issue.id } as const,
      ...parties.map((party) => ({ kind: 'cell', issueId: issue.id, partyId: party.id }) as const),
      { kind: 'zone', issueId: issue.id } as const,
    ]),
  ]
}

function positionIn(places: readonly (Place | undefined)[][], wanted: Place | null) {
  if (wanted === null) return null
  for (const [row, line] of places.entries()) {
    const column = line.findIndex((place) => place !== undefined && isSamePlace(wanted, place))
    if (column !== -1) return { row, column }
  }
  return null
}

const clamp = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))
