import type { Browser, Page } from 'playwright-core'
import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import type { Desktop } from '../../engine/desktop'
import { chromiumFlags } from '../chromium-flags'
import { findChromium } from '../find-chromium'

const readyTimeoutMs = 60_000

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
  const kept = new Map<string, Page>()

  async function openPage(address: string): Promise<Page> {
    const context = await (await browser()).newContext()
    await context.route(
      (url) => url.origin !== new URL(address).origin,
      (route) => route.abort('blockedbyclient'),
    )
    return context.newPage()
  }

  const printPage: Desktop['printPage'] = async ({ fragment, piece }) => {
    const address = addressOf()
    let page = piece === undefined ? undefined : kept.get(piece.job)
    try {
      if (page === undefined) {
        page = await openPage(address)
        if (piece !== undefined) kept.set(piece.job, page)
        await page.goto(`${address}${fragment}`)
      } else {
        await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`)
      }
      await waitUntilReady(page, piece?.index)
      return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
    } catch (error) {
      if (error instanceof AppError) throw error
      throw new AppError('printing-failed', { reason: firstLine(error) }, { cause: error })
    } finally {
      if (piece === undefined) await page?.context().close()
    }
  }

  return {
    printPage,
    async endPrinting({ job }: { job: string }) {
      const page = kept.get(job)
      kept.delete(job)
      await page?.context().close()
    },
    async stop() {
      kept.clear()
      await (await starting?.catch(() => null))?.close()
      starting = null
    },
  }
}

/** The page says itself when everything is in place, and when it never will be. */
async function waitUntilReady(page: Page, piece: number | undefined): Promise<void> {
  // The page of a job shows the last piece until the next is there; a briefing in one piece names none.
  const shown = piece === undefined || piece === 0 ? '' : `[data-band="${piece}"]`
  const settled = page.locator(`html[data-ready="true"]${shown}, html[data-ready="failed"]`)
  await settled.waitFor({ state: 'attached', timeout: readyTimeoutMs })
  if ((await settled.getAttribute('data-ready')) === 'failed') {
    throw new AppError('printing-failed', { reason: createSay('en')('cli.page-failed') })
  }
  await page.evaluate('document.fonts.ready.then(() => null)')
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n', 1)[0]! : String(error)
}
