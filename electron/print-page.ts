import { BrowserWindow, type WebContents } from 'electron'
import { AppError } from '../app/errors'
import type { Say } from '../app/messages/say'
import type { Desktop } from '../engine/desktop'
import { pageAddress } from './origin'
import { pagePreferences } from './page-preferences'

const patienceMs = 60_000

/** Resolves with what the page says of itself, once that is final. */
export const readinessScript = `new Promise((resolve) => {
  const root = document.documentElement
  const look = () => {
    const { ready } = root.dataset
    if (ready !== 'true' && ready !== 'failed') return
    observer.disconnect()
    resolve(ready)
  }
  const observer = new MutationObserver(look)
  observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] })
  look()
})`

/** Prints a page of the application in a window that is never shown, and that goes away whatever happens. */
export async function printPage(
  { fragment, paper, orientation }: Parameters<Desktop['printPage']>[0],
  {
    parent,
    preloadPath,
    admit,
    say,
  }: { parent: BrowserWindow; preloadPath: string; admit: (contents: WebContents) => void; say: Say },
): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    parent,
    width: 1_280,
    height: 960,
    webPreferences: { ...pagePreferences(preloadPath), backgroundThrottling: false },
  })
  const { webContents } = window
  const trouble = watchForTrouble(window, say)
  try {
    admit(webContents)
    await Promise.race([showPage(webContents, fragment, say), trouble.happened])
    const pdf = webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      pageSize: paper,
      landscape: orientation === 'landscape',
    })
    return new Uint8Array(await Promise.race([pdf, trouble.happened]))
  } catch (error) {
    throw error instanceof AppError ? error : failed(say('desktop.print.refused'), error)
  } finally {
    trouble.forget()
    if (!window.isDestroyed()) window.destroy()
  }
}

async function showPage(webContents: WebContents, fragment: string, say: Say): Promise<void> {
  const address = new URL(pageAddress)
  address.hash = fragment
  await webContents.loadURL(address.href)
  const readiness: unknown = await webContents.executeJavaScript(readinessScript)
  if (readiness !== 'true') throw failed(say('desktop.print.pageFailed'))
}

/** Rejects when the page is gone or takes too long; a promise that nobody waits for any longer stays quiet. */
function watchForTrouble(window: BrowserWindow, say: Say) {
  let fail = (_error: AppError) => {}
  const happened = new Promise<never>((_resolve, reject) => (fail = reject))
  happened.catch(() => {})
  const tooLong = setTimeout(() => fail(failed(say('desktop.print.tooLong'))), patienceMs)
  window.once('closed', () => fail(failed(say('desktop.print.closed'))))
  window.webContents.once('render-process-gone', () => fail(failed(say('desktop.print.closed'))))
  return { happened, forget: () => clearTimeout(tooLong) }
}

const failed = (reason: string, cause?: unknown) => new AppError('printing-failed', { reason }, { cause })
