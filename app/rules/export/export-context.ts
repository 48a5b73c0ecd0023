import type { DateLabel } from '../../messages/date-words'
import type { Say } from '../../messages/say'
import type { ComparisonView } from '../../model/comparison-view'
import type { IssueId } from '../../model/issue'
import type { Party, PartyId } from '../../model/party'
import type { StatementId } from '../../model/statement'
import { arrange, type ArrangedColumn, type ArrangedRow } from '../arrangement'
import { indexComparison, readComparison, type ComparisonReading } from '../comparison-index'
import type { EvidenceItem, StatementInContext } from '../evidence-item'
import { targetOf } from '../export-cascade'
import {
  comparedRecordsOf,
  evidenceItemsOf,
  statementsInContextOf,
  type WholeDossier,
} from '../whole-dossier'

/** What the reader asks of a form that shows the comparison. */
export type ExportWish = {
  /** ISO days. */
  asOf: string
  since: string | null
  view: ComparisonView
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
  reading: ComparisonReading
  /** As it was when changes are shown since then. */
  earlier: ComparisonReading | null
  rows: readonly ArrangedRow[]
  columns: readonly ArrangedColumn[]
  /** In the order in which the comparison first cites them, then those that it does not cite. */
  statements: readonly NumberedStatement[]
  numberOf: (id: StatementId) => number
  /** Every link from a statement to what it is evidence for, oldest first. */
  evidence: readonly EvidenceItem[]
  /** Those to one position, condition, answer or event. */
  evidenceFor: (id: string) => readonly EvidenceItem[]
  party: (id: PartyId | null) => Party | null
}

export function createExportContext(leaving: WholeDossier, wish: ExportWish): ExportContext {
  const index = indexComparison(comparedRecordsOf(leaving))
  const reading = readComparison(index, wish.asOf)
  const arrangement = arrange(reading, wish.view)
  const inContext = statementsInContextOf(leaving)
  const evidence = evidenceItemsOf(leaving, inContext)
  const byTarget = Map.groupBy(evidence, (item) => targetOf(item.evidence))
  const evidenceFor = (id: string) => byTarget.get(id) ?? none
  const parties = new Map(leaving.records.party.map((party) => [party.id, party]))
  const rows = chosenRows(arrangement.rows, wish.issues)
  const columns = chosenColumns(arrangement.columns, wish.parties)
  const numbers = numberStatements({ reading, rows, columns, evidenceFor }, inContext)

  return {
    ...wish,
    leaving,
    reading,
    earlier: wish.since === null ? null : readComparison(index, wish.since),
    rows,
    columns,
    statements: inContext
      .map((each) => ({ number: numbers.get(each.statement.id)!, inContext: each }))
      .toSorted((a, b) => a.number - b.number),
    numberOf: (id) => numbers.get(id)!,
    evidence,
    evidenceFor,
    party: (id) => (id === null ? null : (parties.get(id) ?? null)),
  }
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
function numberStatements(
  {
    reading,
    rows,
    columns,
    evidenceFor,
  }: Pick<ExportContext, 'reading' | 'rows' | 'columns' | 'evidenceFor'>,
  all: readonly StatementInContext[],
): ReadonlyMap<StatementId, number> {
  const numbers = new Map<StatementId, number>()
  const cite = (id: StatementId) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  }
  for (const { row } of rows) {
    for (const { column } of columns) {
      for (const position of reading.cellAt(row, column).positions) {
        const citing = [position, ...position.conditions, ...position.answers]
        for (const { id } of citing) for (const item of evidenceFor(id)) cite(item.statement.id)
      }
    }
  }
  for (const { statement } of all) cite(statement.id)
  return numbers
}
