import { create } from 'zustand'
import type { IssueId } from '../../app/model/issue'
import type { ComparisonReading } from '../../app/rules/comparison-index'
import { suggestStatus, type StatusSuggestion } from '../../app/rules/status-suggestion'

const known = new WeakMap<ComparisonReading, Map<IssueId, StatusSuggestion | null>>()

/** What the positions suggest where that is not the status already. What somebody set aside is left alone. */
function suggestionOn(reading: ComparisonReading, issueId: IssueId): StatusSuggestion | null {
  let suggestions = known.get(reading)
  if (!suggestions) known.set(reading, (suggestions = new Map()))
  const found = suggestions.get(issueId)
  if (found !== undefined) return found
  const row = reading.index.rowOf.get(issueId)
  const issue = row === undefined ? undefined : reading.issues[row]
  const isWanted = issue !== undefined && issue.status !== 'set aside'
  const suggestion = isWanted ? suggestStatus(reading, row!) : null
  const news = suggestion?.status === issue?.status ? null : suggestion
  suggestions.set(issueId, news)
  return news
}

/** Said once in this window, “not now” holds until other positions suggest something else. */
const useDismissed = create<{ keys: ReadonlySet<string> }>(() => ({ keys: new Set() }))

const keyOf = (issueId: IssueId, { status, reason }: StatusSuggestion) =>
  [issueId, status, reason.is, ...reason.positionIds].join(' ')

export function useSuggestion(reading: ComparisonReading, issueId: IssueId): StatusSuggestion | null {
  const keys = useDismissed((state) => state.keys)
  const suggestion = suggestionOn(reading, issueId)
  return suggestion === null || keys.has(keyOf(issueId, suggestion)) ? null : suggestion
}

export function dismissSuggestion(issueId: IssueId, suggestion: StatusSuggestion): void {
  useDismissed.setState(({ keys }) => ({ keys: new Set([...keys, keyOf(issueId, suggestion)]) }))
}
