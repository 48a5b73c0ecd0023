import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '../app/errors'
import { applicationId, connect, connectToCopy, type WriteDb } from './connection'
import { watchChanges } from './journal'
import { migrate } from './migrate'
import { latestVersion, migrations, type Migration } from './migrations'
import { upgradeFile } from './upgrade'
import {
  concernsSearchIndex,
  indexCommonGround,
  rebuildSearchIndex,
  registerSearchFunctions,
  watchSearchedText,
} from './search-index'

export type OpenFile = { db: WriteDb; isReadOnly: boolean }

/** `quick_check` takes 5 to 8 ms a megabyte; larger files are checked when somebody asks. */
const checkedAtOnceBytes = 50_000_000

/**
 * Opens a dossier that may come from anybody. Nothing is believed before it is checked, and a file that is
 * refused stays as it is, byte for byte.
 */
export function openDossierFile(path: string, { toRead = false }: { toRead?: boolean } = {}): OpenFile {
  const { version, sizeBytes, isWritable, hasWriteAheadLog } = inspect(path)
  if (version < latestVersion && isWritable && !toRead) upgradeFile(path)

  const isReadOnly = toRead || !isWritable
  try {
    if (isReadOnly && hasWriteAheadLog) return openCopy(path, sizeBytes)
    return openChecked(path, { isReadOnly, sizeBytes })
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_READONLY_ROLLBACK') throw refusal(error, path)
    takeBackUnfinished(path)
    return openDossierFile(path, { toRead })
  }
}

/** Another program gave the file a write-ahead log; SQLite would lay files beside it even for reading. */
function openCopy(path: string, sizeBytes: number): OpenFile {
  // With words still in the log, the file alone is not the whole dossier.
  if (sizeOf(`${path}-wal`) > 0) throw new AppError('file-in-use', { file: basename(path) })
  const bytes = readFileSync(path)
  bytes.fill(journalledByRollback, writeVersionAt, readVersionAt + 1)
  return check(connectToCopy(bytes), { path, isReadOnly: true, sizeBytes })
}

/** The program ended in the middle of a write: SQLite takes its beginnings back, for which it must write. */
function takeBackUnfinished(path: string): void {
  try {
    const db = connect(path, { isReadOnly: false })
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    } finally {
      db.close()
    }
  } catch {
    throw new AppError('file-unfinished', { file: basename(path) })
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
  } catch (error) {
    db.close()
    throw error
  }
  return check(db, { path, isReadOnly, sizeBytes })
}

function check(
  db: WriteDb,
  { path, isReadOnly, sizeBytes }: { path: string; isReadOnly: boolean; sizeBytes: number },
): OpenFile {
  try {
    refuseForeignSchema(db, path)
    const damage = sizeBytes <= checkedAtOnceBytes ? quickCheck(db) : []
    if (damage.some((message) => !concernsSearchIndex(message))) {
      throw new AppError('file-damaged', { file: basename(path) })
    }
    if (isReadOnly) {
      registerSearchFunctions(db)
      db.pragma('query_only = ON')
      return { db, isReadOnly }
    }
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = EXTRA')
    const opened = prepareToWrite(db)
    if (damage.length > 0) rebuildSearchIndex(db)
    else indexCommonGround(db)
    return opened
  } catch (error) {
    db.close()
    throw error
  }
}

function quickCheck(db: WriteDb): string[] {
  const rows = db.pragma('quick_check') as { quick_check: string }[]
  return rows.map((row) => row.quick_check).filter((message) => message !== 'ok')
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

/** 0 where there is no file. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

type Inspected = { version: number; sizeBytes: number; isWritable: boolean; hasWriteAheadLog: boolean }

// Where the header says how the file is journalled, for writers and for readers.
const writeVersionAt = 18
const readVersionAt = 19
const journalledByRollback = 1

/** Looks at the header by hand: closing a file that SQLite holds would drop its locks, so this comes first. */
function inspect(path: string): Inspected {
  const file = basename(path)
  const header = Buffer.alloc(100)
  let sizeBytes: number
  let mode: number
  let read: number
  try {
    const there = statSync(path)
    if (there.isDirectory()) throw new AppError('file-is-folder', { file })
    // Opening a pipe would wait for somebody to write to it.
    if (!there.isFile()) throw new AppError('file-not-sqlite', { file })
    const handle = openSync(path, 'r')
    try {
      const stat = fstatSync(handle)
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
  // A journal says that a write was cut short, which SQLite takes back, the length of the file included.
  const isUnfinished = sizeOf(`${path}-journal`) > 0
  if (!isUnfinished && (pageBytes === 0 || sizeBytes < pages * pageBytes))
    throw new AppError('file-damaged', { file })

  // A file that its owner marked read-only is opened to read, even where the system would let us write.
  const isWritable = (mode & 0o222) !== 0
  return { version, sizeBytes, isWritable, hasWriteAheadLog: header[readVersionAt]! > journalledByRollback }
}

/** What the schema of each version looks like; a file with anything else in it is not one of ours. */
function refuseForeignSchema(db: WriteDb, path: string): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (schemaFingerprint(db) !== releasedFingerprint(version)) {
    throw new AppError('file-schema-foreign', { file: basename(path) })
  }
}

function schemaFingerprint(db: WriteDb): string {
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
  if (code === 'ENAMETOOLONG') return new AppError('file-name-too-long', { file })
  // A link that leads to itself leads to nothing.
  if (code === 'ELOOP') return new AppError('file-missing', { file })
  if (code === 'EROFS' || code.startsWith('SQLITE_READONLY'))
    return new AppError('file-not-writable', { file })
  if (code === 'EIO') return new AppError('file-unreadable', { file })
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
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(existsSync(dirname(path)) ? 'file-not-writable' : 'folder-missing', { file })
  }
  return refusal(error, path)
}
