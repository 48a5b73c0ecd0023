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
    rmSync(draft, { force: true })
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
