import { dirname, join } from 'node:path'
import { app, protocol, session } from 'electron'
import { createSay } from '../app/messages/say'
import { appScheme, serveApp } from './app-protocol'
import { openBorder } from './border'
import { guardApplication, guardSession } from './guards'
import { installMenu } from './menu'
import { closeNetwork, keepOffTheNetwork } from './network'
import { askOutside } from './outside-link'
import { engineStart } from './places'
import { wantedFile, wantedIn, type Wanted } from './wanted'
import { createWindows } from './windows'

const outFolder = dirname(import.meta.dirname)
/** Asked for before there was a window. */
const waiting = wantedIn(process.argv, { folder: process.cwd(), appPath: app.getAppPath() })
let open = (wanted: Wanted): void => void waiting.push(wanted)

app.enableSandbox()
keepOffTheNetwork(app.commandLine)
protocol.registerSchemesAsPrivileged([appScheme])

if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(wantedFile(path))
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const say = createSay(app.getLocale())
  guardApplication(app, (address, contents) => void askOutside(address, contents, say))
  guardSession(session.defaultSession)
  closeNetwork(session.defaultSession)
  serveApp(session.defaultSession, join(outFolder, 'renderer'))

  const windows = createWindows({
    border: openBorder(),
    say,
    start: engineStart(outFolder),
    preloadPath: join(outFolder, 'preload', 'preload.cjs'),
    enginePath: join(outFolder, 'main', 'engine-process.js'),
  })
  installMenu({ say, choose: windows.choose, platform: process.platform })

  app.on('second-instance', (_event, argv, folder) => {
    openAll(wantedIn(argv, { folder, appPath: app.getAppPath() }))
  })
  app.on('activate', () => windows.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  const openAll = (all: readonly Wanted[]) => {
    if (all.length === 0) windows.show()
    for (const wanted of all) windows.open(wanted)
  }
  open = windows.open
  openAll(waiting)
}
