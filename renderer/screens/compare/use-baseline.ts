import { useMemo } from 'react'
import type { Party } from '../../../app/model/party'
import type { Cell, CellPosition } from '../../../app/rules/comparison'
import type { ComparisonReading } from '../../../app/rules/comparison-reading'
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
export function useBaseline(comparison: ComparisonReading): Baseline | null {
  const baselineId = useCompareView((view) => view.baselineId)
  useDifferencesArriving()
  return useMemo(() => {
    const column = baselineId === null ? undefined : comparison.index.columnOf.get(baselineId)
    if (column === undefined) return null
    const party = comparison.parties[column]!
    const paired = new Map<Cell, ComparedCell>()
    return {
      party,
      beside(cell) {
        if (cell.partyId === party.id) return null
        const known = paired.get(cell)
        if (known) return known
        const theirs = comparison.cellAt(comparison.index.rowOf.get(cell.issueId)!, column).positions
        const compared = {
          baseline: party,
          isBaselineEmpty: theirs.length === 0,
          pairs: pairPositions(theirs, cell.positions),
        }
        paired.set(cell, compared)
        return compared
      },
    }
  }, [comparison, baselineId])
}
