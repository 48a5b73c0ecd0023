import type { OnPart } from '../export/export-form'
import type { Session } from '../session'

/** Tells the window how far a task has come; ten times a second is as often as anybody looks. */
export function progressTeller(session: Session, id: string | undefined): OnPart {
  let last = 0
  return (done, of) => {
    const now = performance.now()
    if (id === undefined || (now - last < 100 && done < of)) return
    last = now
    session.announce('task.progress', { id, done, of, what: 'parts' })
  }
}
