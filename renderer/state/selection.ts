import { create } from 'zustand'
import type { IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import { useCompareView, type Place } from './compare-view'

/** What can be selected with others: cells, and landing zones. */
export type SelectablePlace = Extract<Place, { kind: 'cell' | 'zone' }>

/** What the comparison shows, in the order it shows it; landing zones come after the last party. */
export type ShownOrder = {
  issueIds: readonly IssueId[]
  partyIds: readonly PartyId[]
  isTransposed: boolean
}

export type PlaceKey = string
/** As the grid writes it into `data-place`. */
export const placeKey = (place: Place): PlaceKey =>
  [place.kind, 'issueId' in place ? place.issueId : '', 'partyId' in place ? place.partyId : ''].join(' ')

/** What a key was made from; null for what is none. */
export function placeOfKey(key: PlaceKey): Place | null {
  const [kind, issue, party] = key.split(' ')
  // The grid writes keys from places alone.
  const [issueId, partyId] = [issue as IssueId, party as PartyId]
  if (kind === 'cell') return { kind, issueId, partyId }
  if (kind === 'zone' || kind === 'issue') return { kind, issueId }
  return kind === 'party' ? { kind, partyId } : null
}

type Selection = {
  /** The places selected with others, by their keys; empty while only the active cell is. */
  cells: ReadonlyMap<PlaceKey, SelectablePlace>
  /** The corner of the rectangle that stays; the active cell. */
  anchor: SelectablePlace | null
  /** The corner that moves. */
  end: SelectablePlace | null
}

const none: Selection = { cells: new Map(), anchor: null, end: null }

/** What is selected with the active cell, which stays the compare view's `selected`. */
export const useSelection = create<Selection>(() => none)

export const isSelectable = (place: Place | null): place is SelectablePlace =>
  place?.kind === 'cell' || place?.kind === 'zone'

/** The active cell alone, or everything that is selected with it. */
export function selectedPlaces(): readonly SelectablePlace[] {
  const { cells } = useSelection.getState()
  if (cells.size > 0) return [...cells.values()]
  const { selected } = useCompareView.getState()
  return isSelectable(selected) ? [selected] : []
}

let keepsWhileSelecting = false

/** The rectangle from the active cell to this one. Answers what is its moving corner now. */
export function extendSelection(order: ShownOrder, end: SelectablePlace): void {
  const { selected } = useCompareView.getState()
  const anchor = isSelectable(selected) ? selected : end
  const cells = rectangle(order, anchor, end)
  becomes({ cells: cells.size > 1 ? cells : none.cells, anchor, end }, anchor)
}

/** The moving corner, one or more places further; null where there is no further. */
export function stepSelection(
  order: ShownOrder,
  { down, across }: { down: number; across: number },
): SelectablePlace | null {
  const { end } = useSelection.getState()
  const { selected } = useCompareView.getState()
  const from = end ?? (isSelectable(selected) ? selected : null)
  if (from === null) return null
  const at = positionOf(order, from)
  if (at === null) return null
  const place = placeAt(order, { row: at.row + down, column: at.column + across })
  extendSelection(order, place)
  return place
}

/** Adds one place, or takes it away again; the active cell is always among them. */
export function toggleSelected(place: SelectablePlace): void {
  const { selected } = useCompareView.getState()
  const held = useSelection.getState().cells
  const cells = new Map(held)
  if (cells.size === 0 && isSelectable(selected)) cells.set(placeKey(selected), selected)
  const key = placeKey(place)
  if (!cells.delete(key)) cells.set(key, place)
  const active = cells.has(key) ? place : ([...cells.values()].at(-1) ?? place)
  becomes({ cells: cells.size > 1 ? cells : none.cells, anchor: active, end: null }, active)
}

/** Every cell that is shown; landing zones have no positions, and are left out. */
export function selectAllShown({ issueIds, partyIds }: ShownOrder): void {
  const cells = new Map<PlaceKey, SelectablePlace>()
  for (const issueId of issueIds) {
    for (const partyId of partyIds) {
      const place = { kind: 'cell', issueId, partyId } as const
      cells.set(placeKey(place), place)
    }
  }
  const { selected } = useCompareView.getState()
  const active = isSelectable(selected) && cells.has(placeKey(selected)) ? selected : [...cells.values()][0]
  if (active) becomes({ cells, anchor: active, end: null }, active)
}

export function selectOneAgain(): void {
  if (useSelection.getState().cells.size > 0) useSelection.setState(none)
}

function becomes(selection: Selection, active: SelectablePlace): void {
  keepsWhileSelecting = true
  // Not `select`, which would leave an open form: a selection is made beside what is being read.
  useCompareView.setState({ selected: active })
  keepsWhileSelecting = false
  useSelection.setState(selection)
}

// Whatever else makes another cell the active one selects it alone.
useCompareView.subscribe((view, before) => {
  if (view.selected !== before.selected && !keepsWhileSelecting) useSelection.setState(none)
})

type At = { row: number; column: number }

/** In the order shown, landing zones last; null for what is not shown. */
export function positionOf(
  { issueIds, partyIds, isTransposed }: ShownOrder,
  place: SelectablePlace,
): At | null {
  const issue = issueIds.indexOf(place.issueId)
  const party = place.kind === 'zone' ? partyIds.length : partyIds.indexOf(place.partyId)
  if (issue === -1 || party === -1) return null
  return isTransposed ? { row: party, column: issue } : { row: issue, column: party }
}

/** The nearest place there is. */
export function placeAt({ issueIds, partyIds, isTransposed }: ShownOrder, at: At): SelectablePlace {
  const [issue, party] = isTransposed ? [at.column, at.row] : [at.row, at.column]
  const issueId = issueIds[clamp(issue, issueIds.length)]!
  const partyId = partyIds[clamp(party, partyIds.length + 1)]
  return partyId === undefined ? { kind: 'zone', issueId } : { kind: 'cell', issueId, partyId }
}

/** The place beside it; past the end of a row, the next row's first. Where there is no further, itself. */
export function nextPlace(
  order: ShownOrder,
  place: SelectablePlace,
  { down, across }: { down: number; across: number },
): SelectablePlace {
  const at = positionOf(order, place)
  if (at === null) return place
  const columns = order.isTransposed ? order.issueIds.length : order.partyIds.length + 1
  const rows = order.isTransposed ? order.partyIds.length + 1 : order.issueIds.length
  const flat = (at.row + down) * columns + at.column + across
  if (flat < 0 || flat >= rows * columns) return place
  return placeAt(order, { row: Math.floor(flat / columns), column: flat % columns })
}

function rectangle(
  order: ShownOrder,
  a: SelectablePlace,
  b: SelectablePlace,
): Map<PlaceKey, SelectablePlace> {
  const [first, second] = [positionOf(order, a), positionOf(order, b)]
  const cells = new Map<PlaceKey, SelectablePlace>()
  if (first === null || second === null) return cells
  for (let row = Math.min(first.row, second.row); row <= Math.max(first.row, second.row); row += 1) {
    const end = Math.max(first.column, second.column)
    for (let column = Math.min(first.column, second.column); column <= end; column += 1) {
      const place = placeAt(order, { row, column })
      cells.set(placeKey(place), place)
    }
  }
  return cells
}

/** The places as a block: the smallest rectangle that holds them, null where one was not selected. */
export function asBlock(order: ShownOrder, places: readonly SelectablePlace[]): (SelectablePlace | null)[][] {
  const placed = places.flatMap((place) => {
    const at = positionOf(order, place)
    return at === null ? [] : [{ ...at, place }]
  })
  const rows = [...new Set(placed.map(({ row }) => row))].toSorted((a, b) => a - b)
  const columns = [...new Set(placed.map(({ column }) => column))].toSorted((a, b) => a - b)
  const byPlace = new Map(placed.map(({ row, column, place }) => [`${row} ${column}`, place]))
  return rows.map((row) => columns.map((column) => byPlace.get(`${row} ${column}`) ?? null))
}

const clamp = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))

let current: ShownOrder = { issueIds: [], partyIds: [], isTransposed: false }

/** What the grid on the page shows. */
export const shownOrder = (): ShownOrder => current

export function offerShownOrder(order: ShownOrder): void {
  current = order
}
