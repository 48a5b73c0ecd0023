import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { WriteDb } from '../db/connection'

/** Whether the path still leads to the file that SQLite writes into, with nothing in it from anybody else. */
export type FollowedFile = ReturnType<typeof followFile>

/**
 * SQLite looks at its path only when it opens: edits to a file that was deleted, moved or replaced since go to
 * a file that nobody can find again. A handle of our own is kept until the end, because closing one drops the
 * locks that SQLite holds; close this after the database.
 */
export function followFile(path: string, db: WriteDb) {
  const handle = openSync(path, 'r')
  const ours = identify(path)
  let lastWritten = writtenAt()

  /** Whether the path, or another, leads to this very file. */
  const isAt = (where: string): boolean => ours !== null && identify(where) === ours

  function isUntouched(): boolean {
    const now = writtenAt()
    if (now === lastWritten) return true
    // Some network drives set the time late: what counts is whether the pages that SQLite has are still there.
    if (!holdsWhatSqliteHas()) return false
    lastWritten = now
    return true
  }

  function noteOwnWrite(): void {
    lastWritten = writtenAt()
  }

  function writtenAt(): string {
    const { mtimeNs, size } = fstatSync(handle, { bigint: true })
    return `${mtimeNs} ${size}`
  }

  function holdsWhatSqliteHas(): boolean {
    const expected = db.serialize()
    const found = Buffer.alloc(expected.length + 1)
    const length = readSync(handle, found, 0, found.length, 0)
    return length === expected.length && found.subarray(0, length).equals(expected)
  }

  return {
    isAt,
    isStillOurs: () => isAt(path) && isUntouched(),
    noteOwnWrite,
    close: () => closeSync(handle),
  }
}

function identify(path: string): string | null {
  const there = statSync(path, { bigint: true, throwIfNoEntry: false })
  return there === undefined ? null : `${there.dev}:${there.ino}`
}
