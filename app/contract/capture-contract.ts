import { z } from 'zod'
import { edtfDate } from '../model/edtf-date'
import { eventId } from '../model/event'
import { issueId } from '../model/issue'
import { partyId } from '../model/party'
import { positionId, positionKind } from '../model/position'
import { outletId, sourceId } from '../model/source'
import { speakerId } from '../model/speaker'
import {
  credibility,
  evidenceRelation,
  span,
  statement,
  statementForm,
  statementId,
} from '../model/statement'
import { tagId } from '../model/tag'
import { line, name, prose, words } from '../model/text'
import type { PositionChoice, Proposal, SourceLine, SourceReading, TagCount } from '../rules/capture'
import { command, query } from './operation'

/** A passage of the source's text, in UTF-16 units. */
const textRange = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() })

/** What is in the dossier, or what comes into it by this name in the same step; a name that is there is used. */
const named = <Id extends z.ZodType>(id: Id, limit: number) =>
  z.union([z.strictObject({ id }), z.strictObject({ name: name(limit) })])

const capturedSpeaker = z.union([
  z.strictObject({ id: speakerId }),
  z.strictObject({ name: name(200) }),
  /** An anonymous source, by what the text says of it. */
  z.strictObject({ description: name(500) }),
])

const newPosition = z.strictObject({
  issue: named(issueId, 300),
  party: named(partyId, 200),
  kind: positionKind,
  addressee: named(partyId, 200).nullable().default(null),
  text: words(100_000),
})

const captured = z.strictObject({
  sourceId,
  /** In the order of the text; the words of the statement are those of its passages. */
  spans: z.array(textRange).min(1).max(100),
  form: statementForm,
  speaker: capturedSpeaker.nullable().default(null),
  onBehalfOf: named(partyId, 200).nullable().default(null),
  /** The office of the affiliation that is added where speaker and party are not linked yet. */
  office: line(300).default(''),
  relayedBy: named(outletId, 200).nullable().default(null),
  translation: prose(100_000).default(''),
  saidOn: edtfDate.nullable().default(null),
  saidOnWords: line(500).default(''),
  place: line(300).default(''),
  eventId: eventId.nullable().default(null),
  credibility: credibility.default(6),
  note: prose(20_000).default(''),
  evidence: z
    .array(
      z.strictObject({
        relation: evidenceRelation.default('supports'),
        to: z.union([z.strictObject({ positionId }), newPosition]),
      }),
    )
    .max(100)
    .default([]),
})

export const captureContract = {
  /** Every source with what rests on it, without their texts. */
  'source.overview': query({ input: z.strictObject({}), output: z.custom<SourceLine[]>() }),
  /** How many positions rest on each of these sources; costly for all of many, so asked for those in sight. */
  'source.positionCounts': query({
    input: z.strictObject({ ids: z.array(sourceId).max(1_000) }),
    output: z.array(z.strictObject({ id: sourceId, count: z.int() })),
  }),
  /** The tags that sources have, with how many have each; by name. */
  'source.tagCounts': query({ input: z.strictObject({}), output: z.custom<TagCount[]>() }),
  /** Puts a tag on these sources, or takes one off, in one step; those that have it keep it once. */
  'source.tagMany': command({
    input: z.strictObject({
      ids: z.array(sourceId).min(1).max(5_000),
      /** A tag that is there, or comes into the dossier by this name. */
      addTag: z.union([z.strictObject({ id: tagId }), z.strictObject({ name: name(100) })]).optional(),
      removeTag: tagId.optional(),
    }),
    /** How many are other than before. */
    output: z.strictObject({ changed: z.int() }),
  }),
  'source.count': query({ input: z.strictObject({}), output: z.int() }),
  /** A source as it is read: everything but its text, with its statements where they stand. */
  'source.reading': query({
    input: z.strictObject({ id: sourceId }),
    output: z.custom<SourceReading>(),
  }),
  /** Passages that look like statements and are not recorded yet, each as the form would be filled in. */
  'source.suggestions': query({
    input: z.strictObject({ id: sourceId }),
    output: z.custom<Proposal[]>(),
  }),
  /** The same for words that a person chose. `range-not-in-text` where there are none. */
  'source.proposal': query({
    input: z.strictObject({ id: sourceId, spans: z.array(textRange).min(1).max(100) }),
    output: z.custom<Proposal>(),
  }),
  /** Every position that a statement of this source may be evidence for, with what it would then rest on. */
  'position.choices': query({
    input: z.strictObject({ sourceId }),
    output: z.custom<PositionChoice[]>(),
  }),
  /** A statement with its passages, its speaker, and what it is evidence for, made where they are new: one step. */
  'statement.capture': command({ input: captured, output: statement }),
  /** One more passage of a recorded statement, after those that it has. `range-not-in-text`. */
  'statement.addSpan': command({ input: textRange.extend({ id: statementId }), output: span }),
} as const
