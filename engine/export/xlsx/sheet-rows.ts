import type { SheetRun, SheetValue } from '../../../app/rules/export/sheet-table'
import { isTall, lineStarts } from '../../../app/rules/export/text-lines'
import { textElement, type SharedStrings } from './shared-strings'
import { fontSize, runProperties, styleOf, type Look } from './styles'

export type SheetCell = { value: SheetValue; look: Look }
export type SheetRow = {
  cells: readonly SheetCell[]
  /** How far the row nests; 0 to 7. */
  outline?: number
  /** Cells that say again what row this is, where it goes on in another. */
  keys: number
}

/** Points: Excel takes rows up to 409.5, and a page in landscape holds no taller one whole. */
const tallestRow = 390
const lineHeight = 12.8
const tallLineHeight = 16.5
const padding = 5
/** Excel's; longer texts would be refused or cut. */
const longestCell = 32_000

/** Points of a column so many characters wide: 7 pixels each and 5 more, at 96 to the inch, less what a cell keeps free. */
const roomOf = (width: number): number => ((width * 7 + 5) * 72) / 96 - 5
/** Bold is wider, and every program rounds in its own way. */
const safety = 0.95

export type RowSetting = {
  widths: readonly number[]
  words: { continued: string; continuesBelow: string }
  shared: SharedStrings
}

/** One row as one or several rows of the sheet: what is too tall or too long for one goes on in the next. */
export function* rowXml(
  row: SheetRow,
  { widths, words, shared }: RowSetting,
  nextNumber: () => number,
): Generator<string> {
  let cells = row.cells
  for (;;) {
    const split = splitCells(cells, widths, words)
    yield oneRow({ ...row, cells: split.now }, { number: nextNumber(), height: split.height }, shared)
    if (split.later === null) return
    cells = split.later.map((cell, at) =>
      at < row.keys ? again(row.cells[at]!, words.continued, at === row.keys - 1) : cell,
    )
  }
}

function again(cell: SheetCell, continued: string, isLast: boolean): SheetCell {
  if (!isLast) return cell
  const runs = runsOf(cell.value)
  return {
    ...cell,
    value: [
      { ...runs[0]!, text: `${runs[0]?.text ?? ''}\n` },
      { text: continued, look: 'quiet' },
    ],
  }
}

type Split = { now: SheetCell[]; later: SheetCell[] | null; height: number }

function splitCells(
  cells: readonly SheetCell[],
  widths: readonly number[],
  { continuesBelow }: { continuesBelow: string },
): Split {
  let height = 0
  let later: SheetCell[] | null = null
  const now = cells.map((cell, at) => {
    const text = textOf(cell.value)
    if (text.length < 12) {
      height = Math.max(height, lineHeight)
      return cell
    }
    const perLine = isTall(text) ? tallLineHeight : lineHeight
    const starts = lineStarts(text, { widthPt: roomOf(widths[at]!) * safety, sizePt: fontSize })
    const most = Math.floor((tallestRow - padding) / perLine)
    if (starts.length <= most && text.length <= longestCell) {
      height = Math.max(height, starts.length * perLine)
      return cell
    }
    const end = cutAt(text, starts, most - 1)
    height = Math.max(height, most * perLine)
    const [head, tail] = splitRuns(runsOf(cell.value), end)
    later ??= cells.map(({ look }) => ({ value: '', look }))
    later[at] = { ...cell, value: tail }
    return { ...cell, value: [...head, { text: `\n${continuesBelow}`, look: 'quiet' } satisfies SheetRun] }
  })
  return { now, later, height: height + padding }
}

/** Where the lines that fit end, never inside a character. */
function cutAt(text: string, starts: readonly number[], most: number): number {
  const wanted = Math.min(starts[Math.min(most, starts.length - 1)] ?? longestCell, longestCell)
  const code = text.charCodeAt(wanted)
  return Math.max(1, code >= 0xdc00 && code < 0xe000 ? wanted - 1 : wanted)
}

const runsOf = (value: SheetValue): readonly SheetRun[] =>
  typeof value === 'object' ? value : [{ text: String(value), look: 'plain' }]

const textOf = (value: SheetValue): string =>
  typeof value === 'object'
    ? value.length === 1
      ? value[0]!.text
      : value.map(({ text }) => text).join('')
    : String(value)

function splitRuns(runs: readonly SheetRun[], end: number): [SheetRun[], SheetRun[]] {
  const head: SheetRun[] = []
  const tail: SheetRun[] = []
  let at = 0
  for (const run of runs) {
    const here = Math.max(0, Math.min(run.text.length, end - at))
    if (here > 0) head.push({ ...run, text: run.text.slice(0, here) })
    if (here < run.text.length) tail.push({ ...run, text: run.text.slice(here) })
    at += run.text.length
  }
  return [head, tail]
}

function oneRow(
  { cells, outline = 0 }: SheetRow,
  { number, height }: { number: number; height: number },
  shared: SharedStrings,
): string {
  const level = outline > 0 ? ` outlineLevel="${Math.min(outline, 7)}"` : ''
  let xml = `<row r="${number}" ht="${height.toFixed(1)}" customHeight="1"${level}>`
  for (let at = 0; at < cells.length; at += 1)
    xml += cellXml(cells[at]!, `${columnName(at)}${number}`, shared)
  return `${xml}</row>`
}

function cellXml({ value, look }: SheetCell, reference: string, shared: SharedStrings): string {
  const start = `<c r="${reference}" s="${styleOf(look)}"`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  if (typeof value === 'object') {
    return `${start} t="inlineStr"><is>${value.map(runXml).join('')}</is></c>`
  }
  // A cell that is not there looks as its column does.
  if (value === '') return look === 'plain' ? '' : `${start}/>`
  const number = shared.numberOf(value)
  return number === null
    ? `${start} t="inlineStr"><is>${textElement(value)}</is></c>`
    : `${start} t="s"><v>${number}</v></c>`
}

const runXml = ({ text, look }: SheetRun): string =>
  text === '' ? '' : `<r>${runProperties[look]}${textElement(text)}</r>`

const names: string[] = []

/** A, B … Z, AA … */
export function columnName(at: number): string {
  return (names[at] ??=
    (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26)))
}
