import { useMemo } from 'react'
import type { ComparisonView, RowOrder } from '../../app/model/comparison-view'
import { arrange, type ArrangedColumn, type ArrangedRow, type Arrangement } from '../../app/rules/arrangement'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
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
    const arranged = arrange(reading, { ...view, layout: { ...view.layout, since } })
    last = { reading, view, since, arrangement: last ? keepLines(last.arrangement, arranged) : arranged }
  }
  return last.arrangement
}

/** What another order of the rows would show of what was last shown. */
export const arrangedBy = (reading: ComparisonReading, rowOrder: RowOrder): Arrangement | null => {
  if (last === null || last.reading !== reading) return null
  const { view, since, arrangement } = last
  return keepLines(arrangement, arrange(reading, { ...view, layout: { ...view.layout, since, rowOrder } }))
}

/** What was last shown, for what acts on it from outside; null before anything was. */
export const currentArrangement = (): Arranged | null => last

/** Rows and columns that are shown as they were stay the same objects, and so do the lists of them. */
function keepLines(before: Arrangement, now: Arrangement): Arrangement {
  const rows = new Map(before.rows.map((row) => [row.issue.id, row]))
  const columns = new Map(before.columns.map((column) => [column.party.id, column]))
  return {
    ...now,
    rows: keepList(
      before.rows,
      now.rows.map((row) => {
        const last = rows.get(row.issue.id)
        return last && isSameRow(last, row) ? last : row
      }),
    ),
    columns: keepList(
      before.columns,
      now.columns.map((column) => {
        const last = columns.get(column.party.id)
        return last && isSameColumn(last, column) ? last : column
      }),
    ),
  }
}

const keepList = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, at) => item === before[at]) ? before : now

const isSameRow = (a: ArrangedRow, b: ArrangedRow): boolean =>
  a.issue === b.issue &&
  a.row === b.row &&
  a.depth === b.depth &&
  a.branch === b.branch &&
  a.isFolded === b.isFolded &&
  a.isContext === b.isContext &&
  a.measure === b.measure

const isSameColumn = (a: ArrangedColumn, b: ArrangedColumn): boolean =>
  a.party === b.party &&
  a.column === b.column &&
  a.isPinned === b.isPinned &&
  a.width === b.width &&
  a.isFolded === b.isFolded &&
  a.members.join() === b.members.join() &&
  a.standsFor.join() === b.standsFor.join()
