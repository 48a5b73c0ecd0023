import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Events } from '../app/contract'
import type { OpenedDossier } from '../app/contract/dossier-contract'
import { AppError } from '../app/errors'
import { lastStep } from '../db/journal'
import { openDossierFile, type OpenFile } from '../db/open'
import { getDossier } from '../db/tables/dossier'
import { createHistory, type History } from '../db/undo'
import type { Desktop } from './desktop'
import { followFile, type FollowedFile } from './followed-file'
import type { ReadApart } from './import/read-in-process'
import { createPresenting } from './presenting'
import { createTasks } from './tasks'
import { touchedIssues } from './touched-issues'

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
  followed: FollowedFile
  openedAtStep: number
}

/** One window's work: at most one open dossier. */
export type Session = ReturnType<typeof createSession>

/** `logError` is told of what failed after a command was recorded, and so is no answer to it. */
export function createSession(
  options: SessionOptions,
  logError: (...error: unknown[]) => void = console.error,
) {
  let open: OpenDossier | null = null
  const tasks = createTasks()
  const presenting = createPresenting({ ...options, db: () => current().db })

  /** The open dossier; `no-dossier-open` without one. */
  function current(): OpenDossier {
    if (open === null) throw new AppError('no-dossier-open')
    return open
  }

  /** The open dossier's history; `read-only` where nothing may be written, `file-moved` where it would be lost. */
  function currentHistory(): History {
    const { history, followed, path } = current()
    const file = basename(path)
    if (history === null) throw new AppError('read-only', { file })
    if (!followed.isStillOurs()) throw new AppError('file-moved', { file })
    return history
  }

  /** Resolves when nothing is being recorded in parts; null where nothing is. */
  let occupied: Promise<unknown> | null = null

  /** For work on the dossier that others must not see half done: until it ends, they wait. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = work()
    const ended = done.catch(() => undefined)
    occupied = ended
    try {
      return await done
    } finally {
      if (occupied === ended) occupied = null
    }
  }

  /** Takes over an open file; the one before is closed only then, so that a refusal leaves it open. */
  function adopt(file: OpenFile, { path, isSample }: { path: string; isSample: boolean }): OpenedDossier {
    close()
    const followed = followFile(path, file.db)
    const history = file.isReadOnly
      ? null
      : createHistory(file.db, {
          by: () => presenting.attribution(options.user),
          now: options.now,
          onChange: (step) => {
            followed.noteOwnWrite()
            options.announce('dossier.changed', {
              ...current().history!.state(),
              touchedIssues: touchedIssues(file.db, step),
            })
            refreshWall()
          },
        })
    open = { ...file, path, isSample, history, followed, openedAtStep: lastStep(file.db) }
    const opened = describe()!
    options.announce('dossier.switched', opened)
    return opened
  }

  /** What was recorded stays recorded, whatever the wall makes of it; the presenter's next step reads it again. */
  function refreshWall(): void {
    try {
      presenting.refresh()
    } catch (error) {
      logError('presenting.refresh', error)
    }
  }

  function describe(): OpenedDossier | null {
    if (open === null) return null
    const { path, isReadOnly, isSample, db } = open
    return { path, isReadOnly, isSample, dossier: getDossier(db) }
  }

  function openPath(path: string, { isSample = false, toRead = false } = {}): OpenedDossier {
    // We hold our own file exclusively: opening it again would only meet ourselves, and drop our own locks.
    if (open?.followed.isStillOurs() && isOwnFile(path)) return describe()!
    // Ours, but moved: SQLite would write its journal where the file was.
    if (isOwnFile(path)) leave()
    return adopt(openDossierFile(path, { toRead }), { path, isSample })
  }

  /** Whether the path leads to the file that is open, by whatever name. */
  function isOwnFile(path: string): boolean {
    return open?.followed.isAt(path) ?? false
  }

  function close(): void {
    // What they were doing was for the dossier that is going.
    tasks.cancelAll()
    presenting.stop()
    if (open === null) return
    const { db, path, isSample, followed, openedAtStep } = open
    const isUntouched = isSample && lastStep(db) === openedAtStep
    db.close()
    followed.close()
    open = null
    // A copy of the sample that nobody wrote into is of no use to anybody.
    if (isUntouched) rmSync(dirname(path), { recursive: true, force: true })
  }

  function leave(): void {
    if (open === null) return
    close()
    options.announce('dossier.switched', null)
  }

  return {
    ...options,
    tasks,
    presenting,
    current,
    currentHistory,
    alone,
    /** What a question waits for before it is answered; null where it need not. */
    occupied: () => occupied,
    adopt,
    openPath,
    isOwnFile,
    describe,
    close,
    leave,
  }
}
