import { resolve } from 'node:path'
import { BrowserWindow, dialog, nativeTheme } from 'electron'
import type { ErrorCode, Reply } from '../app/errors'
import type { Say } from '../app/messages/say'
import type { Announce, EngineStart } from '../engine/channel'
import { announce, type Border } from './border'
import { createDesktop } from './desktop'
import { startEngine, type EngineHost } from './engine-host'
import type { MenuAction } from './menu'
import { pageAddress } from './origin'
import { pagePreferences } from './page-preferences'
import { printPage } from './print-page'
import { readPlace, rememberPlace, smallest } from './window-place'

export type WindowOptions = {
  border: Border
  say: Say
  start: EngineStart
  preloadPath: string
  enginePath: string
}

/** One window per dossier, each with an engine of its own. */
export type DossierWindow = {
  window: BrowserWindow
  /** Null as long as nothing is open in it. */
  openedPath(): string | null
  open(path: string): Promise<void>
  choose(action: MenuAction): void
}

export function createWindows(options: WindowOptions) {
  const all = new Set<DossierWindow>()

  function openWindow(path?: string): DossierWindow {
    const opened = createDossierWindow(options, { path, otherWindows: all.size })
    all.add(opened)
    opened.window.once('closed', () => all.delete(opened))
    return opened
  }

  return {
    openWindow,
    /** Into the window that has it already, else into one with nothing open, else into a new one. */
    openFile(path: string): void {
      const whole = resolve(path)
      const there = [...all].find((each) => each.openedPath() === whole)
      if (there) return bringForward(there)
      const free = [...all].find((each) => each.openedPath() === null)
      if (!free) return void openWindow(whole)
      bringForward(free)
      void free.open(whole)
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
  }
}

function createDossierWindow(
  { border, say, start, preloadPath, enginePath }: WindowOptions,
  { path, otherWindows }: { path: string | undefined; otherWindows: number },
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
  // Held until the engine has opened it or refused, so that a second file does not take this window too.
  let openedPath = path ?? null
  let engine = startOwnEngine()

  function startOwnEngine(): EngineHost {
    const desktop = createDesktop({
      window,
      say,
      printPage: (page) =>
        printPage(page, {
          parent: window,
          preloadPath,
          say,
          admit: (contents) => border.admit(contents, engine.dispatch),
        }),
    })
    const host = startEngine({ processPath: enginePath, desktop, start, announce: tell, onCrash: onGone })
    border.admit(webContents, host.dispatch)
    return host
  }

  const tell: Announce = (name, payload) => {
    if (name === 'dossier.switched') {
      // Announce pairs each name with its payload, which a test of the name does not narrow.
      openedPath = (payload as { path: string } | null)?.path ?? null
    }
    announce(webContents, name, payload)
  }

  async function open(wanted: string): Promise<void> {
    openedPath ??= wanted
    const reply = await engine.dispatch('dossier.open', { path: wanted })
    if (reply.ok) return
    if (openedPath === wanted) openedPath = null
    if (!window.isDestroyed()) await showFailure(window, reply, say)
  }

  /** The page and its engine know of each other's state: when one is gone, both start afresh. */
  async function onGone(): Promise<void> {
    if (window.isDestroyed()) return
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
    const again = openedPath
    await engine.stop()
    engine = startOwnEngine()
    showPage(again)
  }

  function showPage(wanted: string | null): void {
    // The engine answers in turn: the page's first question finds the dossier open.
    if (wanted !== null) void open(wanted)
    void webContents.loadURL(wanted === null ? pageAddress : `${pageAddress}#/compare`)
  }

  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => rememberPlace(start.homeFolder, window))
  window.once('closed', () => void engine.stop())
  webContents.on('render-process-gone', () => void onGone())
  showPage(openedPath)

  return {
    window,
    openedPath: () => openedPath,
    open,
    choose: (action) => announce(webContents, 'menu.chosen', { action }),
  }
}

function bringForward({ window }: DossierWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

async function showFailure(
  window: BrowserWindow,
  { error }: Extract<Reply<never>, { ok: false }>,
  say: Say,
): Promise<void> {
  const id: `error.${ErrorCode}` = `error.${error.code}`
  await dialog.showMessageBox(window, {
    type: 'error',
    title: say('desktop.notOpened'),
    message: say(id, error.details),
  })
}
