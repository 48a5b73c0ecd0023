import { isNarrowed, type ExportScope } from '../../model/export-scope'
import type { BriefingRecords } from '../briefing/briefing-context'
import { changesBetween } from '../changes'
import { recordedBetween, type RecordedChange } from '../recorded-changes'
import type { WorkshopRecord } from '../presenting/workshop-record'
import { createContextOf } from '../whole-dossier'
import type { ExportContext } from './export-context'

/** What a briefing is made from, of the rows and columns shown. */
export function briefingRecordsOf(context: ExportContext): BriefingRecords {
  const { leaving, index, asOf, view, rows, columns, cellAt } = context
  const { records, dossier, withheldCells, restsOnLeftOut, lostCondition } = leaving
  const statements = new Map(records.statement.map((statement) => [statement.id, statement]))
  const inContext = createContextOf(leaving)
  return {
    dossier,
    comparison: {
      asOf,
      parties: columns.map(({ party }) => party),
      // Rows that stand by themselves are not set in.
      issues: rows.map(({ issue }) => (view.layout.isGrouped ? issue : { ...issue, depth: 0 })),
      cells: rows.flatMap(({ row }) => columns.map(({ column }) => cellAt(row, column))),
    },
    // What was just made is added to: a copy of each would be a third of what a long briefing is made from.
    evidence: records.evidence.map((evidence) =>
      Object.assign(inContext(statements.get(evidence.statementId)!), { evidence }),
    ),
    pointStatements: records.point.flatMap(({ statementId }) => {
      const statement = statementId === null ? undefined : statements.get(statementId)
      return statement === undefined ? [] : [inContext(statement)]
    }),
    conditions: records.condition,
    events: records.event,
    participations: records.participation,
    speakers: records.speaker,
    points: records.point,
    sourceTitles: new Map(records.source.map(({ id, title }) => [id, title])),
    findings: records.finding,
    workshops: workshopsOf(context),
    changes: changesOf(context),
    part: isPart(context)
      ? { view: context.viewName, whole: { issues: [...index.issues], parties: records.party } }
      : null,
    withheldCells,
    restsOnLeftOut,
    lostCondition,
    leftOut: context.leftOut,
  }
}

const isPart = ({ viewName, parties, issues }: ExportContext): boolean =>
  viewName !== null || parties !== null || issues !== null

/** What is asked for later holds no more than it needs: the index of a large comparison takes a third of its records. */
function workshopsOf({ workshops, rows, scope }: ExportContext): BriefingRecords['workshops'] {
  const shown = new Set<string>(rows.map(({ issue }) => issue.id))
  return () => workshops().map((record) => shownOf(record, shown, scope))
}

/** Of what a room decided only what is shown and leaves. */
function shownOf(record: WorkshopRecord, shown: ReadonlySet<string>, scope: ExportScope): WorkshopRecord {
  return {
    ...record,
    changed: record.changed.filter(
      ({ issueId, field }) => shown.has(issueId) && (field !== 'landingZone' || scope.landingZones),
    ),
    // How many there are would tell of those that stay here.
    others: isNarrowed({ ...scope, author: true, texts: true }) ? [] : record.others,
  }
}

/** Only what changed in what is shown, and of what the journal dates only what leaves. */
function changesOf(context: ExportContext): BriefingRecords['changes'] {
  const { index, since, asOf, rows, columns, recorded } = context
  if (since === null) return null
  const issues = new Set<string>(rows.map(({ issue }) => issue.id))
  const parties = new Set<string>(columns.map(({ party }) => party.id))
  return {
    since,
    asOf,
    changes: changesBetween(index, since, asOf).filter(
      ({ issueId, partyId }) => issues.has(issueId) && parties.has(partyId),
    ),
    recorded: recordedBetween(recorded().filter(mayLeave(context, issues, parties)), since, asOf).map(
      (change) => (context.scope.author ? change : { ...change, by: '' }),
    ),
  }
}

function mayLeave(
  { leaving, scope }: ExportContext,
  issues: ReadonlySet<string>,
  parties: ReadonlySet<string>,
): (change: RecordedChange) => boolean {
  const { position, condition } = leaving.records
  const shown = new Set(
    position
      .filter(({ issueId, partyId }) => issues.has(issueId) && parties.has(partyId))
      .map(({ id }) => id),
  )
  const conditions = new Set<string>(
    condition.filter(({ positionId }) => positionId !== null && shown.has(positionId)).map(({ id }) => id),
  )
  return ({ what, recordId }) => {
    if (what === 'condition') return conditions.has(recordId)
    return issues.has(recordId) && (what !== 'landing zone' || scope.landingZones)
  }
}
