import { z } from 'zod'
import { dossier } from '../model/dossier'
import { command, query, task } from './operation'

const path = z.string().min(1).max(4_096)

/** An open dossier as the frame shows it. */
export const openedDossier = z.strictObject({
  path,
  isReadOnly: z.boolean(),
  /** A fresh copy of the sample, kept in a temporary place until it is saved under a name. */
  isSample: z.boolean(),
  dossier,
})
export type OpenedDossier = z.infer<typeof openedDossier>

export const recentDossier = z.strictObject({
  path,
  title: z.string(),
  openedAt: z.string(),
  isMissing: z.boolean(),
})
export type RecentDossier = z.infer<typeof recentDossier>

const none = z.strictObject({})
const changeable = dossier.omit({ id: true, created: true })

export const dossierContract = {
  'dossier.get': query({ input: none, output: dossier }),
  'dossier.change': command({ input: changeable.partial(), output: dossier }),
  /** What is open in this window, or null. */
  'dossier.opened': task({ input: none, output: openedDossier.nullable() }),
  /** Opens the file at `path`, or asks for one; null when the person decides against it. */
  'dossier.open': task({
    input: z.strictObject({ path: path.optional() }),
    output: openedDossier.nullable(),
  }),
  'dossier.create': task({
    input: changeable
      .pick({ title: true })
      .extend({ question: dossier.shape.question.default(''), path: path.optional() }),
    output: openedDossier.nullable(),
  }),
  'dossier.openSample': task({ input: none, output: openedDossier }),
  /** A whole copy under another name, which is then the one that is open. */
  'dossier.saveAs': task({
    input: z.strictObject({ path: path.optional() }),
    output: openedDossier.nullable(),
  }),
  'dossier.close': task({ input: none, output: z.null() }),
  /** Newest first. */
  'recent.list': task({ input: none, output: z.array(recentDossier) }),
  'recent.forget': task({ input: z.strictObject({ path }), output: z.null() }),
} as const
