import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { Say } from '../app/messages/say'
import type { Desktop } from '../engine/desktop'
import type { ReadApart } from '../engine/import/read-in-process'
import type { WallWindow } from './wall-window'

/** The system's own dialogs for this window, and its printing. */
export function createDesktop({
  window,
  say,
  printer,
  readApart,
  wall,
}: {
  window: BrowserWindow
  say: Say
  printer: Pick<Desktop, 'printPage' | 'endPrinting'>
  readApart: ReadApart
  wall: Pick<WallWindow, 'open' | 'close'>
}): Desktop {
  const readings = new Map<number, AbortController>()
  const filters = (extension: string) => [{ name: fileType(extension, say), extensions: [extension] }]

  return {
    async chooseFileToOpen({ extension }) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: filters(extension),
      })
      return filePaths[0] ?? null
    },
    async chooseFileToSave({ extension, suggestedName }) {
      let defaultPath = suggestedName
      for (;;) {
        const { filePath } = await dialog.showSaveDialog(window, {
          defaultPath,
          filters: filters(extension),
          properties: ['showOverwriteConfirmation', 'createDirectory'],
        })
        if (filePath === '') return null
        if (extname(filePath) !== '') return filePath
        // Not every system adds the ending, and then it asked about overwriting another name.
        const whole = `${filePath}.${extension}`
        if (!existsSync(whole)) return whole
        defaultPath = whole
      }
    },
    ...printer,
    openWall: () => wall.open(),
    closeWall: async () => wall.close(),
    async readDocument({ readingId, request }, onProgress) {
      const controller = new AbortController()
      readings.set(readingId, controller)
      try {
        return await readApart(request, { signal: controller.signal, onProgress })
      } finally {
        readings.delete(readingId)
      }
    },
    async stopReading({ readingId }) {
      readings.get(readingId)?.abort()
    },
  }
}

function fileType(extension: string, say: Say): string {
  if (extension === 'demarche') return say('desktop.fileType.dossier')
  if (extension === 'pdf') return say('desktop.fileType.pdf')
  return extension.toUpperCase()
}
