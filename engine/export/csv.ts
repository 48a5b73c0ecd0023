import type { SheetColumn } from '../../app/rules/export/sheet-table'
import { plainText } from '../../app/rules/export/sheet-table'
import type { OnPart } from './export-form'

/** Excel takes a file without it for the local code page; LibreOffice knows it and drops it. */
const byteOrderMark = '\ufeff'

/**
 * What a spreadsheet would take for a formula, with any apostrophes before it: one more in front keeps it text, and
 * taking one away gives the text back. Full-width forms count as well in East Asian versions.
 */
const formulaStart = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u

/** A text that a spreadsheet may take for a number or a date; it can be told to leave quoted fields as they are. */
const figureStart = /^[(.]*\d/

/** RFC 4180: lines end in CR LF, and quotes inside a field are doubled. */
export function csvField(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  const isQuoted = /[",\r\n\t']/.test(safe) || safe !== safe.trim() || figureStart.test(safe)
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function* csvRows<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: Iterable<Row>,
  { onPart, count }: { onPart: OnPart; count: number },
): Generator<string> {
  yield `${byteOrderMark}${columns.map(({ heading }) => csvField(heading)).join(',')}\r\n`
  let piece = ''
  let done = 0
  for (const row of rows) {
    done += 1
    piece += `${columns.map(({ value }) => fieldOf(value(row))).join(',')}\r\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
    onPart(done, count)
  }
  yield piece
}

// A number of ours is never below zero, so it never looks like a formula.
const fieldOf = (value: Parameters<typeof plainText>[0]): string =>
  typeof value === 'number' ? String(value) : csvField(plainText(value))
