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
