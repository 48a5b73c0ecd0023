import { useCallback } from 'react'
import { create } from 'zustand'
import type { IssueId } from '../../app/model/issue'
import { rowsBetween } from '../../app/rules/cell-days'
import type { ComparisonIndex } from '../../app/rules/comparison-index'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import { suggestStatus, type StatusSuggestion } from '../../app/rules/status-suggestion'

/** By row, and for which day: from one to another most rows suggest the same. */
type Known = Map<number, { asOf: string; suggestion: StatusSuggestion | null }>
const known = new WeakMap<ComparisonIndex, Known>()

/** What the positions suggest where that is not the status already. What somebody set aside is left alone. */
function suggestionOn(reading: ComparisonReading, issueId: IssueId): StatusSuggestion | null {
  const { index, asOf } = reading
  const row = index.rowOf.get(issueId)
  const issue = row === undefined ? undefined : reading.issues[row]
  if (issue === undefined || issue.status === 'set aside') return null
  let suggestions = known.get(index)
  if (!suggestions) known.set(index, (suggestions = new Map()))
  const last = suggestions.get(row!)
  if (last && (last.asOf === asOf || !rowsBetween(index, last.asOf, asOf).has(row!))) {
    last.asOf = asOf
    return last.suggestion
  }
  const found = suggestStatus(reading, row!)
  const suggestion = found?.status === issue.status ? null : found
  // What is still to come may supersede what has.
  if (index.awaited.size === 0) suggestions.set(row!, { asOf, suggestion })
  return suggestion
}

/** Said once in this window, “not now” holds until other positions suggest something else. */
const useDismissed = create<{ keys: ReadonlySet<string> }>(() => ({ keys: new Set() }))

const keyOf = (issueId: IssueId, { status, reason }: StatusSuggestion) =>
  [issueId, status, reason.is, ...reason.positionIds].join(' ')

export function useSuggestion(reading: ComparisonReading, issueId: IssueId): StatusSuggestion | null {
  return useSuggestions(reading)(issueId)
}

/** For whoever asks of many issues: another function as soon as one may answer otherwise. */
export function useSuggestions(reading: ComparisonReading): (issueId: IssueId) => StatusSuggestion | null {
  const keys = useDismissed((state) => state.keys)
  return useCallback(
    (issueId) => {
      const suggestion = suggestionOn(reading, issueId)
      return suggestion === null || keys.has(keyOf(issueId, suggestion)) ? null : suggestion
    },
    [reading, keys],
  )
}

/** All of them a row at a time, for idle time. */
export function* findSuggestions(reading: ComparisonReading): Generator<void> {
  for (const { id } of reading.issues) {
    suggestionOn(reading, id)
    yield
  }
}

export function dismissSuggestion(issueId: IssueId, suggestion: StatusSuggestion): void {
  useDismissed.setState(({ keys }) => ({ keys: new Set([...keys, keyOf(issueId, suggestion)]) }))
}
