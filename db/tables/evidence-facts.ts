import type { EvidenceFact } from '../../app/rules/comparison'
import { prepare, type ReadDb } from '../connection'

type FactRow = Omit<EvidenceFact, 'isAnonymous'> & { isAnonymous: number }

/** What each statement means for a position, for the whole dossier or one cell, without reading any words. */
export function listEvidenceFacts(
  db: ReadDb,
  cell: { issueId: string; partyId: string } | null = null,
): EvidenceFact[] {
  const narrowed =
    cell === null
      ? 'evidence.positionId IS NOT NULL'
      : `evidence.positionId IN (SELECT id FROM position WHERE issueId = @issueId AND partyId = @partyId)`
  const rows = prepare<FactRow>(
    db,
    `SELECT evidence.positionId, evidence.relation, statement.onBehalfOfId,
       coalesce(speaker.isAnonymous, 0) AS isAnonymous, statement.saidOn, source.issued,
       coalesce(source.originId, source.id) AS origin, source.outletId, coalesce(outlet.reliability, 'F') AS reliability,
       statement.credibility
     FROM evidence
     JOIN statement ON statement.id = evidence.statementId
     JOIN source ON source.id = statement.sourceId
     LEFT JOIN speaker ON speaker.id = statement.speakerId
     LEFT JOIN outlet ON outlet.id = source.outletId
     WHERE ${narrowed}`,
  ).all(cell ?? {})
  return rows.map((row) => ({ ...row, isAnonymous: row.isAnonymous === 1 }))
}
