import { rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Events } from '../app/contract'
import type { OpenedDossier } from '../app/contract/dossier-contract'
import { AppError } from '../app/errors'
import { lastStep } from '../db/journal'
import { openDossierFile, type OpenFile } from '../db/open'
import { getDossier } from '../db/tables/dossier'
import { createHistory, type History } from '../db/undo'
import type { Desktop } from './desktop'
import type { ReadApart } from './import/read-in-process'
import { createTasks } from './tasks'

export type SessionOptions = {
  desktop: Desktop
  /** Who edits; stands in the journal. */
  user: string
  now: () => Date
  /** Where recent dossiers and fresh copies of the sample are kept. */
  homeFolder: string
  /** The sample as it was built; always copied, never opened itself. */
  samplePath: string
  /** Reads documents out of harm's way; a session without it takes none in. */
  readApart?: ReadApart
  announce: <Name extends keyof Events>(name: Name, payload: Events[Name]) => void
}

type OpenDossier = OpenFile & {
  path: string
  isSample: boolean
  history: History | null
  openedAtStep: number
}

/** One window's work: at most one open dossier. */
export type Session = ReturnType<typeof createSession>

export function createSession(options: SessionOptions) {
  let open: OpenDossier | null = null
  const tasks = createTasks()

  /** The open dossier; `no-dossier-open` without one. */
  function current(): OpenDossier {
    if (open === null) throw new AppError('no-dossier-open')
    return open
  }

  /** The open dossier's history; `read-only` where nothing may be written. */
  function currentHistory(): History {
    const { history, path } = current()
    if (history === null) throw new AppError('read-only', { file: basename(path) })
    return history
  }

  /** Takes over an open file; the one before is closed only then, so that a refusal leaves it open. */
  function adopt(file: OpenFile, { path, isSample }: { path: string; isSample: boolean }): OpenedDossier {
    close()
    const history = file.isReadOnly
      ? null
      : createHistory(file.db, {
          by: options.user,
          now: options.now,
          onChange: () => options.announce('dossier.changed', current().history!.state()),
        })
    open = { ...file, path, isSample, history, openedAtStep: lastStep(file.db) }
    const opened = describe()!
    options.announce('dossier.switched', opened)
    return opened
  }

  function describe(): OpenedDossier | null {
    if (open === null) return null
    const { path, isReadOnly, isSample, db } = open
    return { path, isReadOnly, isSample, dossier: getDossier(db) }
  }

  function openPath(path: string, { isSample = false, toRead = false } = {}): OpenedDossier {
    // We hold our own file exclusively: opening it again would only meet ourselves, and drop our own locks.
    if (isOwnFile(path)) return describe()!
    return adopt(openDossierFile(path, { toRead }), { path, isSample })
  }

  /** Whether the path leads to the file that is open, by whatever name. */
  function isOwnFile(path: string): boolean {
    if (open === null) return false
    const ours = statSync(open.path, { throwIfNoEntry: false })
    const theirs = statSync(path, { throwIfNoEntry: false })
    return ours !== undefined && ours.ino === theirs?.ino && ours.dev === theirs.dev
  }

  function close(): void {
    if (open === null) return
    const { db, path, isSample, openedAtStep } = open
    const isUntouched = isSample && lastStep(db) === openedAtStep
    // What they were doing was for the dossier that is going.
    tasks.cancelAll()
    db.close()
    open = null
    // A copy of the sample that nobody wrote into is of no use to anybody.
    if (isUntouched) rmSync(dirname(path), { recursive: true, force: true })
  }

  function leave(): void {
    if (open === null) return
    close()
    options.announce('dossier.switched', null)
  }

  return { ...options, tasks, current, currentHistory, adopt, openPath, isOwnFile, describe, close, leave }
}
