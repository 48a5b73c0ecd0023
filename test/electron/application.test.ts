import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import * as fake from './fake-electron'
import { ask, eventually, freshMachine, launch, makeDossier, shownWindows, titleIn } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

let folder = ''
beforeEach(() => ({ folder } = freshMachine()))

test('starts closed to strangers: sandbox and scheme before ready, session and pages guarded after', async () => {
  await launch()
  const [window] = shownWindows()

  expect(fake.app.enableSandbox).toHaveBeenCalledOnce()
  expect(fake.commandLine.appendSwitch).toHaveBeenCalledWith('js-flags', '--max-semi-space-size=4')
  expect(fake.protocol.registerSchemesAsPrivileged.mock.lastCall![0]).toMatchObject([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ])
  expect(
    fake.protocol.registerSchemesAsPrivileged.mock.lastCall![0][0]!.privileges?.bypassCSP,
  ).toBeUndefined()
  expect(fake.fakeSession.setPermissionRequestHandler).toHaveBeenCalledOnce()
  expect(fake.fakeSession.webRequest.onBeforeRequest).toHaveBeenCalledOnce()
  expect(fake.fakeSession.protocol.handle.mock.lastCall![0]).toBe('app')
  expect(window!.webContents.openHandler).not.toBeNull()
  expect(window!.webContents.loadURL).toHaveBeenCalledExactlyOnceWith('app://demarche/index.html')
  expect(window!.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  })
  expect(fake.FakeChild.all[0]!.modulePath).toMatch(/main[\\/]engine-process\.js$/)

  const [event, answer] = [{ preventDefault: vi.fn<() => void>() }, vi.fn<(isTrusted: boolean) => void>()]
  fake.app.emit('certificate-error', event, window!.webContents, 'https://x/', 'ERR', {}, answer)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(answer).toHaveBeenCalledExactlyOnceWith(false)
})

test('a window is shown when it has something to show', async () => {
  await launch()
  const [window] = shownWindows()
  expect(window!.isShown).toBe(false)
  window!.emit('ready-to-show')
  expect(window!.isShown).toBe(true)
})

test('the file named on the command line is open by the time the page asks', async () => {
  await launch([await makeDossier('Ports'), '--some-switch'])
  const [window, ...others] = shownWindows()

  expect(others).toEqual([])
  expect(window!.webContents.loadURL).toHaveBeenCalledExactlyOnceWith('app://demarche/index.html#/compare')
  expect(await titleIn(window!)).toBe('Ports')
})

test('a second start opens its file in the free window, then in one of its own, and never twice', async () => {
  const [ports, water] = [await makeDossier('Ports'), await makeDossier('Water')]
  await launch()
  const second = (...files: string[]) =>
    fake.app.emit('second-instance', {}, ['electron', fake.machine.appPath, ...files], folder)

  second('Ports.demarche')
  expect(shownWindows()).toHaveLength(1)
  expect(await titleIn(shownWindows()[0]!)).toBe('Ports')

  second(water)
  expect(shownWindows()).toHaveLength(2)
  expect(await titleIn(shownWindows()[1]!)).toBe('Water')
  expect(await titleIn(shownWindows()[0]!)).toBe('Ports')

  second(ports)
  expect(shownWindows()).toHaveLength(2)
  expect(fake.FakeWindow.focused).toBe(shownWindows()[0])
})

test('two files at once get two windows', async () => {
  await launch([await makeDossier('Ports'), await makeDossier('Water')])
  expect(await Promise.all(shownWindows().map(titleIn))).toEqual(['Ports', 'Water'])
})

test('a second start with nothing brings the window forward', async () => {
  await launch()
  fake.app.emit('second-instance', {}, ['electron', fake.machine.appPath], folder)
  expect(shownWindows()).toHaveLength(1)
  expect(fake.FakeWindow.focused).toBe(shownWindows()[0])
})

test('the second of two starts opens nothing and ends', async () => {
  fake.machine.hasLock = false
  await launch()
  expect(fake.app.quit).toHaveBeenCalledOnce()
  expect(shownWindows()).toEqual([])
})

