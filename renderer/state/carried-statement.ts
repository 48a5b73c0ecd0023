import { create } from 'zustand'
import type { PositionId } from '../../app/model/position'
import type { EvidenceRelation, StatementForm, StatementId } from '../../app/model/statement'
import type { Application } from './application'
import { editCell, positionsAt } from './cell-editing'
import { select, useCompareView, type Place } from './compare-view'
import { attempt, tell } from './notice'

export type CellPlace = Extract<Place, { kind: 'cell' }>

export type CarriedStatement = {
  statementId: StatementId
  /** Its words, for the one who carries it, and for a position that begins with them. */
  text: string
  form: StatementForm
  /** By the pointer, or from cell to cell by keys. */
  by: 'pointer' | 'keys'
}

type Carrying = {
  carried: CarriedStatement | null
  /** Where it would be put down now. */
  over: CellPlace | null
  /** Of several positions there, which; null for none of them yet. */
  positionId: PositionId | null
  relation: EvidenceRelation
  /** In the window, where a pointer carries it. */
  at: { x: number; y: number }
}

const none: Carrying = {
  carried: null,
  over: null,
  positionId: null,
  relation: 'supports',
  at: { x: 0, y: 0 },
}

/** A statement on its way to the cell that it is evidence for. */
export const useCarriedStatement = create<Carrying>(() => none)

export function carry(carried: CarriedStatement, at = none.at): void {
  const { selected } = useCompareView.getState()
  const over = carried.by === 'keys' && selected?.kind === 'cell' ? selected : null
  useCarriedStatement.setState({ ...none, carried, at, over, positionId: over && onlyPosition(over) })
}

export function carryTo(change: Partial<Omit<Carrying, 'carried'>>): void {
  useCarriedStatement.setState(change)
}

export const putAway = (): void => useCarriedStatement.setState(none)

/** The one position of a cell; null where there is none, or where it must be said which. */
export function onlyPosition(place: CellPlace): PositionId | null {
  const positions = positionsAt(place)
  return positions.length === 1 ? positions[0]!.id : null
}

// Where the keys carry it, it is over the cell that they have chosen.
useCompareView.subscribe(({ selected }, before) => {
  const { carried } = useCarriedStatement.getState()
  if (carried?.by !== 'keys' || selected === before.selected) return
  const over = selected?.kind === 'cell' ? selected : null
  carryTo({ over, positionId: over && onlyPosition(over) })
})

/** Makes it evidence for the position that it is over; over a cell without one, it begins one with its words. */
export async function putDown({ api, say }: Application): Promise<void> {
  const { carried, over, positionId, relation } = useCarriedStatement.getState()
  if (carried === null || over === null) return
  const positions = positionsAt(over)
  const position = positions.find(({ id }) => id === positionId)
  // Of several, one must be chosen first.
  if (positions.length > 0 && position === undefined) return
  putAway()
  select(over)
  const { statementId, text, form } = carried
  if (position === undefined) {
    // A paraphrase is somebody else's report of it.
    const basis = form === 'paraphrase' ? 'reported' : 'stated'
    editCell(over, { firstWords: text, basis, evidence: { statementId, relation } })
    return
  }
  const behind = await attempt(() => api.call('evidence.read', { positionIds: [position.id] }))
  if (behind === undefined) return
  if (behind.some((item) => item.statement.id === statementId)) {
    tell(say('entry.isEvidence', { text: position.text }))
    return
  }
  const link = { statementId, relation, positionId: position.id }
  const made = await attempt(() => api.call('evidence.add', link))
  if (made) tell(say('entry.becameEvidence', { relation: say(`evidence.${relation}`), text: position.text }))
}
