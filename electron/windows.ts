import { BrowserWindow, dialog, nativeTheme } from 'electron'
import type { ErrorCode, Reply } from '../app/errors'
import type { Say } from '../app/messages/say'
import type { Announce, EngineStart } from '../engine/channel'
import { announce, type Border } from './border'
import { createDesktop } from './desktop'
import { startEngine, type EngineHost } from './engine-host'
import { readInProcess } from '../engine/import/read-in-process'
import { startReader } from './start-reader'
import type { MenuAction } from './menu'
import { pageAddress } from './origin'
import { pagePreferences } from './page-preferences'
import { createPrinter } from './print-page'
import { createWallWindow } from './wall-window'
import type { Wanted } from './wanted'
import { readPlace, rememberPlace, smallest } from './window-place'

export type WindowOptions = {
  border: Border
  say: Say
  start: EngineStart
  preloadPath: string
  enginePath: string
  readerPath: string
}

/** One window per dossier, each with an engine of its own. */
export type DossierWindow = {
  window: BrowserWindow
  /** What is open in it or about to be; null where nothing is. */
  heldPath(): string | null
  open(wanted: Wanted): Promise<void>
  choose(action: MenuAction): void
  /** Resolves once the window is closed and its engine has put everything away. */
  ended: Promise<void>
}

export function createWindows(options: WindowOptions) {
  const all = new Set<DossierWindow>()
  const ending = new Set<Promise<void>>()

  function openWindow(wanted?: Wanted): DossierWindow {
    const opened = createDossierWindow(options, { wanted, otherWindows: all.size })
    all.add(opened)
    opened.window.once('closed', () => {
      all.delete(opened)
      ending.add(opened.ended)
      void opened.ended.then(() => ending.delete(opened.ended))
    })
    return opened
  }

  return {
    /** In the window that has it already, else in one with nothing open, else in a new one. */
    open(wanted: Wanted): void {
      const held = wanted.kind === 'file' && [...all].find((each) => each.heldPath() === wanted.path)
      if (held) return bringForward(held)
      const free = [...all].find((each) => each.heldPath() === null)
      if (!free) return void openWindow(wanted)
      bringForward(free)
      void free.open(wanted)
    },
    /** A window in front of the person, a new one where there is none. */
    show(): void {
      const [first] = all
      if (first) bringForward(first)
      else openWindow()
    },
    choose(action: MenuAction): void {
      const focused = BrowserWindow.getFocusedWindow()
      const chosen = [...all].find(({ window }) => window === focused)
      if (chosen) chosen.choose(action)
      else if (all.size === 0) openWindow()
    },
    /** Engines of closed windows that are still writing what they were told last; null without any. */
    ending: (): Promise<unknown> | null => (ending.size === 0 ? null : Promise.all(ending)),
  }
}

function createDossierWindow(
  { border, say, start, preloadPath, enginePath, readerPath }: WindowOptions,
  { wanted, otherWindows }: { wanted: Wanted | undefined; otherWindows: number },
): DossierWindow {
  const { isMaximized, ...place } = readPlace(start.homeFolder, { otherWindows })
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181a' : '#fbfaf7',
    webPreferences: pagePreferences(preloadPath),
  })
  const { webContents } = window
  let opened: string | null = null
  // Until the engine has opened it or refused, so that a second file does not take this window too.
  let opening: string | null = null
  let isGone = false

  const tell: Announce = (name, payload) => {
    if (name === 'dossier.switched') {
      // Announce pairs each name with its payload, which a test of the name does not narrow.
      opened = (payload as { path: string } | null)?.path ?? null
    }
    announce(webContents, name, payload)
    wall.tell(name, payload)
  }
  const wall = createWallWindow({
    parent: window,
    border,
    preloadPath,
    dispatch: (name, input) => engine.dispatch(name, input),
  })

  let engine = startOwnEngine()

  function startOwnEngine(): EngineHost {
    const desktop = createDesktop({
      window,
      say,
      readApart: readInProcess(() => startReader(readerPath)),
      wall,
      printer: createPrinter({
        parent: window,
        preloadPath,
        say,
        admit: (contents) => border.admit(contents, engine.dispatch),
      }),
    })
    const host = startEngine({
      processPath: enginePath,
      desktop,
      start,
      announce: tell,
      onCrash: () => void onGone(),
    })
    border.admit(webContents, host.dispatch)
    return host
  }

  async function open(asked: Wanted): Promise<void> {
    opening = asked.kind === 'file' ? asked.path : start.samplePath
    const reply = await (asked.kind === 'file'
      ? engine.dispatch('dossier.open', { path: asked.path })
      : engine.dispatch('dossier.openSample', {}))
    opening = null
    if (!reply.ok && !isGone && !window.isDestroyed()) await showFailure(window, reply, say)
  }

  /** The page and its engine know of each other's state: when one is gone, both start afresh. */
  async function onGone(): Promise<void> {
    if (window.isDestroyed() || isGone) return
    isGone = true
    if (!window.isVisible()) window.show()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: say('desktop.gone.sentence'),
      buttons: [say('desktop.gone.openAgain'), say('desktop.gone.close')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (window.isDestroyed()) return
    if (response !== 0) return window.destroy()
    const again: Wanted | undefined = opened === null ? undefined : { kind: 'file', path: opened }
    opened = null
    await engine.stop()
    engine = startOwnEngine()
    isGone = false
    showPage(again)
  }

  function showPage(asked: Wanted | undefined): void {
    // The engine answers in turn: the page's first question finds the dossier open.
    if (asked) void open(asked)
    webContents.loadURL(asked ? `${pageAddress}#/compare` : pageAddress).catch(() => onGone())
  }

  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => rememberPlace(start.homeFolder, window))
  const ended = new Promise<void>((resolve) => {
    window.once('closed', () => void engine.stop().then(resolve))
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void onGone()
  })
  showPage(wanted)

  return {
    window,
    heldPath: () => opening ?? opened,
    open,
    choose: (action) => announce(webContents, 'menu.chosen', { action }),
    ended,
  }
}

function bringForward({ window }: DossierWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

async function showFailure(
  window: BrowserWindow,
  { error }: Extract<Reply<unknown>, { ok: false }>,
  say: Say,
): Promise<void> {
  if (!window.isVisible()) window.show()
  const id: `error.${ErrorCode}` = `error.${error.code}`
  await dialog.showMessageBox(window, {
    type: 'error',
    title: say('desktop.notOpened'),
    message: say(id, error.details),
  })
}
