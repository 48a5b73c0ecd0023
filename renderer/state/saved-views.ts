import { useEffect } from 'react'
import { create } from 'zustand'
import { comparisonFilters, comparisonLayout, type ComparisonView } from '../../app/model/comparison-view'
import type { RecordOf } from '../../app/model/records'
import { isSameView, readSavedView } from '../../app/rules/saved-view'
import { currentArrangement } from './arrangement'
import { useCompareView } from './compare-view'
import { useComparisonView } from './comparison-view'
import { useQuery } from './use-query'

export type SavedView = RecordOf<'savedView'>

type SavedViews = {
  views: readonly SavedView[]
  existing: { outlets: readonly RecordOf<'outlet'>[]; tags: readonly RecordOf<'tag'>[] }
}

/** For what lies outside the comparison and still shows a view: the palette and its actions. */
export const useSavedViews = create<SavedViews>(() => ({ views: [], existing: { outlets: [], tags: [] } }))

/** Keeps the views of the dossier, and what their filters may name. */
export function useSavedViewsOf(): void {
  const views = useQuery('savedView.list', {}).value
  const outlets = useQuery('outlet.list', {}).value
  const tags = useQuery('tag.list', {}).value
  useEffect(() => {
    useSavedViews.setState({
      views: views ?? [],
      existing: { outlets: outlets ?? [], tags: tags ?? [] },
    })
  }, [views, outlets, tags])
}

/** What is shown now, as it would be kept: with the dates and the baseline. */
export function currentView(): ComparisonView {
  const { parties, filters, layout } = useComparisonView.getState()
  const { asOf, since, baselineId } = useCompareView.getState()
  return { parties, filters, layout: { ...layout, asOf, since, baselineId } }
}

export function showView(view: ComparisonView): void {
  const { asOf, since, baselineId, ...rest } = view.layout
  useComparisonView.setState({
    parties: view.parties,
    filters: view.filters,
    layout: { ...rest, asOf: null, since: null, baselineId: null },
  })
  useCompareView.setState({ asOf, since, baselineId })
}

/** Shows it as it was saved; what was deleted since is passed over. */
export function showSavedView(saved: SavedView): void {
  showView(readSaved(saved))
}

export const plainView: ComparisonView = {
  parties: null,
  filters: comparisonFilters.parse({}),
  layout: comparisonLayout.parse({}),
}

export const isShown = (saved: SavedView, view: ComparisonView): boolean => isSameView(readSaved(saved), view)

function readSaved(saved: SavedView): ComparisonView {
  const index = currentArrangement()?.reading.index
  const { existing } = useSavedViews.getState()
  if (!index) return saved
  return readSavedView(saved, { ...existing, parties: index.records.parties, issues: index.issues })
}

/** The view that is shown now, read again whenever it changes. */
export function useCurrentView(): ComparisonView {
  useComparisonView()
  useCompareView((view) => view.asOf)
  useCompareView((view) => view.since)
  useCompareView((view) => view.baselineId)
  return currentView()
}
