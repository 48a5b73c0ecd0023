import { useMemo } from 'react'
import type { Party, PartyId } from '../../../app/model/party'
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

/** The chosen column, while it is one. */
export function useBaseline(comparison: ComparisonReading): Baseline | null {
  const baselineId = useCompareView((view) => view.baselineId)
  useDifferencesArriving()
  return useMemo(
    () => (baselineId === null ? null : baselineIn(comparison, baselineId)),
    [comparison, baselineId],
  )
}

/** Of each reading, the one that is shown and the one that may be next. */
const known = new WeakMap<ComparisonReading, readonly Baseline[]>()

/** Null where no such column is. Each cell is paired with it when it is first looked at. */
export function baselineIn(comparison: ComparisonReading, partyId: PartyId): Baseline | null {
  const column = comparison.index.columnOf.get(partyId)
  if (column === undefined) return null
  const party = comparison.parties[column]!
  const before = known.get(comparison) ?? []
  const found = before.find((each) => each.party === party) ?? pairWith(comparison, party, column)
  known.set(comparison, [found, ...before.filter((each) => each !== found)].slice(0, 2))
  return found
}

function pairWith(comparison: ComparisonReading, party: Party, column: number): Baseline {
  const paired = new Map<Cell, ComparedCell>()
  return {
    party,
    beside(cell) {
      if (cell.partyId === party.id) return null
      const found = paired.get(cell)
      if (found) return found
      const theirs = comparison.cellAt(comparison.index.rowOf.get(cell.issueId)!, column).positions
      const compared = {
        baseline: party,
        isBaselineEmpty: theirs.length === 0,
        pairs: pairPositions(theirs, cell.positions),
      }
      if (paired.size >= mostPaired) paired.clear()
      paired.set(cell, compared)
      return compared
    },
  }
}

/** Some screens of cells. */
const mostPaired = 6_000
