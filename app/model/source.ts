import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { language, line, name, prose, sha256 } from './text'

export const outletId = z.uuidv7().brand<'OutletId'>()
export type OutletId = z.infer<typeof outletId>

export const outletKind = z.enum([
  'wire',
  'state media',
  'newspaper',
  'official',
  'broadcaster',
  'think tank',
  'other',
])
export type OutletKind = z.infer<typeof outletKind>

/** Admiralty system: A completely reliable to E unreliable; F cannot be judged, which is no grade. */
export const reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])
export type Reliability = z.infer<typeof reliability>

export const outlet = z.strictObject({
  id: outletId,
  name: name(200),
  kind: outletKind,
  reliability,
  note: prose(20_000),
})
export type Outlet = z.infer<typeof outlet>

export const originId = z.uuidv7().brand<'OriginId'>()
export type OriginId = z.infer<typeof originId>

/** What several sources carry alike, as wire copy; it counts once. */
export const origin = z.strictObject({ id: originId, title: name(500), note: prose(20_000) })
export type Origin = z.infer<typeof origin>

export const sourceId = z.uuidv7().brand<'SourceId'>()
export type SourceId = z.infer<typeof sourceId>

/** The types of the Citation Style Language that a dossier meets. */
export const sourceType = z.enum([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'document',
  'event',
  'hearing',
  'interview',
  'legislation',
  'pamphlet',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'speech',
  'treaty',
  'webpage',
])
export type SourceType = z.infer<typeof sourceType>

/** A name as CSL has it: in parts, or `literal` for an institution. */
export const cslName = z.union([
  z.strictObject({ family: name(200), given: line(200) }),
  z.strictObject({ literal: name(300) }),
])
export type CslName = z.infer<typeof cslName>

/** In UTF-16 units: some 5,000 pages. Searching in more would hold up everything else for seconds. */
export const longestText = 10_000_000

/** A document; its fields carry CSL names, so that a reference manager reads them. */
export const source = z.strictObject({
  id: sourceId,
  type: sourceType,
  title: name(1_000),
  author: z.array(cslName).max(200),
  outletId: outletId.nullable(),
  issued: edtfDate.nullable(),
  accessed: edtfDate.nullable(),
  URL: line(4_000),
  language,
  originId: originId.nullable(),
  note: prose(20_000),
  /** The full text in which statements are anchored. */
  text: prose(longestText),
  textHash: sha256,
  /** Where each page of a paged document begins in the text, in UTF-16 units; empty where there are no pages. */
  pages: z.array(z.int().nonnegative()).max(100_000),
  /** The document as it came, kept byte for byte beside the text. */
  originalSha256: sha256.nullable(),
  originalMediaType: line(200),
})
export type Source = z.infer<typeof source>

export const isSourceId = (text: unknown): text is SourceId => sourceId.safeParse(text).success
