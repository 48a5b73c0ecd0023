/** A rectangle of texts as a spreadsheet has it, row by row; rows may be of different lengths. */
export type Block = readonly (readonly string[])[]

/**
 * A block as text, as spreadsheets put it on the clipboard: tabs between cells, a line for each row, and quotation
 * marks around what holds one of these.
 */
export function writeTabSeparated(block: Block): string {
  return block.map((row) => `${row.map(quotedCell).join('\t')}\n`).join('')
}

const quotedCell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * The same way back. A quotation mark that opens a cell and is closed before the next tab or line encloses it; any
 * other is a letter like the rest, for some spreadsheets quote only what they must.
 */
export function readTabSeparated(text: string): string[][] {
  const block: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const cell = enclosedCell(text, at) ?? plainCell(text, at)
    row.push(cell.text)
    if (text[cell.end] === '\t' && cell.end < text.length) {
      at = cell.end + 1
      // A tab that ends the text leaves an empty cell after it.
      if (at < text.length) continue
      row.push('')
    }
    block.push(row)
    row = []
    at = afterLine(text, Math.max(at, cell.end))
  }
  return block
}

type ReadCell = { text: string; end: number }

function plainCell(text: string, start: number): ReadCell {
  cellEnd.lastIndex = start
  const end = cellEnd.exec(text)?.index ?? text.length
  return { text: text.slice(start, end), end }
}

const cellEnd = /[\t\n\r]/g

function enclosedCell(text: string, start: number): ReadCell | null {
  if (text[start] !== '"') return null
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const next = text[quote + 1]
    if (next !== undefined && next !== '\t' && next !== '\n' && next !== '\r') return null
    return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 }
  }
}

function afterLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

/**
 * Spreadsheets calculate what begins like this; an apostrophe before it makes them keep it as text. One that was there
 * already gets another, so that taking one away always gives back what was written.
 */
const formula = /^'*[=+\-@\t\r]/
const guarded = /^'+[=+\-@\t\r]/

export const guardFormula = (text: string): string => (formula.test(text) ? `'${text}` : text)
export const unguardFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text)

/** What a spreadsheet calls a column: A to Z, then AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
