import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { eventId } from './event'
import { partyId } from './party'
import { answerId, conditionId, positionId } from './position'
import { outletId, sourceId } from './source'
import { speakerId } from './speaker'
import { line, prose, sha256, sortOrder, words } from './text'

export const statementId = z.uuidv7().brand<'StatementId'>()
export type StatementId = z.infer<typeof statementId>

export const statementForm = z.enum(['verbatim', 'partial', 'paraphrase'])
export type StatementForm = z.infer<typeof statementForm>

/** Admiralty system: 1 confirmed by other sources to 5 improbable; 6 cannot be judged, which is no grade. */
export const credibility = z.int().min(1).max(6)

/** An act of saying, as a source has it. Who said it, for whom and through what are three links. */
export const statement = z.strictObject({
  id: statementId,
  sourceId,
  speakerId: speakerId.nullable(),
  onBehalfOfId: partyId.nullable(),
  /** The outlet it was told to, where the source passes on another. */
  relayedById: outletId.nullable(),
  form: statementForm,
  text: words(100_000),
  textHash: sha256,
  translation: prose(100_000),
  saidOn: edtfDate.nullable(),
  /** The words that `saidOn` was worked out from, as in "on Thursday". */
  saidOnWords: line(500),
  place: line(300),
  eventId: eventId.nullable(),
  credibility,
  note: prose(20_000),
})
export type Statement = z.infer<typeof statement>

export const spanId = z.uuidv7().brand<'SpanId'>()

/** A passage of the source, found again by its words between prefix and suffix. */
export const span = z.strictObject({
  id: spanId,
  statementId,
  exact: words(100_000),
  prefix: prose(200),
  suffix: prose(200),
  /** Where it began when it was recorded, in UTF-16 units: a hint, never the proof. */
  start: z.int().nonnegative(),
  page: z.int().positive().nullable(),
  sortOrder,
})
export type Span = z.infer<typeof span>

export const evidenceId = z.uuidv7().brand<'EvidenceId'>()
export type EvidenceId = z.infer<typeof evidenceId>

export const evidenceRelation = z.enum(['supports', 'contradicts', 'qualifies'])
export type EvidenceRelation = z.infer<typeof evidenceRelation>

/** From a statement to the one thing that it supports, contradicts or qualifies. */
export const evidence = z.strictObject({
  id: evidenceId,
  statementId,
  relation: evidenceRelation,
  positionId: positionId.nullable(),
  conditionId: conditionId.nullable(),
  answerId: answerId.nullable(),
  eventId: eventId.nullable(),
})
export type Evidence = z.infer<typeof evidence>
