import { beforeEach, expect, test, vi } from 'vitest'
import { startTestApp } from '../builders/open-test-app'
import * as fake from './fake-electron'
import { eventually, freshMachine, launch, makeDossier, shownWindows, titleIn } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

let folder = ''
beforeEach(() => ({ folder } = freshMachine()))

test('closing the window ends its engine, and frees the file', async () => {
  const path = await makeDossier('Ports')
  await launch([path])
  const [window] = shownWindows()
  await titleIn(window!)
  window!.close()

  await eventually(() => expect(fake.FakeChild.all[0]!.isOver).toBe(true))
  expect(fake.FakeChild.all[0]!.kill).not.toHaveBeenCalled()
  expect(fake.dialog.showMessageBox).not.toHaveBeenCalled()
  await expect(fake.callFrom(window!.webContents, ['dossier.opened', {}])).rejects.toThrow('may not ask')
  const next = startTestApp({ folder })
  await expect(next.api.call('dossier.open', { path })).resolves.toMatchObject({ path })
})

test('quitting waits for what was typed last', async () => {
  const path = await makeDossier('Ports')
  await launch([path])
  const [window] = shownWindows()
  await titleIn(window!)
  void fake.callFrom(window!.webContents, ['dossier.change', { title: 'Harbours' }])
  window!.close()
  const quit = () => {
    const preventDefault = vi.fn<() => void>()
    fake.app.emit('will-quit', { preventDefault })
    return preventDefault.mock.calls.length === 0 ? 'quits' : 'waits'
  }
  expect(quit()).toBe('waits')
  expect(fake.app.quit).not.toHaveBeenCalled()

  await eventually(() => expect(fake.app.quit).toHaveBeenCalledOnce())
  expect(quit()).toBe('quits')
  const next = startTestApp({ folder })
  expect((await next.api.call('dossier.open', { path }))?.dossier.title).toBe('Harbours')
})

test('an engine that will not end is ended', async () => {
  await launch()
  const [child] = fake.FakeChild.all
  child!.isStuck = true
  vi.useFakeTimers()
  try {
    shownWindows()[0]!.close()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(child!.isOver).toBe(true)
    expect(child!.kill).toHaveBeenCalledOnce()
  } finally {
    vi.useRealTimers()
  }
})

test('when the engine stops by itself, the window says so and opens the same dossier again', async () => {
  await launch([await makeDossier('Ports')])
  const [window] = shownWindows()
  await titleIn(window!)
  fake.dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
  fake.FakeChild.all[0]!.crash()

  await eventually(() => expect(fake.FakeChild.all).toHaveLength(2))
  expect(fake.dialog.showMessageBox.mock.lastCall![1]).toMatchObject({
    type: 'error',
    buttons: ['Open Again', 'Close Window'],
  })
  expect(fake.dialog.showMessageBox).toHaveBeenCalledOnce()
  expect(window!.webContents.loadURL).toHaveBeenCalledTimes(2)
  expect(await titleIn(window!)).toBe('Ports')
})

test('a page that ends by itself starts afresh with its dossier, and is spoken of once', async () => {
  await launch([await makeDossier('Ports')])
  const [window] = shownWindows()
  await titleIn(window!)
  fake.dialog.showMessageBox.mockResolvedValue({ response: 0 })
  window!.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
  expect(fake.dialog.showMessageBox).not.toHaveBeenCalled()

  window!.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  window!.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  await eventually(() => expect(window!.webContents.loadURL).toHaveBeenCalledTimes(2))
  expect(await titleIn(window!)).toBe('Ports')
  expect(fake.dialog.showMessageBox).toHaveBeenCalledOnce()
  expect(fake.FakeChild.all.map(({ isOver }) => isOver)).toEqual([true, false])
})

test('a question under way when the engine stops is answered, with an error', async () => {
  await launch()
  const [window] = shownWindows()
  fake.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
  fake.FakeChild.all[0]!.isStuck = true
  const asked = fake.callFrom(window!.webContents, ['dossier.opened', {}])
  await Promise.resolve()
  fake.FakeChild.all[0]!.crash()

  expect(await asked).toEqual({ ok: false, error: { code: 'unexpected', details: {} } })
  await eventually(() => expect(window!.isDestroyed()).toBe(true))
  expect(fake.FakeChild.all).toHaveLength(1)
})
