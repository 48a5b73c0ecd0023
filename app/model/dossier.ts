import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { instant, language, line, name, prose } from './text'

export const dossierId = z.uuidv7().brand<'DossierId'>()

export const knownMarkings = ['none', 'internal', 'confidential'] as const

/** One negotiation, one file. */
export const dossier = z.strictObject({
  id: dossierId,
  title: name(300),
  question: prose(1_000),
  language,
  /** One of `knownMarkings`, or the author's own text. */
  marking: name(80),
  author: line(200),
  created: instant,
  /** The date at which the comparison is read unless the reader picks another; null is today. */
  asOf: edtfDate.nullable(),
})
export type Dossier = z.infer<typeof dossier>
