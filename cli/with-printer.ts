import { resolve } from 'node:path'
import { createDispatcher } from '../engine/dispatch'
import { userName } from '../engine/places'
import { createSession } from '../engine/session'
import { startBrowserShell } from './browser-shell/browser-shell'
import type { CommandContext } from './command'
import { createCall, type Call } from './open-to-read'

/** The browser shell without a window: the page that a person would print, printed. */
export async function withPrinter<T>(
  file: string,
  { places, now }: CommandContext,
  ask: (call: Call) => Promise<T>,
): Promise<T> {
  const shell = await startBrowserShell({
    rendererFolder: places.renderer,
    printsAtOnce: true,
    startEngine({ desktop, announce }) {
      const session = createSession({
        user: userName(),
        now,
        homeFolder: places.home,
        samplePath: places.sample,
        desktop,
        announce,
      })
      session.openPath(resolve(file), { toRead: true })
      return { dispatch: createDispatcher(session), stop: async () => session.close() }
    },
  })
  try {
    return await ask(createCall(shell.dispatch))
  } finally {
    await shell.stop()
  }
}
