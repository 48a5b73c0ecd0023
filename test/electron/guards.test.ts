import { beforeEach, expect, test, vi } from 'vitest'
import { guardContents, guardSession, type Permission } from '../../electron/guards'
import { closeNetwork, keepOffTheNetwork } from '../../electron/network'
import { askOutside } from '../../electron/outside-link'
import { commandLine, dialog, FakeContents, fakeSession, FakeWindow, shell } from './fake-electron'
import { asContents, asSession, freshMachine, say } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))
beforeEach(() => void freshMachine())

const refusable: Permission[] = [
  'clipboard-read',
  'media',
  'geolocation',
  'notifications',
  'midi',
  'openExternal',
  'fileSystem',
  'usb',
  'hid',
  'serial',
  'display-capture',
  'idle-detection',
  'local-fonts',
  'local-network-access',
  'loopback-network',
  'unknown',
]
const allowed: Permission[] = ['fullscreen', 'clipboard-sanitized-write']

function permissions() {
  guardSession(asSession())
  const check = fakeSession.setPermissionCheckHandler.mock.lastCall![0]!
  const request = fakeSession.setPermissionRequestHandler.mock.lastCall![0]!
  const contents = asContents(new FakeContents())
  return {
    check: (permission: Permission, origin: string) =>
      check(contents, permission, origin, { isMainFrame: true }),
    request(permission: Permission, requestingUrl: string) {
      const answer = vi.fn<(isGranted: boolean) => void>()
      request(contents, permission, answer, { isMainFrame: true, requestingUrl })
      expect(answer).toHaveBeenCalledOnce()
      return answer.mock.lastCall![0]
    },
  }
}

test.each(refusable)('%s is refused', (permission) => {
  const { check, request } = permissions()
  expect(check(permission, 'app://demarche')).toBe(false)
  expect(request(permission, 'app://demarche/index.html')).toBe(false)
})

test.each(allowed)('%s is granted to our page and to no other', (permission) => {
  const { check, request } = permissions()
  expect(check(permission, 'app://demarche')).toBe(true)
  expect(request(permission, 'app://demarche/index.html#/compare')).toBe(true)
  for (const stranger of ['https://evil/?next=app://demarche', 'app://demarche.evil', '']) {
    expect(check(permission, stranger)).toBe(false)
    expect(request(permission, stranger)).toBe(false)
  }
})

