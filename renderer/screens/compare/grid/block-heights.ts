import type { Block, Run } from './cell-anatomy'
import { blockLooks, kindMarkWidth, moreHeight, nextPositionAbove, plusWidth, runLooks } from './cell-looks'
import type { LineCounter, TextRun } from './line-breaks'

/** How many lines a block takes, and whether there are more than it shows. */
export type BlockLines = { shown: number; isLonger: boolean }

export function linesOfBlock(
  block: Block,
  { width, isOpen, counter }: { width: number; isOpen: boolean; counter: LineCounter },
): BlockLines {
  const look = blockLooks[block.look]
  const room = width - look.sides
  const most = block.clamp === null || isOpen ? Infinity : block.clamp + 2
  const linesIn = (inline: number) =>
    block.look === 'zone'
      ? paragraphLines(block.runs[0]!.text, inline, { counter, most })
      : counter.linesOf(textRuns(block), inline, most)
  const lines = linesIn(room)
  if (block.clamp === null || lines <= block.clamp) return { shown: lines, isLonger: false }
  // “more” takes a line itself: it never stands for a single one. Where that is a matter of a hair, it is there.
  const isLonger = lines > block.clamp + 1 || linesIn(room - hair) > lines
  return { shown: isLonger && !isOpen ? block.clamp : lines, isLonger }
}

/** CSS pixels by which a line may come out wider than it was reckoned. */
const hair = 1

/** CSS pixels from the top of the first block to the bottom of the last. */
export function heightOfBlocks(
  blocks: readonly Block[],
  { width, isOpen, counter }: { width: number; isOpen: (key: string) => boolean; counter: LineCounter },
): number {
  let height = 0
  for (const block of blocks) {
    const look = blockLooks[block.look]
    const { shown, isLonger } = linesOfBlock(block, { width, isOpen: isOpen(block.key), counter })
    height += look.above + (block.isNext ? nextPositionAbove : 0) + shown * look.line
    if (isLonger) height += moreHeight
  }
  return height
}

function textRuns({ look, runs, mark }: Block): TextRun[] {
  const own = blockLooks[look].font
  const text = runs.map((run, index) => toTextRun(run, own, runs[index - 1]))
  return mark ? [{ text: '', font: own, before: kindMarkWidth, isApart: true }, ...text] : text
}

function toTextRun({ text, look }: Run, own: string, previous: Run | undefined): TextRun {
  const { font, before, after } = runLooks[look]
  // Added words carry a small plus, and keep a little away from what they replace.
  const sign = look === 'added' ? plusWidth + (previous?.look === 'removed' ? 3 : 0) : 0
  return { text, font: font ?? own, before: before + sign, after }
}

function paragraphLines(
  text: string,
  width: number,
  { counter, most }: { counter: LineCounter; most: number },
): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    if (lines >= most) break
    lines += counter.linesOf([{ text: paragraph, font: blockLooks.zone.font }], width, most - lines)
  }
  return Math.min(lines, most)
}
