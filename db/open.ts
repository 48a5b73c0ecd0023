import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../app/errors'
import { applicationId, connect, type WriteDb } from './connection'
import { watchChanges } from './journal'
import { migrate } from './migrate'
import { latestVersion, migrations, type Migration } from './migrations'
import { upgradeFile } from './upgrade'
import { watchSearchedText, registerFold } from './search'

export type OpenFile = { db: WriteDb; isReadOnly: boolean }

/** `quick_check` takes 5 to 8 ms a megabyte; larger files are checked when somebody asks. */
const checkedAtOnceBytes = 50_000_000

/**
 * Opens a dossier that may come from anybody. Nothing is believed before it is checked, and a file that is
 * refused stays as it is, byte for byte.
 */
export function openDossierFile(path: string, { toRead = false }: { toRead?: boolean } = {}): OpenFile {
  const { version, sizeBytes, isWritable } = inspect(path)
  if (version < latestVersion && isWritable && !toRead) upgradeFile(path)

  const isReadOnly = toRead || !isWritable
  try {
    return openChecked(path, { isReadOnly, sizeBytes })
  } catch (error) {
    throw refusal(error, path)
  }
}

/** A new dossier file without a dossier row yet; `file-exists` when the path is taken. */
export function createDossierFile(path: string): OpenFile {
  try {
    closeSync(openSync(path, 'wx'))
  } catch (error) {
    throw writeRefusal(error, path)
  }
  const db = connect(path, { isReadOnly: false })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = EXTRA')
    db.pragma(`application_id = ${applicationId}`)
    migrate(db)
    return prepareToWrite(db)
  } catch (error) {
    db.close()
    throw refusal(error, path)
  }
}

function openChecked(
  path: string,
  { isReadOnly, sizeBytes }: { isReadOnly: boolean; sizeBytes: number },
): OpenFile {
  const db = connect(path, { isReadOnly })
  try {
    // One file, whole after every commit: people copy, mail and carry dossiers.
    if (!isReadOnly && !canLock(db)) {
      db.close()
      return openChecked(path, { isReadOnly: true, sizeBytes })
    }
    refuseForeignSchema(db, path)
    if (sizeBytes <= checkedAtOnceBytes && db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new AppError('file-damaged', { file: basename(path) })
    }
    if (isReadOnly) {
      registerFold(db)
      db.pragma('query_only = ON')
      return { db, isReadOnly }
    }
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = EXTRA')
    return prepareToWrite(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareToWrite(db: WriteDb): OpenFile {
  db.pragma('foreign_keys = ON')
  // Without this, a REPLACE deletes rows behind the back of the triggers.
  db.pragma('recursive_triggers = ON')
  watchChanges(db)
  watchSearchedText(db)
  return { db, isReadOnly: false }
}

/** Takes the file for ourselves alone until it is closed; false where the medium refuses writing. */
function canLock(db: WriteDb): boolean {
  db.pragma('locking_mode = EXCLUSIVE')
  try {
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    return true
  } catch (error) {
    if (sqliteCode(error).startsWith('SQLITE_READONLY') || sqliteCode(error) === 'SQLITE_CANTOPEN')
      return false
    throw error
  }
}

/** Looks at the header by hand: closing a file that SQLite holds would drop its locks, so this comes first. */
function inspect(path: string): { version: number; sizeBytes: number; isWritable: boolean } {
  const file = basename(path)
  const header = Buffer.alloc(100)
  let sizeBytes: number
  let mode: number
  let read: number
  try {
    if (statSync(path).isDirectory()) throw new AppError('file-is-folder', { file })
    const handle = openSync(path, 'r')
    try {
      const stat = fstatSync(handle)
      if (!stat.isFile()) throw new AppError('file-not-sqlite', { file })
      sizeBytes = stat.size
      mode = stat.mode
      read = readSync(handle, header, 0, 100, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw refusal(error, path)
  }

  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new AppError('file-not-sqlite', { file })
  }
  if (header.readUInt32BE(68) !== applicationId) throw new AppError('file-not-dossier', { file })
  const version = header.readUInt32BE(60)
  if (version > latestVersion)
    throw new AppError('file-from-newer-version', { file, version, known: latestVersion })
  if (version < 1) throw new AppError('file-not-dossier', { file })

  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const pages = header.readUInt32BE(28)
  if (pageBytes === 0 || sizeBytes < pages * pageBytes) throw new AppError('file-damaged', { file })

  // A file that its owner marked read-only is opened to read, even where the system would let us write.
  return { version, sizeBytes, isWritable: (mode & 0o222) !== 0 }
}

/** What the schema of each version looks like; a file with anything else in it is not one of ours. */
function refuseForeignSchema(db: WriteDb, path: string): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (schemaFingerprint(db) !== releasedFingerprint(version)) {
    throw new AppError('file-schema-foreign', { file: basename(path) })
  }
}

export function schemaFingerprint(db: WriteDb): string {
  const rows = db
    .prepare<[], { sql: string | null }>(
      `SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') AS sql
       FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`,
    )
    .all()
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

const fingerprints = new Map<number, string>()

function releasedFingerprint(version: number, steps: readonly Migration[] = migrations): string {
  let known = fingerprints.get(version)
  if (known === undefined) {
    const db = connect(':memory:', { isReadOnly: false })
    migrate(
      db,
      steps.filter((step) => step.version <= version),
    )
    known = schemaFingerprint(db)
    db.close()
    fingerprints.set(version, known)
  }
  return known
}

const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The one sentence for whatever the system or SQLite said about this file. */
export function refusal(error: unknown, path: string): unknown {
  const file = basename(path)
  const code = sqliteCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file-missing', { file })
  if (code === 'EACCES' || code === 'EPERM') return new AppError('file-unreadable', { file })
  if (code === 'EISDIR') return new AppError('file-is-folder', { file })
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new AppError('disk-full', { file })
  if (code === 'EEXIST') return new AppError('file-exists', { file })
  if (code === 'EROFS') return new AppError('file-not-writable', { file })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('file-in-use', { file })
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('file-damaged', { file })
  if (code === 'SQLITE_NOTADB') return new AppError('file-not-sqlite', { file })
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR')) {
    return new AppError('file-unreadable', { file })
  }
  return error
}

/** The same for a file that was to be written. */
export function writeRefusal(error: unknown, path: string): unknown {
  const file = basename(path)
  const code = sqliteCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('folder-missing', { file })
  if (code === 'EISDIR') return new AppError('output-is-folder', { file })
  if (code === 'EACCES' || code === 'EPERM') return new AppError('file-not-writable', { file })
  return refusal(error, path)
}
