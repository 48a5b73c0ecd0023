import type { SourceId } from '../../app/model/source'
import { prepare, type ReadDb, type WriteDb } from '../connection'

/** A document as it came. */
export function readOriginal(db: ReadDb, sha256: string): Buffer | null {
  return (
    prepare<{ bytes: Buffer }>(db, 'SELECT bytes FROM original WHERE sha256 = ?').get(sha256)?.bytes ?? null
  )
}

/** In bytes, of all of them together. */
export function sizeOfOriginals(db: ReadDb): number {
  return prepare<{ size: number }>(db, 'SELECT coalesce(sum(length(bytes)), 0) AS size FROM original').get()!
    .size
}

/** Keeps a document as it came; one that is here already is not kept twice. Outside undo: its bytes never change. */
export function keepOriginal(db: WriteDb, { sha256, bytes }: { sha256: string; bytes: Uint8Array }): void {
  prepare(
    db,
    'INSERT INTO original (sha256, bytes) VALUES (@sha256, @bytes) ON CONFLICT (sha256) DO NOTHING',
  ).run({
    sha256,
    bytes,
  })
}

/** The source made of a document with these very bytes; the oldest where there are several. */
export function findSourceOfOriginal(db: ReadDb, sha256: string): SourceId | null {
  const row = prepare<{ id: SourceId }>(
    db,
    'SELECT id FROM source WHERE originalSha256 = ? ORDER BY id LIMIT 1',
  ).get(sha256)
  return row?.id ?? null
}
