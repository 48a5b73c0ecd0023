import type { AnnexTable, Line, Subject } from './briefing-document'
import { lengthOf, type BriefingContext } from './briefing-context'
import { fitWidths, measureMm } from './page-layout'

/** A column of an annex; its limits in millimetres. */
export type AnnexColumn<Row> = { heading: string; min: number; max: number; cell: (row: Row) => Line[] }

type AnnexRow = AnnexTable['rows'][number]
type Told = Pick<AnnexRow, 'number' | 'about'>
type AboutOf<Row> = (row: Row) => Subject | undefined
type ReadingOf<Row> = { aboutOf?: AboutOf<Row>; citesNothing?: boolean }

/** As many rows as tell how wide their columns are to be. */
const enoughToWeigh = 1_000

/**
 * Fits the columns of an annex to what stands in them. All rows are read for it, so that what they cite is numbered in
 * their order; of many that cite nothing only some, from the first to the last.
 */
export function toTable<Row extends Told>(
  { page, rows: making }: Pick<BriefingContext, 'page' | 'rows'>,
  columns: readonly AnnexColumn<Row>[],
  told: readonly Row[],
  { aboutOf = ({ about }) => about, citesNothing = false }: ReadingOf<Row> = {},
): AnnexTable {
  const setting = { columns, aboutOf }
  const rows = told.map((row) => (making === 'kept' ? composeRow(row, setting) : new RowAsRead(row, setting)))
  const weights = columns.map(() => 0)
  const step = citesNothing ? Math.ceil(rows.length / enoughToWeigh) : 1
  for (let at = 0; at < rows.length; at += step) {
    for (const [column, lines] of rows[at]!.cells.entries()) weights[column]! += lengthOf(lines)
  }
  const wishes = columns.map(({ min, max }, at) => ({ min, max, weight: weights[at]! }))
  const widths = fitWidths(wishes, measureMm(page))
  return { columns: columns.map(({ heading }, at) => ({ heading, widthMm: widths[at]! })), rows }
}

type Setting<Row> = { columns: readonly AnnexColumn<Row>[]; aboutOf: AboutOf<Row> }

function composeRow<Row extends Told>(row: Row, { columns, aboutOf }: Setting<Row>): AnnexRow {
  const about = aboutOf(row)
  const cells = columns.map((column) => column.cell(row))
  return { number: row.number, cells, ...(about === undefined ? {} : { about }) }
}

class RowAsRead<Row extends Told> implements AnnexRow {
  readonly #row: Row
  readonly #setting: Setting<Row>
  constructor(row: Row, setting: Setting<Row>) {
    this.#row = row
    this.#setting = setting
  }
  get number() {
    return this.#row.number
  }
  get about(): Subject | undefined {
    return this.#setting.aboutOf(this.#row)
  }
  get cells() {
    return this.#setting.columns.map((column) => column.cell(this.#row))
  }
}
