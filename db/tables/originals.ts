import { prepare, type ReadDb } from '../connection'

/** The documents as they came, their bytes in base64. */
export function* listOriginals(db: ReadDb): Generator<{ sha256: string; base64: string }> {
  const rows = prepare<{ sha256: string; bytes: Buffer }>(
    db,
    'SELECT * FROM original ORDER BY sha256',
  ).iterate()
  for (const { sha256, bytes } of rows) yield { sha256, base64: bytes.toString('base64') }
}
