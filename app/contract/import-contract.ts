import { z } from 'zod'
import { edtfDate } from '../model/edtf-date'
import { cslName, longestText, outlet, outletId, source, sourceId, sourceType } from '../model/source'
import { speaker, speakerId } from '../model/speaker'
import { span, spanId, statement } from '../model/statement'
import { language, line, name, prose, words } from '../model/text'
import { command, query, task } from './operation'

export const documentFormat = z.enum(['text', 'markdown', 'html', 'mhtml', 'pdf', 'docx', 'email'])
export type DocumentFormat = z.infer<typeof documentFormat>

/** The largest document that is taken in. */
export const largestDocumentBytes = 100 * 1024 * 1024

/** What a reader had to decide or leave out; the document was read all the same. */
export const readingProblem = z.strictObject({
  code: z.enum([
    'control-characters-removed',
    'characters-not-readable',
    'encoding-guessed',
    'pages-without-text',
    'repeated-lines-left-out',
    'attachments-left-out',
    'whole-page-taken',
    'name-says-otherwise',
  ]),
  count: z.int().nonnegative(),
  /** What it is about: an encoding, page numbers, names of attachments. */
  words: line(1_000),
})
export type ReadingProblem = z.infer<typeof readingProblem>

/** A document as a reader found it, before anything of it is in a dossier. */
export const readDocument = z.strictObject({
  format: documentFormat,
  mediaType: line(200),
  type: sourceType,
  title: name(1_000),
  author: z.array(cslName).max(200),
  outletName: line(200),
  issued: edtfDate.nullable(),
  URL: line(4_000),
  language,
  /** Lines end in `\n`, whatever they ended in before; nothing else is put in other words. */
  text: prose(longestText),
  /** Where each page begins, in UTF-16 units; PDF only. */
  pages: z.array(z.int().nonnegative()).max(100_000),
  problems: z.array(readingProblem).max(100),
})
export type ReadDocument = z.infer<typeof readDocument>

/** Names a task, so that it can be cancelled and its progress told from another's. */
const taskId = z.string().min(1).max(100)
const path = z.string().min(1).max(4_096)
const fileName = line(1_000)
const base64 = z.string().max(Math.ceil(largestDocumentBytes / 3) * 4)

/** A file on this machine, one that was dropped, or words that were pasted. */
export const documentInput = z.union([
  z.strictObject({ path }),
  z.strictObject({ name: fileName, bytesBase64: base64 }),
  z.strictObject({ text: z.string().max(largestDocumentBytes), name: fileName.optional() }),
])
export type DocumentInput = z.infer<typeof documentInput>

/** A source already here that shares much of its text. */
const alike = z.strictObject({
  sourceId,
  title: z.string(),
  /** 0 to 1: how much of the shorter text stands in the longer one, in runs of five words. */
  likeness: z.number().min(0).max(1),
})
export type AlikeSource = z.infer<typeof alike>

export const broughtIn = z.strictObject({
  /** As it now stands in the dossier, or the one that was there already; null in a preview of a new one. */
  source: source.nullable(),
  /** What was read; null where the very same file is here already. */
  document: readDocument.nullable(),
  problems: z.array(readingProblem),
  /** The source made of the very same file, byte for byte; nothing was added then. */
  alreadyHere: sourceId.nullable(),
  /** Most alike first. */
  alike: z.array(alike),
})
export type BroughtIn = z.infer<typeof broughtIn>

const how = {
  /** Null finds out by the content, then by the name. */
  as: documentFormat.nullable().default(null),
  /** Reads only, and leaves the dossier as it is. */
  isPreview: z.boolean().default(false),
  taskId: taskId.optional(),
}

/** Where an orphaned span may have gone. */
const guess = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  likeness: z.number().min(0).max(1),
})
const orphan = z.strictObject({ statement, span, sourceId, guesses: z.array(guess) })
export type Orphan = z.infer<typeof orphan>

/** What became of the passages of a source when its text changed. */
const afterChange = z.strictObject({
  source,
  /** Passages found letter for letter, with their place brought up to date. */
  held: z.int(),
  orphaned: z.array(spanId),
})

const merge = <Id extends z.ZodType>(id: Id) => z.strictObject({ keepId: id, mergeId: id })

export const importContract = {
  /** Brings in one document as a source, in one step. */
  'source.import': task({
    input: z.strictObject({ input: documentInput, ...how }),
    output: broughtIn,
  }),
  /** Several in one step: all of them or, when one is refused, none. */
  'source.importAll': task({
    input: z.strictObject({ inputs: z.array(documentInput).min(1).max(1_000), ...how }),
    output: z.array(broughtIn),
  }),
  /** A new version of a source's document: text, pages and original are replaced, the rest is kept. */
  'source.replaceDocument': task({
    input: z.strictObject({ id: sourceId, input: documentInput, as: how.as, taskId: taskId.optional() }),
    output: afterChange.extend({ problems: z.array(readingProblem) }),
  }),
  /** True when such a task was under way; it then ends with `cancelled`. */
  'task.cancel': task({ input: z.strictObject({ id: taskId }), output: z.boolean() }),

  'source.correctText': command({
    input: z.strictObject({ id: sourceId, text: prose(longestText) }),
    output: afterChange,
  }),
  /** The spans whose words are no longer found, with up to three likely places each. */
  'source.orphans': query({
    input: z.strictObject({ sourceId: sourceId.optional() }),
    output: z.array(orphan),
  }),
  /** A person's choice of where a span now stands; its words become those of the text there. */
  'span.reattach': command({
    input: z.strictObject({ id: spanId, start: z.int().nonnegative(), end: z.int().positive() }),
    output: span,
  }),

  /** The sources that share much of this one's text, most alike first. */
  'source.alike': query({ input: z.strictObject({ id: sourceId }), output: z.array(alike) }),
  /** Puts sources under one origin, so that they count once; an origin that one of them has is used again. */
  'source.shareOrigin': command({
    input: z.strictObject({
      sourceIds: z.array(sourceId).min(2).max(1_000),
      title: words(500).optional(),
    }),
    output: z.strictObject({ originId: z.uuidv7() }),
  }),

  /** Everything that pointed to `mergeId` points to `keepId`; the other name is kept in the note. */
  'speaker.merge': command({ input: merge(speakerId), output: speaker }),
  'outlet.merge': command({ input: merge(outletId), output: outlet }),
} as const
