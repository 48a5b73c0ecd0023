import { useMemo } from 'react'
import type { IssueId } from '../../../app/model/issue'
import type { Party } from '../../../app/model/party'
import type { Cell, CellPosition, Comparison } from '../../../app/rules/comparison'
import { pairPositions, type PositionPair } from '../../../app/rules/position-pairs'
import { useCompareView } from '../../state/compare-view'
import { useDifferencesArriving } from '../../state/differences'

/** A cell beside the baseline's cell in the same row. */
export type ComparedCell = {
  baseline: Party
  /** Nothing of the baseline's is in force there. */
  isBaselineEmpty: boolean
  pairs: readonly PositionPair<CellPosition>[]
}

export type Baseline = {
  party: Party
  /** Null for the baseline's own cells, which stay as they are. */
  beside: (cell: Cell) => ComparedCell | null
}

/** The chosen column, while it is one; each cell is paired with it when it is first looked at. */
export function useBaseline({ parties, cells }: Comparison): Baseline | null {
  const baselineId = useCompareView((view) => view.baselineId)
  useDifferencesArriving()
  return useMemo(() => {
    const party = parties.find(({ id }) => id === baselineId)
    if (!party) return null
    const positions = new Map<IssueId, CellPosition[]>()
    for (const cell of cells) if (cell.partyId === party.id) positions.set(cell.issueId, cell.positions)
    const paired = new Map<Cell, ComparedCell>()
    return {
      party,
      beside(cell) {
        if (cell.partyId === party.id) return null
        const known = paired.get(cell)
        if (known) return known
        const theirs = positions.get(cell.issueId) ?? []
        const compared = {
          baseline: party,
          isBaselineEmpty: theirs.length === 0,
          pairs: pairPositions(theirs, cell.positions),
        }
        paired.set(cell, compared)
        return compared
      },
    }
  }, [parties, cells, baselineId])
}
