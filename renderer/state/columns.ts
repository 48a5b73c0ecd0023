import { create } from 'zustand'
import type { Party, PartyId } from '../../app/model/party'

/** A party as a column of the comparison, by the name that its head shows. */
export type Column = { partyId: PartyId; name: string }

/** For what lies outside the comparison and still speaks of its columns: the palette, the menu, the keys. */
export const useColumns = create<{ columns: readonly Column[] }>(() => ({ columns: [] }))

export function nameColumns(parties: readonly Party[]): void {
  useColumns.setState({ columns: parties.map(({ id, shortName }) => ({ partyId: id, name: shortName })) })
}

export const columnOf = (columns: readonly Column[], partyId: PartyId | null): Column | null =>
  columns.find((column) => column.partyId === partyId) ?? null
