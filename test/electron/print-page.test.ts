import { beforeEach, expect, test, vi } from 'vitest'
import { createPrinter } from '../../electron/print-page'
import type { Desktop } from '../../engine/desktop'
import { FakeWindow } from './fake-electron'
import { asWindow, eventually, freshMachine, say } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))
beforeEach(() => void freshMachine())

const page = { fragment: '#/briefing?edition=full', paper: 'A4', orientation: 'landscape' } as const

/** Starts printing; `prepare` has the hidden window before the page does anything. */
function print(
  prepare: (hidden: FakeWindow) => void = () => {},
  asked: Parameters<Desktop['printPage']>[0] = page,
) {
  const parent = new FakeWindow()
  const admitted: number[] = []
  const printer = createPrinter({
    parent: asWindow(parent),
    preloadPath: '/out/preload/preload.cjs',
    say,
    admit(contents) {
      admitted.push(contents.id)
      prepare(FakeWindow.all.at(-1)!)
    },
  })
  const printed = printer.printPage(asked)
  return { printer, printed, admitted, parent, hidden: FakeWindow.all.at(-1)! }
}
const failing = { code: 'printing-failed' }

test('prints the page at its address, tagged and with an outline, in a window nobody sees', async () => {
  const { printed, admitted, hidden, parent } = print()

  expect(new TextDecoder().decode(await printed)).toBe('%PDF-1.7')
  expect(hidden.webContents.loadURL).toHaveBeenCalledExactlyOnceWith(
    'app://demarche/index.html#/briefing?edition=full',
  )
  expect(hidden.webContents.printToPDF).toHaveBeenCalledExactlyOnceWith({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
    pageSize: 'A4',
    landscape: true,
  })
  expect(admitted).toEqual([hidden.webContents.id])
  expect(hidden.options).toMatchObject({
    show: false,
    parent,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  expect(hidden.isShown).toBe(false)
  expect(hidden.isDestroyed()).toBe(true)
})

test('waits until the page says that it is ready', async () => {
  let say = (_readiness: string) => {}
  const { printed, hidden } = print(({ webContents }) => {
    webContents.executeJavaScript.mockReturnValueOnce(new Promise((resolve) => (say = resolve)))
  })
  await eventually(() => expect(hidden.webContents.executeJavaScript).toHaveBeenCalled())
  expect(hidden.webContents.printToPDF).not.toHaveBeenCalled()

  say('true')
  await printed
  expect(hidden.webContents.printToPDF).toHaveBeenCalledOnce()
})

const mishaps: [string, (hidden: FakeWindow) => void][] = [
  ['the page fails', ({ webContents }) => webContents.executeJavaScript.mockResolvedValueOnce('failed')],
  ['the page is not there', ({ webContents }) => webContents.loadURL.mockRejectedValueOnce(new Error('ERR'))],
  ['printing fails', ({ webContents }) => webContents.printToPDF.mockRejectedValueOnce(new Error('ERR'))],
  [
    'its process ends',
    ({ webContents }) => {
      webContents.executeJavaScript.mockReturnValueOnce(new Promise(() => {}))
      queueMicrotask(() => webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 }))
    },
  ],
  [
    'its window is closed with the other',
    (hidden) => {
      hidden.webContents.executeJavaScript.mockReturnValueOnce(new Promise(() => {}))
      queueMicrotask(() => hidden.destroy())
    },
  ],
]
test.each(mishaps)('when %s, that is said and the window goes away', async (_name, prepare) => {
  const { printed, hidden } = print(prepare)

  await expect(printed).rejects.toMatchObject(failing)
  expect(hidden.isDestroyed()).toBe(true)
})

test('a page that is never ready is given up after a minute', async () => {
  vi.useFakeTimers()
  try {
    const { printed, hidden } = print(({ webContents }) => {
      webContents.executeJavaScript.mockReturnValueOnce(new Promise(() => {}))
    })
    const outcome = printed.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(59_999)
    expect(hidden.isDestroyed()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await outcome).toMatchObject({ ...failing, details: { reason: say('desktop.print.tooLong') } })
    expect(hidden.isDestroyed()).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('no fragment leads to another page', async () => {
  const { printed, hidden } = print(() => {}, { ...page, fragment: '//evil/?next=app://demarche' })
  await printed
  const address = hidden.webContents.loadURL.mock.lastCall![0]
  expect(address).toBe('app://demarche/index.html#//evil/?next=app://demarche')
})

const piece = (index: number) => ({ ...page, fragment: `#job=a&band=${index}`, piece: { job: 'a-0', index } })

test('the pieces of a job are printed in one hidden window, which goes away when the job ends', async () => {
  const { printer, printed, hidden } = print(() => {}, piece(0))
  await printed
  await printer.printPage(piece(2))
  expect(FakeWindow.all.filter(({ options }) => options.show === false)).toEqual([hidden])
  expect(hidden.webContents.loadURL).toHaveBeenCalledExactlyOnceWith('app://demarche/print.html#job=a&band=0')
  expect(hidden.webContents.executeJavaScript.mock.lastCall![0]).toContain('"#job=a&band=2"')
  expect(hidden.webContents.printToPDF).toHaveBeenCalledTimes(2)
  expect(hidden.webContents.listenerCount('render-process-gone')).toBe(0)
  expect(hidden.isDestroyed()).toBe(false)

  await printer.endPrinting({ job: 'a-0' })
  expect(hidden.isDestroyed()).toBe(true)
})

test('a piece that fails takes its window with it', async () => {
  const { printed, hidden } = print(
    ({ webContents }) => webContents.printToPDF.mockRejectedValueOnce(new Error('ERR')),
    piece(0),
  )
  await expect(printed).rejects.toMatchObject(failing)
  expect(hidden.isDestroyed()).toBe(true)
})
