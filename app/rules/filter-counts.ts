import type { ComparisonFilters, ComparisonView } from '../model/comparison-view'
import { cellFlag } from '../model/comparison-view'
import { edtfBounds } from '../model/edtf-date'
import { arrangeColumns } from './column-arrangement'
import type { HeldPosition } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { compileFilter, gradeBehind, hasFlag, isBehind, withinDates, type FilterPart } from './filter'
import { tagsOf } from './filter-index'
import { hasGap, positionsInForce } from './in-force'

/** What is chosen from a list, with a count behind each choice. */
export type ChoicePart = Extract<
  keyof ComparisonFilters,
  'statuses' | 'parties' | 'kinds' | 'firmness' | 'bases' | 'outlets' | 'grades' | 'tags' | 'flags'
>

/** How many issues would answer with this choice alone in its list, and everything else asked as it is. */
export type ChoiceCounts = (part: ChoicePart, choice: string) => number

/** Counts the rows behind every choice of a filter in one walk, by the columns that a view shows. */
export function countChoices(reading: ComparisonReading, view: ComparisonView): ChoiceCounts {
  const { since } = view.layout
  const { asOf } = reading
  const filter = compileFilter(reading, view.filters, { since })
  const sinceDay = since === null ? null : (edtfBounds(since).last ?? since)
  const isWithin = withinDates(view.filters.saidFrom, view.filters.saidUntil)
  const tags = tagsOf(reading.index)
  const inForce = positionsInForce(reading)
  const asksOfSilence = filter.parts.some(({ part }) => part === 'flags')
  const counts = new RowCounts()

  const countIssue = (row: number, failing: Failing) => {
    if (mayCount(failing, 'statuses')) counts.add('statuses', reading.issues[row]!.status, row)
    if (mayCount(failing, 'tags')) for (const tag of tags.ofIssue(row)) counts.add('tags', tag, row)
  }
  const countPosition = (entry: HeldPosition, row: number, column: number, failing: Failing) => {
    const { position } = entry
    countIssue(row, failing)
    if (mayCount(failing, 'parties')) counts.add('parties', position.partyId, row)
    if (mayCount(failing, 'kinds')) counts.add('kinds', position.kind, row)
    if (mayCount(failing, 'firmness')) counts.add('firmness', position.firmness, row)
    if (mayCount(failing, 'bases')) counts.add('bases', position.basis, row)
    if (mayCount(failing, 'grades')) counts.add('grades', gradeBehind(entry, asOf) ?? '', row)
    if (mayCount(failing, 'tags')) {
      for (const tag of tags.ofPosition(entry)) counts.add('tags', tag, row)
      for (const tag of tags.ofParty(column)) counts.add('tags', tag, row)
    }
    if (mayCount(failing, 'flags')) {
      for (const flag of cellFlag.options) {
        if (hasFlag(entry, flag, { asOf, sinceDay })) counts.add('flags', flag, row)
      }
    }
    if (!mayCount(failing, 'statements')) return
    for (const fact of entry.facts) {
      const isSought = fact.outletId !== null && isBehind(fact, asOf) && isWithin(fact.saidOn ?? fact.issued)
      if (isSought) counts.add('outlets', fact.outletId!, row)
    }
  }
  const countSilence = (row: number, column: number, failing: Failing) => {
    const at = row * reading.parties.length + column
    if (mayCount(failing, 'flags')) counts.add('flags', hasGap(reading, at) ? 'gap' : 'unseen', row)
    if (!asksOfSilence) return
    countIssue(row, failing)
    if (mayCount(failing, 'parties')) counts.add('parties', reading.parties[column]!.id, row)
  }

  const columns = arrangeColumns(reading, view).flatMap(({ standsFor }) => standsFor)
  for (let row = 0; row < reading.issues.length; row += 1) {
    countIssue(
      row,
      failingOf(filter.parts, (asked) => asked.ofIssue?.(row)),
    )
    for (const column of columns) {
      for (const entry of filter.candidates(row, column)) {
        const failing = failingOf(filter.parts, (asked) => asked.ofPosition(entry, row, column))
        if (failing !== 'several') countPosition(entry, row, column, failing)
      }
      if (inForce[row * reading.parties.length + column]!.length > 0) continue
      countSilence(
        row,
        column,
        failingOf(filter.parts, (asked) => asked.ofSilence?.(row, column)),
      )
    }
  }
  return (part, choice) => counts.of(part, choice)
}

/** What is not answered: nothing, one thing, whose choices can still be counted, or more. */
type Failing = FilterPart | null | 'several'

function failingOf<Asked extends { part: FilterPart }>(
  parts: readonly Asked[],
  holds: (asked: Asked) => boolean | undefined,
): Failing {
  let failing: Failing = null
  for (const asked of parts) {
    if (holds(asked)) continue
    if (failing !== null) return 'several'
    failing = asked.part
  }
  return failing
}

const mayCount = (failing: Failing, part: FilterPart): boolean => failing === null || failing === part

/** Counts every choice once a row, as long as the rows come in order. */
class RowCounts {
  readonly #counts = new Map<ChoicePart, Map<string, { row: number; count: number }>>()

  add(part: ChoicePart, choice: string, row: number): void {
    let choices = this.#counts.get(part)
    if (!choices) this.#counts.set(part, (choices = new Map()))
    const counted = choices.get(choice)
    if (counted === undefined) choices.set(choice, { row, count: 1 })
    else if (counted.row !== row) {
      counted.row = row
      counted.count += 1
    }
  }

  of(part: ChoicePart, choice: string): number {
    return this.#counts.get(part)?.get(choice)?.count ?? 0
  }
}
