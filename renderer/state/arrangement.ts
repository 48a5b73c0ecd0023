import { useMemo } from 'react'
import type { ComparisonView } from '../../app/model/comparison-view'
import { arrange, type Arrangement } from '../../app/rules/arrangement'
import type { ComparisonReading } from '../../app/rules/comparison-index'
import { useCompareView } from './compare-view'
import { useComparisonView } from './comparison-view'

type Arranged = {
  reading: ComparisonReading
  view: ComparisonView
  since: string | null
  arrangement: Arrangement
}

let last: Arranged | null = null

/** What the view shows of the comparison; arranged once, whoever asks for it. */
export function useArrangement(reading: ComparisonReading): Arrangement {
  const view = useComparisonView()
  const since = useCompareView((compared) => compared.since)
  return useMemo(() => arrangeOnce(reading, view, since), [reading, view, since])
}

function arrangeOnce(reading: ComparisonReading, view: ComparisonView, since: string | null): Arrangement {
  if (last === null || last.reading !== reading || last.view !== view || last.since !== since) {
    const arrangement = arrange(reading, { ...view, layout: { ...view.layout, since } })
    last = { reading, view, since, arrangement }
  }
  return last.arrangement
}

/** What was last shown, for what acts on it from outside; null before anything was. */
export const currentArrangement = (): Arranged | null => last
