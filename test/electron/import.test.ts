import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Output } from '../../app/contract'
import type { Reply } from '../../app/errors'
import { goodPdf } from '../import/make-documents'
import * as fake from './fake-electron'
import { freshMachine, launch, shownWindows } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

let folder = ''
beforeEach(() => {
  ;({ folder } = freshMachine())
  fake.FakeChild.all.length = 0
  fake.FakeChild.areReadersStuck = false
})

const readers = () => fake.FakeChild.all.filter(({ modulePath }) => modulePath.endsWith('reader-process.js'))
const input = { name: 'report.pdf', bytesBase64: Buffer.from(goodPdf()).toString('base64') }

async function openWindow() {
  await launch()
  const { webContents } = shownWindows()[0]!
  const ask = (name: string, given: unknown) =>
    fake.callFrom(webContents, [name, given]) as Promise<Reply<unknown>>
  await ask('dossier.create', { title: 'Test', path: join(folder, 'test.demarche') })
  return { webContents, ask }
}

test('a document is read in a utility process of its own, which the shell starts and ends', async () => {
  const { webContents, ask } = await openWindow()
  const reply = await ask('source.import', { input, taskId: 'mine' })
  // The test says what the operation answers.
  const { source } = (reply as { ok: true; value: Output<'source.import'> }).value
  expect(source).toMatchObject({ type: 'report', originalMediaType: 'application/pdf' })
  expect(source!.pages).toHaveLength(3)
  expect(readers()).toHaveLength(1)
  expect(readers()[0]!.isOver).toBe(true)
  const told = webContents.send.mock.calls.filter(([, name]) => name === 'task.progress')
  expect(told.at(-1)![2]).toEqual({ id: 'mine', done: 3, of: 3, what: 'pages' })
})

test('a reader that is stuck is killed when the person cancels, and one that fails is reported', async () => {
  const { ask } = await openWindow()
  fake.FakeChild.areReadersStuck = true
  const importing = ask('source.import', { input, taskId: 'mine' })
  await vi.waitFor(() => expect(readers()).toHaveLength(1))
  expect(await ask('task.cancel', { id: 'mine' })).toEqual({ ok: true, value: true })
  expect(await importing).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(readers()[0]!.kill).toHaveBeenCalled()

  const again = ask('source.import', { input })
  await vi.waitFor(() => expect(readers()).toHaveLength(2))
  readers()[1]!.end(9)
  expect(await again).toMatchObject({
    ok: false,
    error: { code: 'document-reader-died', details: { file: 'report.pdf' } },
  })
  expect(await ask('source.list', {})).toEqual({ ok: true, value: [] })
})
