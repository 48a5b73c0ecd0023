import type { comparisonContract } from '../../app/contract/comparison-contract'
import type { IssueId } from '../../app/model/issue'
import { todayAsEdtf } from '../../app/model/edtf-date'
import { changesBetween } from '../../app/rules/changes'
import { compare, readingDay, type ComparedRecords, type Comparison } from '../../app/rules/comparison'
import { indexComparison } from '../../app/rules/comparison-index'
import { placeIssues } from '../../app/rules/issue-tree'
import { recordedBetween, type ChangesReading } from '../../app/rules/recorded-changes'
import type { ReadDb } from '../../db/connection'
import { listRecordedChanges } from '../../db/journal'
import { getDossier } from '../../db/tables/dossier'
import { listEvidenceFacts } from '../../db/tables/evidence-facts'
import { packFrame, packSaid } from '../../db/tables/packed-records'
import { getRecord, listRecords } from '../../db/tables/records'
import { listEvidenceItems } from '../../db/tables/statements-in-context'
import type { Handlers } from '../handlers'

export const comparisonOperations: Handlers<keyof typeof comparisonContract> = {
  'comparison.read': (db, { asOf }, { now }) => readComparison(db, { asOf, now }),

  'comparison.frame': (db, { firstCells }, { now }) =>
    packFrame(db, {
      day: readingDay(null, getDossier(db), todayAsEdtf(now())),
      issueIds: firstIssues(db, firstCells),
    }),

  'comparison.said': (db, { issueIds }) => packSaid(db, { issueIds }),

  'comparison.changes': (db, { since, asOf }, { now }) => readChanges(db, { since, asOf, now }),

  'comparison.recordedChanges': (db, { recordId }) => listRecordedChanges(db, recordId),

  'cell.read'(db, { issueId, partyId, asOf }, { now }) {
    const cellKey = { issueId, partyId }
    const positions = listRecords(db, 'position', cellKey)
    const records = {
      parties: [getRecord(db, 'party', partyId)],
      issues: [{ ...getRecord(db, 'issue', issueId), parentId: null }],
      marks: [],
      positions,
      conditions: positions.flatMap((position) => listRecords(db, 'condition', { positionId: position.id })),
      answers: positions.flatMap((position) => listRecords(db, 'answer', { positionId: position.id })),
      gaps: listRecords(db, 'gap', cellKey),
      facts: listEvidenceFacts(db, cellKey),
      memberships: [],
      taggings: [],
    }
    const day = readingDay(asOf, getDossier(db), todayAsEdtf(now()))
    const cell = compare(records, day).cells[0]!
    const held = new Set(cell.positions.map((position) => position.id))
    const past = compare({ ...records, positions: positions.map(unbounded) }, day).cells[0]!
    const others = past.positions
      .filter((position) => !held.has(position.id))
      .map((shown) => ({ ...shown, ...positions.find((position) => position.id === shown.id)! }))

    return {
      cell,
      others,
      evidence: listEvidenceItems(db, [
        { field: 'positionId', ids: positions.map((position) => position.id) },
        { field: 'conditionId', ids: records.conditions.map((condition) => condition.id) },
        { field: 'answerId', ids: records.answers.map((answer) => answer.id) },
      ]),
    }
  },

  'evidence.read'(db, { positionIds, conditionIds, answerIds, eventIds, statementIds }) {
    const wanted = [
      { field: 'positionId', ids: positionIds },
      { field: 'conditionId', ids: conditionIds },
      { field: 'answerId', ids: answerIds },
      { field: 'eventId', ids: eventIds },
      { field: 'statementId', ids: statementIds },
    ] as const
    const given = wanted.flatMap(({ field, ids }) => (ids === undefined ? [] : [{ field, ids }]))
    return listEvidenceItems(db, given.length === 0 ? null : given)
  },
}

/** The issues at the top of the comparison, as many as fill so many cells. */
function firstIssues(db: ReadDb, cells: number): IssueId[] {
  if (cells === 0) return []
  const rows = Math.ceil(cells / Math.max(1, listRecords(db, 'party').length))
  return placeIssues(listRecords(db, 'issue'))
    .slice(0, rows)
    .map(({ id }) => id)
}

/** The comparison of the whole dossier at a date; null reads at the dossier's own, else today. */
export function readComparison(
  db: ReadDb,
  { asOf, now }: { asOf: string | null; now: () => Date },
): Comparison {
  return compare(listComparedRecords(db), readingDay(asOf, getDossier(db), todayAsEdtf(now())))
}

/** What changed since a date; both dates mean their last day. */
function readChanges(
  db: ReadDb,
  { since, asOf, now }: { since: string; asOf: string | null; now: () => Date },
): ChangesReading {
  const dossier = getDossier(db)
  const today = todayAsEdtf(now())
  const [from, to] = [readingDay(since, dossier, today), readingDay(asOf, dossier, today)]
  return {
    since: from,
    asOf: to,
    changes: changesBetween(indexComparison(listComparedRecords(db)), from, to),
    recorded: recordedBetween(listRecordedChanges(db), from, to),
  }
}

/** Everything that a comparison is made of, whatever day it is read at. */
export function listComparedRecords(db: ReadDb): ComparedRecords {
  return {
    parties: listRecords(db, 'party'),
    issues: listRecords(db, 'issue'),
    marks: listRecords(db, 'mark'),
    positions: listRecords(db, 'position'),
    conditions: listRecords(db, 'condition'),
    answers: listRecords(db, 'answer'),
    gaps: listRecords(db, 'gap'),
    facts: listEvidenceFacts(db),
    memberships: listRecords(db, 'membership'),
    taggings: listRecords(db, 'tagging'),
  }
}

/** Without period and successor, so that everything counts as in force. */
const unbounded = <Kind extends { from: string | null; until: string | null; supersedesId: unknown }>(
  position: Kind,
): Kind => ({ ...position, from: null, until: null, supersedesId: null })
