import {
  closeSync,
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

/** The whole file or nothing: written beside the target, flushed, then renamed over it. */
export function writeWholeFile(path: string, content: Uint8Array | string | Iterable<string>): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`)
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

/** The same, of what is still being made. Nothing is left of it when making it fails. */
export async function streamWholeFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`)
  try {
    const handle = openSync(draft, 'w')
    try {
      for await (const piece of content) writePiece(handle, piece)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, path)
    flushFolder(path)
  } catch (error) {
    discardDraft(draft)
    throw error instanceof AppError ? error : writeRefusal(error, path)
  }
}

function piecesOf(content: Uint8Array | string | Iterable<string>): Iterable<Uint8Array | string> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content
}

function writePiece(handle: number, piece: Uint8Array | string): void {
  const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
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
