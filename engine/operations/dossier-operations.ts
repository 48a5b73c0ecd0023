import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { dossierId, type Dossier } from '../../app/model/dossier'
import type { dossierContract, OpenedDossier } from '../../app/contract/dossier-contract'
import { AppError } from '../../app/errors'
import { beginStep } from '../../db/journal'
import { newId } from '../../db/new-id'
import { createDossierFile, openDossierFile, writeRefusal } from '../../db/open'
import { changeDossier, getDossier, insertDossier } from '../../db/tables/dossier'
import type { Handlers } from '../handlers'
import { fileNameFrom } from '../file-name'
import { forgetRecent, listRecent, rememberRecent } from '../recent'
import type { Session } from '../session'
import { discardDraft, flushFolder, placeOf } from '../write-file'

export const extension = 'demarche'

export const dossierOperations: Handlers<keyof typeof dossierContract> = {
  'dossier.get': (db) => getDossier(db),
  'dossier.change': (db, changes) => changeDossier(db, changes),

  'dossier.opened': async (session) => session.describe(),

  async 'dossier.open'(session, { path }) {
    const chosen = path ?? (await session.desktop.chooseFileToOpen({ extension }))
    return chosen === null ? null : remember(session, session.openPath(resolve(chosen)))
  },

  async 'dossier.create'(session, { title, question, path }) {
    const suggestedName = `${fileNameFrom(title)}.${extension}`
    const chosen = path ?? (await session.desktop.chooseFileToSave({ extension, suggestedName }))
    return chosen === null
      ? null
      : remember(session, createDossier(session, resolve(chosen), { title, question }))
  },

  async 'dossier.openSample'(session) {
    mkdirSync(session.homeFolder, { recursive: true })
    const folder = mkdtempSync(join(session.homeFolder, 'sample-'))
    const path = join(folder, basename(session.samplePath))
    copySample(session.samplePath, path)
    return session.openPath(path, { isSample: true })
  },

  async 'dossier.saveAs'(session, { path }) {
    const open = session.current()
    const suggestedName = `${fileNameFrom(getDossier(open.db).title)}.${extension}`
    const chosen = path ?? (await session.desktop.chooseFileToSave({ extension, suggestedName }))
    if (chosen === null) return null
    const target = resolve(chosen)
    if (!session.isOwnFile(target)) copyDossier(session, placeOf(target))
    return remember(session, session.openPath(target))
  },

  async 'dossier.close'(session) {
    session.leave()
    return null
  },

  'recent.list': async (session) => listRecent(session.homeFolder),
  async 'recent.forget'(session, { path }) {
    forgetRecent(session.homeFolder, path)
    return null
  },
}

/** A new dossier at a free path, opened. `file-exists` when something is there. */
function createDossier(
  session: Session,
  path: string,
  { title, question }: Pick<Dossier, 'title' | 'question'>,
): OpenedDossier {
  const file = createDossierFile(path)
  const created = session.now().toISOString()
  file.db.transaction(() => {
    // The journal begins with the dossier itself; this step cannot be undone.
    beginStep(file.db, { step: 1, at: created, by: session.user, kind: 'edit', label: 'dossier.create' })
    insertDossier(file.db, {
      id: dossierId.parse(newId()),
      title,
      question,
      language: 'en',
      marking: 'none',
      author: session.user,
      created,
      asOf: null,
    })
  })()
  return session.adopt(file, { path, isSample: false })
}

/** A fresh copy, writable even where the sample itself is not; `file-exists` when the path is taken. */
export function copySample(samplePath: string, path: string): void {
  const file = openDossierFile(samplePath, { toRead: true })
  const draft = `${path}.draft`
  try {
    if (existsSync(path)) throw new AppError('file-exists', { file: basename(path) })
    file.db.pragma('query_only = OFF')
    discardDraft(draft)
    file.db.prepare('VACUUM INTO ?').run(draft)
    renameSync(draft, path)
  } catch (error) {
    discardDraft(draft)
    throw writeRefusal(error, path)
  } finally {
    file.db.close()
  }
}

/** A whole copy even while the dossier is in use, which copying the file would not promise. */
function copyDossier(session: Session, path: string): void {
  const draft = `${path}.draft`
  const { db, isReadOnly } = session.current()
  try {
    discardDraft(draft)
    // Only the copy is written, but SQLite counts that as writing.
    if (isReadOnly) db.pragma('query_only = OFF')
    db.prepare('VACUUM INTO ?').run(draft)
    renameSync(draft, path)
    flushFolder(path)
  } catch (error) {
    discardDraft(draft)
    throw writeRefusal(error, path)
  } finally {
    if (isReadOnly) db.pragma('query_only = ON')
  }
}

export function remember(session: Session, opened: OpenedDossier): OpenedDossier {
  const { path, dossier } = opened
  try {
    rememberRecent(session.homeFolder, { path, title: dossier.title, openedAt: session.now().toISOString() })
  } catch {
    // The dossier is open; a list that cannot be written is no reason to refuse it.
  }
  return opened
}
