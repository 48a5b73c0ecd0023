import type { DateLabel } from '../../messages/date-words'
import type { Say } from '../../messages/say'
import type { ComparisonView } from '../../model/comparison-view'
import type { ExportScope } from '../../model/export-scope'
import type { IssueId } from '../../model/issue'
import type { Party, PartyId } from '../../model/party'
import type { Evidence, Statement, StatementId } from '../../model/statement'
import { arrange, type ArrangedColumn, type ArrangedRow } from '../arrangement'
import type { Cell } from '../comparison'
import { heldAt, indexComparison, isInForce, type ComparisonIndex } from '../comparison-index'
import { readComparison, readOneCell } from '../comparison-reading'
import type { WorkshopRecord } from '../presenting/workshop-record'
import { itemsBy } from '../items-by'
import type { LeftOut } from '../left-out'
import type { RecordedChange } from '../recorded-changes'
import type { StatementInContext } from '../evidence-item'
import { targetOf } from '../export-cascade'
import { comparedRecordsOf, createContextOf, type WholeDossier } from '../whole-dossier'

/** What the reader asks of a form that shows the comparison. */
export type ExportWish = {
  /** ISO days. */
  asOf: string
  since: string | null
  view: ComparisonView
  /** Of the saved view, if it is one. */
  viewName: string | null
  /** What the journal dates, of all records; not all of it may leave. */
  recorded: () => readonly RecordedChange[]
  /** What each workshop that leaves brought about. */
  workshops: () => readonly WorkshopRecord[]
  scope: ExportScope
  /** What stayed here, where the copy is to end with it. */
  leftOut: LeftOut | null
  /** Null shows what the view shows. */
  parties: readonly PartyId[] | null
  issues: readonly IssueId[] | null
  language: string
  say: Say
  dateLabel: DateLabel
  /** When the export is made, on the reader's own clock: an ISO day and a time as `09:10`. */
  recordedOn: { day: string; time: string }
}

export type NumberedStatement = { number: number; inContext: StatementInContext }

/** What leaves, read at a day, with everything that the tables look up. */
export type ExportContext = ExportWish & {
  leaving: WholeDossier
  index: ComparisonIndex
  /** A cell as it is read at the day; not kept. */
  cellAt: (row: number, column: number) => Cell
  rows: readonly ArrangedRow[]
  columns: readonly ArrangedColumn[]
  /** In the order in which the comparison first cites them, then those that it does not cite. */
  statements: () => Iterable<NumberedStatement>
  numberOf: (id: StatementId) => number
  /** The links from statements to one position, condition, answer or event. */
  evidenceFor: (id: string) => readonly Evidence[]
  party: (id: PartyId | null) => Party | null
}

export function createExportContext(leaving: WholeDossier, wish: ExportWish): ExportContext {
  const index = indexComparison(comparedRecordsOf(leaving))
  const arrangement = arrange(readComparison(index, wish.asOf), wish.view)
  const parties = new Map(leaving.records.party.map((party) => [party.id, party]))
  const rows = chosenRows(arrangement.rows, wish.issues)
  const columns = chosenColumns(arrangement.columns, wish.parties)
  const evidenceFor = itemsBy(leaving.records.evidence, targetOf)
  const numbers = once(() =>
    numberStatements({ leaving, index, asOf: wish.asOf, rows, columns, evidenceFor }),
  )

  return {
    ...wish,
    leaving,
    index,
    cellAt: (row, column) => readOneCell(index, row, column, wish.asOf),
    rows,
    columns,
    *statements() {
      const inContext = createContextOf(leaving)
      const byNumber: Statement[] = []
      for (const statement of leaving.records.statement)
        byNumber[numbers().get(statement.id)! - 1] = statement
      for (const [at, statement] of byNumber.entries()) {
        yield { number: at + 1, inContext: inContext(statement) }
      }
    },
    numberOf: (id) => numbers().get(id)!,
    evidenceFor,
    party: (id) => (id === null ? null : (parties.get(id) ?? null)),
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const none: readonly never[] = []

function chosenColumns(
  columns: readonly ArrangedColumn[],
  wanted: readonly PartyId[] | null,
): readonly ArrangedColumn[] {
  if (wanted === null) return columns
  const known = new Map(columns.map((column) => [column.party.id, column]))
  return wanted.flatMap((id) => known.get(id) ?? [])
}

function chosenRows(rows: readonly ArrangedRow[], wanted: readonly IssueId[] | null): readonly ArrangedRow[] {
  if (wanted === null) return rows
  const known = new Map(rows.map((row) => [row.issue.id, row]))
  return wanted.flatMap((id) => known.get(id) ?? [])
}

/** Row by row, each cell from top to bottom; then what no cell cites, oldest first. */
function numberStatements({
  leaving,
  index,
  asOf,
  rows,
  columns,
  evidenceFor,
}: Pick<ExportContext, 'leaving' | 'index' | 'asOf' | 'rows' | 'columns' | 'evidenceFor'>): ReadonlyMap<
  StatementId,
  number
> {
  const numbers = new Map<StatementId, number>()
  const cite = (id: string) => {
    for (const { statementId } of evidenceFor(id)) {
      if (!numbers.has(statementId)) numbers.set(statementId, numbers.size + 1)
    }
  }
  for (const { row } of rows) {
    for (const { column } of columns) {
      for (const held of heldAt(index, row, column)?.positions ?? none) {
        if (!isInForce(held, asOf)) continue
        cite(held.position.id)
        for (const { id } of held.conditions) cite(id)
        for (const { id } of held.answers) cite(id)
      }
    }
  }
  for (const { id } of leaving.records.statement) if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  return numbers
}
