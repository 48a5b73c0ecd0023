import { create } from 'zustand'
import type { CellFlag } from '../../app/model/comparison-view'
import type { IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import type { Arrangement } from '../../app/rules/arrangement'
import {
  foldCoalition,
  hideColumn,
  moveColumn,
  pinColumn,
  showColumn,
  stepColumn,
  type ColumnMove,
} from '../../app/rules/column-moves'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import { hasGap, positionsInForce } from '../../app/rules/in-force'
import { comparisonGrid } from '../screens/compare/grid/grid-access'
import { currentArrangement } from './arrangement'
import { select, useCompareView, type Place } from './compare-view'
import { layOut, lookFor, lookForNothing, useComparisonView } from './comparison-view'
import { goTo } from './route'

type Finding = {
  /** The line of filters is open, though nothing may be looked for yet. */
  isOpen: boolean
  /** Counts up whenever the words are to have the focus. */
  asked: number
  /** The menu with the sorting, the columns and the saved views is open. */
  isLayoutOpen: boolean
}

const atRest: Finding = { isOpen: false, asked: 0, isLayoutOpen: false }

export const useFinding = create<Finding>(() => atRest)

/** Another dossier is another comparison. */
export function forgetFinding(): void {
  useFinding.setState(atRest)
}

export function openLayout(isLayoutOpen: boolean): void {
  useFinding.setState({ isLayoutOpen })
}

/** Opens the line of filters, at its words. */
export function beginFinding(): void {
  useFinding.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }))
}

/** All rows again. */
export function leaveFinding(): void {
  lookForNothing()
  useFinding.setState({ isOpen: false })
}

/** A count leads to what it counts: nothing else is looked for, nothing is folded away, and the first is selected. */
export function leadTo(flag: CellFlag): void {
  goTo('compare')
  lookForNothing()
  lookFor({ flags: [flag] })
  layOut({ foldedIssues: [] })
  // The rows are shown once they are drawn.
  requestAnimationFrame(() => walkFound(1, { isFromStart: true }))
}

/** The next cell that answers what is looked for, or the one before; where nothing is, the next documented gap. */
export function walkFound(step: 1 | -1, { isFromStart = false }: { isFromStart?: boolean } = {}): void {
  const current = currentArrangement()
  if (current === null) return
  const found = foundPlaces(current.reading, current.arrangement)
  if (found.length === 0) return
  const { selected } = useCompareView.getState()
  const next = isFromStart ? found[0]! : nextPlace(found, current.arrangement, selected, step)
  select(next)
  requestAnimationFrame(() => comparisonGrid()?.reveal(next, { isFocused: true }))
}

type CellPlace = Extract<Place, { kind: 'cell' }>

function foundPlaces(
  reading: ComparisonReading,
  { rows, columns, matches, isLookingFor }: Arrangement,
): CellPlace[] {
  const inForce = positionsInForce(reading)
  const isGap = (at: number) => inForce[at]!.length === 0 && hasGap(reading, at)
  return rows.flatMap(({ row, issue }) =>
    columns
      .filter(({ column }) =>
        isLookingFor ? matches(row, column) : isGap(row * reading.parties.length + column),
      )
      .map(({ party }): CellPlace => ({ kind: 'cell', issueId: issue.id, partyId: party.id })),
  )
}

function nextPlace(
  found: readonly CellPlace[],
  { rows, columns }: Arrangement,
  from: Place | null,
  step: 1 | -1,
): CellPlace {
  const rowOf = new Map(rows.map(({ issue }, at) => [issue.id, at]))
  const columnOf = new Map(columns.map(({ party }, at) => [party.id, at]))
  const width = columns.length + 1
  const orderOf = (place: Place | null) => {
    if (place === null) return -1
    const row = 'issueId' in place ? (rowOf.get(place.issueId) ?? -1) : -1
    return row * width + ('partyId' in place ? (columnOf.get(place.partyId) ?? -1) : -1)
  }
  const at = orderOf(from)
  return step === 1
    ? (found.find((place) => orderOf(place) > at) ?? found[0]!)
    : (found.findLast((place) => orderOf(place) < at) ?? found.at(-1)!)
}

/** Folds what nests in the issue away, or shows it again. */
export function foldIssue(id: IssueId): void {
  const { foldedIssues } = useComparisonView.getState().layout
  layOut({
    foldedIssues: foldedIssues.includes(id)
      ? foldedIssues.filter((other) => other !== id)
      : [...foldedIssues, id],
  })
}

/** What can be done to a column, wherever it is asked for. */
export const columnActs = {
  hide: (id: PartyId) => become((reading) => hideColumn(reading, useComparisonView.getState(), id)),
  show: (id: PartyId) => become((reading) => showColumn(reading, useComparisonView.getState(), id)),
  step: (id: PartyId, by: 1 | -1) =>
    become((reading) => stepColumn(reading, useComparisonView.getState(), id, by)),
  move: (id: PartyId, to: PartyId, { isAfter }: { isAfter: boolean }) =>
    become((reading) => moveColumn(reading, useComparisonView.getState(), { id, to, isAfter })),
  pin: (id: PartyId) => become(() => pinColumn(useComparisonView.getState(), id)),
  fold: (id: PartyId) => become((reading) => foldCoalition(reading, useComparisonView.getState(), id)),
} as const

function become(moved: (reading: ComparisonReading) => ColumnMove): void {
  const current = currentArrangement()
  if (current === null) return
  const { parties, pinned, foldedCoalitions } = moved(current.reading)
  useComparisonView.setState(({ layout }) => ({ parties, layout: { ...layout, pinned, foldedCoalitions } }))
}
