import type { ComparisonView } from '../model/comparison-view'
import type { PartyId } from '../model/party'
import { arrangeColumns, columnOrder, readCoalitions } from './column-arrangement'
import type { ComparisonReading } from './comparison-reading'

/** What becomes of a view's columns. */
export type ColumnMove = {
  parties: ComparisonView['parties']
  pinned: PartyId[]
  foldedCoalitions: PartyId[]
}

type View = Pick<ComparisonView, 'parties' | 'layout'>

/** The view without that column; as it was, where it is the last one. */
export function hideColumn(reading: ComparisonReading, view: ComparisonView, id: PartyId): ColumnMove {
  const order = columnOrder(reading, view.parties)
  const isLast = arrangeColumns(reading, view).every(({ party }) => party.id === id)
  return { ...asItIs(view), parties: isLast ? view.parties : order.filter((other) => other !== id) }
}

/** With that column where it stands among the others in the dossier's own order. */
export function showColumn(reading: ComparisonReading, view: View, id: PartyId): ColumnMove {
  const order = columnOrder(reading, view.parties)
  if (order.includes(id)) return asItIs(view)
  const own = columnOrder(reading, null)
  const before = own.slice(0, own.indexOf(id))
  const last = order.findLastIndex((other) => before.includes(other))
  const parties = order.toSpliced(last + 1, 0, id)
  // The dossier's own order needs no list, and takes in parties that come later.
  return { ...asItIs(view), parties: isSame(parties, own) ? null : parties }
}

/** One place towards the first (-1) or the last (1) column, among those that are pinned alike. */
export function stepColumn(
  reading: ComparisonReading,
  view: ComparisonView,
  id: PartyId,
  step: 1 | -1,
): ColumnMove {
  const columns = arrangeColumns(reading, view)
  const at = columns.findIndex(({ party }) => party.id === id)
  const neighbour = columns[at + step]
  if (at === -1 || !neighbour || neighbour.isPinned !== columns[at]!.isPinned) return asItIs(view)
  return moveColumn(reading, view, { id, to: neighbour.party.id, isAfter: step === 1 })
}

/** Puts a column right before or after another. */
export function moveColumn(
  reading: ComparisonReading,
  view: View,
  { id, to, isAfter }: { id: PartyId; to: PartyId; isAfter: boolean },
): ColumnMove {
  if (id === to) return asItIs(view)
  const others = columnOrder(reading, view.parties).filter((other) => other !== id)
  const at = others.indexOf(to)
  const place = at === -1 ? others.length : at + Number(isAfter)
  return { ...asItIs(view), parties: others.toSpliced(place, 0, id) }
}

export function pinColumn(view: View, id: PartyId): ColumnMove {
  const { pinned } = view.layout
  return {
    ...asItIs(view),
    pinned: pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id],
  }
}

/** Folds a coalition, or unfolds it with its members beside it, those that were hidden among them. */
export function foldCoalition(reading: ComparisonReading, view: View, id: PartyId): ColumnMove {
  const { foldedCoalitions } = view.layout
  if (!foldedCoalitions.includes(id)) {
    return { ...asItIs(view), foldedCoalitions: [...foldedCoalitions, id] }
  }
  const unfolded = foldedCoalitions.filter((other) => other !== id)
  if (view.parties === null) return { ...asItIs(view), foldedCoalitions: unfolded }
  const column = reading.index.columnOf.get(id)
  const members = (column === undefined ? [] : (readCoalitions(reading).get(column) ?? [])).map(
    (member) => reading.parties[member]!.id,
  )
  const missing = members.filter((member) => !view.parties!.includes(member))
  return {
    ...asItIs(view),
    parties: view.parties.toSpliced(view.parties.indexOf(id) + 1, 0, ...missing),
    foldedCoalitions: unfolded,
  }
}

const asItIs = ({ parties, layout: { pinned, foldedCoalitions } }: View): ColumnMove => ({
  parties,
  pinned,
  foldedCoalitions,
})

const isSame = (a: readonly PartyId[], b: readonly PartyId[]) =>
  a.length === b.length && a.every((id, at) => id === b[at])
