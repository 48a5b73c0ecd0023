import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { briefingParts } from '../rules/briefing/parts'
import { orientations, papers } from '../rules/briefing/page-layout'
import { instant, name, sortOrder } from './text'

export const edition = z.enum(['summary', 'sourced'])
export type Edition = z.infer<typeof edition>

export const paper = z.enum(papers)
export type Paper = z.infer<typeof paper>

export const orientation = z.enum(orientations)
export type Orientation = z.infer<typeof orientation>

/** Where a statement's note stands: in the annex, or at the end of the first issue that cites it. */
export const notesAt = z.enum(['annex', 'issue'])
export type NotesAt = z.infer<typeof notesAt>

/** How a source is named: by its mark in the annex, as a note does, or by author and year. */
export const citationStyle = z.enum(['marks', 'notes', 'author-date'])
export type CitationStyle = z.infer<typeof citationStyle>

export const briefingPart = z.enum(briefingParts)

/** How a briefing is laid out. */
export const briefingLayout = z.strictObject({
  paper: paper.default('A4'),
  orientation: orientation.default('landscape'),
  notesAt: notesAt.default('annex'),
  citations: citationStyle.default('marks'),
  /** Changes are shown since then; null where that part has no date of its own. */
  since: edtfDate.nullable().default(null),
})
export type BriefingLayout = z.infer<typeof briefingLayout>

export const briefingId = z.uuidv7().brand<'BriefingId'>()
export type BriefingId = z.infer<typeof briefingId>

/** A briefing that is made again and again: what it holds and how it is laid out. */
export const briefing = z.strictObject({
  id: briefingId,
  name: name(200),
  edition,
  /** In order; null is what its edition usually holds. */
  parts: z.array(briefingPart).nullable(),
  layout: briefingLayout,
  sortOrder,
})
export type Briefing = z.infer<typeof briefing>

export const frozenBriefingId = z.uuidv7().brand<'FrozenBriefingId'>()
export type FrozenBriefingId = z.infer<typeof frozenBriefingId>

/** A briefing as it was issued: it says for ever what it said on that day. */
export const frozenBriefing = z.strictObject({
  id: frozenBriefingId,
  briefingId,
  /** From 1, for each briefing of its own. */
  number: z.int().positive(),
  frozenOn: instant,
  /** The composed document, as JSON. */
  document: z.string().min(2),
})
export type FrozenBriefing = z.infer<typeof frozenBriefing>
