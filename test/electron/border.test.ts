import { beforeEach, expect, test, vi } from 'vitest'
import type { Dispatch } from '../../engine/dispatch'
import { announce, openBorder, type Border } from '../../electron/border'
import { callFrom, FakeContents } from './fake-electron'
import { asContents } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

let border: Border
beforeEach(() => (border = openBorder()))

function admitted() {
  const contents = new FakeContents()
  const dispatch = vi.fn<Dispatch>(async () => ({ ok: true, value: contents.id }))
  border.admit(asContents(contents), dispatch)
  return { contents, dispatch }
}

test('each window asks its own engine', async () => {
  const [one, two] = [admitted(), admitted()]

  expect(await callFrom(one.contents, ['issue.list', {}])).toEqual({ ok: true, value: one.contents.id })
  expect(await callFrom(two.contents, ['issue.list', {}])).toEqual({ ok: true, value: two.contents.id })
  expect(one.dispatch).toHaveBeenCalledExactlyOnceWith('issue.list', {})
})

test('a window nobody knows is refused', async () => {
  const { dispatch } = admitted()

  await expect(callFrom(new FakeContents(), ['issue.list'])).rejects.toThrow('may not ask')
  expect(dispatch).not.toHaveBeenCalled()
})

const strangers = ['https://evil/?next=app://demarche', 'app://demarche.evil', 'file://', 'null', '']
test.each(strangers)('a page at “%s” is refused', async (origin) => {
  const { contents, dispatch } = admitted()

  await expect(callFrom(contents, ['x'], { ...contents.mainFrame, origin })).rejects.toThrow('may not ask')
  expect(dispatch).not.toHaveBeenCalled()
})

test('a frame inside the page, the frame of another window, one left behind and none are refused', async () => {
  const { contents, dispatch } = admitted()
  const { mainFrame } = contents
  const other = admitted().contents.mainFrame

  const frames = [
    { ...mainFrame, frameToken: 'inner', parent: mainFrame },
    { ...mainFrame, parent: mainFrame },
    other,
    { ...mainFrame, frameToken: other.frameToken },
    { ...mainFrame, processId: other.processId },
    null,
  ]
  for (const frame of frames) await expect(callFrom(contents, ['x'], frame)).rejects.toThrow('may not ask')
  expect(dispatch).not.toHaveBeenCalled()
})

test.each([undefined, null, 7, {}, ['position.record']])('%o is no name', async (name) => {
  const { contents, dispatch } = admitted()

  await expect(callFrom(contents, [name])).rejects.toThrow('by its name')
  expect(dispatch).not.toHaveBeenCalled()
})

test('a window that is gone is forgotten', async () => {
  const { contents } = admitted()
  contents.emit('destroyed')

  await expect(callFrom(contents, ['x'])).rejects.toThrow('may not ask')
})

test('an announcement reaches the one window, and none that is gone', () => {
  const [one, two] = [admitted().contents, admitted().contents]

  announce(asContents(one), 'menu.chosen', { action: 'edit.undo' })
  expect(one.send).toHaveBeenCalledExactlyOnceWith('announce', 'menu.chosen', { action: 'edit.undo' })
  expect(two.send).not.toHaveBeenCalled()

  two.isGone = true
  announce(asContents(two), 'menu.chosen', { action: 'edit.undo' })
  expect(two.send).not.toHaveBeenCalled()
})
