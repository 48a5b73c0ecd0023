import { join } from 'node:path'
import { app, protocol, session } from 'electron'
import { createSay } from '../app/messages/say'
import { scriptFlags } from '../engine/script-memory'
import { appScheme, serveApp } from './app-protocol'
import { openBorder } from './border'
import { guardApplication, guardSession } from './guards'
import { installMenu } from './menu'
import { closeNetwork, keepOffTheNetwork } from './network'
import { askOutside } from './outside-link'
import { engineStart } from './places'
import { wantedFile, wantedIn, type Wanted } from './wanted'
import { createWindows } from './windows'

/** Everything from the command line to the last window; `outFolder` is where it was all built to. */
export function runApplication(outFolder: string): void {
  // What is asked for before there can be a window.
  const waiting = wantedIn(process.argv, { folder: process.cwd(), appPath: app.getAppPath() })
  let open = (wanted: Wanted): void => void waiting.push(wanted)

  app.enableSandbox()
  keepOffTheNetwork(app.commandLine)
  app.commandLine.appendSwitch('js-flags', scriptFlags)
  protocol.registerSchemesAsPrivileged([appScheme])
  if (!app.requestSingleInstanceLock()) return app.quit()

  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(wantedFile(path))
  })
  void app.whenReady().then(() => {
    open = openApplication(outFolder, waiting)
  })
}

/** Returns the way to open anything further. */
function openApplication(outFolder: string, waiting: readonly Wanted[]): (wanted: Wanted) => void {
  const say = createSay(app.getLocale())
  const { defaultSession } = session
  guardApplication(app, (address, contents) => void askOutside(address, contents, say))
  guardSession(defaultSession)
  closeNetwork(defaultSession)
  serveApp(defaultSession, join(outFolder, 'renderer'))

  const windows = createWindows({
    border: openBorder(),
    say,
    start: engineStart(outFolder),
    preloadPath: join(outFolder, 'preload', 'preload.cjs'),
    enginePath: join(outFolder, 'main', 'engine-process.js'),
    readerPath: join(outFolder, 'main', 'reader-process.js'),
  })
  const openAll = (all: readonly Wanted[]) => {
    if (all.length === 0) windows.show()
    for (const wanted of all) windows.open(wanted)
  }
  installMenu({ say, choose: windows.choose, platform: process.platform })

  app.on('second-instance', (_event, argv, folder) => {
    openAll(wantedIn(argv, { folder, appPath: app.getAppPath() }))
  })
  app.on('activate', () => windows.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    // Quitting ends the engines' processes, and the last thing typed may still be on its way to one.
    const ending = windows.ending()
    if (ending === null) return
    event.preventDefault()
    void ending.then(() => app.quit())
  })

  openAll(waiting)
  return windows.open
}
