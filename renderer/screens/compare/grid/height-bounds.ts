import type { Position } from '../../../../app/model/position'
import type { Cell } from '../../../../app/rules/comparison'
import type { HeldPosition } from '../../../../app/rules/comparison-index'
import { hasGap, inForceAt } from '../../../../app/rules/in-force'
import type { ComparedCell } from '../use-baseline'
import { blockLooks, kindMarkWidth, moreHeight, nextPositionAbove } from './cell-looks'
import type { LineCounter } from './line-breaks'
import { contentWidth, crossingAt, type Scene } from './scene'

/**
 * What a cell cannot be taller than, in CSS pixels, without making its text: a row is as tall as the tallest of fifty
 * cells, and most of them are seen at once not to be that one. Infinity where nothing quick can be said.
 */
export function mostHeightOf(scene: Scene, row: number, column: number): number {
  const { plan, reading, counter } = scene
  const first = plan.down[row]!
  const second = plan.across[column]!
  const issue = first.kind === 'issue' ? first.issue : second.kind === 'issue' ? second.issue : null
  const party = first.kind === 'party' ? first.party : second.kind === 'party' ? second.party : null
  if (issue === null) return Infinity
  if (party === null) return issue.issue.landingZone === '' ? blockLooks.unseen.line : Infinity
  if (party.isFolded || scene.openCells.has(`${issue.issue.id} ${party.party.id}`)) return Infinity
  const width = contentWidth(scene, column)
  if (scene.marksOf !== null) {
    const crossing = crossingAt(scene, row, column)
    return crossing.kind === 'zone' ? Infinity : mostOfCell(scene, crossing.cell, width)
  }
  // The cell itself is not read: what is in force is enough, and reading weighs the evidence of each.
  const at = issue.row * reading.parties.length + party.column
  const held = inForceAt(reading, at)
  const { baseline } = scene
  const isBeside = baseline !== null && baseline.party.id !== party.party.id
  if (held.length === 0) {
    return (
      (hasGap(reading, at) ? mostOfGap : blockLooks.unseen.line) + (isBeside ? 2 * blockLooks.tag.line : 0)
    )
  }
  if (isBeside) {
    const column = reading.index.columnOf.get(baseline.party.id)!
    const theirs = inForceAt(reading, issue.row * reading.parties.length + column)
    return mostBeside(held, theirs, width, counter)
  }
  let height = 0
  for (const { position, conditions, answers, facts } of held) {
    height += mostOfPosition(position, { conditions, answers }, width, counter)
    height += mostOfEvidence(position, facts, width)
  }
  return height
}

/**
 * Beside a baseline, whichever of the two cells' positions are compared with each other: finding that out takes as long
 * as showing it. Each of the baseline's either stands by itself or is woven into one of the cell's.
 */
function mostBeside(
  held: readonly HeldPosition[],
  theirs: readonly HeldPosition[],
  width: number,
  counter: LineCounter,
): number {
  let height = theirs.length === 0 ? 2 * blockLooks.tag.line : 0
  const linesOf = (text: string) => counter.atMost(text, 'summary', width - kindMarkWidth, comparedClamp + 1)
  const alone = held.map(({ position, conditions, answers, facts }) => {
    height += mostOfPosition(position, { conditions, answers }, width, counter, {
      clamp: comparedClamp,
      extraLines: noteLines,
    })
    height += mostOfEvidence(position, facts, width)
    return linesOf(position.text) + noteLines + addresseeLines(position, width)
  })
  for (const { position } of theirs) {
    const lines = linesOf(position.text)
    const woven = alone.map((own) => textHeight(own + lines, comparedClamp) - textHeight(own, comparedClamp))
    const byItself = mostOfText(position.text, width, counter, 3, 1) + nextPositionAbove
    height += Math.max(byItself, ...woven)
  }
  return height
}

/** Lines: of two texts woven together before “more”; and of what is said of them in a few words. */
const comparedClamp = 8
const noteLines = 3

