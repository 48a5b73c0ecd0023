import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Announce } from '../../engine/channel'
import type { Desktop } from '../../engine/desktop'
import type { Dispatch } from '../../engine/dispatch'
import { dispatchForWall, wallMayHear } from '../../engine/wall-doors'
import { createAnnouncements } from './announcements'
import { answerCall } from './calls'
import { createPrinter } from './print-page'
import { isOwnHost, isOwnRequest } from './request-guard'
import { securityHeaders } from './security-headers'
import { sendStaticFile } from './static-files'
import { createWindowDesktop } from './window-desktop'

// Imported as a module, it has all of Node's own fetch loaded as well: 40 ms of every command.
const { createServer } = process.getBuiltinModule('node:http')

export type RunningEngine = { dispatch: Dispatch; stop: () => Promise<void> }
export type StartEngine = (shell: { desktop: Desktop; announce: Announce }) => RunningEngine

export type BrowserShell = {
  /** Where the window finds the application; whoever knows it can read and write the open dossier. */
  address: string
  /** The same for one visit only: a program's arguments can be read by every user of the machine. */
  ticketAddress: () => string
  dispatch: Dispatch
  stop: () => Promise<void>
}

/** Serves window and engine to a browser on this machine, on a free port of the loopback interface only. */
export async function startBrowserShell({
  rendererFolder,
  startEngine,
  printsAtOnce = false,
}: {
  rendererFolder: string
  startEngine: StartEngine
  /** Whether something is printed as soon as the engine is there: what prints starts beside it then. */
  printsAtOnce?: boolean
}): Promise<BrowserShell> {
  const prefix = `/${randomBytes(32).toString('base64url')}/`
  const tickets = new Set<string>()
  // The page on the wall has an address of its own, behind which there is no more than it may ask and hear.
  const wallPrefix = `/${randomBytes(32).toString('base64url')}/`
  const announcements = createAnnouncements()
  const onTheWall = createAnnouncements()
  const printer = createPrinter(() => address)
  const windowDesktop = createWindowDesktop(announcements)
  if (printsAtOnce) await printer.begin()
  const engine = await orStop(printer, startEngine, {
    desktop: {
      ...windowDesktop.desktop,
      printPage: printer.printPage,
      preparePrinting: printer.preparePrinting,
      endPrinting: printer.endPrinting,
      openWall: async () => ({ address: `${wallPrefix}#/wall` }),
    },
    announce(name, payload) {
      windowDesktop.notice(name, payload)
      announcements.announce(name, payload)
      if (wallMayHear(name)) onTheWall.announce(name, payload)
    },
  })
  const wallDispatch = dispatchForWall(engine.dispatch)
  onTheWall.onCount((walls) => void engine.dispatch('presenting.countWalls', { walls }))

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, resolve)
  })
  // A TCP server's address is always of this type; only pipes have names.
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}${prefix}`

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnHost(request, port)) return refuse(response, 403)
    const path = (request.url ?? '/').split(/[?#]/, 1)[0]!
    if (tickets.delete(path) && request.method === 'GET') {
      response.writeHead(302, { location: prefix }).end()
      return
    }
    // Browsers ask every address for this one, and complain where it is missing.
    if (path === '/favicon.ico') return refuse(response, 204)
    const isWall = path.startsWith(wallPrefix)
    if (!isWall && !path.startsWith(prefix)) return refuse(response, 404)
    if (!isOwnRequest(request, port)) return refuse(response, 403)

    const within = path.slice(isWall ? wallPrefix.length : prefix.length)
    if (within === 'call') return answerCall(request, response, isWall ? wallDispatch : engine.dispatch)
    if (request.method !== 'GET') return refuse(response, 405)
    if (within === 'events') return (isWall ? onTheWall : announcements).subscribe(response)
    return sendStaticFile(response, rendererFolder, within)
  }

  return {
    address,
    ticketAddress() {
      const ticket = `/${randomBytes(32).toString('base64url')}`
      tickets.add(ticket)
      return `http://127.0.0.1:${port}${ticket}`
    },
    dispatch: engine.dispatch,
    async stop() {
      await printer.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await engine.stop()
    },
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end()
}

/** Nothing is left running when the engine cannot start, as of a file that is not there. */
async function orStop(
  printer: { stop(): Promise<void> },
  startEngine: StartEngine,
  shell: Parameters<StartEngine>[0],
): Promise<RunningEngine> {
  try {
    return startEngine(shell)
  } catch (error) {
    await printer.stop()
    throw error
  }
}
