// @vitest-environment jsdom
import { runInThisContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { readinessScript } from '../../electron/print-page'

vi.mock('electron', () => ({}))

// The script is text, because it runs in the page; this runs it as the page would.
const run = () => runInThisContext(readinessScript) as Promise<string>

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
