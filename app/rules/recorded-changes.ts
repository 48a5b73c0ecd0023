import type { IssueId, RowStatus } from '../model/issue'
import type { ConditionId, ConditionState } from '../model/position'
import type { ComparisonIndex } from './comparison-index'
import type { MarkedCondition } from './change-marks'
import type { CellChange } from './changes'

/**
 * What has no date of its own and is dated by the journal: when an analyst recorded it, not when it happened.
 * `at` is an instant.
 */
export type RecordedChange = { number: number; at: string; by: string } & (
  | { what: 'condition'; recordId: ConditionId; before: ConditionState; after: ConditionState }
  | { what: 'landing zone'; recordId: IssueId; before: string; after: string }
  | { what: 'status'; recordId: IssueId; before: RowStatus; after: RowStatus }
)

/** What changed from one ISO day to another, by date and by when it was recorded. */
export type ChangesReading = {
  since: string
  asOf: string
  changes: CellChange[]
  /** Recorded after the one day and up to the other. */
  recorded: RecordedChange[]
}

const dayOf = ({ at }: RecordedChange): string => at.slice(0, 10)

/**
 * Those recorded after the first ISO day and up to the second, oldest first; what was changed and changed back is
 * left out, and what was changed twice is one change, dated by its last.
 */
export function recordedBetween(
  recorded: readonly RecordedChange[],
  from: string,
  to: string,
): RecordedChange[] {
  const within = recorded
    .filter((change) => dayOf(change) > from && dayOf(change) <= to)
    .toSorted((a, b) => a.number - b.number)
  const byField = Map.groupBy(within, ({ what, recordId }) => `${what} ${recordId}`)
  return [...byField.values()]
    .map((steps) => netChange(steps[0]!, steps.at(-1)!))
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => a.number - b.number)
}

/** Both are of one field of one record, so the last change with what was before the first is of the same kind. */
const netChange = (first: RecordedChange, last: RecordedChange): RecordedChange =>
  ({ ...last, before: first.before }) as RecordedChange

/** The cells of the conditions whose state was recorded to have changed. */
export function conditionCells(
  index: ComparisonIndex,
  recorded: readonly RecordedChange[],
): (MarkedCondition & { change: RecordedChange & { what: 'condition' } })[] {
  const conditions = new Map(index.records.conditions.map((condition) => [condition.id, condition]))
  return recorded.flatMap((change) => {
    if (change.what !== 'condition') return []
    const positionId = conditions.get(change.recordId)?.positionId ?? null
    const held = positionId === null ? undefined : index.positionOf.get(positionId)
    if (held === undefined) return []
    const { id, issueId, partyId } = held.position
    return [{ issueId, partyId, positionId: id, change }]
  })
}
