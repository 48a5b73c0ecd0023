import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { createDesktop } from '../../electron/desktop'
import { dialog, FakeWindow } from './fake-electron'
import { asWindow, freshMachine, say } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

let folder = ''
beforeEach(() => ({ folder } = freshMachine()))

function openDesktop() {
  const window = new FakeWindow()
  return {
    window,
    desktop: createDesktop({
      window: asWindow(window),
      say,
      printer: { printPage: async () => new Uint8Array() },
      readApart: () => Promise.reject(new Error('nothing to read')),
      wall: { open: async () => ({ address: null }), close: () => {} },
    }),
  }
}
const saveTo = (filePath: string) =>
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: filePath === '', filePath })

test('a file to open is chosen in the system’s dialog over this window', async () => {
  const { desktop, window } = openDesktop()
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/a/b.demarche'] })

  expect(await desktop.chooseFileToOpen({ extension: 'demarche' })).toBe('/a/b.demarche')
  const [over, asked] = dialog.showOpenDialog.mock.lastCall!
  expect(over).toBe(window)
  expect(asked.filters).toEqual([{ name: 'Démarche dossier', extensions: ['demarche'] }])
})

test('deciding against it is null', async () => {
  const { desktop } = openDesktop()
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] })
  saveTo('')

  expect(await desktop.chooseFileToOpen({ extension: 'demarche' })).toBeNull()
  expect(await desktop.chooseFileToSave({ extension: 'pdf', suggestedName: 'a.pdf' })).toBeNull()
})

test('a name without an ending gets it, and what is there under the whole name is asked about', async () => {
  const { desktop } = openDesktop()
  const bare = join(folder, 'report')
  saveTo(bare)
  expect(await desktop.chooseFileToSave({ extension: 'pdf', suggestedName: 'a.pdf' })).toBe(`${bare}.pdf`)

  writeFileSync(`${bare}.pdf`, 'precious')
  saveTo(bare)
  saveTo(`${bare}.pdf`)
  expect(await desktop.chooseFileToSave({ extension: 'pdf', suggestedName: 'a.pdf' })).toBe(`${bare}.pdf`)
  expect(dialog.showSaveDialog.mock.calls.map(([, { defaultPath }]) => defaultPath)).toEqual([
    'a.pdf',
    'a.pdf',
    `${bare}.pdf`,
  ])
})
