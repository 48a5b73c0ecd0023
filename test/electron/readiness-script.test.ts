// @vitest-environment jsdom
import { runInThisContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { readinessScript, showPieceScript } from '../../engine/page-readiness'

// The script is text, because it runs in the page; this runs it as the page would.
const run = (script = readinessScript()) => runInThisContext(script) as Promise<string>

test.each(['true', 'failed'])('a page that is already %s is told at once', async (ready) => {
  document.documentElement.dataset.ready = ready
  expect(await run()).toBe(ready)
})

test.each(['true', 'failed'])('a page that is not ready yet is waited for until it is %s', async (ready) => {
  document.documentElement.dataset.ready = 'false'
  const told = vi.fn<(readiness: string) => void>()
  const waiting = run().then(told)
  document.documentElement.dataset.ready = 'loading'
  await new Promise((resolve) => setTimeout(resolve))
  expect(told).not.toHaveBeenCalled()

  document.documentElement.dataset.ready = ready
  await waiting
  expect(told).toHaveBeenCalledExactlyOnceWith(ready)
})

test('a page of pieces is led to the next, and waited for while it still shows the last', async () => {
  Object.assign(document.documentElement.dataset, { ready: 'true', band: '0' })
  const told = vi.fn<(readiness: string) => void>()
  const waiting = run(showPieceScript('#job=a&band=2', 2)).then(told)
  await new Promise((resolve) => setTimeout(resolve))
  expect(window.location.hash).toBe('#job=a&band=2')
  expect(told).not.toHaveBeenCalled()

  document.documentElement.dataset.band = '2'
  await waiting
  expect(told).toHaveBeenCalledExactlyOnceWith('true')
})
