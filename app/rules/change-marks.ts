import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Position, PositionId } from '../model/position'
import type { CellChange, ChangeWhat } from './changes'

/** What a cell is marked with while changes are shown, each once for a position. */
export type CellMark = {
  what: ChangeWhat | 'condition'
  positionId: PositionId
  /** Imprecise dates leave no doubt that it changed between the two days. */
  isSure: boolean
  /** Null for what was recorded and has no date of its own. */
  change: CellChange | null
}

export type CellMarks = {
  marks: readonly CellMark[]
  /** What a position in force was before, by its id. */
  earlier: ReadonlyMap<PositionId, Position>
}

/** A condition's state that was recorded to have changed; it belongs to the position's cell. */
export type MarkedCondition = { issueId: IssueId; partyId: PartyId; positionId: PositionId }

/** What one cell is marked with, from what changed in it; null where nothing did. */
export function markCell(
  changes: readonly CellChange[],
  conditions: readonly MarkedCondition[] = [],
): CellMarks | null {
  if (changes.length + conditions.length === 0) return null
  const marks: CellMark[] = []
  const earlier = new Map<PositionId, Position>()
  const mark = (made: CellMark) => {
    if (!marks.some(({ what, positionId }) => what === made.what && positionId === made.positionId))
      marks.push(made)
  }
  for (const change of changes) {
    const { before, after, what } = change
    const { id } = after ?? before
    mark({ what, positionId: id, isSure: change.timing === 'within', change })
    if (before !== null && after !== null && before !== after) earlier.set(id, before)
  }
  for (const { positionId } of conditions) mark({ what: 'condition', positionId, isSure: true, change: null })
  return { marks, earlier }
}
