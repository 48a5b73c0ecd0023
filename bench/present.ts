import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { PresenterState } from '../app/contract/presenting-contract'
import { unwrap } from '../app/errors'
import type { Dispatch } from '../engine/dispatch'
import { inTurn, median, type Comparison } from './compare'
import { openShell } from './open-shell'

const issues = 200
const parties = 30
const pairs = 15
/** About two hours of a room that is in a hurry: a step every four seconds. */
const longSteps = 1_800
const colours = ['rose', 'blue', 'green', 'violet', 'ochre', 'teal', 'brown', 'slate'] as const

/** From the presenter's key to the wall's next frame, over both pages, against one frame of the wall that asks nothing. */
export async function benchPresent(): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const { shell, browser } = await openShell({
    homeFolder: folder,
    flags: ['--enable-precise-memory-info'],
  })
  try {
    await fill(shell.dispatch, join(folder, 'bench.demarche'))
    unwrap(await shell.dispatch('presenting.begin', {}))
    const { address } = unwrap(await shell.dispatch('presenting.openWall', {})) as { address: string }
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    const presenter = await context.newPage()
    await presenter.goto(`${shell.address}#/present`)
    await presenter.locator('[aria-current="step"]').waitFor()
    const wall = await context.newPage()
    await wall.goto(new URL(address, shell.address).href)
    await wall.locator('[data-step]').waitFor()

    const press = (key: string) => keyToWall({ presenter, wall, key })
    await press('ArrowRight')
    const lights: number[] = []
    const [ours, other] = await inTurn(
      pairs,
      async () => {
        const step = await press('ArrowRight')
        const { lightable } = unwrap(await shell.dispatch('presenting.state', {})) as PresenterState
        if (lightable.length > 0) lights.push(await press('s'))
        return step
      },
      () => oneFrame(wall),
    )
    const heap = () => usedHeap(wall)
    for (let step = 0; step < 200; step += 1) await shell.dispatch('presenting.move', { to: 'next' })
    const before = await heap()
    for (let step = 0; step < longSteps; step += 1) await shell.dispatch('presenting.move', { to: 'next' })
    const after = await heap()
    return {
      what: `a key of the presenter to the wall's next frame, ${issues} × ${parties}`,
      ours: { name: 'the next step', rounds: ours },
      other: { name: 'one frame', rounds: other },
      counts: {
        'ms for the slowest step': Math.round(Math.max(...ours)),
        'ms for a light, median': Math.round(median(lights)),
        'MB on the wall before': Math.round(before / 1e5) / 10,
        [`MB after ${longSteps} steps`]: Math.round(after / 1e5) / 10,
      },
    }
  } finally {
    await browser.close()
    await shell.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both pages read the same clock of the machine. */
async function keyToWall({
  presenter,
  wall,
  key,
}: {
  presenter: Page
  wall: Page
  key: string
}): Promise<number> {
  const changed = wall.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
        })
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
      }),
  )
  // The observer is there once the wall has answered something after it.
  await wall.evaluate(() => null)
  const pressed = await presenter.evaluate((name) => {
    const at = performance.timeOrigin + performance.now()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
    return at
  }, key)
  return (await changed) - pressed
}

const oneFrame = (wall: Page): Promise<number> =>
  wall.evaluate(() => {
    const start = performance.now()
    return new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now() - start)))
  })

async function usedHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** A quarter of the cells empty, a statement behind every fifth position. */
async function fill(dispatch: Dispatch, path: string): Promise<void> {
  const call = async <T>(name: string, input: unknown): Promise<T> => unwrap(await dispatch(name, input)) as T
  await call('dossier.create', { title: 'Bench', path })
  const partyIds: string[] = []
  for (let at = 0; at < parties; at += 1) {
    const { id } = await call<{ id: string }>('party.add', {
      name: `Party ${at}`,
      shortName: `Party ${at}`,
      colour: colours[at % colours.length],
    })
    partyIds.push(id)
  }
  const source = await call<{ id: string }>('source.add', { title: 'A source', text: sentence(40) })
  for (let row = 0; row < issues; row += 1) {
    const issue = await call<{ id: string }>('issue.add', {
      title: `Issue ${row}`,
      question: `What of ${sentence(6)}?`,
      scaleLow: 'nothing',
      scaleHigh: 'all of it',
    })
    for (let column = 0; column < parties; column += 1) {
      if ((row + column) % 4 === 0) continue
      const position = await call<{ id: string }>('position.record', {
        issueId: issue.id,
        partyId: partyIds[column],
        kind: 'demand',
        text: sentence((row * 7 + column * 3) % 60 === 0 ? 500 : 14),
        atLow: (column * 3) % 100,
        atHigh: (column * 3) % 100,
      })
      if (column % 5 !== 0) continue
      const statement = await call<{ id: string }>('statement.record', {
        sourceId: source.id,
        form: 'verbatim',
        text: sentence(20),
      })
      await call('evidence.add', { statementId: statement.id, positionId: position.id })
    }
  }
}

const sentence = (words: number): string =>
  Array.from(
    { length: words },
    (_, at) => ['the', 'parties', 'agree', 'to', 'withdraw', 'beyond'][at % 6],
  ).join(' ')
