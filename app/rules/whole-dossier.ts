import type { Dossier } from '../model/dossier'
import { firstDayOf } from '../model/edtf-date'
import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import type { AllRecords } from '../model/records'
import type { SourceId } from '../model/source'
import type { Span, Statement, StatementId } from '../model/statement'
import type { ComparedRecords, EvidenceFact } from './comparison'
import { affiliationAt, type SourceHead, type StatementInContext } from './evidence-item'

/** Every record of a dossier, without the sources' full texts, which may be long. */
export type HeldRecords = Omit<AllRecords, 'source'> & { source: SourceHead[] }

/** A dossier as one value, from which every form of export is composed. */
export type WholeDossier = {
  dossier: Dossier
  records: HeldRecords
  /** Statements whose words are no longer found in their source's text. */
  orphaned: ReadonlySet<StatementId>
  /** Cells that something was left out of, as `cellKey` has them: silence there would say what is not so. */
  withheldCells: ReadonlySet<string>
  /** Positions, conditions, answers and events whose statements were all left out. */
  restsOnLeftOut: ReadonlySet<string>
  /** Positions that leave without some condition of theirs: they would seem to be put forward without it. */
  lostCondition: ReadonlySet<string>
  /** Sources whose texts and originals would tell of what was left out. */
  cutSources: ReadonlySet<SourceId>
}

export const cellKey = ({ issueId, partyId }: { issueId: IssueId; partyId: PartyId }): string =>
  `${issueId} ${partyId}`

const byId = <Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))

/** What the comparison is made of. */
export function comparedRecordsOf({ records }: WholeDossier): ComparedRecords {
  return {
    parties: records.party,
    issues: records.issue,
    marks: records.mark,
    positions: records.position,
    conditions: records.condition,
    answers: records.answer,
    gaps: records.gap,
    facts: evidenceFactsOf(records),
    memberships: records.membership,
    taggings: records.tagging,
  }
}

function evidenceFactsOf(records: HeldRecords): EvidenceFact[] {
  const statements = byId(records.statement)
  const sources = byId(records.source)
  const outlets = byId(records.outlet)
  const speakers = byId(records.speaker)
  const facts: EvidenceFact[] = []
  for (const { positionId, relation, statementId } of records.evidence) {
    if (positionId === null) continue
    const { sourceId, speakerId, onBehalfOfId, saidOn, credibility } = statements.get(statementId)!
    const source = sources.get(sourceId)!
    facts.push({
      positionId,
      relation,
      onBehalfOfId,
      isAnonymous: (speakerId !== null && speakers.get(speakerId)?.isAnonymous) || false,
      saidOn,
      issued: source.issued,
      origin: source.originId ?? source.id,
      outletId: source.outletId,
      reliability: (source.outletId === null ? undefined : outlets.get(source.outletId)?.reliability) ?? 'F',
      credibility,
      day: firstDayOf(saidOn ?? source.issued),
    })
  }
  return facts
}

/** Puts a statement into its whole context. Made when it is asked for: all at once take as much memory as the records. */
export function createContextOf({
  records,
  orphaned,
}: WholeDossier): (statement: Statement) => StatementInContext {
  const sources = byId(records.source)
  const outlets = byId(records.outlet)
  const origins = byId(records.origin)
  const speakers = byId(records.speaker)
  const parties = byId(records.party)
  const events = byId(records.event)
  const spans = Map.groupBy(records.span, (span) => span.statementId)
  const affiliations = Map.groupBy(records.affiliation, (affiliation) => affiliation.speakerId)
  const noSpans: Span[] = []
  const find = <Item>(items: ReadonlyMap<string, Item>, id: string | null): Item | null =>
    id === null ? null : (items.get(id) ?? null)

  return (statement) => {
    const source = sources.get(statement.sourceId)!
    const { speakerId, saidOn, onBehalfOfId } = statement
    return {
      statement,
      spans: spans.get(statement.id) ?? noSpans,
      isOrphaned: orphaned.has(statement.id),
      source,
      outlet: find(outlets, source.outletId),
      origin: find(origins, source.originId),
      speaker: find(speakers, speakerId),
      affiliation:
        speakerId === null
          ? null
          : affiliationAt(affiliations.get(speakerId) ?? [], { saidOn, partyId: onBehalfOfId }),
      onBehalfOf: find(parties, onBehalfOfId),
      relayedBy: find(outlets, statement.relayedById),
      event: find(events, statement.eventId),
    }
  }
}
