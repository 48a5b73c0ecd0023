import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import type { Desktop } from '../../engine/desktop'
import { readinessScript, showPieceScript } from '../../engine/page-readiness'
import { findPrinter } from '../find-chromium'
import { startHeadlessChromium, type HeadlessChromium, type Tab } from './chromium-pipe'

const readyTimeoutMs = 60_000

/** Pieces whose garbage a page keeps: one takes some 30 MB, and to collect it a sixth of the time of a piece. */
const piecesHeld = 2

/** Prints the window's own pages in a headless Chromium, which is started once and kept for the next print. */
export function createPrinter(addressOf: () => string) {
  let starting: Promise<HeadlessChromium> | null = null

  async function start(): Promise<HeadlessChromium> {
    const executable = await findPrinter()
    if (executable === null) throw new AppError('no-printer')
    return startHeadlessChromium(executable)
  }

  function chromium(): Promise<HeadlessChromium> {
    starting ??= start().catch((error: unknown) => {
      starting = null
      throw error
    })
    return starting
  }

  /** The tabs that print one piece after the other, by their job, and how many they have printed. */
  const kept = new Map<string, { opening: Promise<Tab>; printed: number }>()

  async function openTab(within: string): Promise<Tab> {
    const tab = await (await chromium()).openTab()
    await keepWithin(new URL(addressOf()).origin, tab)
    await visit(tab, `${addressOf()}${within}`)
    return tab
  }

  function tabOfJob(job: string) {
    const there = kept.get(job) ?? { opening: openTab('print.html'), printed: 0 }
    kept.set(job, there)
    // Whoever prints on it hears of a failure.
    there.opening.catch(() => {})
    return there
  }

  async function printPiece(job: string, fragment: string, band: number): Promise<Uint8Array> {
    const there = tabOfJob(job)
    const tab = await there.opening
    await waitUntilReady(tab, showPieceScript(fragment, band))
    const pdf = await toPdf(tab)
    there.printed += 1
    // Left to itself, the page keeps the pieces before until it holds hundreds of megabytes.
    if (there.printed % piecesHeld === 0) await evaluate(tab, "gc({ type: 'major' })")
    return pdf
  }

  async function printAlone(fragment: string): Promise<Uint8Array> {
    const tab = await openTab(fragment)
    try {
      await waitUntilReady(tab, readinessScript())
      await evaluate(tab, 'document.fonts.ready.then(() => null)')
      return await toPdf(tab)
    } finally {
      await tab.close()
    }
  }

  return {
    /** Resolves once it is starting, before it can print; whoever prints hears why it could not be started. */
    async begin() {
      await chromium().catch(() => {})
    },
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
      void tabOfJob(job)
    },
    async endPrinting({ job }) {
      const there = kept.get(job)
      kept.delete(job)
      await there?.opening.then((tab) => tab.close()).catch(() => {})
    },
    async stop() {
      kept.clear()
      await (await starting?.catch(() => null))?.stop()
      starting = null
    },
  } satisfies Pick<Desktop, 'printPage' | 'preparePrinting' | 'endPrinting'> & {
    begin(): Promise<void>
    stop(): Promise<void>
  }
}

/** Whatever the page asks for, it reaches this window's own server and no other. */
async function keepWithin(origin: string, tab: Tab): Promise<void> {
  tab.listen(
    'Fetch.requestPaused',
    ({ requestId, request }: { requestId: string; request: { url: string } }) => {
      const answer =
        new URL(request.url).origin === origin
          ? tab.send('Fetch.continueRequest', { requestId })
          : tab.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      // A page that is closed meanwhile asks for nothing any longer.
      answer.catch(() => {})
    },
  )
  await tab.send('Fetch.enable')
}

async function visit(tab: Tab, url: string): Promise<void> {
  const loaded = new Promise<void>((resolve) => tab.listen('Page.loadEventFired', () => resolve()))
  await tab.send('Page.enable')
  const { errorText } = await tab.send<{ errorText?: string }>('Page.navigate', { url })
  if (errorText !== undefined) throw new Error(errorText)
  await loaded
}

async function evaluate(tab: Tab, expression: string): Promise<unknown> {
  const asked = { expression, awaitPromise: true, returnByValue: true }
  const { result } = await tab.send<{ result: { value?: unknown } }>('Runtime.evaluate', asked)
  return result.value
}

async function toPdf(tab: Tab): Promise<Uint8Array> {
  const { data } = await tab.send<{ data: string }>('Page.printToPDF', {
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
  })
  return Buffer.from(data, 'base64')
}

/** The page says itself when everything is in place, and when it never will be. */
async function waitUntilReady(tab: Tab, script: string): Promise<void> {
  let impatience: NodeJS.Timeout | undefined
  const tooLong = new Promise<string>((resolve) => {
    impatience = setTimeout(() => resolve('failed'), readyTimeoutMs)
  })
  const readiness = await Promise.race([evaluate(tab, script), tooLong]).finally(() =>
    clearTimeout(impatience),
  )
  if (readiness !== 'true')
    throw new AppError('printing-failed', { reason: createSay('en')('cli.page-failed') })
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1)[0]! : String(error)
}
