import { BrowserWindow, type WebContents } from 'electron'
import { AppError } from '../app/errors'
import type { Say } from '../app/messages/say'
import type { Desktop } from '../engine/desktop'
import { readinessScript, showPieceScript } from '../engine/page-readiness'
import { pageAddress, printAddress } from './origin'
import { pagePreferences } from './page-preferences'

const patienceMs = 60_000

type Hiding = {
  parent: BrowserWindow
  preloadPath: string
  admit: (contents: WebContents) => void
  say: Say
}
type PrintedPage = Parameters<Desktop['printPage']>[0]

/** Prints pages of the application in windows that are never shown; the one of a job stays for its next piece. */
export function createPrinter(hiding: Hiding): Required<Pick<Desktop, 'printPage' | 'endPrinting'>> {
  const kept = new Map<string, BrowserWindow>()
  const end = (job: string) => {
    const window = kept.get(job)
    kept.delete(job)
    if (window !== undefined && !window.isDestroyed()) window.destroy()
  }

  async function printPiece(page: PrintedPage, { job, index }: { job: string; index: number }) {
    const there = kept.get(job)
    const window = there ?? openHidden(hiding)
    kept.set(job, window)
    try {
      return await printIn(window, page, hiding.say, async () => {
        if (there === undefined) await window.webContents.loadURL(addressOf(printAddress, page.fragment))
        return window.webContents.executeJavaScript(showPieceScript(page.fragment, index))
      })
    } catch (error) {
      end(job)
      throw error
    }
  }

  async function printAlone(page: PrintedPage) {
    const window = openHidden(hiding)
    try {
      return await printIn(window, page, hiding.say, async () => {
        await window.webContents.loadURL(addressOf(pageAddress, page.fragment))
        return window.webContents.executeJavaScript(readinessScript())
      })
    } finally {
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    printPage: (page) => (page.piece === undefined ? printAlone(page) : printPiece(page, page.piece)),
    endPrinting: async ({ job }) => end(job),
  }
}

function addressOf(address: string, fragment: string): string {
  const url = new URL(address)
  url.hash = fragment
  return url.href
}

function openHidden({ parent, preloadPath, admit }: Hiding): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    parent,
    width: 1_280,
    height: 960,
    webPreferences: { ...pagePreferences(preloadPath), backgroundThrottling: false },
  })
  admit(window.webContents)
  return window
}

async function printIn(
  window: BrowserWindow,
  { paper, orientation }: PrintedPage,
  say: Say,
  show: () => Promise<unknown>,
): Promise<Uint8Array> {
  const trouble = watchForTrouble(window, say)
  try {
    const readiness = await Promise.race([show(), trouble.happened])
    if (readiness !== 'true') throw failed(say('desktop.print.pageFailed'))
    const pdf = window.webContents.printToPDF({
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
  }
}

/** Rejects when the page is gone or takes too long; a promise that nobody waits for any longer stays quiet. */
function watchForTrouble(window: BrowserWindow, say: Say) {
  let fail = (_error: AppError) => {}
  const happened = new Promise<never>((_resolve, reject) => (fail = reject))
  happened.catch(() => {})
  const { webContents } = window
  const tooLong = setTimeout(() => fail(failed(say('desktop.print.tooLong'))), patienceMs)
  const onGone = () => fail(failed(say('desktop.print.closed')))
  window.once('closed', onGone)
  webContents.once('render-process-gone', onGone)
  return {
    happened,
    forget() {
      clearTimeout(tooLong)
      window.off('closed', onGone)
      if (!window.isDestroyed()) webContents.off('render-process-gone', onGone)
    },
  }
}

const failed = (reason: string, cause?: unknown) => new AppError('printing-failed', { reason }, { cause })
