import type { StatementInContext, SourceHead, EvidenceItem } from '../../app/rules/evidence-item'
import { affiliationAt } from '../../app/rules/evidence-item'
import { findAnchor } from '../../app/rules/anchor'
import type { Source } from '../../app/model/source'
import type { Evidence } from '../../app/model/statement'
import type { RecordKind, RecordOf } from '../../app/model/records'
import { prepare, type ReadDb } from '../connection'
import { findRecord, fromRow } from './records'

/** Evidence whose link in `field` is one of `ids`. */
export type EvidenceWanted = {
  field: 'positionId' | 'conditionId' | 'answerId' | 'eventId' | 'statementId'
  ids: readonly string[]
}

/** Links from statements to what they are evidence for, each with its whole context; without wishes, all. */
export function listEvidenceItems(
  db: ReadDb,
  wanted: readonly EvidenceWanted[] | null = null,
): EvidenceItem[] {
  const links = wanted === null ? listLinks(db, null) : wanted.flatMap((wish) => listLinks(db, wish))
  const statements = statementsInContext(db, [...new Set(links.map((link) => link.statementId))])
  const byId = new Map(statements.map((inContext) => [inContext.statement.id, inContext]))
  return links.map((evidence) => ({ evidence, ...byId.get(evidence.statementId)! }))
}

function listLinks(db: ReadDb, wanted: EvidenceWanted | null): Evidence[] {
  const narrowed = wanted === null ? '' : `WHERE ${wanted.field} IN (SELECT value FROM json_each(@ids))`
  return prepare(db, `SELECT * FROM evidence ${narrowed} ORDER BY id`)
    .all(wanted === null ? {} : { ids: JSON.stringify(wanted.ids) })
    .map((row) => fromRow('evidence', row))
}

/** Statements by id, oldest first, each with its spans, source, outlet, speaker, party and event. */
export function statementsInContext(db: ReadDb, ids: readonly string[]): StatementInContext[] {
  const wanted = JSON.stringify(ids)
  const statements = prepare(
    db,
    'SELECT * FROM statement WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
    .all(wanted)
    .map((row) => fromRow('statement', row))
  const spans = prepare(
    db,
    'SELECT * FROM span WHERE statementId IN (SELECT value FROM json_each(?)) ORDER BY sortOrder, id',
  )
    .all(wanted)
    .map((row) => fromRow('span', row))
  const spansOf = Map.groupBy(spans, (span) => span.statementId)

  const find = createFinder(db)
  return statements.map((statement) => {
    const source = find('source', statement.sourceId)!
    const held = spansOf.get(statement.id) ?? []
    return {
      statement,
      spans: held,
      isOrphaned: held.some((span) => findAnchor(source.text, span).state === 'orphaned'),
      source: withoutText(source),
      outlet: find('outlet', source.outletId),
      origin: find('origin', source.originId),
      speaker: find('speaker', statement.speakerId),
      affiliation: statement.speakerId === null ? null : affiliationOf(db, statement.speakerId, statement),
      onBehalfOf: find('party', statement.onBehalfOfId),
      relayedBy: find('outlet', statement.relayedById),
      event: find('event', statement.eventId),
    }
  })
}

export function withoutText({
  text: _text,
  textHash: _textHash,
  pages: _pages,
  ...head
}: Source): SourceHead {
  return head
}

function affiliationOf(
  db: ReadDb,
  speakerId: string,
  { saidOn, onBehalfOfId }: { saidOn: string | null; onBehalfOfId: string | null },
) {
  const affiliations = prepare(db, 'SELECT * FROM affiliation WHERE speakerId = ? ORDER BY id')
    .all(speakerId)
    .map((row) => fromRow('affiliation', row))
  return affiliationAt(affiliations, { saidOn, partyId: onBehalfOfId })
}

/** Looks records up by id and remembers them for as long as one question takes. */
function createFinder(db: ReadDb) {
  const known = new Map<string, unknown>()
  return function find<Kind extends RecordKind>(kind: Kind, id: string | null): RecordOf<Kind> | null {
    if (id === null) return null
    if (!known.has(id)) {
      known.set(id, findRecord(db, kind, id))
    }
    // Ids are unique across kinds, so what is kept under an id is of the kind asked for.
    return known.get(id) as RecordOf<Kind> | null
  }
}
