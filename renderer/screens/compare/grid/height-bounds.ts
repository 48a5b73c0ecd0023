import type { CellPosition } from '../../../../app/rules/comparison'
import { blockLooks, kindMarkWidth, moreHeight, nextPositionAbove } from './cell-looks'
import type { LineCounter } from './line-breaks'
import { contentWidth, type Crossing, type Scene } from './scene'

/**
 * What a cell cannot be taller than, in CSS pixels, without making its text: a row is as tall as the tallest of fifty
 * cells, and most of them are seen at once not to be that one. Infinity where nothing quick can be said.
 */
export function mostHeightOf(scene: Scene, crossing: Crossing, column: number): number {
  if (crossing.kind === 'zone') return crossing.issue.landingZone === '' ? blockLooks.unseen.line : Infinity
  const { cell, issue, party, members } = crossing
  if (members.length > 0 || scene.openCells.has(`${issue.id} ${party.id}`)) return Infinity
  const { counter } = scene
  const width = contentWidth(scene, column)
  const marks = scene.marksOf?.(cell)?.lines.length ?? 0
  let height = marks * (3 * blockLooks.mark.line + blockLooks.mark.above + moreHeight)
  const compared = scene.baseline?.beside(cell) ?? null
  if (cell.positions.length === 0) {
    const silence =
      cell.gap === null
        ? blockLooks.unseen.line
        : blockLooks.gap.line * 2 +
          (blockLooks.gapWhere.above + 2 * blockLooks.gapWhere.line) * 2 +
          moreHeight
    return height + silence + (compared ? 2 * blockLooks.tag.line : 0)
  }
  if (!compared) {
    for (const position of cell.positions) height += mostOfPosition(position, width, counter, 3, 0)
    return height
  }
  if (compared.isBaselineEmpty) height += 2 * blockLooks.tag.line
  for (const { held, baseline } of compared.pairs) {
    const other = baseline?.text ?? ''
    height +=
      held === null
        ? mostOfText(other, width, counter, 3, 1) + nextPositionAbove
        : // Two texts woven together, with a note after them.
          mostOfPosition(held, width, counter, 8, 2 + counter.atMost(other, 'summary', width, 9))
  }
  return height
}

function mostOfPosition(
  position: CellPosition,
  width: number,
  counter: LineCounter,
  clamp: number,
  extraLines: number,
): number {
  const { text, addresseeId, conditions, answers, firmness, stance, basis } = position
  let height =
    nextPositionAbove +
    mostOfText(
      text,
      width,
      counter,
      clamp,
      extraLines + (addresseeId === null ? 0 : 1 + (width < narrow ? 1 : 0)),
    )
  if (firmness === 'red line' || stance !== null)
    height += blockLooks.firmness.above + 2 * blockLooks.firmness.line
  for (const condition of conditions) {
    const { font, line, above, sides } = blockLooks.condition
    const lines = (width < narrow ? 2 : 1) + counter.atMost(condition.text, font, width - sides, 6)
    height += above + Math.min(lines, 6) * line + (lines > 6 ? moreHeight : 0)
  }
  height += answers.length * (blockLooks.answer.above + 3 * blockLooks.answer.line)
  const wide =
    (position.evidence.statements === 0 ? evidenceWidths.none : evidenceWidths.facts) +
    (basis === 'stated' ? 0 : evidenceWidths.basis) +
    (position.isAnonymousOnly ? evidenceWidths.anonymous : 0) +
    (position.contradiction === null ? 0 : evidenceWidths.contradiction) +
    (position.needsResearch ? evidenceWidths.research : 0)
  const evidence = 1 + Math.max(0, Math.ceil((wide - width) / Math.max(20, width - evidenceWidths.word)))
  return height + blockLooks.evidence.above + evidence * blockLooks.evidence.line
}

/** CSS pixels that the words of the evidence line take at most, and the longest word among them. */
const evidenceWidths = {
  none: 90,
  facts: 290,
  basis: 75,
  anonymous: 90,
  contradiction: 200,
  research: 115,
  word: 78,
}

/** CSS pixels: in a column narrower than this, a party's name or a condition's state may take two lines. */
const narrow = 185

function mostOfText(
  text: string,
  width: number,
  counter: LineCounter,
  clamp: number,
  extraLines: number,
): number {
  const lines = extraLines + counter.atMost(text, 'summary', width - kindMarkWidth, clamp + 1)
  return Math.min(lines, clamp) * blockLooks.summary.line + (lines > clamp ? moreHeight : 0)
}
