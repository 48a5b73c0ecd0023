import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { app, protocol, session, type WebContents } from 'electron'
import { createSay } from '../app/messages/say'
import { appScheme, serveApp } from './app-protocol'
import { openBorder } from './border'
import { guardApplication, guardSession } from './guards'
import { installMenu } from './menu'
import { closeNetwork, keepOffTheNetwork } from './network'
import { askOutside } from './outside-link'
import { createWindows } from './windows'

const outFolder = dirname(import.meta.dirname)
/** Asked for before there was a window. */
const waiting = dossiersIn(process.argv, process.cwd())
let openFile = (path: string): void => void waiting.push(path)

app.enableSandbox()
keepOffTheNetwork(app.commandLine)
protocol.registerSchemesAsPrivileged([appScheme])

if (app.requestSingleInstanceLock()) {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFile(path)
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const say = createSay(app.getLocale())
  guardApplication(app, (address: string, contents: WebContents) => void askOutside(address, contents, say))
  guardSession(session.defaultSession)
  closeNetwork(session.defaultSession)
  serveApp(session.defaultSession, join(outFolder, 'renderer'))

  const windows = createWindows({
    border: openBorder(),
    say,
    start: { user: userName(), homeFolder: app.getPath('userData'), samplePath: samplePath() },
    preloadPath: join(outFolder, 'preload', 'preload.cjs'),
    enginePath: join(outFolder, 'main', 'engine-process.js'),
  })
  installMenu({ say, choose: windows.choose, platform: process.platform })

  app.on('second-instance', (_event, argv, folder) => {
    const paths = dossiersIn(argv, folder)
    if (paths.length === 0) windows.show()
    for (const path of paths) windows.openFile(path)
  })
  app.on('activate', () => windows.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  openFile = windows.openFile
  if (waiting.length === 0) windows.show()
  for (const path of waiting) windows.openFile(path)
}

function dossiersIn(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.demarche'))
    .map((argument) => resolve(folder, argument))
}

/** SQLite opens files only, so the sample stays outside the archive that the rest is packaged in. */
function samplePath(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'sample.demarche')
    : join(outFolder, 'sample', 'sample.demarche')
}

/** Stands in the journal; a system without a name for its user is no reason not to start. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
