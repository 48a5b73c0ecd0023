import type { ComparisonView } from '../model/comparison-view'
import { edtfBounds } from '../model/edtf-date'
import type { Party, PartyId } from '../model/party'
import type { ComparisonReading } from './comparison-reading'

/** A party as a column of the comparison, in the order it is shown. */
export type ArrangedColumn = {
  party: Party
  /** Its place in the reading, for `cellAt` and for its shape. */
  column: number
  isPinned: boolean
  /** CSS pixels; null for the usual width. */
  width: number | null
  /** Those of the coalition that are parties of the dossier; empty for a party that is none. */
  members: readonly PartyId[]
  isFolded: boolean
  /** The places in the reading of itself and of those whose columns it stands for while it is folded. */
  standsFor: readonly number[]
}

/**
 * The columns that a view shows: pinned ones first, members beside their coalition unless the view names an order, and
 * no member of a coalition that is folded. What the view names and the dossier no longer has is passed over; where that
 * leaves nothing, all are shown.
 */
export function arrangeColumns(reading: ComparisonReading, view: ComparisonView): ArrangedColumn[] {
  const { layout } = view
  const { columnOf } = reading.index
  const coalitions = readCoalitions(reading)
  const order = orderOf(reading, view.parties, coalitions)
  const folded = new Set(layout.foldedCoalitions.map((id) => columnOf.get(id)))
  const standsFor = new Map<number, readonly number[]>()
  const hidden = new Set<number>()
  for (const column of order) {
    if (!folded.has(column) || hidden.has(column) || !coalitions.has(column)) continue
    const within = membersWithin(coalitions, column)
    for (const member of within) hidden.add(member)
    standsFor.set(column, [column, ...within])
  }
  const pinned = new Set<string>(layout.pinned)
  const columns = order
    .filter((column) => !hidden.has(column))
    .map((column): ArrangedColumn => {
      const party = reading.parties[column]!
      return {
        party,
        column,
        isPinned: pinned.has(party.id),
        width: layout.widths[party.id] ?? null,
        members: (coalitions.get(column) ?? []).map((member) => reading.parties[member]!.id),
        isFolded: standsFor.has(column),
        standsFor: standsFor.get(column) ?? [column],
      }
    })
  return [...columns.filter(({ isPinned }) => isPinned), ...columns.filter(({ isPinned }) => !isPinned)]
}

/** The parties that are shown or folded away, in the order of a view, or with null in that of the dossier. */
export const columnOrder = (reading: ComparisonReading, wanted: readonly PartyId[] | null): PartyId[] =>
  orderOf(reading, wanted, readCoalitions(reading)).map((column) => reading.parties[column]!.id)

/** By column of a coalition, the columns of its own members at the day of the reading, in the dossier's order. */
type Coalitions = ReadonlyMap<number, readonly number[]>

const known = new WeakMap<ComparisonReading, Coalitions>()

export function readCoalitions(reading: ComparisonReading): Coalitions {
  let coalitions = known.get(reading)
  if (coalitions) return coalitions
  const { columnOf, records } = reading.index
  const members = new Map<number, Set<number>>()
  for (const { coalitionId, memberId, from, until } of records.memberships) {
    const coalition = columnOf.get(coalitionId)
    const member = columnOf.get(memberId)
    if (coalition === undefined || member === undefined || coalition === member) continue
    if (!isMemberAt(reading.asOf, from, until)) continue
    const own = members.get(coalition)
    if (own) own.add(member)
    else members.set(coalition, new Set([member]))
  }
  coalitions = new Map(
    [...members].map(([coalition, own]) => [coalition, [...own].toSorted((a, b) => a - b)]),
  )
  known.set(reading, coalitions)
  return coalitions
}

function isMemberAt(day: string, from: string | null, until: string | null): boolean {
  const begins = from === null ? null : edtfBounds(from).first
  const ends = until === null ? null : edtfBounds(until).last
  return (begins === null || begins <= day) && (ends === null || ends >= day)
}

/** The members, theirs, and so on, each once and without the coalition itself, whatever circles there are. */
function membersWithin(coalitions: Coalitions, coalition: number): number[] {
  const found = new Set([coalition])
  // A set is walked in the order of adding, with what is added on the way.
  for (const column of found) for (const member of coalitions.get(column) ?? []) found.add(member)
  found.delete(coalition)
  return [...found]
}

function orderOf(
  reading: ComparisonReading,
  wanted: readonly PartyId[] | null,
  coalitions: Coalitions,
): readonly number[] {
  const named = new Set(
    (wanted ?? []).map((id) => reading.index.columnOf.get(id)).filter((column) => column !== undefined),
  )
  return named.size > 0 ? [...named] : membersBesideCoalitions(reading, coalitions)
}

function membersBesideCoalitions({ parties }: ComparisonReading, coalitions: Coalitions): number[] {
  const isMember = new Set([...coalitions.values()].flat())
  const placed = new Set<number>()
  const place = (column: number) => {
    if (placed.has(column)) return
    placed.add(column)
    for (const member of coalitions.get(column) ?? []) place(member)
  }
  parties.forEach((_party, column) => isMember.has(column) || place(column))
  // Those that are members of each other in a circle stand under nobody.
  parties.forEach((_party, column) => place(column))
  return [...placed]
}
