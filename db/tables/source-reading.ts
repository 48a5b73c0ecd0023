import type { Source } from '../../app/model/source'
import type { Span } from '../../app/model/statement'
import { findAnchor } from '../../app/rules/anchor'
import type { ReadEvidence, ReadSpan, ReadStatement, SourceReading } from '../../app/rules/capture'
import { prepare, type ReadDb } from '../connection'
import { findRecord, getRecord } from './records'
import { statementsInContext, withoutText } from './statements-in-context'

/** `not-found`, or the source as it is read, with every statement at its place in the text. */
export function readSource(db: ReadDb, id: string): SourceReading {
  const source = getRecord(db, 'source', id)
  return {
    source: withoutText(source),
    textHash: source.textHash,
    pages: source.pages,
    outlet: source.outletId === null ? null : findRecord(db, 'outlet', source.outletId),
    origin: source.originId === null ? null : findRecord(db, 'origin', source.originId),
    sharedBy: countShared(db, source.originId),
    ...readHistory(db, id),
    statements: readStatements(db, source),
  }
}

function countShared(db: ReadDb, originId: string | null): number {
  if (originId === null) return 1
  return prepare<{ count: number }>(db, 'SELECT count(*) AS count FROM source WHERE originId = ?').get(
    originId,
  )!.count
}

function readHistory(db: ReadDb, id: string): { added: string | null; corrections: number } {
  return prepare<{ added: string | null; corrections: number }>(
    db,
    `SELECT min(CASE WHEN before IS NULL THEN at END) AS added,
       count(CASE WHEN before IS NOT NULL AND json_type(after, '$.text') IS NOT NULL THEN 1 END) AS corrections
     FROM change WHERE recordId = ?`,
  ).get(id)!
}

function readStatements(db: ReadDb, source: Source): ReadStatement[] {
  const ids = prepare<{ id: string }>(db, 'SELECT id FROM statement WHERE sourceId = ?')
    .all(source.id)
    .map(({ id }) => id)
  const evidence = Map.groupBy(listEvidence(db, source.id), ({ statementId }) => statementId)
  return statementsInContext(db, ids).map(({ statement, spans, speaker, affiliation, onBehalfOf }) => ({
    id: statement.id,
    form: statement.form,
    text: statement.text,
    translation: statement.translation,
    speakerName: speaker === null ? null : (speaker.name ?? speaker.description),
    office: affiliation?.office ?? '',
    partyId: onBehalfOf?.id ?? null,
    partyName: onBehalfOf?.shortName ?? '',
    colour: onBehalfOf?.colour ?? null,
    saidOn: statement.saidOn,
    saidOnWords: statement.saidOnWords,
    credibility: statement.credibility,
    spans: spans.map((span) => readSpan(source.text, span)),
    evidence: (evidence.get(statement.id) ?? []).map(({ statementId: _statementId, ...link }) => link),
  }))
}

function readSpan(text: string, span: Span): ReadSpan {
  const found = findAnchor(text, span)
  const { id, exact, page } = span
  if (found.state === 'found') return { id, exact, page, place: found }
  const guesses = found.guesses.map((guess) => ({ ...guess, text: text.slice(guess.start, guess.end) }))
  return { id, exact, page, place: { state: 'orphaned', guesses } }
}

function listEvidence(db: ReadDb, sourceId: string): (ReadEvidence & { statementId: string })[] {
  return prepare<ReadEvidence & { statementId: string }>(
    db,
    `SELECT evidence.id, evidence.statementId, evidence.relation, evidence.positionId, position.kind,
       coalesce(position.text, condition.text, event.title, answer.outcome, '') AS text,
       coalesce(party.shortName, '') AS partyName, coalesce(issue.title, '') AS issueTitle,
       coalesce(addressee.shortName, '') AS addresseeName
     FROM statement
     JOIN evidence ON evidence.statementId = statement.id
     LEFT JOIN position ON position.id = evidence.positionId
     LEFT JOIN party ON party.id = position.partyId
     LEFT JOIN issue ON issue.id = position.issueId
     LEFT JOIN party AS addressee ON addressee.id = position.addresseeId
     LEFT JOIN condition ON condition.id = evidence.conditionId
     LEFT JOIN event ON event.id = evidence.eventId
     LEFT JOIN answer ON answer.id = evidence.answerId
     WHERE statement.sourceId = ? ORDER BY evidence.id`,
  ).all(sourceId)
}
