import type { SourceId } from '../../app/model/source'
import { prepare, type ReadDb, type WriteDb } from '../connection'

/** The documents as they came, their bytes in base64. */
export function* listOriginals(db: ReadDb): Generator<{ sha256: string; base64: string }> {
  const rows = prepare<{ sha256: string; bytes: Buffer }>(
    db,
    'SELECT * FROM original ORDER BY sha256',
  ).iterate()
  for (const { sha256, bytes } of rows) yield { sha256, base64: bytes.toString('base64') }
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
