import { createContext, useContext } from 'react'
import { closeSheet, openSheet, type PaneSheet } from '../../../state/compare-view'

/** Who waits for the record that a sheet will have recorded; a sheet is known by being the very same object. */
const waiting = new WeakMap<PaneSheet, (id: string) => void>()

/** Opens a form over another, which is told the id of what was recorded in it. */
export function openSheetFor(sheet: PaneSheet, onRecorded: (id: string) => void): void {
  waiting.set(sheet, onRecorded)
  openSheet(sheet)
}

const finished = new WeakSet<PaneSheet>()
export const isFinished = (sheet: PaneSheet): boolean => finished.has(sheet)

/** The sheet has done what it was opened for. */
export function finishSheet(sheet: PaneSheet, id: string): void {
  finished.add(sheet)
  waiting.get(sheet)?.(id)
  closeSheet()
}

const SheetContext = createContext<PaneSheet | null>(null)
export const SheetProvider = SheetContext.Provider

export function useSheet(): PaneSheet {
  const sheet = useContext(SheetContext)
  if (sheet === null) throw new Error('A form was drawn outside a sheet.')
  return sheet
}

const keys = new WeakMap<PaneSheet, number>()
let lastKey = 0

/** A number of its own for each sheet that was ever opened, so that no form inherits another's words. */
export function sheetKey(sheet: PaneSheet): number {
  const known = keys.get(sheet)
  if (known !== undefined) return known
  lastKey += 1
  keys.set(sheet, lastKey)
  return lastKey
}
