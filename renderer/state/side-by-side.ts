import { create } from 'zustand'
import { partyId, type PartyId } from '../../app/model/party'
import { pairQuestions, pairRelations, type PairFilter } from '../../app/rules/two-parties'
import { useColumns } from './columns'
import { useCompareView } from './compare-view'
import { goTo, useRoute, type Route } from './route'

/** Two parties read side by side, and which of their issues; the address keeps it. */
export type SideBySide = { oursId: PartyId; theirsId: PartyId; filter: PairFilter | null }

const filters: readonly PairFilter[] = [...pairRelations, ...pairQuestions]

/** Null where the address names no two parties. */
export function sideBySideOf({ screen, search }: Route): SideBySide | null {
  const ids = (search.get('with') ?? '').split(',').map((id) => partyId.safeParse(id).data)
  const [oursId, theirsId] = ids
  if (screen !== 'compare' || !oursId || !theirsId || oursId === theirsId) return null
  return { oursId, theirsId, filter: filters.find((filter) => filter === search.get('only')) ?? null }
}

export const currentSideBySide = (): SideBySide | null => sideBySideOf(useRoute.getState())

export function readSideBySide(oursId: PartyId, theirsId: PartyId, filter: PairFilter | null = null): void {
  goTo('compare', { with: `${oursId},${theirsId}`, ...(filter === null ? {} : { only: filter }) })
}

export function showOnly(filter: PairFilter | null): void {
  const pair = currentSideBySide()
  if (pair) readSideBySide(pair.oursId, pair.theirsId, filter)
}

const mirrored: { [Filter in PairFilter]?: PairFilter } = {
  'only ours': 'only theirs',
  'only theirs': 'only ours',
}

/** What was looked for stays what it was: “only Russia” is “only Russia” on the other side as well. */
export function swapSides(): void {
  const pair = currentSideBySide()
  if (!pair) return
  const filter = pair.filter === null ? null : (mirrored[pair.filter] ?? pair.filter)
  readSideBySide(pair.theirsId, pair.oursId, filter)
}

export function leaveSideBySide(): void {
  goTo('compare')
}

/** The baseline and the selected column before all others. */
export function likelyPair(): [PartyId, PartyId] | null {
  const [ours, theirs] = preferredColumns()
  return ours && theirs ? [ours, theirs] : null
}

/** Beside the baseline's or the selected column, else the first other; there, another can be chosen. */
export function readBeside(id: PartyId): void {
  const other = preferredColumns().find((each) => each !== id)
  if (other) readSideBySide(id, other)
}

function preferredColumns(): PartyId[] {
  const { columns } = useColumns.getState()
  const { selected, baselineId } = useCompareView.getState()
  const chosen = [baselineId, selected && 'partyId' in selected ? selected.partyId : null]
  const ids = columns.map((column) => column.partyId)
  return [...new Set([...ids.filter((each) => chosen.includes(each)), ...ids])]
}

/** Whether the words of two positions that stand beside each other are told apart. */
export const useWordByWord = create<{ isShown: boolean }>(() => ({ isShown: true }))

export function turnWordByWord(): void {
  useWordByWord.setState(({ isShown }) => ({ isShown: !isShown }))
}
