import type { BriefingRecords } from '../briefing/briefing-context'
import type { ExportContext } from './export-context'

/** What a briefing is made from, of the rows and columns shown. */
export function briefingRecordsOf({
  leaving,
  asOf,
  cellAt,
  rows,
  columns,
  statements,
}: ExportContext): BriefingRecords {
  const { records, dossier, withheldCells, restsOnLeftOut } = leaving
  const known = new Map(statements().map(({ inContext }) => [inContext.statement.id, inContext]))
  return {
    dossier,
    comparison: {
      asOf,
      parties: columns.map(({ party }) => party),
      issues: rows.map(({ issue }) => issue),
      cells: rows.flatMap(({ row }) => columns.map(({ column }) => cellAt(row, column))),
    },
    allParties: records.party,
    evidence: records.evidence.map((evidence) => ({ evidence, ...known.get(evidence.statementId)! })),
    pointStatements: records.point.flatMap(({ statementId }) =>
      statementId === null ? [] : (known.get(statementId) ?? []),
    ),
    conditions: records.condition,
    events: records.event,
    participations: records.participation,
    speakers: records.speaker,
    points: records.point,
    sourceTitles: new Map(records.source.map(({ id, title }) => [id, title])),
    withheldCells,
    restsOnLeftOut,
  }
}
