import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import type * as Electron from 'electron'
import { serveEngine } from '../../engine/channel'
import { serveReader } from '../../engine/import/serve-reader'

/**
 * Stands in for the `electron` module where there is no Electron. Every part of it is typed by Electron's own
 * declarations, so that a method that is renamed or called differently there no longer compiles here.
 */

type Frame = Pick<Electron.WebFrameMain, 'frameToken' | 'processId' | 'origin'> & { parent: Frame | null }

let lastId = 0

export class FakeContents
  extends EventEmitter
  implements Pick<Electron.WebContents, 'id' | 'send' | 'isDestroyed' | 'loadURL' | 'printToPDF'>
{
  readonly id = ++lastId
  isGone = false
  readonly mainFrame: Frame = {
    frameToken: `frame-${this.id}`,
    processId: this.id,
    origin: 'app://demarche',
    parent: null,
  }
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  readonly send = vi.fn<Electron.WebContents['send']>()
  readonly loadURL = vi.fn<Electron.WebContents['loadURL']>(async () => {})
  readonly executeJavaScript = vi.fn<Electron.WebContents['executeJavaScript']>(async () => 'true')
  readonly printToPDF = vi.fn<Electron.WebContents['printToPDF']>(async () => Buffer.from('%PDF-1.7'))
  readonly setWebRTCIPHandlingPolicy = vi.fn<Electron.WebContents['setWebRTCIPHandlingPolicy']>()
  readonly setWindowOpenHandler: Electron.WebContents['setWindowOpenHandler'] = (handler) => {
    this.openHandler = handler
  }
  isDestroyed = () => this.isGone
}

type WindowMethods = 'show' | 'focus' | 'restore' | 'maximize' | 'destroy' | 'close' | 'isDestroyed'
type WindowQuestions = 'isMinimized' | 'isMaximized' | 'isVisible' | 'getNormalBounds' | 'getBounds'

export class FakeWindow
  extends EventEmitter
  implements Pick<Electron.BrowserWindow, WindowMethods | WindowQuestions>
{
  static all: FakeWindow[] = []
  static focused: FakeWindow | null = null
  static getFocusedWindow = () => FakeWindow.focused
  static fromWebContents = (contents: FakeContents) =>
    FakeWindow.all.find((window) => window.webContents === contents) ?? null

  readonly webContents = new FakeContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  isShown: boolean
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    this.isShown = options.show !== false
    FakeWindow.all.push(this)
    fakeApp.emit('web-contents-created', {}, this.webContents)
  }
  show = () => void (this.isShown = true)
  focus = vi.fn<Electron.BrowserWindow['focus']>(() => void (FakeWindow.focused = this))
  restore = vi.fn<Electron.BrowserWindow['restore']>()
  maximize = vi.fn<Electron.BrowserWindow['maximize']>()
  isVisible = () => this.isShown
  isMinimized = () => false
  isMaximized = () => false
  isDestroyed = () => this.webContents.isGone
  getBounds = () => ({ x: 40, y: 50, width: 1_200, height: 800 })
  getNormalBounds = () => ({ x: 40, y: 50, width: 1_200, height: 800 })
  close = () => {
    this.emit('close')
    this.destroy()
  }
  destroy = () => {
    if (this.isDestroyed()) return
    this.webContents.isGone = true
    this.webContents.emit('destroyed')
    this.emit('closed')
  }
}

