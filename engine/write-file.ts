import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../app/errors'
import { writeRefusal } from '../db/open'
import { giveTurn } from './tasks'

/** The whole file or nothing: written beside the target, flushed, then renamed over it. */
export function writeWholeFile(path: string, content: Uint8Array | string | Iterable<string>): void {
  const draft = draftOf(path)
  try {
    const handle = openSync(draft, 'w')
    try {
      for (const piece of piecesOf(content)) writePiece(handle, piece)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, path)
    flushFolder(path)
  } catch (error) {
    discardDraft(draft)
    throw writeRefusal(error, path)
  }
}

/** Milliseconds of work after which others have their turn: a cancel is heard well within a second. */
const turnMs = 40

/** The same in turns, so that others are answered in between; `mayGoOn` throws to end it. How many bytes were written. */
export async function writeFileInTurns(
  path: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  mayGoOn: () => void = () => {},
): Promise<number> {
  const draft = draftOf(path)
  let bytes = 0
  try {
    const handle = openSync(draft, 'w')
    try {
      let turnBegan = performance.now()
      for await (const piece of pieces) {
        bytes += writePiece(handle, piece)
        if (performance.now() - turnBegan > turnMs) {
          await giveTurn()
          turnBegan = performance.now()
        }
        mayGoOn()
      }
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, path)
    flushFolder(path)
    return bytes
  } catch (error) {
    discardDraft(draft)
    throw error instanceof AppError ? error : writeRefusal(error, path)
  }
}

const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.draft`)

function piecesOf(content: Uint8Array | string | Iterable<string>): Iterable<Uint8Array | string> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content
}

function writePiece(handle: number, piece: Uint8Array | string): number {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
  return bytes.length
}

/** A file that its owner marked read-only, or that an office program has open, stays as it is. */
export function refuseGuardedTarget(path: string): void {
  const file = basename(path)
  const there = statTarget(path)
  if (there === null) return
  if ((there.mode & 0o222) === 0) throw new AppError('target-read-only', { file })
  const locks = [`.~lock.${file}#`, `~$${file}`, `~$${file.slice(2)}`].map((name) =>
    join(dirname(path), name),
  )
  if (locks.some((lock) => existsSync(lock))) throw new AppError('file-in-use', { file })
}

/** Never fails: what could not be begun is not there to be removed. */
export function discardDraft(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // The reason why it could not be written is the one to be told.
  }
}

/** Where a file is put in place of what is there: what a link leads to, not the link itself. */
export function placeOf(path: string): string {
  const file = basename(path)
  const there = statTarget(path)
  if (there === null) return path
  if (there.isDirectory()) throw new AppError('output-is-folder', { file })
  // A device or a pipe would have to make room for a file of its name.
  if (!there.isFile()) throw new AppError('file-not-writable', { file })
  return realpathSync(path)
}

function statTarget(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch (error) {
    throw writeRefusal(error, path)
  }
}

/** Until its folder is flushed, a file that was put in its place may be back under its old name after a power cut. */
export function flushFolder(path: string): void {
  try {
    const handle = openSync(dirname(path), 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows opens no folders, and some network drives flush none; the file itself is written.
  }
}
