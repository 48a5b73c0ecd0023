import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { Say } from '../app/messages/say'
import type { Desktop } from '../engine/desktop'

/** The system's own dialogs for this window, and its printing. */
export function createDesktop({
  window,
  say,
  printPage,
}: {
  window: BrowserWindow
  say: Say
  printPage: Desktop['printPage']
}): Desktop {
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
    printPage,
  }
}

function fileType(extension: string, say: Say): string {
  if (extension === 'demarche') return say('desktop.fileType.dossier')
  if (extension === 'pdf') return say('desktop.fileType.pdf')
  return extension.toUpperCase()
}
