import { openSheet, type PaneSheet } from '../../../state/compare-view'
import { offer } from '../../../state/notice'
import { useOpened } from '../../../state/opened'
import { isFinished } from './sheet-stack'

/** What was typed into forms that were left before it was recorded, by the very sheet that they stood on. */
const drafts = new WeakMap<PaneSheet, object>()
let left: PaneSheet[] = []

export const keptDraft = (sheet: PaneSheet): object | undefined => drafts.get(sheet)

/** Keeps the words and offers them back; what was recorded needs neither. */
export function leaveDraft(sheet: PaneSheet, draft: object, path: string | undefined): void {
  // Into another dossier they do not belong.
  if (isFinished(sheet) || openPath() !== path) return
  drafts.set(sheet, draft)
  left = [...left.filter((other) => other !== sheet), sheet]
  offer({
    text: 'editing.draftLeft',
    act: 'editing.bringBack',
    perform: () => bringBack(path),
    forget: () => {
      left = []
    },
  })
}

function bringBack(path: string | undefined): void {
  const sheets = left
  left = []
  if (openPath() !== path) return
  for (const sheet of sheets) openSheet(sheet)
}

/** Which dossier is open. */
export const openPath = (): string | undefined => useOpened.getState().opened?.path
