import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../app/errors'
import { recordKinds } from '../../app/model/records'
import type { DossierJson } from '../../app/rules/dossier-json'
import { beginStep, replaceJournal } from '../../db/journal'
import type { WriteDb } from '../../db/connection'
import { createDossierFile, writeRefusal } from '../../db/open'
import { insertDossier } from '../../db/tables/dossier'
import { keepOriginal } from '../../db/tables/originals'
import { insertRecord } from '../../db/tables/records'
import { discardDraft, flushFolder } from '../write-file'

/** A new dossier file with everything that was read in it; whole, or not there. `file-exists` when the path is taken. */
export function createFromJson(
  path: string,
  read: DossierJson,
  { by, at }: { by: string; at: string },
): void {
  if (existsSync(path)) throw new AppError('file-exists', { file: basename(path) })
  const draft = `${path}.${process.pid}.draft`
  discardDraft(draft)
  try {
    const { db } = createDossierFile(draft)
    try {
      db.transaction(() => fill(db, read, { by, at }))()
    } finally {
      db.close()
    }
    // Whoever made a file of that name in the meantime keeps it.
    if (existsSync(path)) throw new AppError('file-exists', { file: basename(path) })
    renameSync(draft, path)
    flushFolder(path)
  } catch (error) {
    discardDraft(draft)
    throw writeRefusal(error, path)
  }
}

function fill(db: WriteDb, read: DossierJson, { by, at }: { by: string; at: string }): void {
  // A record may come before the one that it points at.
  db.pragma('defer_foreign_keys = ON')
  beginStep(db, { step: 1, at, by, kind: 'edit', label: 'dossier.createFromJson' })
  for (const { sha256, base64 } of read.originals) {
    keepOriginal(db, { sha256, bytes: Buffer.from(base64, 'base64') })
  }
  insertDossier(db, read.dossier)
  for (const kind of recordKinds)
    for (const record of read.records[kind]) insertRecord(db, kind, record as never)
  // A dossier that brings its own history has no other.
  if (read.changes.length > 0) replaceJournal(db, read.changes)
}
