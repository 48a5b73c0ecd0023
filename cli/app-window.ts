import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumFlags } from './chromium-flags'
import { findChromium } from './find-chromium'

export type AppWindow = {
  /** Whether the person closed it, or it could not be shown, as on a display that cannot be reached. */
  ended: Promise<'closed' | 'failed'>
  close: () => Promise<void>
}

/** Chromium's window without tabs and address bar, with a profile that is gone when it closes; null without Chromium. */
export async function openAppWindow(
  address: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<AppWindow | null> {
  const executable = await findChromium(environment)
  if (executable === null) return null
  const profile = await mkdtemp(join(tmpdir(), 'demarche-window-'))
  const chromium = spawn(
    executable,
    [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1440,900', ...chromiumFlags()],
    { stdio: 'ignore' },
  )
  const ended = new Promise<'closed' | 'failed'>((resolve) => {
    chromium.once('exit', (code) => resolve(code === null || code === 0 ? 'closed' : 'failed'))
    chromium.once('error', () => resolve('failed'))
  })
  return {
    ended,
    async close() {
      chromium.kill()
      await ended
      // Its last processes may still be writing while the folder is emptied.
      await rm(profile, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
