import { lineEnds, textWidth, type Face } from './text-width'
import type { WallBlock } from './wall-content'

/** The wall as it is measured, in its own pixels; the page that draws it takes the same lengths. */
export const wall = { width: 1920, height: 1080, inline: 84, top: 46, foot: 106, gap: 44 } as const

export const wallInner = wall.width - 2 * wall.inline

/** Sizes of running text, largest first; nothing on the wall is smaller than 24. */
const textSizes = [44, 42, 40, 38, 36, 34, 32, 30] as const
export const smallestText = textSizes.at(-1)!
const narrowest = 340

export type FitColumn = { name: string; role: string; blocks: readonly WallBlock[] }

export type GroupFit = {
  size: number
  widths: number[]
  /** Whether each column holds all of its cell; the rest goes on further pages. */
  isWhole: boolean[]
  /** Whether even half of the wall would not hold it. */
  isTooLong: boolean[]
}

/** The largest type at which everything in the columns can be shown, and how wide each is then. */
export function fitGroup(columns: readonly FitColumn[], height: number): GroupFit {
  // What goes on further pages anyway takes no room from the others, and no time.
  const isTooLong = columns.map((column) => leastHeight(column) > height)
  const measured = columns.map((column, at) => (isTooLong[at] ? { ...column, blocks: [] } : column))
  for (const size of textSizes) {
    const widths = isTooLong.includes(true) ? equalWidths(columns) : balanceWidths(columns, size)
    const isWhole = measured.map(
      (column, at) => !isTooLong[at] && columnHeight(column, widths[at]!, size) <= height,
    )
    if (size === smallestText || isWhole.every((is, at) => is || isTooLong[at])) {
      return { size, widths, isWhole, isTooLong }
    }
  }
  throw new Error('The smallest size is one of the sizes.')
}

const equalWidths = (columns: readonly unknown[]): number[] =>
  columns.map(() => (wallInner - wall.gap * (columns.length - 1)) / columns.length)

/** What a column cannot be lower than, in the smallest type and half of the wall; found without breaking lines. */
function leastHeight({ blocks }: FitColumn): number {
  const area = blocks.map(({ text }) => textWidth(text, { face: 'sans', size: smallestText }) * smallestText)
  return (sum(area) / wallInner) * 2
}

/** By how much a column gives way to another at a time. */
const balancing = 24

/** Gives from the shortest column to the tallest for as long as that makes the tallest shorter. */
function balanceWidths(columns: readonly FitColumn[], size: number): number[] {
  const widths = equalWidths(columns)
  const step = balancing
  const heights = columns.map((column, at) => columnHeight(column, widths[at]!, size))
  for (let turn = 0; turn < 60 && columns.length > 1; turn += 1) {
    const tallest = heights.indexOf(Math.max(...heights))
    const from = shortestOf(heights, widths)
    if (from === -1 || from === tallest) break
    const given = columnHeight(columns[from]!, widths[from]! - step, size)
    const taken = columnHeight(columns[tallest]!, widths[tallest]! + step, size)
    if (given >= heights[tallest]!) break
    widths[from]! -= step
    widths[tallest]! += step
    heights[from] = given
    heights[tallest] = taken
  }
  return widths
}

function shortestOf(heights: readonly number[], widths: readonly number[]): number {
  let found = -1
  heights.forEach((height, at) => {
    if (widths[at]! - balancing < narrowest) return
    if (found === -1 || height < heights[found]!) found = at
  })
  return found
}

export const headerHeight = ({ name, role }: { name: string; role: string }, width: number): number => {
  const lines = lineEnds(name, { width: width - 40, face: 'bold', size: 42 })
  const last = name.slice(lines.at(-2) ?? 0)
  const used = textWidth(last, { face: 'bold', size: 42 }) + 54 + textWidth(role, { face: 'sans', size: 26 })
  return 10 + 16 + (lines.length + (used > width ? 1 : 0)) * 51
}

function columnHeight({ name, role, blocks }: FitColumn, width: number, size: number): number {
  return headerHeight({ name, role }, width) + sum(blocks.map((block) => blockHeight(block, width, size)))
}

export const conditionSize = (size: number) => Math.max(28, Math.round(size * 0.86))

/** Lengths as in `wall.module.css`. */
function blockHeight(block: WallBlock, width: number, size: number): number {
  return blockFrame(block, width) + textLines(block, width, size).length * lineHeight(block, size)
}

/** All of a block but its own words. */
function blockFrame(block: WallBlock, width: number): number {
  const remarks = sum(block.remarks.map((remark) => 6 + lineCount(remark, width, 26) * 34))
  switch (block.is) {
    case 'position': {
      const lead = `${block.lead}${block.isRedLine ? `  ${block.tail}` : ''}`
      return 22 + Math.max(44, lineCount(lead, width - 64, 27) * 34) + 6 + remarks
    }
    case 'condition':
      return 14 + 22 + remarks
    case 'answer':
      return 12 + remarks
    case 'silence':
      return 28 + (block.tail === '' ? 0 : 12 + lineCount(block.tail, width, 28) * 37) + remarks
  }
}

