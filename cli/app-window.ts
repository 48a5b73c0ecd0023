import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumFlags } from './chromium-flags'
import { findChromium } from './find-chromium'

export type AppWindow = { closed: Promise<void>; close: () => Promise<void> }

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
  const closed = new Promise<void>((resolve) => {
    chromium.once('exit', () => resolve())
    chromium.once('error', () => resolve())
  })
  return {
    closed,
    async close() {
      chromium.kill()
      await closed
      // Its last processes may still be writing while the folder is emptied.
      await rm(profile, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
