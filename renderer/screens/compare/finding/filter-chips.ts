import type { Say } from '../../../../app/messages/say'
import type { ComparisonFilters } from '../../../../app/model/comparison-view'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { ChoicePart } from '../../../../app/rules/filter-counts'
import { useApplication } from '../../../state/application'
import { useCompareView } from '../../../state/compare-view'
import { lookFor, useComparisonView } from '../../../state/comparison-view'
import { useSavedViews } from '../../../state/saved-views'

/** One thing that is looked for, and the way to stop. */
export type FilterChip = { key: string; label: string; remove: () => void }

type ListPart = ChoicePart | 'branches'
const listParts: readonly ListPart[] = [
  'flags',
  'kinds',
  'firmness',
  'bases',
  'parties',
  'branches',
  'statuses',
  'outlets',
  'grades',
  'tags',
]

/** Everything that is looked for but the words, which stand in their own field. */
export function useFilterChips(comparison: ComparisonReading): FilterChip[] {
  const { say, dateLabel } = useApplication()
  const filters = useComparisonView((view) => view.filters)
  const nameOf = useChoiceNames(comparison)
  const { saidFrom, saidUntil } = filters
  return [
    ...listParts.flatMap((part) =>
      (filters[part] as readonly string[]).map((choice) => ({
        key: `${part} ${choice}`,
        label: nameOf(part, choice),
        remove: () => lookFor(without(filters, part, choice)),
      })),
    ),
    ...(saidFrom === null && saidUntil === null
      ? []
      : [
          {
            key: 'said',
            label: say('finding.chipSaid', {
              from: saidFrom === null ? 'none' : dateLabel(saidFrom),
              until: saidUntil === null ? 'none' : dateLabel(saidUntil),
            }),
            remove: () => lookFor({ saidFrom: null, saidUntil: null }),
          },
        ]),
  ]
}

/** The filters with the choice taken out of its list. */
export const without = (
  filters: ComparisonFilters,
  part: ListPart,
  choice: string,
): Partial<ComparisonFilters> => ({
  [part]: (filters[part] as readonly string[]).filter((other) => other !== choice),
})

/** The filters with the choice put into its list. */
export const withChoice = (
  filters: ComparisonFilters,
  part: ListPart,
  choice: string,
): Partial<ComparisonFilters> => ({ [part]: [...filters[part], choice] })

/** What a choice is called; what is no longer there has no name. */
export function useChoiceNames(comparison: ComparisonReading): (part: ListPart, choice: string) => string {
  const { say, dateLabel } = useApplication()
  const { outlets, tags } = useSavedViews((state) => state.existing)
  const since = useCompareView((view) => view.since)
  const { parties, issues } = comparison
  return (part, choice) => {
    switch (part) {
      case 'parties':
        return parties.find(({ id }) => id === choice)?.shortName ?? ''
      case 'branches': {
        const issue = issues.find(({ id }) => id === choice)
        return issue ? `${issue.number} ${issue.title}` : ''
      }
      case 'outlets':
        return outlets.find(({ id }) => id === choice)?.name ?? ''
      case 'tags':
        return tags.find(({ id }) => id === choice)?.name ?? ''
      case 'grades':
        return choice === 'F' ? say('finding.gradeNone') : say('finding.grade', { grade: choice })
      case 'flags':
        if (choice !== 'changed') return say(`finding.flag.${choice}` as Parameters<Say>[0])
        return since === null
          ? say('finding.flag.changedNever')
          : say('finding.flag.changed', { since: dateLabel(since) })
      default:
        return say(`${wordsOf[part]}.${choice}` as Parameters<Say>[0])
    }
  }
}

/** Where the catalogue has the words for a field's values; each value of the model has some. */
const wordsOf = { kinds: 'kind', firmness: 'firmness', bases: 'basis', statuses: 'status' } as const
