import { z } from 'zod'
import { partyId } from './party'
import { tagId } from './tag'

/** What leaves with an export. Everything that is not said here leaves. */
export const exportScope = z.strictObject({
  /** What the analyst thinks of positions, and why a party moved; findings leave only with these and the notes. */
  assessments: z.boolean().default(true),
  /** The analyst's notes on records of every kind, saved views and briefings, and what was written for a room. */
  notes: z.boolean().default(true),
  /** Reliability of outlets and credibility of statements. */
  grades: z.boolean().default(true),
  /** What is still to be confirmed or found. */
  points: z.boolean().default(true),
  landingZones: z.boolean().default(true),
  /** Parties that leave with nothing of theirs: no column, no statement made for them. */
  hiddenParties: z.array(partyId).max(10_000).default([]),
  /** Sources with one of these tags stay here, with every statement taken from them. */
  confidentialTags: z.array(tagId).max(10_000).default([]),
  /** What becomes of a position, condition, answer or event that rests on nothing else. */
  restingOnLeftOut: z.enum(['leave out', 'mark']).default('leave out'),
  /** The name of the dossier's author, and who made which change. */
  author: z.boolean().default(false),
  /** The full texts of sources; only JSON carries them. */
  texts: z.boolean().default(true),
  /** The documents as they came; only JSON carries them. */
  originals: z.boolean().default(true),
  /** Who changed what, when; only JSON carries it, and only where all the rest leaves as well. */
  history: z.boolean().default(false),
})
export type ExportScope = z.infer<typeof exportScope>

/** Everything there is, for keeping. */
export const wholeScope: ExportScope = exportScope.parse({ author: true, history: true })

/** Whether a scope leaves something out that the history would bring back. */
export function isNarrowed(scope: ExportScope): boolean {
  const { assessments, notes, grades, points, landingZones, author, texts } = scope
  const all = assessments && notes && grades && points && landingZones && author && texts
  return !all || scope.hiddenParties.length > 0 || scope.confidentialTags.length > 0
}
