import { create } from 'zustand'
import {
  comparisonFilters,
  comparisonLayout,
  type ComparisonFilters,
  type ComparisonLayout,
  type ComparisonView,
} from '../../app/model/comparison-view'

/** What is looked for and how it is laid out. The dates and the baseline are the compare view's own. */
const atRest: ComparisonView = {
  parties: null,
  filters: comparisonFilters.parse({}),
  layout: comparisonLayout.parse({}),
}

/** Saved with the dossier only as a view under a name. */
export const useComparisonView = create<ComparisonView>(() => atRest)

export function lookFor(filters: Partial<ComparisonFilters>): void {
  useComparisonView.setState((view) => ({ filters: { ...view.filters, ...filters } }))
}

export function layOut(layout: Partial<ComparisonLayout>): void {
  useComparisonView.setState((view) => ({ layout: { ...view.layout, ...layout } }))
}

export function showColumns(parties: ComparisonView['parties']): void {
  useComparisonView.setState({ parties })
}

export function lookForNothing(): void {
  useComparisonView.setState({ filters: atRest.filters })
}

/** Another dossier is another comparison. */
export function forgetArrangement(): void {
  useComparisonView.setState(atRest)
}
