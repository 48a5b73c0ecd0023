import {
  packedEvidenceFields,
  packedFields,
  packedKinds,
  type PackedKind,
} from '../../app/rules/packed-records'
import { prepare, quoted, type ReadDb } from '../connection'

/**
 * What a comparison is made of, as JSON in UTF-8; see `PackedRecords`. SQLite writes it: no row becomes an object on
 * its way. With issues given, positions and what hangs on them are those of these issues alone.
 */
export function packRecords(
  db: ReadDb,
  { day, issueIds }: { day: string; issueIds: readonly string[] | null },
): Uint8Array {
  const wanted = issueIds === null ? null : JSON.stringify(issueIds)
  const parts = [
    ...packedKinds.map((kind) => ({ name: kind, sql: packKind(kind, wanted !== null) })),
    { name: 'statement', sql: packStatements(wanted !== null) },
    { name: 'evidence', sql: packEvidence(wanted !== null) },
  ]
  const pieces = [Buffer.from(`{"day":${JSON.stringify(day)}`)]
  for (const { name, sql } of parts) {
    const json = prepare<{ json: Buffer<ArrayBuffer> }>(db, sql).get(wanted === null ? {} : { wanted })!.json
    pieces.push(Buffer.from(`,"${name}":`), json)
  }
  pieces.push(Buffer.from('}'))
  return Buffer.concat(pieces)
}

const ofWantedIssues = 'issueId IN (SELECT value FROM json_each(@wanted))'
const ofWantedPositions = `positionId IN (SELECT id FROM position WHERE ${ofWantedIssues})`

const narrowing: Partial<Record<PackedKind, string>> = {
  position: ofWantedIssues,
  gap: ofWantedIssues,
  condition: ofWantedPositions,
  answer: ofWantedPositions,
}

/** A blob, because as text it would be copied into the program's own encoding and back. */
const asJson = (columns: readonly string[], from: string) =>
  `SELECT CAST(json_group_array(json_array(${columns.join(', ')})) AS BLOB) AS json FROM ${from}`

/**
 * Ids that occur in every row are written as the numbers of the rows that they lead to: a tenth of the letters, and
 * one text in the window for all of them.
 */
const numbered: Partial<Record<PackedKind, Readonly<Record<string, string>>>> = {
  position: { issueId: 'issue', partyId: 'party', addresseeId: 'party' },
}

function packKind(kind: PackedKind, isNarrowed: boolean): string {
  const where = [
    ...(kind === 'condition' ? ['positionId IS NOT NULL'] : []),
    ...(isNarrowed && narrowing[kind] ? [narrowing[kind]] : []),
  ]
  const written = packedFields(kind).map((field) => {
    const leadsTo = numbered[kind]?.[field]
    return leadsTo
      ? `(SELECT rowid FROM ${quoted(leadsTo)} WHERE id = ${quoted(kind)}.${quoted(field)})`
      : `${quoted(kind)}.${quoted(field)}`
  })
  return asJson(
    ['rowid', ...written],
    `${quoted(kind)}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`,
  )
}

const evidenceOfPositions = (isNarrowed: boolean) =>
  `evidence.positionId IS NOT NULL${isNarrowed ? ` AND evidence.${ofWantedPositions}` : ''}`

function packStatements(isNarrowed: boolean): string {
  return asJson(
    [
      'statement.rowid',
      'statement.onBehalfOfId',
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
     WHERE statement.id IN (SELECT statementId FROM evidence WHERE ${evidenceOfPositions(isNarrowed)})`,
  )
}

function packEvidence(isNarrowed: boolean): string {
  const columns: Record<(typeof packedEvidenceFields)[number], string> = {
    position: '(SELECT rowid FROM position WHERE id = evidence.positionId)',
    relation: 'evidence.relation',
    statement: 'statement.rowid',
  }
  return asJson(
    packedEvidenceFields.map((field) => columns[field]),
    `evidence JOIN statement ON statement.id = evidence.statementId WHERE ${evidenceOfPositions(isNarrowed)}`,
  )
}
