import { layOut, useComparisonView } from '../../../state/comparison-view'
import { between } from './grid-geometry'
import { headColumn } from './grid-plan'
import type { Scene } from './scene'

/** CSS pixels that a key makes a column wider or narrower. */
export const widthStep = 20
/** As the layout allows; see `columnWidth`. */
const limits = { least: 120, most: 900 }

/** What a column's width is kept under; null for issues across, which share the room. */
export function widthKey({ plan }: Pick<Scene, 'plan'>, column: number): string | null {
  if (column === headColumn) return 'issue'
  const line = plan.across[column]
  if (!line || line.kind === 'issue') return null
  return line.key
}

export function widthOf({ widths }: Pick<Scene, 'widths'>, column: number): number {
  return column === headColumn ? widths.head : widths.columns[column]!
}

export function setWidth(scene: Pick<Scene, 'plan' | 'widths'>, column: number, width: number | null): void {
  const key = widthKey(scene, column)
  if (key !== null) keepWidth(key, width)
}

/** From outside the grid, of a column that is as wide as was drawn. */
export const changeColumnWidth = (key: string, drawn: number, by: number): void => keepWidth(key, drawn + by)

function keepWidth(key: string, width: number | null): void {
  const { [key]: _before, ...others } = useComparisonView.getState().layout.widths
  layOut({
    widths:
      width === null ? others : { ...others, [key]: Math.round(between(width, limits.least, limits.most)) },
  })
}

export function changeWidth(scene: Pick<Scene, 'plan' | 'widths'>, column: number, by: number): void {
  setWidth(scene, column, widthOf(scene, column) + by)
}
