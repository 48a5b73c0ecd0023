import { comparisonFilters, comparisonLayout, type ComparisonView } from '../model/comparison-view'
import type { RecordOf } from '../model/records'

/** What there is in the dossier now, for a view that was saved before. */
export type Existing = {
  parties: readonly { id: string }[]
  issues: readonly { id: string }[]
  outlets: readonly { id: string }[]
  tags: readonly { id: string }[]
}

/** The view without what has been deleted since it was saved; what it asked of that is not asked any more. */
export function readSavedView(
  { parties, filters, layout }: Pick<RecordOf<'savedView'>, 'parties' | 'filters' | 'layout'>,
  existing: Existing,
): ComparisonView {
  const party = among(existing.parties)
  const issue = among(existing.issues)
  const shown = parties?.filter(party) ?? null
  return {
    parties: shown?.length === 0 ? null : shown,
    filters: {
      ...filters,
      branches: filters.branches.filter(issue),
      parties: filters.parties.filter(party),
      outlets: filters.outlets.filter(among(existing.outlets)),
      tags: filters.tags.filter(among(existing.tags)),
    },
    layout: {
      ...layout,
      foldedIssues: layout.foldedIssues.filter(issue),
      foldedCoalitions: layout.foldedCoalitions.filter(party),
      pinned: layout.pinned.filter(party),
      baselineId: layout.baselineId !== null && party(layout.baselineId) ? layout.baselineId : null,
    },
  }
}

function among(records: readonly { id: string }[]): (id: string) => boolean {
  const known = new Set(records.map(({ id }) => id))
  return (id) => known.has(id)
}

/** Whether two views show the same; lists of choices have no order, those of columns do. */
export function isSameView(a: ComparisonView, b: ComparisonView): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

/** Written with the fields in the model's order, and choices in one of their own. */
function inOrder({ parties, filters, layout }: ComparisonView): unknown {
  const choices = Object.keys(comparisonFilters.shape).map((field) => {
    const asked = filters[field as keyof typeof filters]
    return Array.isArray(asked) ? asked.toSorted(byText) : asked
  })
  const { widths, foldedIssues, foldedCoalitions, pinned, ...rest } = layout
  return [
    parties,
    choices,
    Object.keys(comparisonLayout.shape).map((field) => rest[field as keyof typeof rest] ?? null),
    [foldedIssues, foldedCoalitions, pinned].map((ids) => ids.toSorted(byText)),
    Object.entries(widths).toSorted(([one], [other]) => byText(one, other)),
  ]
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other))