export function lineHeight(block: Pick<WallBlock, 'is'>, size: number): number {
  if (block.is === 'position') return size * 1.25
  if (block.is === 'condition') return conditionSize(size) * 1.3
  return block.is === 'answer' ? 28 * 1.3 : 34 * 1.3
}

/** Where the lines of its words end. */
function textLines(block: WallBlock, width: number, size: number): number[] {
  if (block.is === 'position') return lineEnds(block.text, { width, face: 'sans', size })
  if (block.is === 'silence') return lineEnds(block.text, { width, face: 'sans', size: 34 })
  const own = block.is === 'condition' ? conditionSize(size) : 28
  const inner = block.is === 'condition' ? width - 8 - 52 : width
  const first = block.lead === '' ? 0 : textWidth(`${block.lead} `, { face: 'bold', size: own * 1.06 })
  const ends = lineEnds(block.text, { width: inner, face: 'sans', size: own, first })
  const last = block.text.slice(ends.at(-2) ?? 0)
  const tail = textWidth(block.tail, { face: 'sans', size: 26 }) + 14
  const used = (ends.length === 1 ? first : 0) + textWidth(last, { face: 'sans', size: own }) + tail
  // What follows the words never stands alone in a line of no room.
  return block.tail !== '' && used > inner ? [...ends, block.text.length] : ends
}

/** As much of the blocks as the height holds. What is cut ends at a line, and says that it goes on. */
export function cutBlocks(
  blocks: readonly WallBlock[],
  { width, size, height, continues }: { width: number; size: number; height: number; continues: string },
): WallBlock[] {
  const note = 44
  const kept: WallBlock[] = []
  let left = height - note
  for (const block of blocks) {
    const whole = blockHeight(block, width, size)
    if (whole <= left) {
      kept.push(block)
      left -= whole
      continue
    }
    const lines = Math.floor((left - blockFrame(block, width)) / lineHeight(block, size))
    if (lines >= 1) {
      const end = textLines(block, width, size)[lines - 1] ?? block.text.length
      kept.push({ ...block, text: block.text.slice(0, end).trimEnd(), tail: '', remarks: [], continues })
    } else if (kept.length > 0) {
      kept.push({ ...kept.pop()!, continues })
    }
    return kept
  }
  return kept
}

/** The blocks over as many pages of one wide column as they take; nothing is left out. */
export function pagesOfBlocks(
  blocks: readonly WallBlock[],
  { width, size, height, continues }: { width: number; size: number; height: number; continues: string },
): WallBlock[][] {
  const pages: WallBlock[][] = []
  let rest = [...blocks]
  while (rest.length > 0) {
    const fits = sum(rest.map((block) => blockHeight(block, width, size))) <= height
    const page = fits ? rest : cutBlocks(rest, { width, size, height, continues })
    // A block that is taller than any page for its frame alone is shown all the same.
    if (page.length === 0) return [...pages, rest]
    pages.push(page)
    if (fits) return pages
    rest = restAfter(rest, page)
  }
  return pages
}

function restAfter(blocks: readonly WallBlock[], page: readonly WallBlock[]): WallBlock[] {
  const last = page.at(-1)!
  const before = blocks[page.length - 1]!
  const isCut = last.text.length < before.text.length
  const after = blocks.slice(page.length)
  return isCut ? [{ ...before, text: before.text.slice(last.text.length).trimStart() }, ...after] : after
}

/** The largest of the sizes at which a text fits, with its lines; the smallest and more pages where none does. */
export function fitText(
  text: string,
  {
    width,
    height,
    sizes,
    leading,
    face,
  }: {
    width: number
    height: number
    sizes: readonly number[]
    leading: number
    face: Face
  },
): { size: number; pages: string[] } {
  for (const size of sizes) {
    if (lineEnds(text, { width, face, size }).length * size * leading <= height)
      return { size, pages: [text] }
  }
  const size = sizes.at(-1)!
  const ends = lineEnds(text, { width, face, size })
  const perPage = Math.max(1, Math.floor(height / (size * leading)))
  const pages: string[] = []
  for (let line = 0; line < ends.length; line += perPage) {
    const from = line === 0 ? 0 : ends[line - 1]!
    pages.push(text.slice(from, ends[Math.min(line + perPage, ends.length) - 1]).trim())
  }
  return { size, pages }
}

const lineCount = (text: string, width: number, size: number) =>
  lineEnds(text, { width, face: 'sans', size }).length

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
