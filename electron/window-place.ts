import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import { writeWholeFile } from '../engine/write-file'

export const smallest = { width: 960, height: 600 }
const usual = { width: 1_440, height: 900 }
/** How far each further window stands from the one before, in pixels. */
const step = 28

const kept = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(smallest.width),
  height: z.int().min(smallest.height),
  isMaximized: z.boolean(),
})
export type WindowPlace = Partial<Rectangle> & { width: number; height: number; isMaximized: boolean }

/** Where the last window was closed, if that is still on a screen; the usual place otherwise. */
export function readPlace(homeFolder: string, { otherWindows = 0 } = {}): WindowPlace {
  const elsewhere = { ...usual, isMaximized: false }
  try {
    const place = kept.parse(JSON.parse(readFileSync(fileIn(homeFolder), 'utf8')))
    if (!isOnScreen(place)) return elsewhere
    return { ...place, x: place.x + otherWindows * step, y: place.y + otherWindows * step }
  } catch {
    return elsewhere
  }
}

/** A place that cannot be written is not worth a word: the next window opens at the usual one. */
export function rememberPlace(homeFolder: string, window: BrowserWindow): void {
  try {
    mkdirSync(homeFolder, { recursive: true })
    const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    writeWholeFile(fileIn(homeFolder), JSON.stringify(place))
  } catch {
    return
  }
}

const fileIn = (homeFolder: string) => join(homeFolder, 'window.json')

/** Enough of its top edge to take hold of. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const seen = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return seen >= 200 && y >= workArea.y && y < workArea.y + workArea.height - 50
  })
}