/** The real engine, or the real reader of a document, at the far end of a pipe that copies like Electron's. */
export class FakeChild extends EventEmitter implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'> {
  static all: FakeChild[] = []
  /** While set, a reader takes its document and answers nothing. */
  static areReadersStuck = false
  isOver = false
  /** When set, the process takes messages and answers none. */
  isStuck = false
  #exitCode = 0
  readonly #toEngine = new EventEmitter()
  readonly modulePath: string
  constructor(modulePath: string) {
    super()
    this.modulePath = modulePath
    FakeChild.all.push(this)
    const pipe = {
      send: (message: unknown) => queueMicrotask(() => this.#deliver(this, structuredClone(message))),
      listen: (listener: (message: unknown) => void) => void this.#toEngine.on('message', listener),
    }
    const isReader = modulePath.endsWith('reader-process.js')
    this.isStuck = isReader && FakeChild.areReadersStuck
    if (isReader) serveReader(pipe)
    else serveEngine(pipe, () => this.end(this.#exitCode))
  }
  postMessage = (message: unknown) =>
    queueMicrotask(() => this.#deliver(this.#toEngine, structuredClone(message)))
  kill = vi.fn<Electron.UtilityProcess['kill']>(() => {
    this.end(143)
    return true
  })
  /** Ends as by a fault of its own; its files are closed, as the system does then. */
  crash(): void {
    this.#exitCode = 1
    this.#toEngine.emit('message', { type: 'stop' })
  }
  end(code: number): void {
    if (this.isOver) return
    this.isOver = true
    this.emit('exit', code)
  }
  #deliver(to: EventEmitter, message: unknown): void {
    if (!this.isOver && !this.isStuck) to.emit('message', message)
  }
}

const commandLine = {
  appendSwitch: vi.fn<Electron.CommandLine['appendSwitch']>(),
} satisfies Pick<Electron.CommandLine, 'appendSwitch'>

/** What a test may set about the machine. */
export const machine = { hasLock: true, appPath: '/application', folder: '/nowhere' }

export const fakeApp = Object.assign(new EventEmitter(), {
  commandLine,
  isPackaged: false,
  ...({
    enableSandbox: vi.fn<Electron.App['enableSandbox']>(),
    quit: vi.fn<Electron.App['quit']>(),
    whenReady: async () => {},
    getLocale: () => 'en-GB',
    getAppPath: () => machine.appPath,
    getPath: () => machine.folder,
    requestSingleInstanceLock: () => machine.hasLock,
    getAppMetrics: () => [],
  } satisfies Pick<
    Electron.App,
    | 'enableSandbox'
    | 'quit'
    | 'whenReady'
    | 'getLocale'
    | 'getAppPath'
    | 'getPath'
    | 'requestSingleInstanceLock'
    | 'getAppMetrics'
  >),
})

type SessionParts =
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler'
  | 'setCertificateVerifyProc'
  | 'setSpellCheckerEnabled'
  | 'setProxy'
const sessionMethods = {
  setPermissionCheckHandler: vi.fn<Electron.Session['setPermissionCheckHandler']>(),
  setPermissionRequestHandler: vi.fn<Electron.Session['setPermissionRequestHandler']>(),
  setDevicePermissionHandler: vi.fn<Electron.Session['setDevicePermissionHandler']>(),
  setCertificateVerifyProc: vi.fn<Electron.Session['setCertificateVerifyProc']>(),
  setSpellCheckerEnabled: vi.fn<Electron.Session['setSpellCheckerEnabled']>(),
  setProxy: vi.fn<Electron.Session['setProxy']>(async () => {}),
} satisfies Pick<Electron.Session, SessionParts>

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void
export const fakeSession = Object.assign(new EventEmitter(), {
  ...sessionMethods,
  protocol: { handle: vi.fn<Electron.Protocol['handle']>() } satisfies Pick<Electron.Protocol, 'handle'>,
  webRequest: {
    // Of the two ways to say it, the one without a filter, as a function of its own type.
    onBeforeRequest: vi.fn<(listener: BeforeRequest | null) => void>(),
  },
})

const handlers = new Map<string, Parameters<Electron.IpcMain['handle']>[1]>()
const ipcMain = {
  handle: (channel, listener) => void handlers.set(channel, listener),
} satisfies Pick<Electron.IpcMain, 'handle'>

/** Calls as a page would; what stands in for the event is as much of it as the border reads. */
export async function callFrom(
  contents: FakeContents,
  [name, input]: [name: unknown, input?: unknown],
  senderFrame: Frame | null = contents.mainFrame,
): Promise<unknown> {
  const event = { sender: contents, senderFrame }
  return handlers.get('call')!(event as unknown as Electron.IpcMainInvokeEvent, name, input)
}

/** The answers a person gives; overwritten by a test. */
export const dialog = {
  showMessageBox:
    vi.fn<(window: FakeWindow, options: Electron.MessageBoxOptions) => Promise<{ response: number }>>(),
  showOpenDialog:
    vi.fn<
      (window: FakeWindow, options: Electron.OpenDialogOptions) => Promise<Electron.OpenDialogReturnValue>
    >(),
  showSaveDialog:
    vi.fn<
      (window: FakeWindow, options: Electron.SaveDialogOptions) => Promise<Electron.SaveDialogReturnValue>
    >(),
}
dialog satisfies Record<keyof Pick<Electron.Dialog, keyof typeof dialog>, unknown>

export const shell = {
  openExternal: vi.fn<Electron.Shell['openExternal']>(async () => {}),
} satisfies Pick<Electron.Shell, 'openExternal'>

export const protocol = {
  registerSchemesAsPrivileged: vi.fn<Electron.Protocol['registerSchemesAsPrivileged']>(),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: vi.fn<(menu: Electron.MenuItemConstructorOptions[]) => void>(),
} satisfies Record<keyof Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>, unknown>

type FakeDisplay = Pick<Electron.Display, 'id' | 'workArea' | 'bounds'>
export const ownDisplay = {
  id: 1,
  workArea: { x: 0, y: 0, width: 1_920, height: 1_040 },
  bounds: { x: 0, y: 0, width: 1_920, height: 1_080 },
} satisfies FakeDisplay
export const projector = {
  id: 2,
  workArea: { x: 1_920, y: 0, width: 1_280, height: 720 },
  bounds: { x: 1_920, y: 0, width: 1_280, height: 720 },
} satisfies FakeDisplay
/** What is plugged in; overwritten by a test. */
export const displays: { all: FakeDisplay[] } = { all: [ownDisplay] }
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => displays.all,
  getDisplayMatching: () => ownDisplay,
} satisfies Record<keyof Pick<Electron.Screen, 'getAllDisplays' | 'getDisplayMatching'>, unknown>)

export const utilityProcess = {
  fork: (modulePath: string, _args?: string[], _options?: Electron.ForkOptions) => new FakeChild(modulePath),
} satisfies Record<keyof Pick<typeof Electron.utilityProcess, 'fork'>, unknown>

export const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<
  Electron.NativeTheme,
  'shouldUseDarkColors'
>
export const session = { defaultSession: fakeSession }
export { commandLine, fakeApp as app, FakeWindow as BrowserWindow, ipcMain }
