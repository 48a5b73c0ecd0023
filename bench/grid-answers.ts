import { median, type Comparison } from './compare'
import { settle, type GridPages } from './grid-pages'

/** Milliseconds from a key to the frame that shows its answer; and what of them the window worked. */
type Answer = { painted: number; worked: number }

const frameMs = 1_000 / 60
const rounds = 6

/** Keys that filter, sort, change the day and the baseline, each until the frame that shows its answer. */
export async function benchAnswers(pages: GridPages): Promise<Comparison> {
  const answers = await pressKeys(pages)
  return {
    what: 'grid 1,000 × 50, from key to paint (against 50 ms)',
    ours: { name: '98th percentile', rounds: [percentile(all(answers, 'painted'), 0.98)] },
    other: { name: 'goal', rounds: [50] },
    counts: countsOf(answers),
  }
}

/** The next frame shows it where the window works less than a frame on it: how long it then waits is the screen's. */
export async function benchSmallAnswers(pages: GridPages): Promise<Comparison> {
  const answers = await pressKeys(pages)
  return {
    what: 'grid 200 × 30, work of the window from key to paint (against one frame)',
    ours: { name: '98th percentile', rounds: [percentile(all(answers, 'worked'), 0.98)] },
    other: { name: 'one frame', rounds: [frameMs] },
    counts: countsOf(answers),
  }
}

type Answers = Record<string, Answer[]>

async function pressKeys(pages: GridPages): Promise<Answers> {
  const { page, close } = await pages.openOurs()
  await page.locator('section li button').first().click()
  await settle(page)
  await page.evaluate(() => (window as unknown as { stopWatching: () => void }).stopWatching())
  await page.evaluate(watchKeys)
  const press = async (key: string) => {
    await page.evaluate(() => Object.assign(window, { answer: null }))
    await page.keyboard.press(key)
    await page.waitForFunction(() => (window as unknown as { answer: object | null }).answer !== null)
    // As a reader, who looks before pressing again.
    await page.waitForTimeout(120)
    return await page.evaluate(() => (window as unknown as { answer: Answer }).answer)
  }
  const onCell = () =>
    page
      .locator('[role="gridcell"][data-place]')
      .nth(2)
      .click({ position: { x: 60, y: 30 } })
  const answers: Answers = { sort: [], day: [], baseline: [], filter: [] }
  for (let turn = 0; turn < rounds; turn += 1) {
    await page
      .locator('[role="rowheader"][data-place]')
      .first()
      .click({ position: { x: 60, y: 15 } })
    for (const key of ['Alt+2', 'Alt+1', 'Alt+4', 'Alt+1']) answers['sort']!.push(await press(key))
    for (const key of ['[', '[', ']', ']']) answers['day']!.push(await press(key))
    await onCell()
    // As a reader, who looks before pressing.
    await page.waitForTimeout(120)
    for (const key of ['Control+b', 'Control+b']) answers['baseline']!.push(await press(key))
    await page.keyboard.press('Control+Shift+f')
    await page.waitForTimeout(300)
    for (const key of ['t', 'h', 'e', 'Backspace', 'Backspace', 'Backspace'])
      answers['filter']!.push(await press(key))
    await page.keyboard.press('Escape')
  }
  await close()
  return answers
}

/** In the page: how long after each key the frame that follows it was painted, and how long it was worked on. */
function watchKeys(): void {
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (['Alt', 'Control', 'Shift'].includes(key)) return
      const begun = performance.now()
      let worked = 0
      let frameAt = 0
      const afterKey = new MessageChannel()
      afterKey.port1.onmessage = () => (worked ||= performance.now() - begun)
      afterKey.port2.postMessage(null)
      const afterFrame = new MessageChannel()
      afterFrame.port1.onmessage = () => {
        const now = performance.now()
        Object.assign(window, { answer: { painted: now - timeStamp, worked: worked + now - frameAt } })
      }
      requestAnimationFrame(() => {
        frameAt = performance.now()
        worked ||= frameAt - begun
        afterFrame.port2.postMessage(null)
      })
    },
    true,
  )
}

const all = (answers: Answers, field: keyof Answer): number[] =>
  Object.values(answers).flatMap((each) => each.map((answer) => answer[field]))

function countsOf(answers: Answers): Record<string, number> {
  const groups: [name: string, each: readonly Answer[]][] = [
    ...Object.entries(answers),
    ['all', Object.values(answers).flat()],
  ]
  return Object.fromEntries(
    groups.flatMap(([name, each]) => {
      const painted = each.map((answer) => answer.painted)
      return [
        [`ms median ${name}`, round(median(painted))],
        [`ms 98th ${name}`, round(percentile(painted, 0.98))],
        [
          `ms of work, 98th, ${name}`,
          round(
            percentile(
              each.map(({ worked }) => worked),
              0.98,
            ),
          ),
        ],
      ]
    }),
  )
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!
}

const round = (value: number) => Math.round(value * 10) / 10
