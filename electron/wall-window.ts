import { BrowserWindow, screen, type Display } from 'electron'
import type { Events } from '../app/contract'
import type { Dispatch } from '../engine/dispatch'
import { dispatchForWall, wallMayHear } from '../engine/wall-doors'
import { announce, type Border } from './border'
import { pageAddress } from './origin'
import { pagePreferences } from './page-preferences'

/** The window on the projector: at most one for each dossier window, and told no more than the wall may know. */
export type WallWindow = {
  open(): Promise<{ address: null }>
  close(): void
  /** Passes on what the wall may hear, and nothing else. */
  tell<Name extends keyof Events>(name: Name, payload: Events[Name]): void
}

export function createWallWindow({
  parent,
  border,
  preloadPath,
  dispatch,
}: {
  /** The presenter's window. */
  parent: BrowserWindow
  border: Border
  preloadPath: string
  /** The presenter's own engine, as it is at the time. */
  dispatch: Dispatch
}): WallWindow {
  let window: BrowserWindow | null = null
  const count = (walls: number) => void dispatch('presenting.countWalls', { walls })

  function show(): BrowserWindow {
    const display = displayBeside(parent)
    const shown = new BrowserWindow({
      ...(display === null ? { width: 1_280, height: 720 } : display.bounds),
      fullscreen: display !== null,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: '#000000',
      webPreferences: { ...pagePreferences(preloadPath), backgroundThrottling: false },
    })
    const onUnplugged = (_event: unknown, gone: Display) => {
      // The system moves a window of a display that is gone over the presenter's notes.
      if (gone.id === display?.id && !shown.isDestroyed()) shown.close()
    }
    screen.on('display-removed', onUnplugged)
    border.admit(shown.webContents, dispatchForWall(dispatch))
    shown.once('ready-to-show', () => {
      shown.show()
      count(1)
    })
    shown.once('closed', () => {
      screen.off('display-removed', onUnplugged)
      if (window === shown) window = null
      count(0)
    })
    shown.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !shown.isDestroyed()) shown.destroy()
    })
    shown.webContents.loadURL(`${pageAddress}#/wall`).catch(() => {
      if (!shown.isDestroyed()) shown.destroy()
    })
    return shown
  }

  function close(): void {
    if (window !== null && !window.isDestroyed()) window.close()
  }
  parent.once('closed', close)

  return {
    async open() {
      if (window === null || window.isDestroyed()) window = show()
      else window.focus()
      return { address: null }
    },
    close,
    tell(name, payload) {
      if (window !== null && wallMayHear(name)) announce(window.webContents, name, payload)
    },
  }
}

/** A display that the presenter's window is not on; null where there is only one. */
function displayBeside(parent: BrowserWindow): Display | null {
  const own = screen.getDisplayMatching(parent.getBounds())
  return screen.getAllDisplays().find(({ id }) => id !== own.id) ?? null
}
