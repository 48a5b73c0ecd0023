import { median, type Comparison } from './compare'
import { agName, watchSettling, type AgCells, type GridPages } from './grid-pages'
import { openUnwatchedPage } from './unwatched-page'

const pairs = 5

type Held = { settled: number; scrolled: number; files: number; heap: number }

/** What the process that draws each page holds, in megabytes, after it was scrolled through. */
export async function benchMemory(pages: GridPages, cells: AgCells): Promise<Comparison> {
  const ours: Held[] = []
  const other: Held[] = []
  const empty: number[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    ours.push(await heldByOurs(pages))
    other.push(await heldByAg(pages, cells))
    empty.push(await heldByNothing(pages))
  }
  const of = (runs: Held[], field: keyof Held) => Math.round(median(runs.map((run) => run[field])))
  return {
    what: 'grid 1,000 × 50, memory of its process after scrolling',
    unit: 'MB',
    ours: { name: 'ours', rounds: ours.map(({ scrolled }) => scrolled) },
    other: { name: agName[cells], rounds: other.map(({ scrolled }) => scrolled) },
    counts: {
      'MB before scrolling': of(ours, 'settled'),
      'MB before scrolling, of AG Grid': of(other, 'settled'),
      'MB of scripts': of(ours, 'heap'),
      'MB of scripts, of AG Grid': of(other, 'heap'),
      "MB of Chromium's own files": of(ours, 'files'),
      "MB of Chromium's own files, of AG Grid": of(other, 'files'),
      'MB of an empty page': Math.round(median(empty)),
    },
  }
}

async function heldByOurs({ browser, readyOurs }: GridPages): Promise<Held> {
  const page = await openUnwatchedPage(browser, await readyOurs())
  await page.until(`document.querySelector('section li button') !== null`)
  const show = `document.querySelector('section li button').click()`
  return heldBy(page, { show, scroller: '[role="grid"]' })
}

async function heldByAg({ browser, agAddress }: GridPages, cells: AgCells): Promise<Held> {
  const page = await openUnwatchedPage(browser, agAddress(cells))
  await page.until('window.isPrepared === true')
  return heldBy(page, { show: 'window.show()', scroller: '.ag-body-viewport, .ag-grid-viewport' })
}

async function heldByNothing({ browser, emptyAddress }: GridPages): Promise<number> {
  const page = await openUnwatchedPage(browser, emptyAddress)
  await page.until('document.readyState === "complete"')
  const { process } = await page.megabytes()
  await page.close()
  return process
}

async function heldBy(
  page: Awaited<ReturnType<typeof openUnwatchedPage>>,
  { show, scroller }: { show: string; scroller: string },
): Promise<Held> {
  await page.evaluate(`(${watchSettling.toString()})()`)
  await page.evaluate(show)
  await page.until(`document.querySelector('[role="gridcell"]') !== null`)
  await page.until(isSettled)
  const settled = await page.megabytes()
  await page.evaluate('stopWatching()')
  await page.scrollThrough(scroller)
  const scrolled = await page.megabytes()
  await page.close()
  return { settled: settled.process, scrolled: scrolled.process, files: scrolled.files, heap: scrolled.heap }
}

const isSettled = `!document.querySelector('[data-rows="being measured"]') &&
  performance.now() - settling.changedAt > 800`
