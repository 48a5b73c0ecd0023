import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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
  } catch (error) {
    discardDraft(draft)
    throw writeRefusal(error, path)
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
