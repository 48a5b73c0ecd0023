import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { refusal } from '../db/open'

/** The whole file or nothing: written beside the target, flushed, then renamed over it. */
export function writeWholeFile(path: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`)
  try {
    const handle = openSync(draft, 'w')
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw refusal(error, path)
  }
}
