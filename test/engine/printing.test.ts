import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { AppError } from '../../app/errors'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import type { Desktop } from '../../engine/desktop'
import { countPages } from '../../engine/export/pdf-pages'
import { openTestApp } from '../builders/open-test-app'

type Page = Parameters<Desktop['printPage']>[0]

/** A test application that notes what it was asked to print. */
async function openPrintingApp(chosenPaths: (string | null)[] = []) {
  const printed: Page[] = []
  const app = await openTestApp({
    chosenPaths,
    async printPage(page) {
      printed.push(page)
      return new TextEncoder().encode('%PDF-1.7 /Type /Pages /Kids [1 0 R] /Count 3')
    },
  })
  return { ...app, printed }
}

/** An application whose printer reads what it is to print, as the page that prints does. */
async function openReadingApp() {
  const read: BriefingDocument[] = []
  const app = await openTestApp({
    async printPage({ fragment, piece }) {
      const asked = new URLSearchParams(fragment.slice(1))
      expect(Number(asked.get('band'))).toBe(piece!.index)
      const bytes = await app.api.call('briefing.band', { job: asked.get('job')!, index: piece!.index })
      read.push(JSON.parse(new TextDecoder().decode(bytes)))
      return new TextEncoder().encode('%PDF-1.7 /Type /Pages /Kids [1 0 R] /Count 3')
    },
  })
  return { ...app, read }
}

test('a briefing is composed as asked, printed and saved whole', async () => {
  const { api, folder, read } = await openReadingApp()
  const path = join(folder, 'b.pdf')
  writeFileSync(path, 'older')
  const options = { edition: 'sourced', asOf: '2025-11', paper: 'Letter', orientation: 'portrait' } as const
  expect(await api.call('briefing.print', { ...options, path })).toEqual({ savedTo: path, pages: 3 })
  expect(read).toMatchObject([{ edition: 'sourced', page: { paper: 'Letter', orientation: 'portrait' } }])
  expect(read[0]!.running.asOf).toContain('November 2025')
  expect(readFileSync(path, 'utf8')).toMatch(/^%PDF/)
})

test('a briefing of changes holds them', async () => {
  const { api, folder, read } = await openReadingApp()
  await api.call('briefing.print', { since: '2025-08', path: join(folder, 'b.pdf') })
  expect(read[0]!.sections.map(({ id }) => id)).toContain('changes')
})

test('where no path is given the person is asked, and may decide against it', async () => {
  const { api, folder, printed } = await openPrintingApp([null])
  expect(await api.call('briefing.print', {})).toBeNull()
  expect(await api.call('dossier.export', { format: 'json' })).toBeNull()
  expect(printed).toEqual([])
  expect(readdirSync(folder).filter((name) => !name.startsWith('test.demarche'))).toEqual(['home'])
})

test('cancelled while a piece is printed, it ends without waiting for the printer', async () => {
  const ended: string[] = []
  const app = await openTestApp({
    printPage: () => new Promise(() => {}),
    endPrinting: async ({ job }) => void ended.push(job),
  })
  const path = join(app.folder, 'b.pdf')
  writeFileSync(path, 'older')
  const going = app.api.call('briefing.print', { path, taskId: 'p' })
  const outcome = going.catch((error: unknown) => error)
  await vi.waitFor(async () => expect(await app.api.call('task.cancel', { id: 'p' })).toBe(true))
  expect(await outcome).toMatchObject({ code: 'cancelled' })
  expect(new Set(ended).size).toBe(2)
  expect(readFileSync(path, 'utf8')).toBe('older')
})

test('while the printer is busy, the window hears again and again that there is progress', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  let finish = (_pdf: Uint8Array) => {}
  const app = await openTestApp({ printPage: () => new Promise((resolve) => (finish = resolve)) })
  let heard = 0
  app.api.listen('task.progress', () => void (heard += 1))
  const going = app.api.call('briefing.print', { path: join(app.folder, 'b.pdf'), taskId: 'p' })
  await vi.waitFor(() => expect(heard).toBeGreaterThan(0))
  const before = heard
  vi.advanceTimersByTime(1_000)
  expect(heard).toBeGreaterThan(before)
  finish(new TextEncoder().encode('%PDF-1.7 /Type /Pages /Count 1'))
  await going
})

test('an output that cannot be is refused before anything is printed', async () => {
  const { api, folder, path, printed } = await openPrintingApp()
  mkdirSync(join(folder, 'sub'))
  const printTo = (target: string) => api.call('briefing.print', { path: target })
  await expect(printTo(join(folder, 'sub'))).rejects.toMatchObject({ code: 'output-is-folder' })
  await expect(printTo(path)).rejects.toMatchObject({ code: 'output-is-dossier' })
  await expect(printTo(join(folder, 'no', 'b.pdf'))).rejects.toMatchObject({ code: 'folder-missing' })
  expect(printed).toEqual([])
})

test('printing that fails leaves no half file', async () => {
  const { api, folder } = await openTestApp({
    printPage: () => Promise.reject(new AppError('printing-failed', { reason: 'no paper' })),
  })
  const path = join(folder, 'b.pdf')
  await expect(api.call('briefing.print', { path })).rejects.toMatchObject({ code: 'printing-failed' })
  expect(existsSync(path)).toBe(false)
})

test('pages are counted from the root of the page tree', () => {
  const count = (text: string) => countPages(new TextEncoder().encode(text))
  expect(count('<</Type /Pages\n/Count 8\n>> <</Type /Pages /Kids [1 0 R 9 0 R]\n/Count 11>>')).toBe(11)
  expect(count('<</Type /Page>>')).toBeNull()
})

test('what is no file keeps its place, and what a link leads to is written, not the link', async () => {
  const { api, folder } = await openPrintingApp()
  const socket = join(folder, 'socket')
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(socket, resolve))
  const refused = { code: 'file-not-writable', details: { file: 'socket' } }
  await expect(api.call('dossier.export', { format: 'json', path: socket })).rejects.toMatchObject(refused)
  await expect(api.call('dossier.saveAs', { path: socket })).rejects.toMatchObject(refused)
  expect(lstatSync(socket).isSocket()).toBe(true)

  const [real, link] = [join(folder, 'real.json'), join(folder, 'link.json')]
  writeFileSync(real, 'older')
  symlinkSync(real, link)
  await api.call('dossier.export', { format: 'json', path: link })
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(real, 'utf8')).toMatch(/^\{"\$schema"/)
})
