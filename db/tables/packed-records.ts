import {
  frameKinds,
  numberedFields,
  packedEvidenceFields,
  packedFields,
  packedWords,
  saidKinds,
  type PackedKind,
} from '../../app/rules/packed-records'
import type { RecordKind } from '../../app/model/records'
import { prepare, quoted, type ReadDb } from '../connection'

/** What stands around a comparison, with what is said on some issues of it, as JSON in UTF-8; see `PackedFrame`. */
export function packFrame(
  db: ReadDb,
  { day, issueIds }: { day: string; issueIds: readonly string[] },
): Uint8Array {
  return joined([
    ['"day":', Buffer.from(JSON.stringify(day))],
    ...frameKinds.map((kind) => part(db, kind, packKind(kind))),
    ['"saidOn":', Buffer.from(JSON.stringify(issueIds))],
    ['"said":', issueIds.length === 0 ? Buffer.from('null') : packSaid(db, { issueIds })],
  ])
}

/**
 * What is said on some issues, as JSON in UTF-8; see `PackedSaid`. SQLite writes it: no row becomes an object on its
 * way.
 */
export function packSaid(db: ReadDb, { issueIds }: { issueIds: readonly string[] }): Buffer {
  const wanted = JSON.stringify(issueIds)
  return joined([
    part(db, 'party', asJson(['rowid', 'id'], 'party')),
    part(db, 'issue', asJson(['rowid', 'id'], `issue WHERE id IN (${wantedIssues})`), { wanted }),
    ...saidKinds.map((kind) => part(db, kind, packKind(kind), { wanted })),
    part(db, 'statement', packStatements, { wanted }),
    part(db, 'evidence', packEvidence, { wanted }),
  ])
}

type Part = readonly [name: string, json: Buffer]

const part = (db: ReadDb, name: string, sql: string, values: { wanted?: string } = {}): Part => [
  `"${name}":`,
  prepare<{ json: Buffer }>(db, sql).get(values)!.json,
]

const joined = (parts: readonly Part[]): Buffer =>
  Buffer.concat(
    parts
      .flatMap(([name, json], index) => [Buffer.from(`${index === 0 ? '{' : ','}${name}`), json])
      .concat(close),
  )

const close = [Buffer.from('}')]

const wantedIssues = 'SELECT value FROM json_each(@wanted)'
const ofWantedIssues = `issueId IN (${wantedIssues})`
const wantedPositions = `SELECT id FROM position WHERE ${ofWantedIssues}`
const ofWantedPositions = `positionId IN (${wantedPositions})`

const narrowing: Partial<Record<PackedKind, string>> = {
  position: ofWantedIssues,
  gap: ofWantedIssues,
  condition: ofWantedPositions,
  answer: ofWantedPositions,
}

/** A blob, because as text it would be copied into the program's own encoding and back. */
const asJson = (columns: readonly string[], from: string) =>
  `SELECT CAST(json_group_array(json_array(${columns.join(', ')})) AS BLOB) AS json FROM ${from}`

function packKind(kind: PackedKind): string {
  const where = narrowing[kind]
  const written = packedFields(kind).map((field) => {
    const leadsTo = numberedFields[kind]?.[field]
    return leadsTo ? numberOf(leadsTo, `${quoted(kind)}.${quoted(field)}`) : placeOf(kind, field)
  })
  return asJson(['rowid', ...written], `${quoted(kind)}${where === undefined ? '' : ` WHERE ${where}`}`)
}

const numberOf = (table: string, id: string): string =>
  `(SELECT rowid FROM ${quoted(table)} WHERE id = ${id})`

/** A word from a list is written as its place in it. */
function placeOf(kind: RecordKind, field: string): string {
  const column = `${quoted(kind)}.${quoted(field)}`
  const places = packedWords(kind, field).map((word, place) => `WHEN '${word}' THEN ${place}`)
  return places.length === 0 ? column : `CASE ${column} ${places.join(' ')} ELSE ${column} END`
}

const packStatements = asJson(
  [
    'statement.rowid',
    numberOf('party', 'statement.onBehalfOfId'),
    'coalesce(speaker.isAnonymous, 0)',
    'statement.saidOn',
    'source.issued',
    'coalesce(source.originId, source.id)',
    'source.outletId',
    `coalesce(outlet.reliability, 'F')`,
    'statement.credibility',
  ],
  `statement
   JOIN source ON source.id = statement.sourceId
   LEFT JOIN speaker ON speaker.id = statement.speakerId
   LEFT JOIN outlet ON outlet.id = source.outletId
   WHERE statement.id IN (SELECT statementId FROM evidence WHERE ${ofWantedPositions})`,
)

const evidenceColumns: Record<(typeof packedEvidenceFields)[number], string> = {
  position: '(SELECT rowid FROM position WHERE id = evidence.positionId)',
  relation: placeOf('evidence', 'relation'),
  statement: 'statement.rowid',
}

const packEvidence = asJson(
  packedEvidenceFields.map((field) => evidenceColumns[field]),
  `evidence JOIN statement ON statement.id = evidence.statementId WHERE evidence.${ofWantedPositions}`,
)
