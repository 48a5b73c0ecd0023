import type { HistoryState } from '../app/contract/history-contract'
import type { Change } from '../app/model/change'
import { AppError } from '../app/errors'
import type { WriteDb } from './connection'
import { beginStep, changesOfStep, lastStep, takeBack } from './journal'

type Done = { step: number; label: string }

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
    const { result, done, isEmpty } = runStep('edit', label, change)
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

  function runStep<T>(kind: Change['kind'], label: string, change: () => T) {
    const step = latest + 1
    const ran = db.transaction(() => {
      beginStep(db, { step, at: now().toISOString(), by: by(), kind, label })
      const result = change()
      return { result, done: { step, label }, isEmpty: lastStep(db) !== step }
    })()
    if (!ran.isEmpty) latest = step
    return ran
  }

  const state = (): HistoryState => ({
    canUndo: undoStack.at(-1)?.label ?? null,
    canRedo: redoStack.at(-1)?.label ?? null,
  })

  return { record, undo, redo, state }
}
export type History = ReturnType<typeof createHistory>
