import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { unwrap } from '../app/errors'
import { inTurn, timed, type Comparison } from './compare'
import { builtSample, openShell } from './open-shell'

const pairs = 9

/** The sample opened as a fresh copy and shown in a new window, against an empty page in the same Chromium. */
export async function benchOpenSample(): Promise<Comparison> {
  const homeFolder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const { shell, browser } = await openShell({ homeFolder, samplePath: builtSample })
  const empty = await serveEmptyPage()
  let cells = 0

  const openSample = async () => {
    unwrap(await shell.dispatch('dossier.openSample', {}))
    cells = await showPage(browser, `${shell.address}#/compare`, '[role="gridcell"]')
  }
  const openEmpty = () => showPage(browser, empty.address, 'body')
  try {
    // The first window of each pays for starting Chromium's own processes.
    await openSample()
    await openEmpty()
    const [ours, other] = await inTurn(
      pairs,
      () => timed(openSample),
      () => timed(openEmpty),
    )
    return {
      what: 'open the sample in a window, to its painted cells',
      ours: { name: 'the sample', rounds: ours },
      other: { name: 'an empty page', rounds: other },
      counts: { cells },
    }
  } finally {
    await browser.close()
    await shell.stop()
    empty.close()
    rmSync(homeFolder, { recursive: true, force: true })
  }
}

/** A new window without anything kept from before, until what is wanted has been painted; how many there are. */
async function showPage(browser: Browser, address: string, wanted: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator(wanted).first().waitFor({ state: 'attached' })
    // The frame after the next is the first that certainly shows what is in the page now.
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    )
    return await page.locator(wanted).count()
  } finally {
    await context.close()
  }
}

async function serveEmptyPage() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><html lang="en"><title>Empty</title><body></body></html>')
  })
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  // A TCP server's address is always of this type; only pipes have names.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
