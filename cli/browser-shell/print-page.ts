import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import type { Desktop } from '../../engine/desktop'
import { readinessScript, showPieceScript } from '../../engine/page-readiness'
import { chromiumFlags } from '../chromium-flags'
import { findChromium } from '../find-chromium'

const readyTimeoutMs = 60_000

type PiecePage = { page: Page; client: CDPSession }

/** Prints the window's own pages in a headless Chromium, which is started once and kept for the next print. */
export function createPrinter(addressOf: () => string) {
  let starting: Promise<Browser> | null = null

  async function start(): Promise<Browser> {
    const executablePath = await findChromium()
    if (executablePath === null) throw new AppError('no-printer')
    const { chromium } = await import('playwright-core')
    // The shell itself ends what it started, whatever signal it gets.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
    return chromium.launch({ executablePath, args: [...chromiumFlags(), '--disable-gpu'], ...signals })
  }

  function browser(): Promise<Browser> {
    starting ??= start().catch((error: unknown) => {
      starting = null
      throw error
    })
    return starting
  }

  /** The pages that print one piece after the other, by their job. */
  const kept = new Map<string, Promise<PiecePage>>()

  /** One for all pieces: with each context Chromium starts a process ahead of need. */
  let piecesContext: Promise<BrowserContext> | null = null

  async function openContext(): Promise<BrowserContext> {
    const { origin } = new URL(addressOf())
    const context = await (await browser()).newContext()
    await context.route(
      (url) => url.origin !== origin,
      (route) => route.abort('blockedbyclient'),
    )
    return context
  }

  function contextOfPieces(): Promise<BrowserContext> {
    piecesContext ??= openContext().catch((error: unknown) => {
      piecesContext = null
      throw error
    })
    return piecesContext
  }

  async function openPiecePage(): Promise<PiecePage> {
    const page = await (await contextOfPieces()).newPage()
    await page.goto(`${addressOf()}print.html`)
    return { page, client: await page.context().newCDPSession(page) }
  }

  function pageOfJob(job: string): Promise<PiecePage> {
    const there = kept.get(job) ?? openPiecePage()
    kept.set(job, there)
    // Whoever prints on it hears of a failure.
    there.catch(() => {})
    return there
  }

  async function printPiece(job: string, fragment: string, band: number): Promise<Uint8Array> {
    const { page, client } = await pageOfJob(job)
    await waitUntilReady(page, showPieceScript(fragment, band))
    const pdf = await toPdf(page)
    // Left to itself, the page keeps the pieces before until it holds hundreds of megabytes.
    await client.send('HeapProfiler.collectGarbage')
    return pdf
  }

  async function printAlone(fragment: string): Promise<Uint8Array> {
    const page = await (await openContext()).newPage()
    try {
      await page.goto(`${addressOf()}${fragment}`)
      await waitUntilReady(page, readinessScript())
      await page.evaluate('document.fonts.ready.then(() => null)')
      return await toPdf(page)
    } finally {
      await page.context().close()
    }
  }

  return {
    async printPage({ fragment, piece }) {
      try {
        return await (piece === undefined
          ? printAlone(fragment)
          : printPiece(piece.job, fragment, piece.index))
      } catch (error) {
        if (error instanceof AppError) throw error
        throw new AppError('printing-failed', { reason: firstLine(error) }, { cause: error })
      }
    },
    async preparePrinting({ job }) {
      void pageOfJob(job)
    },
    async endPrinting({ job }) {
      const there = kept.get(job)
      kept.delete(job)
      await there?.then(({ page }) => page.close()).catch(() => {})
    },
    async stop() {
      kept.clear()
      piecesContext = null
      await (await starting?.catch(() => null))?.close()
      starting = null
    },
  } satisfies Pick<Desktop, 'printPage' | 'preparePrinting' | 'endPrinting'> & { stop(): Promise<void> }
}

const toPdf = (page: Page): Promise<Uint8Array> =>
  page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })

/** The page says itself when everything is in place, and when it never will be. */
async function waitUntilReady(page: Page, script: string): Promise<void> {
  let impatience: NodeJS.Timeout | undefined
  const tooLong = new Promise<string>((resolve) => {
    impatience = setTimeout(() => resolve('failed'), readyTimeoutMs)
  })
  const readiness = await Promise.race([page.evaluate<unknown>(script), tooLong]).finally(() =>
    clearTimeout(impatience),
  )
  if (readiness !== 'true')
    throw new AppError('printing-failed', { reason: createSay('en')('cli.page-failed') })
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1)[0]! : String(error)
}
