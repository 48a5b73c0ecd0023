import {
  closeSync,
  copyFileSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { connect } from './connection'
import { migrate } from './migrate'
import { migrations, type Migration } from './migrations'

/**
 * Brings an older file up to date without ever holding a half-changed one: a copy is migrated and checked, the
 * old file is kept beside it under its version, and the new one takes its name.
 */
export function upgradeFile(path: string, steps: readonly Migration[] = migrations): { keptAs: string } {
  const old = connect(path, { isReadOnly: false })
  const version = old.pragma('user_version', { simple: true }) as number
  const draft = `${path}.upgrading`

  rmSync(draft, { force: true })
  old.prepare('VACUUM INTO ?').run(draft)
  old.close()

  try {
    const copy = connect(draft, { isReadOnly: false })
    try {
      migrate(copy, steps)
      if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new Error('The upgraded copy is damaged.')
    } finally {
      copy.close()
    }
    const keptAs = keepBeside(path, version)
    flush(keptAs)
    flush(draft)
    renameSync(draft, path)
    flush(dirname(path))
    return { keptAs }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Under its version, and a number where that name is taken: an older copy is never written over. */
function keepBeside(path: string, version: number): string {
  const extension = extname(path)
  for (let copy = 1; ; copy += 1) {
    const label = copy === 1 ? `version ${version}` : `version ${version}, ${copy}`
    const keptAs = join(dirname(path), `${basename(path, extension)} (${label})${extension}`)
    if (existsSync(keptAs)) continue
    copyFileSync(path, keptAs, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
    return keptAs
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
