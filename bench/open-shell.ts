import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { startBrowserShell } from '../cli/browser-shell/browser-shell'
import { chromiumFlags } from '../cli/chromium-flags'
import { findChromium } from '../cli/find-chromium'
import { startEngine } from '../cli/start-engine'

/** Run as a script from `out/bench`, beside what is built. */
export const built = join(import.meta.dirname, '..')

export const builtSample = join(built, 'sample/sample.demarche')

/** The built application as its own server, with a home of its own, and a Chromium to look at it. */
export async function openShell({
  homeFolder,
  samplePath = '',
  flags = [],
}: {
  homeFolder: string
  samplePath?: string
  flags?: readonly string[]
}) {
  const executablePath = await findChromium()
  if (executablePath === null) throw new Error('There is no Chromium on this machine to open a window in.')
  const shell = await startBrowserShell({
    rendererFolder: join(built, 'renderer'),
    startEngine: ({ desktop, announce }) =>
      startEngine(join(built, 'main/engine-worker.js'), {
        desktop,
        announce,
        start: { user: 'bench', homeFolder, samplePath },
      }),
  })
  const browser: Browser = await chromium.launch({ executablePath, args: [...chromiumFlags(), ...flags] })
  return { shell, browser }
}
