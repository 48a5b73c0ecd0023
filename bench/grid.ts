import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Comparison } from './compare'
import { benchAnswers, benchSmallAnswers } from './grid-answers'
import { benchMemory } from './grid-memory'
import { agName, openGridPages, settle, type AgCells, type GridPages } from './grid-pages'
import { scrollThrough, type Scrolled } from './grid-scrolling'

const pairs = 5

/**
 * Against AG Grid Community with automatic row heights, on the same text, in the same browser, in turn.
 * Its cells hold what ours say as one text, or the records, drawn as ours draw them.
 */
export const benchGrid = {
  'grid settle': () => onPages((pages) => benchSettling(pages, 'texts')),
  'grid cells settle': () => onPages((pages) => benchSettling(pages, 'whole cells')),
  'grid scroll': () => onPages((pages) => benchScrolling(pages, 'texts')),
  'grid cells scroll': () => onPages((pages) => benchScrolling(pages, 'whole cells')),
  'grid memory': () => onPages((pages) => benchMemory(pages, 'texts')),
  'grid cells memory': () => onPages((pages) => benchMemory(pages, 'whole cells')),
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

async function benchSettling(pages: GridPages, cells: AgCells): Promise<Comparison> {
  const ours: Settled[] = []
  const other: number[] = []
  for (let pair = 0; pair <= pairs; pair += 1) {
    const first = await settleOurs(pages)
    const second = await settleAg(pages, cells)
    // The first of each pays for starting the browser's own processes.
    if (pair === 0) continue
    ours.push(first)
    other.push(second)
  }
  const middle = (field: keyof Settled) => round(median(ours.map((each) => each[field])))
  return {
    what: 'grid 1,000 × 50, from the first data in the window until what is in sight stays as it is',
    ours: { name: 'ours', rounds: ours.map(({ inSight }) => inSight) },
    other: { name: agName[cells], rounds: other },
    counts: {
      'ms from click to first cells': middle('clickToCells'),
      'ms from click until what is in sight stays': middle('clickToInSight'),
      'ms from the last data until every row is measured': middle('lastDataToMeasured'),
      'ms from the first data until every row is measured': middle('firstDataToMeasured'),
      'ms from click until every row is measured': middle('clickToMeasured'),
    },
  }
}

type Settled = Record<
  | 'inSight'
  | 'clickToCells'
  | 'clickToInSight'
  | 'lastDataToMeasured'
  | 'firstDataToMeasured'
  | 'clickToMeasured',
  number
>

/**
 * From the click on Home. AG Grid measures the rows in sight and those near them, and the others when they are scrolled
 * to: what compares with it is the time until no cell and no row in sight changes any more. Ours goes on to measure
 * every row, so that the scroll bar stands; how long that takes is told beside.
 */
async function settleOurs(pages: GridPages): Promise<Settled> {
  const { page, close } = await pages.openOurs()
  await page.evaluate(watchFirstCells)
  await page.locator('section li button').first().click()
  await settle(page)
  const settled = await page.evaluate(() => {
    const { changedAt, clickedAt, cellsAt, inSightAt } = (
      window as unknown as { settling: Record<string, number> }
    ).settling
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    // What the comparison is made of comes in pieces of this size; nothing else that is asked for is as large.
    const data = calls
      .filter(({ name, encodedBodySize }) => name.endsWith('/call') && encodedBodySize > 50_000)
      .map(({ responseEnd }) => responseEnd)
    const [first, last] = [Math.min(...data), Math.max(...data)]
    return {
      inSight: inSightAt! - first,
      clickToCells: cellsAt! - clickedAt!,
      clickToInSight: inSightAt! - clickedAt!,
      lastDataToMeasured: changedAt! - last,
      firstDataToMeasured: changedAt! - first,
      clickToMeasured: changedAt! - clickedAt!,
    }
  })
  await close()
  return settled
}

/** In the page: when the first cells had been painted, and when the grid last changed but for what is out of sight. */
function watchFirstCells(): void {
  const { settling } = window as unknown as { settling: Record<string, number> }
  let before = ''
  // What a reader sees of the grid: where each row in sight stands, how high it is, and what its cells say.
  const inSight = () => {
    const grid = document.querySelector('[role="grid"]')
    if (!grid) return ''
    const room = grid.getBoundingClientRect()
    return [...grid.querySelectorAll<HTMLElement>('[role="row"]')]
      .flatMap((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return bottom < room.top || top > room.bottom ? [] : [`${top} ${bottom} ${row.textContent}`]
      })
      .join()
  }
  new MutationObserver(() => {
    const now = inSight()
    if (now !== before) settling['inSightAt'] = performance.now()
    before = now
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const look = () => {
    if (!document.querySelector('[role="gridcell"][data-place]')) return void requestAnimationFrame(look)
    const channel = new MessageChannel()
    // This runs within the frame that shows them; the message comes after it.
    channel.port1.onmessage = () =>
      Object.assign((window as unknown as { settling: object }).settling, { cellsAt: performance.now() })
    channel.port2.postMessage(null)
  }
  requestAnimationFrame(look)
}

async function settleAg(pages: GridPages, cells: AgCells): Promise<number> {
  const { page, close } = await pages.openAg(cells)
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

async function benchScrolling(pages: GridPages, cells: AgCells): Promise<Comparison> {
  const ours: Scrolled[] = []
  const other: Scrolled[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = await pages.openOurs()
    await first.page.locator('section li button').first().click()
    await settle(first.page)
    ours.push(await scrollThrough(first, '[role="grid"]', '[role="gridcell"], [role="rowheader"]'))
    await first.close()
    const second = await pages.openAg(cells)
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
    'ms of looking',
  ]
  return {
    what: 'grid 1,000 × 50, main thread for each frame of wheel, fling and jumps',
    ours: { name: 'ours', rounds: ours.map((run) => run['main thread']) },
    other: { name: agName[cells], rounds: other.map((run) => run['main thread']) },
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
          const { firstDataToMeasured } = await settleOurs(pages)
          if (turn > 0) times.push(firstDataToMeasured)
        }
        return { what: '', ours: { name: '', rounds: times }, other: { name: '', rounds: times }, counts: {} }
      },
      { issues, parties: 50 },
    )
    return times
  }
  const half = await rounds(500)
  return {
    what: 'grid, twice the issues, from the first data until every row is measured',
    ours: { name: '1,000 × 50', rounds: await rounds(1_000) },
    other: { name: '500 × 50', rounds: half },
    counts: {},
  }
}

const round = (value: number) => Math.round(value * 10) / 10
