import { median } from './compare'
import type { GridPage } from './grid-pages'

/** Milliseconds, and what was counted, over wheel, fling and jumps together. */
export type Scrolled = {
  /** Without what looking at each frame takes. */
  'main thread': number
  'ms of looking': number
  'p95 frame': number
  'longest frame': number
  'dropped %': number
  'blank %': number
  nodes: number
  'scroll heights': number
}

const wheelTurns = 90
const frameMs = 1_000 / 60

/** A wheel's turns as the system sends them, a fling, and jumps of the bar. */
export async function scrollThrough(
  { page, session }: GridPage,
  scroller: string,
  cell: string,
): Promise<Scrolled> {
  // Keeping a record of every change would be counted as the page's own work.
  await page.evaluate(() => (window as unknown as { stopWatching: () => void }).stopWatching())
  await page.evaluate(watchFrames, { scroller, cell })
  const before = await metrics(session)
  const wheel = (deltaY: number) =>
    session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 900, y: 500, deltaX: 0, deltaY })
  for (let turn = 0; turn < wheelTurns; turn += 1) {
    await Promise.all([wheel(120), page.waitForTimeout(frameMs)])
  }
  for (let turn = 0; turn < wheelTurns / 2; turn += 1) {
    await Promise.all([wheel(1_500), page.waitForTimeout(frameMs)])
  }
  for (const share of [0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.95, 0]) {
    await page.evaluate(
      ({ scroller, share }) => {
        const element = document.querySelector(scroller)!
        element.scrollTop = share * (element.scrollHeight - element.clientHeight)
      },
      { scroller, share },
    )
    await page.waitForTimeout(100)
  }
  const after = await metrics(session)
  const seen = await page.evaluate(() =>
    (window as unknown as { endFrames: () => ReturnType<typeof summary> }).endFrames(),
  )
  return {
    ...summarised(seen),
    'main thread':
      ((after['TaskDuration']! - before['TaskDuration']!) * 1_000 - seen.looking) / seen.frames.length,
  }
}

type Seen = {
  frames: number[]
  samples: number
  blank: number
  nodes: number
  heights: number
  /** Milliseconds. */
  looking: number
}
const summary = (): Seen => ({ frames: [], samples: 0, blank: 0, nodes: 0, heights: 0, looking: 0 })

/** In the page: how long each frame took, and whether something stood where a reader looks. */
function watchFrames({ scroller, cell }: { scroller: string; cell: string }): void {
  const seen = { frames: [] as number[], samples: 0, blank: 0, nodes: 0, heights: 0, looking: 0 }
  const element = document.querySelector(scroller)!
  const frame = element.getBoundingClientRect()
  let last = 0
  let height = element.scrollHeight
  let isOver = false
  const onFrame = (now: number) => {
    if (isOver) return
    if (last > 0) seen.frames.push(now - last)
    last = now
    afterFrame.port2.postMessage(null)
    requestAnimationFrame(onFrame)
  }
  let top = element.scrollTop
  addEventListener('scroll', () => (top = element.scrollTop), { capture: true, passive: true })
  // Laid out and painted by then: looking takes what it takes, and none of the page's own work.
  const afterFrame = new MessageChannel()
  afterFrame.port1.onmessage = () => {
    const begun = performance.now()
    // What has been scrolled since is to be drawn with the next frame.
    if (element.scrollTop === top) look()
    seen.looking += performance.now() - begun
  }
  const look = () => {
    for (const [across, down] of [
      [0.4, 0.3],
      [0.6, 0.55],
      [0.9, 0.9],
    ] as const) {
      const x = frame.left + across * frame.width
      const y = frame.top + down * frame.height
      seen.samples += 1
      // Between two rows is a line of one pixel.
      const isDrawn = [0, 2].some((down) => document.elementFromPoint(x, y + down)?.closest(cell))
      if (!isDrawn) seen.blank += 1
    }
    if (element.scrollHeight !== height) {
      height = element.scrollHeight
      seen.heights += 1
    }
    if (seen.frames.length % 20 === 0) {
      seen.nodes = Math.max(seen.nodes, document.querySelectorAll('*').length)
    }
  }
  requestAnimationFrame(onFrame)
  Object.assign(window, {
    endFrames: () => {
      isOver = true
      return seen
    },
  })
}

function summarised({ frames, samples, blank, nodes, heights, looking }: Seen) {
  const sorted = frames.toSorted((a, b) => a - b)
  const usual = median(sorted)
  return {
    'p95 frame': sorted[Math.floor(sorted.length * 0.95)]!,
    'longest frame': sorted.at(-1)!,
    'dropped %': (frames.filter((frame) => frame > 1.5 * usual).length / frames.length) * 100,
    'blank %': (blank / samples) * 100,
    nodes,
    'scroll heights': heights,
    'ms of looking': looking / frames.length,
  }
}

async function metrics(session: GridPage['session']): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}
