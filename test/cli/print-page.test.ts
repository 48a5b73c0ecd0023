import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBrowserShell } from '../../cli/browser-shell/browser-shell'
import type { Desktop } from '../../engine/desktop'
import { temporaryFolder } from '../builders/open-test-app'

/** The shell's own printer, over a window of one script. */
async function openPrinter(script: string): Promise<Desktop['printPage']> {
  const rendererFolder = join(temporaryFolder(), 'renderer')
  mkdirSync(rendererFolder)
  const page =
    '<!doctype html><html lang="en"><title>T</title><h1>Briefing</h1><p id="p"></p><script src="./page.js"></script>'
  writeFileSync(join(rendererFolder, 'index.html'), page)
  writeFileSync(join(rendererFolder, 'page.js'), script)
  let desktop: Desktop | undefined
  const shell = await startBrowserShell({
    rendererFolder,
    startEngine(given) {
      desktop = given.desktop
      return { dispatch: async () => ({ ok: true, value: null }), stop: async () => {} }
    },
  })
  onTestFinished(() => shell.stop())
  return desktop!.printPage
}

/** Another host as far as the page is concerned, which counts who comes. */
async function openOutside() {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url!)
    response.setHeader('access-control-allow-origin', '*')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { visits, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const page = { fragment: '#/briefing', paper: 'A4', orientation: 'landscape' } as const

test('a page that says that it failed is not printed', { timeout: 60_000 }, async () => {
  const printPage = await openPrinter("document.documentElement.dataset.ready = 'failed'")
  await expect(printPage(page)).rejects.toMatchObject({ code: 'printing-failed' })
})

test('printing reaches no other host, and one browser serves several prints', {
  timeout: 60_000,
}, async () => {
  const { visits, origin } = await openOutside()
  const printPage = await openPrinter(`
    const settled = Promise.allSettled([
      fetch('${origin}/fetch', { mode: 'no-cors' }),
      new Promise((resolve) => { const image = new Image(); image.onerror = image.onload = resolve; image.src = '${origin}/image' }),
    ])
    settled.then(() => { document.documentElement.dataset.ready = 'true' })`)
  for (const _print of ['first', 'second']) {
    const pdf = Buffer.from(await printPage(page)).toString('latin1')
    expect(pdf).toMatch(/^%PDF-/)
    expect(pdf).toMatch(/\/Marked true/)
  }
  expect(visits).toEqual([])
})
