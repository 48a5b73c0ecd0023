import { createContext, useContext, useMemo } from 'react'
import { markCell, type CellMarks } from '../../app/rules/change-marks'
import { changesBetween, changesInCell, type CellChange } from '../../app/rules/changes'
import type { Cell } from '../../app/rules/comparison'
import type { ComparisonIndex } from '../../app/rules/comparison-index'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import { conditionCells, recordedBetween, type RecordedChange } from '../../app/rules/recorded-changes'
import { useCompareView } from './compare-view'
import { lastDayOf } from './time'
import { useQuery } from './use-query'

/** What changed since the date chosen, up to the day that is read. */
export type ShownChanges = {
  /** As it was chosen, and the ISO days. */
  chosen: string
  since: string
  asOf: string
  /** All of them, worked out when first asked for: the grid needs only those of the cells in sight. */
  changes: () => readonly CellChange[]
  recorded: readonly RecordedChange[]
  /** Nothing is shown of what is later than the day that is read. */
  isLater: boolean
  marksOf: (cell: Cell) => CellMarks | null
}

const ChangesContext = createContext<ShownChanges | null>(null)

/** Worked out once for the window; the bar, the grid and the list look at the same. */
export const ChangesProvider = ChangesContext.Provider

/** Null while no changes are asked for. */
export const useChanges = (): ShownChanges | null => useContext(ChangesContext)

export function useChangesOf(comparison: ComparisonReading | undefined): ShownChanges | null {
  const chosen = useCompareView((view) => view.since)
  const recorded = useQuery('comparison.recordedChanges', chosen === null ? null : {}).value
  const index = comparison?.index
  const asOf = comparison?.asOf
  return useMemo(() => {
    if (chosen === null || index === undefined || asOf === undefined) return null
    return shownChanges(index, { chosen, asOf, recorded: recorded ?? none })
  }, [chosen, index, asOf, recorded])
}

const none: readonly RecordedChange[] = []

function shownChanges(
  index: ComparisonIndex,
  { chosen, asOf, recorded }: { chosen: string; asOf: string; recorded: readonly RecordedChange[] },
): ShownChanges {
  const since = lastDayOf(chosen)
  const isLater = since > asOf
  const within = isLater ? [] : recordedBetween(recorded, since, asOf)
  const conditions = Map.groupBy(conditionCells(index, within), placeIn(index))
  const placeOf = placeIn(index)
  const marks = new Map<number, CellMarks | null>()
  let all: readonly CellChange[] | null = null
  return {
    chosen,
    since,
    asOf,
    changes: () => (all ??= isLater ? [] : changesBetween(index, since, asOf)),
    recorded: within,
    isLater,
    marksOf(cell) {
      if (isLater) return null
      const at = placeOf(cell)
      let known = marks.get(at)
      if (known === undefined) {
        known = markCell(changesInCell(index, at, since, asOf), conditions.get(at))
        marks.set(at, known)
      }
      return known
    },
  }
}

const placeIn =
  ({ rowOf, columnOf, records }: ComparisonIndex) =>
  ({ issueId, partyId }: Pick<Cell, 'issueId' | 'partyId'>): number =>
    rowOf.get(issueId)! * records.parties.length + columnOf.get(partyId)!
