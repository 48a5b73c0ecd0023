import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const fixture = join(import.meta.dirname, '../fixtures/version-1.demarche.gz')

/** A dossier as version 1 of the format wrote it: edited, undone, and with records that were removed again. */
export function placeVersionOne(folder: string): string {
  const path = join(folder, 'version one.demarche')
  writeFileSync(path, gunzipSync(readFileSync(fixture)))
  return path
}
