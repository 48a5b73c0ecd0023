import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for everything that a run of the tests writes, gone with it. */
export default function makeOwnTemporaryFolder(): () => void {
  const before = process.env.TMPDIR
  const folder = mkdtempSync(join(tmpdir(), 'demarche-run-'))
  // Some tests run a command as another user, who has to get to what is in it.
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  return () => {
    process.env.TMPDIR = before
    if (before === undefined) delete process.env.TMPDIR
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