const mostOfGap =
  blockLooks.gap.line * 2 + (blockLooks.gapWhere.above + 2 * blockLooks.gapWhere.line) * 2 + moreHeight

function mostOfCell(scene: Scene, cell: Cell, width: number): number {
  const { counter } = scene
  const marks = scene.marksOf?.(cell)?.lines.length ?? 0
  const marked = marks * (3 * blockLooks.mark.line + blockLooks.mark.above + moreHeight)
  const compared = scene.baseline?.beside(cell) ?? null
  if (cell.positions.length === 0) {
    const silence = cell.gap === null ? blockLooks.unseen.line : mostOfGap
    return marked + silence + (compared ? 2 * blockLooks.tag.line : 0)
  }
  if (compared) return marked + mostOfCompared(compared, width, counter)
  let height = marked
  for (const position of cell.positions) {
    height += mostOfPosition(position, position, width, counter) + mostEvidence(width)
  }
  return height
}

function mostOfCompared(
  { isBaselineEmpty, pairs }: ComparedCell,
  width: number,
  counter: LineCounter,
): number {
  let height = isBaselineEmpty ? 2 * blockLooks.tag.line : 0
  for (const { held, baseline } of pairs) {
    const other = baseline?.text ?? ''
    if (held === null) {
      height += mostOfText(other, width, counter, 3, 1) + nextPositionAbove
      continue
    }
    // Two texts woven together, with a note after them.
    const extraLines = 2 + counter.atMost(other, 'summary', width, 9)
    height += mostOfPosition(held, held, width, counter, { clamp: 8, extraLines }) + mostEvidence(width)
  }
  return height
}

type Depending = { conditions: readonly { text: string }[]; answers: readonly unknown[] }

function mostOfPosition(
  { text, addresseeId, firmness, stance }: Position,
  { conditions, answers }: Depending,
  width: number,
  counter: LineCounter,
  { clamp = 3, extraLines = 0 }: { clamp?: number; extraLines?: number } = {},
): number {
  const name = addresseeLines({ addresseeId }, width)
  let height = nextPositionAbove + mostOfText(text, width, counter, clamp, extraLines + name)
  if (firmness === 'red line' || stance !== null) {
    height += blockLooks.firmness.above + 2 * blockLooks.firmness.line
  }
  for (const condition of conditions) {
    const { font, line, above, sides } = blockLooks.condition
    const lines = (width < narrow ? 2 : 1) + counter.atMost(condition.text, font, width - sides, 6)
    height += above + Math.min(lines, 7) * line
  }
  return height + answers.length * (blockLooks.answer.above + 3 * blockLooks.answer.line)
}

const addresseeLines = ({ addresseeId }: Pick<Position, 'addresseeId'>, width: number): number =>
  addresseeId === null ? 0 : 1 + (width < narrow ? 1 : 0)

type Fact = { relation: string; isAnonymous: boolean }

function mostOfEvidence({ basis, needsResearch }: Position, facts: readonly Fact[], width: number): number {
  let wide = facts.length === 0 ? evidenceWidths.none : evidenceWidths.facts
  if (basis !== 'stated') wide += evidenceWidths.basis
  if (needsResearch) wide += evidenceWidths.research
  if (facts.some(({ isAnonymous }) => isAnonymous)) wide += evidenceWidths.anonymous
  if (facts.some(({ relation }) => relation === 'contradicts')) wide += evidenceWidths.contradiction
  return linesOfWidth(wide, width)
}

const mostEvidence = (width: number): number =>
  linesOfWidth(
    Object.values(evidenceWidths).reduce((sum, wide) => sum + wide, 0),
    width,
  )

function linesOfWidth(wide: number, width: number): number {
  const { above, line } = blockLooks.evidence
  return (
    above + line * (1 + Math.max(0, Math.ceil((wide - width) / Math.max(20, width - evidenceWidths.word))))
  )
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
  return textHeight(lines, clamp)
}

const textHeight = (lines: number, clamp: number): number =>
  // One line beyond is shown, and is taller than “more”.
  Math.min(lines, clamp + 1) * blockLooks.summary.line