test('a Mac hands over a file by its own event', async () => {
  await launch()
  const event = { preventDefault: vi.fn<() => void>() }
  fake.app.emit('open-file', event, await makeDossier('Ports'))
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(await titleIn(shownWindows()[0]!)).toBe('Ports')
})

test('a file that is no dossier is refused in one sentence, and the window stays usable', async () => {
  const path = join(folder, 'letter.txt')
  writeFileSync(path, 'Dear Sir or Madam')
  await launch([path])
  const [window] = shownWindows()

  expect(await titleIn(window!)).toBeNull()
  expect(fake.dialog.showMessageBox.mock.lastCall![1].message).toMatch(/“letter\.txt” is not a dossier/)
  await ask(window!, 'dossier.create', { title: 'New', path: join(folder, 'new.demarche') })
  expect(await titleIn(window!)).toBe('New')
})

test('the menu speaks to the window in front, and to it alone', async () => {
  await launch([await makeDossier('Ports'), await makeDossier('Water')])
  const [ports, water] = shownWindows()
  const undo = fake.Menu.setApplicationMenu.mock.lastCall![0].flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu.filter(({ label }) => label === 'Undo') : [],
  )[0]!
  await titleIn(water!)
  water!.focus()
  water!.webContents.send.mockClear()
  ports!.webContents.send.mockClear()
  undo.click!(null as never, undefined, null as never)

  expect(water!.webContents.send.mock.calls).toEqual([['announce', 'menu.chosen', { action: 'edit.undo' }]])
  expect(ports!.webContents.send).not.toHaveBeenCalled()
})

test('a changed dossier is announced to its own window', async () => {
  await launch([await makeDossier('Ports'), await makeDossier('Water')])
  const [ports, water] = shownWindows()
  await titleIn(ports!)
  await titleIn(water!)
  water!.webContents.send.mockClear()
  await ask(ports!, 'dossier.change', { title: 'Harbours' })

  await eventually(() =>
    expect(ports!.webContents.send.mock.calls.map(([, name]) => name)).toContain('dossier.changed'),
  )
  expect(water!.webContents.send).not.toHaveBeenCalled()
})

test('a window comes back where it was, unless that screen is gone', async () => {
  const place = (x: number) => ({ x, y: 50, width: 1_200, height: 800, isMaximized: false })
  const home = join(folder, 'home')
  await launch()
  shownWindows()[0]!.close()
  await launch()
  expect(shownWindows()[1]!.options).toMatchObject({
    x: 40,
    y: 50,
    width: 1_200,
    minWidth: 960,
    minHeight: 600,
  })

  mkdirSync(home, { recursive: true })
  for (const kept of [JSON.stringify(place(5_000)), '{"x":', '{}']) {
    shownWindows().at(-1)!.destroy()
    writeFileSync(join(home, 'window.json'), kept)
    await launch()
    expect(shownWindows().at(-1)!.options).toMatchObject({ width: 1_440, height: 900 })
    expect(shownWindows().at(-1)!.options.x).toBeUndefined()
  }
})

test('printing goes through a hidden page that asks the same engine', async () => {
  await launch([await makeDossier('Ports')])
  const [window] = shownWindows()
  await titleIn(window!)
  const printed = new Promise((resolve) => {
    const send = fake.FakeChild.all[0]!.postMessage
    fake.FakeChild.all[0]!.postMessage = (message) => {
      if ((message as { type: string }).type === 'asked') resolve(message)
      else send(message)
    }
  })
  // As the engine asks its shell.
  const input = { fragment: '#/briefing', paper: 'A4', orientation: 'portrait' }
  fake.FakeChild.all[0]!.emit('message', { type: 'ask', id: 1, method: 'printPage', input })
  const hidden = fake.FakeWindow.all[1]!
  expect(hidden.options.parent).toBe(window)
  expect(await titleIn(hidden)).toBe('Ports')

  const pdf = new TextEncoder().encode('%PDF-1.7')
  expect(await printed).toEqual({ type: 'asked', id: 1, reply: { ok: true, value: pdf } })
  expect(hidden.isDestroyed()).toBe(true)
})
