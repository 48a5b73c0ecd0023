import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Comparison } from './compare'
import { openGridPages, type GridPage } from './grid-pages'
import { scrollThrough, type Scrolled } from './grid-scrolling'

const pairs = 5
type Pages = Awaited<ReturnType<typeof openGridPages>>

/** Against AG Grid Community with automatic row heights, on the same text, in the same browser, in turn. */
export const benchGrid = {
  'grid settle': () => onPages(benchSettling),
  'grid scroll': () => onPages(benchScrolling),
  'grid answer': () => onPages(benchAnswers),
  'grid twice': benchTwice,
}

async function onPages(bench: (pages: Pages) => Promise<Comparison>, issues = 1_000): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const pages = await openGridPages(folder, { issues, parties: 50 })
  try {
    return await bench(pages)
  } finally {
    await pages.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchSettling(pages: Pages): Promise<Comparison> {
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
  const middle = (field: keyof Settled) => round(median(ours.map((each) => each[field])))
  return {
    what: 'grid 1,000 × 50, from the first data in the window until what is in sight stays as it is',
    ours: { name: 'ours', rounds: ours.map(({ inSight }) => inSight) },
    other: { name: 'AG Grid, automatic heights', rounds: other },
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
async function settleOurs(pages: Pages): Promise<Settled> {
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
    // The message comes after the frame that shows them.
    channel.port1.onmessage = () =>
      Object.assign((window as unknown as { settling: object }).settling, { cellsAt: performance.now() })
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  requestAnimationFrame(look)
}

async function settleAg(pages: Pages): Promise<number> {
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

/** Nothing on the page has changed for a while. */
async function settle(page: GridPage['page']): Promise<void> {
  await page.locator('[role="gridcell"]').first().waitFor({ state: 'attached' })
  await page.waitForFunction(
    () =>
      !document.querySelector('[data-rows="being measured"]') &&
      performance.now() - (window as unknown as { settling: { changedAt: number } }).settling.changedAt > 600,
    null,
    { polling: 50 },
  )
}

async function benchScrolling(pages: Pages): Promise<Comparison> {
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

/** Keys that filter, sort, change the day and the baseline, each until the frame that shows its answer. */
async function benchAnswers(pages: Pages): Promise<Comparison> {
  const { page, close } = await pages.openOurs()
  await page.locator('section li button').first().click()
  await settle(page)
  await page.evaluate(watchKeys)
  const press = async (key: string) => {
    await page.evaluate(() => Object.assign(window, { answeredIn: null }))
    await page.keyboard.press(key)
    await page.waitForFunction(() => (window as unknown as { answeredIn: number | null }).answeredIn !== null)
    // As a reader, who looks before pressing again.
    await page.waitForTimeout(120)
    return await page.evaluate(() => (window as unknown as { answeredIn: number }).answeredIn)
  }
  const onCell = () =>
    page
      .locator('[role="gridcell"][data-place]')
      .nth(2)
      .click({ position: { x: 60, y: 30 } })
  const times: Record<string, number[]> = { sort: [], day: [], baseline: [], filter: [] }
  for (let turn = 0; turn < 6; turn += 1) {
    await page
      .locator('[role="rowheader"][data-place]')
      .first()
      .click({ position: { x: 60, y: 15 } })
    for (const key of ['Alt+2', 'Alt+1', 'Alt+4', 'Alt+1']) times['sort']!.push(await press(key))
    for (const key of ['[', '[', ']', ']']) times['day']!.push(await press(key))
    await onCell()
    for (const key of ['Control+b', 'Control+b']) times['baseline']!.push(await press(key))
    await page.keyboard.press('Control+Shift+f')
    await page.waitForTimeout(300)
    for (const key of ['t', 'h', 'e', 'Backspace', 'Backspace', 'Backspace'])
      times['filter']!.push(await press(key))
    await page.keyboard.press('Escape')
  }
  await close()
  const all = Object.values(times).flat()
  return {
    what: 'grid 1,000 × 50, from key to paint (against 50 ms)',
    ours: { name: '98th percentile', rounds: [percentile(all, 0.98)] },
    other: { name: 'goal', rounds: [50] },
    counts: Object.fromEntries(
      Object.entries(times).flatMap(([name, each]) => [
        [`ms median ${name}`, round(median(each))],
        [`ms 98th ${name}`, round(percentile(each, 0.98))],
      ]),
    ),
  }
}

/** In the page: how long after each key the frame that follows it was painted. */
function watchKeys(): void {
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => Object.assign(window, { answeredIn: performance.now() - timeStamp })
      requestAnimationFrame(() => channel.port2.postMessage(null))
    },
    true,
  )
}

/** Twice the issues: at most twice the time. */
async function benchTwice(): Promise<Comparison> {
  const rounds = async (issues: number) => {
    const times: number[] = []
    await onPages(async (pages) => {
      for (let turn = 0; turn <= pairs; turn += 1) {
        const { firstDataToMeasured } = await settleOurs(pages)
        if (turn > 0) times.push(firstDataToMeasured)
      }
      return { what: '', ours: { name: '', rounds: times }, other: { name: '', rounds: times }, counts: {} }
    }, issues)
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

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!
}

const round = (value: number) => Math.round(value * 10) / 10
