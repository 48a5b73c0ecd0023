import type { Party } from '../model/party'
import type { Event } from '../model/event'
import type { Origin, Outlet, Source } from '../model/source'
import type { Affiliation, Speaker } from '../model/speaker'
import type { Evidence, Span, Statement } from '../model/statement'
import { edtfBounds, isWithin } from '../model/edtf-date'

/** A source without its full text, which may be long. */
export type SourceHead = Omit<Source, 'text' | 'textHash' | 'pages'>

/** A statement in its whole context: who said it, for whom, through what, and where the words stand. */
export type StatementInContext = {
  statement: Statement
  spans: Span[]
  /** Some of its words are no longer found in the source's text. */
  isOrphaned: boolean
  source: SourceHead
  outlet: Outlet | null
  origin: Origin | null
  speaker: Speaker | null
  /** The office held when it was said, as far as recorded. */
  affiliation: Affiliation | null
  onBehalfOf: Party | null
  relayedBy: Outlet | null
  event: Event | null
}

/** A link from a statement to what it supports, contradicts or qualifies. */
export type EvidenceItem = StatementInContext & { evidence: Evidence }

/** The affiliation that held on the date and, among several, is with the party spoken for. */
export function affiliationAt(
  affiliations: readonly Affiliation[],
  { saidOn, partyId }: { saidOn: string | null; partyId: string | null },
): Affiliation | null {
  if (affiliations.length === 0) return null
  const day = saidOn === null ? null : edtfBounds(saidOn).first
  const held = affiliations.filter(({ from, until }) => day === null || isWithin(day, from, until))
  return held.find((affiliation) => affiliation.partyId === partyId) ?? held[0] ?? null
}
