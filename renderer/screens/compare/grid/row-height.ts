import { hasScale, standsOnRow } from '../../../../app/rules/scale'
import { heightOfBlocks } from './block-heights'
import { cellPadding } from './cell-looks'
import { foldedLineHeight } from './fold-button'
import { issueHeadHeight, mostIssueHeadHeight } from './head-heights'
import { mostHeightOf } from './height-bounds'
import { measureLineHeight } from './row-measure'
import { blocksOf, contentWidth, crossingAt, headWidth, openKey, type Scene } from './scene'

/** CSS pixels: as tall as the tallest of its cells and its head. */
export function heightOfRow(scene: Scene, row: number): number {
  const { plan, counter } = scene
  let tallest = 0
  const bounds = new Float64Array(plan.across.length)
  const order: number[] = []
  for (let column = 0; column < plan.across.length; column += 1) {
    bounds[column] = mostHeightOf(scene, row, column)
    if (bounds[column]! > tallest) order.push(column)
  }
  order.sort((a, b) => bounds[b]! - bounds[a]!)
  for (const column of order) {
    if (bounds[column]! <= tallest) break
    const crossing = crossingAt(scene, row, column)
    const height = heightOfBlocks(blocksOf(scene, crossing), {
      width: contentWidth(scene, column),
      isOpen: scene.openCells.size === 0 ? nothingOpen : (key) => scene.isOpen(openKey(crossing, key)),
      counter,
    })
    if (height > tallest) tallest = height
  }
  tallest = Math.max(tallest, headContentHeight(scene, row, tallest))
  return Math.ceil(tallest) + cellPadding.block + cellPadding.lineBelow
}

const nothingOpen = () => false

/** The least that a party's head or the landing zones' takes. */
const plainHeadHeight = 22

/** Exact where it may be taller than `tallest`; what is not need not be known. */
function headContentHeight(scene: Scene, row: number, tallest: number): number {
  const line = scene.plan.down[row]!
  if (line.kind !== 'issue') return plainHeadHeight
  const { issue, row: readingRow, depth, isFolded, measure } = line.issue
  const width = headWidth(scene, depth)
  const { counter } = scene
  const more = (isFolded ? foldedLineHeight : 0) + (measure ? measureLineHeight : 0)
  if (more + mostIssueHeadHeight(issue, { width, counter }) <= tallest) return tallest
  const hasStands = hasScale(issue) && standsOnRow(scene.reading, readingRow).length > 0
  return more + issueHeadHeight(issue, { width, hasStands, counter })
}
