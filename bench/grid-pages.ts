import { createServer } from 'node:http'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { unwrap } from '../app/errors'
import type { Output } from '../app/contract'
import { scriptFlags } from '../engine/script-memory'
import { built, openShell } from './open-shell'
import { writeLargeDossier } from '../test/builders/large-dossier'

export type GridPages = Awaited<ReturnType<typeof openGridPages>>
export type GridPage = { page: Page; session: CDPSession; close: () => Promise<void> }

/** What AG Grid's cells are given: what ours say as one text, or the records, drawn as ours draw them. */
export type AgCells = 'texts' | 'whole cells'

/** For the table of results. */
export const agName: Record<AgCells, string> = {
  texts: 'AG Grid, automatic heights',
  'whole cells': 'AG Grid, automatic heights, cells drawn as ours',
}

/** Our window and AG Grid's page over the same dossier, in one browser. */
export async function openGridPages(folder: string, size: { issues: number; parties: number }) {
  const path = join(folder, `large-${size.issues}.demarche`)
  writeLargeDossier(path, size)
  const { shell, browser } = await openShell({
    homeFolder: join(folder, 'home'),
    // The last one said counts.
    flags: [`--js-flags=${scriptFlags} --expose-gc`, '--enable-precise-memory-info'],
  })
  const call = async <T>(name: string, input: unknown) => unwrap(await shell.dispatch(name, input)) as T
  await call('dossier.open', { path })
  const comparison = await call<Output<'comparison.read'>>('comparison.read', {})
  const ag = await serveAgGrid(folder, comparison)

  /** The address of our Home, with nothing open but the dossier to be chosen. */
  const readyOurs = async () => {
    await call('dossier.close', {})
    return `${shell.address}#/home`
  }
  const agAddress = (cells: AgCells) => (cells === 'texts' ? ag.address : `${ag.address}cells`)
  return {
    browser,
    readyOurs,
    agAddress,
    emptyAddress: `${ag.address}empty`,
    async openOurs(): Promise<GridPage> {
      const address = await readyOurs()
      const opened = await openPage(browser)
      await opened.page.goto(address)
      await opened.page.locator('section li button').first().waitFor()
      return opened
    },
    async openAg(cells: AgCells): Promise<GridPage> {
      const opened = await openPage(browser)
      await opened.page.goto(agAddress(cells))
      await opened.page.waitForFunction('window.isPrepared')
      return opened
    },
    async stop() {
      await browser.close()
      await shell.stop()
      ag.close()
    },
  }
}

async function openPage(browser: Browser): Promise<GridPage> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.addInitScript(watchSettling)
  return { page, session, close: () => context.close() }
}

/** Nothing on the page has changed for a while. */
export async function settle(page: GridPage['page']): Promise<void> {
  await page.locator('[role="gridcell"]').first().waitFor({ state: 'attached' })
  await page.waitForFunction(
    () =>
      !document.querySelector('[data-rows="being measured"]') &&
      performance.now() - (window as unknown as { settling: { changedAt: number } }).settling.changedAt > 600,
    null,
    { polling: 50 },
  )
}

/** In the page: when the last thing changed on it, and what it asked the engine for. */
export function watchSettling(): void {
  const state = { changedAt: 0, clickedAt: 0, heardAt: 0 }
  Object.assign(window, { settling: state })
  addEventListener('click', () => (state.clickedAt = performance.now()), true)
  const changes = new MutationObserver(() => (state.changedAt = performance.now()))
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  Object.assign(window, { stopWatching: () => changes.disconnect() })
}

/** What a cell says, as one text, line by line as ours stands. */
function rowsOf({ issues, parties, cells }: Output<'comparison.read'>) {
  const names = new Map(parties.map(({ id, shortName }) => [id, shortName]))
  return issues.map((issue, row) => {
    const texts = cells.slice(row * parties.length, (row + 1) * parties.length).map((cell) => {
      if (cell.gap) return `No statement found\nas of ${cell.gap.asOf}\n${cell.gap.searchedWhere}`
      return cell.positions
        .map((position) =>
          [
            `${position.text}${position.addresseeId ? ` → ${names.get(position.addresseeId)}` : ''}`,
            ...(position.firmness === 'red line' ? ['red line'] : []),
            ...position.conditions.map(({ relation, text, state }) => `${relation} ${text} ${state}`),
            `${position.evidence.statements} statements · ${position.evidence.origins} origins · ${position.evidence.newest ?? ''} · ${position.basis}`,
          ].join('\n'),
        )
        .join('\n')
    })
    return {
      issue: `${issue.number} ${issue.title}\n${issue.question}\n${issue.status}`,
      ...Object.fromEntries(texts.map((text, column) => [parties[column]!.shortName, text])),
    }
  })
}

async function serveAgGrid(folder: string, comparison: Output<'comparison.read'>) {
  const outDir = join(folder, 'ag')
  await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          texts: join(built, '../bench/ag-page.ts'),
          cells: join(built, '../bench/ag-cells-page.ts'),
        },
        output: { entryFileNames: '[name].js', assetFileNames: '[name]-[hash][extname]' },
      },
    },
  })
  const sheet = readdirSync(outDir).find((name) => name.endsWith('.css'))
  const page = (name: string, head: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
    <title>AG Grid</title>${head}<style>html,body,#root{margin:0;height:100%}</style><div id="root"></div>
    <script type="module" src="${name}.js"></script></html>`
  const font = '<style>html{font-family:"Noto Sans Variable",system-ui,sans-serif}</style>'
  const made: Record<string, string> = {
    '/': page('texts', font),
    '/cells': page('cells', `<link rel="stylesheet" href="${sheet}">`),
    '/empty': '<!doctype html><html lang="en"><title>Empty</title><body>',
    '/rows.json': JSON.stringify(rowsOf(comparison)),
    '/comparison.json': JSON.stringify(comparison),
  }
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    const path = join(outDir, url)
    const body = made[url] ?? (existsSync(path) ? readFileSync(path) : null)
    if (body === null) return void response.writeHead(404).end()
    response.setHeader('content-type', `${types[extname(url)] ?? types['']}; charset=utf-8`)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  // A TCP server's address is always of this type; only pipes have names.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

const types: Record<string, string> = {
  '': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}