test('no device is handed out and nothing is downloaded', () => {
  guardSession(asSession())
  // The handler refuses without reading what was asked for.
  expect(fakeSession.setDevicePermissionHandler.mock.lastCall![0]!({} as never)).toBe(false)
  const event = { preventDefault: vi.fn<() => void>() }
  fakeSession.emit('will-download', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
})

function guarded() {
  const contents = new FakeContents()
  const asked = vi.fn<(address: string, contents: unknown) => void>()
  guardContents(asContents(contents), asked)
  const go = (event: string, url: string) => {
    const preventDefault = vi.fn<() => void>()
    contents.emit(event, { url, preventDefault })
    return preventDefault.mock.calls.length > 0 ? 'refused' : 'let through'
  }
  return { contents, asked, go }
}

const ways = ['will-navigate', 'will-frame-navigate', 'will-redirect']
const away = [
  'https://evil/?next=app://demarche',
  'app://demarche.evil/index.html',
  'app://demarche@evil/',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
]
test.each(ways)('%s leads nowhere but to our own page', (way) => {
  const { go } = guarded()
  expect(go(way, 'app://demarche/index.html#/briefing')).toBe('let through')
  for (const url of away) expect(go(way, url)).toBe('refused')
})

test('a link that is followed is asked about; a redirect or a frame is not', () => {
  const { asked, go, contents } = guarded()
  go('will-redirect', 'https://evil/')
  go('will-frame-navigate', 'https://evil/')
  expect(asked).not.toHaveBeenCalled()
  go('will-navigate', 'https://un.org/')
  expect(asked).toHaveBeenCalledExactlyOnceWith('https://un.org/', contents)
})

test('no new window, not even of our own page, and no page within the page', () => {
  const { contents, asked } = guarded()
  const open = (url: string) =>
    contents.openHandler!({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    })
  expect(open('app://demarche/index.html')).toEqual({ action: 'deny' })
  expect(open('https://un.org/')).toEqual({ action: 'deny' })
  expect(asked).toHaveBeenLastCalledWith('https://un.org/', contents)

  const preventDefault = vi.fn<() => void>()
  contents.emit('will-attach-webview', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
})

const follow = (window: FakeWindow, url: string) => askOutside(url, asContents(window.webContents), say)

test('a link outside opens only after its whole address was shown and agreed to', async () => {
  const window = new FakeWindow()
  const url = `https://xn--80ak6aa92e.example/${'a'.repeat(500)}?q=1#end`
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
  await follow(window, url)
  expect(dialog.showMessageBox.mock.lastCall![1]).toMatchObject({ detail: url, defaultId: 1, cancelId: 1 })
  expect(shell.openExternal).not.toHaveBeenCalled()

  dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
  await follow(window, url)
  expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith(url)
})

test('a host in letters that look like others is shown in plain ones', async () => {
  dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
  await follow(new FakeWindow(), 'https://аррӏе.com/')
  expect(dialog.showMessageBox.mock.lastCall![1].detail).toBe('https://xn--80ak6aa92e.com/')
})

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://server/share',
  'mailto:a@b.example',
  'ms-msdt:/id',
  'app://demarche.evil/',
  'https://bank.example@evil.example/',
  `https://evil.example/${'a'.repeat(3_000)}`,
  'not an address',
])('%.40s is not even asked about', async (url) => {
  await follow(new FakeWindow(), url)
  expect(dialog.showMessageBox).not.toHaveBeenCalled()
  expect(shell.openExternal).not.toHaveBeenCalled()
})

test('a page cannot pile up questions', async () => {
  const window = new FakeWindow()
  let answer = (_response: { response: number }) => {}
  dialog.showMessageBox.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  const first = follow(window, 'https://un.org/')
  await follow(window, 'https://un.org/again')
  expect(dialog.showMessageBox).toHaveBeenCalledOnce()
  answer({ response: 1 })
  await first
})

test('nothing but our own files is ever fetched', () => {
  closeNetwork(asSession())
  const filter = fakeSession.webRequest.onBeforeRequest.mock.lastCall![0]!
  const fetched = (url: string) => {
    const answer = vi.fn<(response: { cancel?: boolean }) => void>()
    filter({ url } as never, answer)
    return answer.mock.lastCall![0]
  }
  for (const url of ['app://demarche/index.html', 'blob:app://demarche/0f3c']) {
    expect(fetched(url)).toEqual({ cancel: false })
  }
  const others = [
    'https://un.org/',
    'http://127.0.0.1/',
    'ws://x/',
    'file:///etc/passwd',
    'devtools://devtools/x',
  ]
  for (const url of [...others, 'chrome-extension://x/', 'ftp://x/', 'app://other/', 'blob:https://evil/1']) {
    expect(fetched(url)).toEqual({ cancel: true })
  }

  const answer = vi.fn<(verdict: number) => void>()
  fakeSession.setCertificateVerifyProc.mock.lastCall![0]!({} as never, answer)
  expect(answer).toHaveBeenCalledExactlyOnceWith(-2)
  expect(fakeSession.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false)
  expect(fakeSession.setProxy).toHaveBeenCalledExactlyOnceWith({ mode: 'direct' })
})

test('Chromium runs no errands of its own', () => {
  keepOffTheNetwork(commandLine)
  const said = commandLine.appendSwitch.mock.calls.map(([name]) => name)
  expect(said).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
  )
  expect(commandLine.appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND')
})
