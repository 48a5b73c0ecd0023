import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { expect, test, vi } from 'vitest'
import type { Bridge } from '../../app/contract/bridge'

const page = vi.hoisted(() => ({ exposed: {} as Record<string, unknown> }))
const fake = vi.hoisted(() => ({ renderer: null as unknown as EventEmitter }))

vi.mock('electron', () => {
  const invoke = vi.fn<Electron.IpcRenderer['invoke']>(async (...asked) => asked)
  fake.renderer = Object.assign(new EventEmitter(), { invoke } satisfies Pick<Electron.IpcRenderer, 'invoke'>)
  return {
    ipcRenderer: fake.renderer,
    contextBridge: {
      exposeInMainWorld: (name, api) => {
        page.exposed[name] = api
      },
    } satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>,
  }
})

await import('../../electron/preload')
const bridge = page.exposed.bridge as Bridge

test('the page gets two functions and nothing else', () => {
  expect(Object.keys(page.exposed)).toEqual(['bridge'])
  expect(Object.entries(bridge).map(([name, door]) => [name, typeof door])).toEqual([
    ['call', 'function'],
    ['listen', 'function'],
  ])
})

test('a call goes through the one channel', async () => {
  expect(await bridge.call('position.record', { summary: 'x' })).toEqual([
    'call',
    'position.record',
    { summary: 'x' },
  ])
})

test('a listener hears its own announcements only, never the event, and no more once it left', () => {
  const heard = vi.fn<(payload: unknown) => void>()
  const leave = bridge.listen('menu.chosen', heard)

  fake.renderer.emit('announce', { sender: 'secret' }, 'menu.chosen', { action: 'edit.undo' })
  fake.renderer.emit('announce', { sender: 'secret' }, 'dossier.changed', {})
  expect(heard.mock.calls).toEqual([[{ action: 'edit.undo' }]])

  expect(leave()).toBeUndefined()
  fake.renderer.emit('announce', {}, 'menu.chosen', { action: 'edit.redo' })
  expect(heard).toHaveBeenCalledOnce()
})
