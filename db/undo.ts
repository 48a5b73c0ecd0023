import type { HistoryState } from '../app/contract/history-contract'
import type { Change } from '../app/model/change'
import { AppError } from '../app/errors'
import type { WriteDb } from './connection'
import { beginStep, changesOfStep, lastStep, takeBack } from './journal'

type Done = { step: number; label: string }
type Ran<T> = { result: T; done: Done; isEmpty: boolean }

/** Milliseconds for which others may be kept waiting. */
const sliceMs = 40

/** Undo reads the journal backwards: a step is what one command changed, and undoing it is a step as well. */
export function createHistory(
  db: WriteDb,
  { by, now, onChange }: { by: () => string; now: () => Date; onChange: (step: number) => void },
) {
  const undoStack: Done[] = []
  const redoStack: Done[] = []
  let latest = lastStep(db)

  /** Runs `change` in one transaction and remembers how to take it back. */
  function record<T>(label: string, change: () => T): T {
    return remember(runStep('edit', label, change))
  }

  /**
   * The same for much work, which lets others have their turn between its parts: `pause` is called where it has kept
   * them waiting, and ends it by throwing. Whoever calls sees to it that nothing else reads or writes meanwhile.
   */
  async function recordInParts<T>(
    label: string,
    change: () => Iterator<unknown, T>,
    pause: () => Promise<void>,
  ): Promise<T> {
    db.exec('BEGIN')
    try {
      const parts = change()
      const begun = beginEdit('edit', label)
      let part = parts.next()
      for (let since = performance.now(); part.done !== true; part = parts.next()) {
        if (performance.now() - since < sliceMs) continue
        await pause()
        since = performance.now()
      }
      const ran = begun.ended(part.value)
      db.exec('COMMIT')
      if (!ran.isEmpty) latest = ran.done.step
      return remember(ran)
    } catch (error) {
      // Closing the file has taken it back already.
      if (db.open && db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  function remember<T>({ result, done, isEmpty }: Ran<T>): T {
    if (isEmpty) return result
    undoStack.push(done)
    redoStack.length = 0
    onChange(done.step)
    return result
  }

  function undo(): void {
    moveTop(undoStack, redoStack, 'undo')
  }

  function redo(): void {
    moveTop(redoStack, undoStack, 'redo')
  }

  function moveTop(from: Done[], to: Done[], kind: 'undo' | 'redo'): void {
    const top = from.at(-1)
    if (!top) throw new AppError(kind === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo')
    const { done } = runStep(kind, top.label, () => {
      // A record may come back before the one that it points at.
      db.pragma('defer_foreign_keys = ON')
      for (const change of changesOfStep(db, top.step)) takeBack(db, change)
    })
    from.pop()
    to.push(done)
    onChange(done.step)
  }

  function runStep<T>(kind: Change['kind'], label: string, change: () => T): Ran<T> {
    const ran = db.transaction(() => beginEdit(kind, label).ended(change()))()
    if (!ran.isEmpty) latest = ran.done.step
    return ran
  }

  function beginEdit(kind: Change['kind'], label: string) {
    const step = latest + 1
    beginStep(db, { step, at: now().toISOString(), by: by(), kind, label })
    return {
      ended: <T>(result: T): Ran<T> => ({ result, done: { step, label }, isEmpty: lastStep(db) !== step }),
    }
  }

  const state = (): HistoryState => ({
    canUndo: undoStack.at(-1)?.label ?? null,
    canRedo: redoStack.at(-1)?.label ?? null,
  })

  return { record, recordInParts, undo, redo, state }
}
export type History = ReturnType<typeof createHistory>
