import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Comparison } from './compare'
import { benchAnswers, benchSmallAnswers } from './grid-answers'
import { openGridPages, settle, type GridPages } from './grid-pages'
import { scrollThrough, type Scrolled } from './grid-scrolling'

const pairs = 5

/** Against AG Grid Community with automatic row heights, on the same text, in the same browser, in turn. */
export const benchGrid = {
  'grid settle': () => onPages(benchSettling),
  'grid scroll': () => onPages(benchScrolling),
  'grid answer': () => onPages(benchAnswers),
  'grid answer, 200 × 30': () => onPages(benchSmallAnswers, { issues: 200, parties: 30 }),
  'grid twice': benchTwice,
}

async function onPages(
  bench: (pages: GridPages) => Promise<Comparison>,
  size = { issues: 1_000, parties: 50 },
): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const pages = await openGridPages(folder, size)
  try {
    return await bench(pages)
  } finally {
    await pages.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchSettling(pages: GridPages): Promise<Comparison> {
  const ours: Settled[] = []
  const other: number[] = []
  for (let pair = 0; pair <= pairs; pair += 1) {
    const first = await settleOurs(pages)
    const second = await settleAg(pages)
    // The first of each pays for starting the browser's own processes.
    if (pair === 0) continue
    ours.push(first)
    other.push(second)
  }
  return {
    what: 'grid 1,000 × 50, from data in the window to settled',
    ours: { name: 'ours', rounds: ours.map(({ fromData }) => fromData) },
    other: { name: 'AG Grid, automatic heights', rounds: other },
    counts: {
      'ms from click to first cells': round(median(ours.map(({ fromClick }) => fromClick))),
      'ms from click to settled': round(median(ours.map(({ toSettled }) => toSettled))),
    },
  }
}

type Settled = { fromData: number; fromClick: number; toSettled: number }

/** From the click on Home; the data is in the window when the last of what was asked for has arrived. */
async function settleOurs(pages: GridPages): Promise<Settled> {
  const { page, close } = await pages.openOurs()
  await page.evaluate(watchFirstCells)
  await page.locator('section li button').first().click()
  await settle(page)
  const settled = await page.evaluate(() => {
    const { changedAt, clickedAt, cellsAt } = (window as unknown as { settling: Record<string, number> })
      .settling
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const largest = calls
      .filter(({ name }) => name.endsWith('/call'))
      .reduce((most, entry) => (entry.encodedBodySize > most.encodedBodySize ? entry : most))
    return {
      fromData: changedAt! - largest.responseEnd,
      fromClick: cellsAt! - clickedAt!,
      toSettled: changedAt! - clickedAt!,
    }
  })
  await close()
  return settled
}

/** In the page: when the first cells had been painted. */
function watchFirstCells(): void {
  const look = () => {
    if (!document.querySelector('[role="gridcell"][data-place]')) return void requestAnimationFrame(look)
    const channel = new MessageChannel()
    // The message comes after the frame that shows them.
    channel.port1.onmessage = () =>
      Object.assign((window as unknown as { settling: object }).settling, { cellsAt: performance.now() })
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  requestAnimationFrame(look)
}

async function settleAg(pages: GridPages): Promise<number> {
  const { page, close } = await pages.openAg()
  const from = await page.evaluate(() => {
    const start = performance.now()
    ;(window as unknown as { show: () => void }).show()
    return start
  })
  await settle(page)
  const changedAt = await page.evaluate(
    () => (window as unknown as { settling: { changedAt: number } }).settling.changedAt,
  )
  await close()
  return changedAt - from
}

async function benchScrolling(pages: GridPages): Promise<Comparison> {
  const ours: Scrolled[] = []
  const other: Scrolled[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = await pages.openOurs()
    await first.page.locator('section li button').first().click()
    await settle(first.page)
    ours.push(await scrollThrough(first, '[role="grid"]', '[role="gridcell"], [role="rowheader"]'))
    await first.close()
    const second = await pages.openAg()
    await second.page.evaluate(() => (window as unknown as { show: () => void }).show())
    await settle(second.page)
    other.push(await scrollThrough(second, '.ag-body-viewport, .ag-grid-viewport', '.ag-cell'))
    await second.close()
  }
  const of = (runs: Scrolled[], field: keyof Scrolled) => round(median(runs.map((run) => run[field])))
  const fields: (keyof Scrolled)[] = [
    'p95 frame',
    'longest frame',
    'dropped %',
    'blank %',
    'nodes',
    'scroll heights',
    'heap MB',
    'process MB',
  ]
  return {
    what: 'grid 1,000 × 50, main thread for each frame of wheel, fling and jumps',
    ours: { name: 'ours', rounds: ours.map((run) => run['main thread']) },
    other: { name: 'AG Grid, automatic heights', rounds: other.map((run) => run['main thread']) },
    counts: Object.fromEntries(
      fields.flatMap((field) => [
        [field, of(ours, field)],
        [`${field} of AG Grid`, of(other, field)],
      ]),
    ),
  }
}

/** Twice the issues: at most twice the time. */
async function benchTwice(): Promise<Comparison> {
  const rounds = async (issues: number) => {
    const times: number[] = []
    await onPages(
      async (pages) => {
        for (let turn = 0; turn <= pairs; turn += 1) {
          const { fromData } = await settleOurs(pages)
          if (turn > 0) times.push(fromData)
        }
        return { what: '', ours: { name: '', rounds: times }, other: { name: '', rounds: times }, counts: {} }
      },
      { issues, parties: 50 },
    )
    return times
  }
  const half = await rounds(500)
  return {
    what: 'grid, twice the issues',
    ours: { name: '1,000 × 50', rounds: await rounds(1_000) },
    other: { name: '500 × 50', rounds: half },
    counts: {},
  }
}

const round = (value: number) => Math.round(value * 10) / 10
