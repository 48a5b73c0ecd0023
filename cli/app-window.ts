import { chromiumFlags } from './chromium-flags'
import { startChromium } from './chromium-process'
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
  const args = [`--app=${address}`, '--window-size=1440,900', ...chromiumFlags()]
  const chromium = await startChromium(executable, args, { stdio: 'ignore' })
  return {
    ended: chromium.ended.then((end) => (end === null || end === 0 ? 'closed' : 'failed')),
    close: chromium.stop,
  }
}
