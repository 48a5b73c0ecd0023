import type { AnnexTable, Line, Subject } from './briefing-document'
import { lengthOf, type BriefingContext } from './briefing-context'
import { fitWidths, measureMm } from './page-layout'

/** A column of an annex; its limits in millimetres. */
export type AnnexColumn<Row> = { heading: string; min: number; max: number; cell: (row: Row) => Line[] }

type AnnexRow = AnnexTable['rows'][number]
type Told = Pick<AnnexRow, 'number' | 'about'>

/** Fits the columns of an annex to what stands in them. */
export function toTable<Row extends Told>(
  { page, rows: making }: Pick<BriefingContext, 'page' | 'rows'>,
  columns: readonly AnnexColumn<Row>[],
  told: readonly Row[],
): AnnexTable {
  const rows = told.map((row) => (making === 'kept' ? composeRow(row, columns) : new RowAsRead(row, columns)))
  const weights = columns.map(() => 0)
  for (const { cells } of rows) {
    for (const [at, lines] of cells.entries()) weights[at]! += lengthOf(lines)
  }
  const wishes = columns.map(({ min, max }, at) => ({ min, max, weight: weights[at]! }))
  const widths = fitWidths(wishes, measureMm(page))
  return { columns: columns.map(({ heading }, at) => ({ heading, widthMm: widths[at]! })), rows }
}

function composeRow<Row extends Told>(row: Row, columns: readonly AnnexColumn<Row>[]): AnnexRow {
  const { number, about } = row
  const cells = columns.map((column) => column.cell(row))
  return { number, cells, ...(about === undefined ? {} : { about }) }
}

class RowAsRead<Row extends Told> implements AnnexRow {
  readonly #row: Row
  readonly #columns: readonly AnnexColumn<Row>[]
  constructor(row: Row, columns: readonly AnnexColumn<Row>[]) {
    this.#row = row
    this.#columns = columns
  }
  get number() {
    return this.#row.number
  }
  get about(): Subject | undefined {
    return this.#row.about
  }
  get cells() {
    return this.#columns.map((column) => column.cell(this.#row))
  }
}
