import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { ParentPort } from 'electron'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../builders/open-test-app'

test('the engine answers through its parent’s port, and ends when told to', async () => {
  const postMessage = vi.fn<ParentPort['postMessage']>()
  const port = Object.assign(new EventEmitter(), { postMessage })
  process.parentPort = port satisfies Pick<ParentPort, 'postMessage' | 'on'>
  // Ending for good would end the test as well.
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never)
  const tell = (data: unknown) => port.emit('message', { data, ports: [] })
  const folder = temporaryFolder()

  await import('../../electron/engine-process')
  tell({ type: 'start', options: { user: 'Ada', homeFolder: folder, samplePath: join(folder, 'none') } })
  tell({ type: 'call', id: 1, name: 'dossier.opened', input: {} })
  await vi.waitFor(
    () =>
      expect(postMessage.mock.calls).toEqual([[{ type: 'reply', id: 1, reply: { ok: true, value: null } }]]),
    { timeout: 15_000 },
  )

  tell({ type: 'stop' })
  expect(postMessage).toHaveBeenLastCalledWith({ type: 'stopped' })
  expect(exit).toHaveBeenCalledExactlyOnceWith(0)
})
