import type { AnnexTable, Line, Subject } from './briefing-document'
import { lengthOf } from './briefing-context'
import { fitWidths, measureMm, type Page } from './page-layout'

/** A column of an annex; its limits in millimetres. */
export type AnnexColumn<Row> = { heading: string; min: number; max: number; cell: (row: Row) => Line[] }

/** Fits the columns of an annex to what stands in them. */
export function toTable<Row extends { number: number | null; about?: Subject }>(
  page: Page,
  columns: readonly AnnexColumn<Row>[],
  rows: readonly Row[],
): AnnexTable {
  const cells = rows.map((row) => columns.map((column) => column.cell(row)))
  const wishes = columns.map(({ min, max }, index) => ({
    min,
    max,
    weight: cells.reduce((total, row) => total + lengthOf(row[index]!), 0),
  }))
  const widths = fitWidths(wishes, measureMm(page))
  return {
    columns: columns.map(({ heading }, index) => ({ heading, widthMm: widths[index]! })),
    rows: rows.map(({ number, about }, index) => ({
      number,
      cells: cells[index]!,
      ...(about === undefined ? {} : { about }),
    })),
  }
}

/** Numbers as a reader writes them: 1–3, 7. */
export function numberList(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const parts: string[] = []
  for (let at = 0; at < sorted.length; ) {
    let end = at
    while (sorted[end + 1] === sorted[end]! + 1) end += 1
    if (end - at >= 2) parts.push(`${sorted[at]}–${sorted[end]}`)
    else parts.push(...sorted.slice(at, end + 1).map(String))
    at = end + 1
  }
  return parts.join(', ')
}
