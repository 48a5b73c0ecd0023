import { beforeEach, expect, test, vi } from 'vitest'
import type { PresenterState } from '../../app/contract/presenting-contract'
import * as fake from './fake-electron'
import { ask, eventually, freshMachine, launch, makeDossier, titleIn } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

beforeEach(() => freshMachine())

/** A dossier window with a presentation that has begun and its wall open. */
async function openWall({ displays = [fake.ownDisplay, fake.projector] } = {}) {
  fake.displays.all = displays
  await launch([await makeDossier('Ports')])
  const [presenter] = fake.FakeWindow.all
  await titleIn(presenter!)
  await ask(presenter!, 'issue.add', { title: 'Quays', note: 'a private note' })
  await ask(presenter!, 'presenting.begin')
  await ask(presenter!, 'presenting.openWall')
  const wall = fake.FakeWindow.all.at(-1)!
  wall.emit('ready-to-show')
  const walls = async () => (await ask<PresenterState>(presenter!, 'presenting.state')).walls
  await expect.poll(walls, { timeout: 15_000 }).toBe(1)
  return { presenter: presenter!, wall, walls }
}

const heardBy = (window: fake.FakeWindow) =>
  window.webContents.send.mock.calls.map(([, name]) => String(name))

test('the wall opens full screen on the display that the presenter is not on', async () => {
  const { wall } = await openWall()
  expect(wall.options).toMatchObject({ ...fake.projector.bounds, fullscreen: true })
  expect(wall.webContents.loadURL).toHaveBeenCalledWith('app://demarche/index.html#/wall')
})

test('on one display it is a window like any other', async () => {
  const { wall } = await openWall({ displays: [fake.ownDisplay] })
  expect(wall.options).toMatchObject({ fullscreen: false, width: 1_280 })
})

test('the wall hears what is shown and nothing else', async () => {
  const { presenter, wall } = await openWall()
  await ask(presenter, 'presenting.move', { to: 'next' })
  await ask(presenter, 'issue.add', { title: 'Cranes' })

  await eventually(() => expect(heardBy(presenter)).toContain('dossier.changed'))
  expect(heardBy(presenter)).toContain('presenting.changed')
  expect(new Set(heardBy(wall))).toEqual(new Set(['wall.shown']))
  expect(JSON.stringify(wall.webContents.send.mock.calls)).not.toContain('a private note')
})

test('the wall may ask what it shows and pass on a key, and nothing else', async () => {
  const { presenter, wall } = await openWall()
  expect(await ask(wall, 'wall.read')).toMatchObject({ is: 'page', step: 'question' })
  await ask(wall, 'wall.press', { move: 'black' })
  expect(await ask<PresenterState>(presenter, 'presenting.state')).toMatchObject({ isBlack: true })

  for (const name of ['issue.list', 'presenting.state', 'dossier.get', 'history.list', 'presenting.show']) {
    await expect(ask(wall, name)).rejects.toMatchObject({ code: 'unknown-operation' })
  }
})

test('closed by hand, the presenter sees that it is gone and opens it again', async () => {
  const { presenter, wall, walls } = await openWall()
  wall.close()
  await expect.poll(walls, { timeout: 15_000 }).toBe(0)

  await ask(presenter, 'presenting.openWall')
  const again = fake.FakeWindow.all.at(-1)!
  expect(again).not.toBe(wall)
  again.emit('ready-to-show')
  await expect.poll(walls, { timeout: 15_000 }).toBe(1)
})

test('a display that is unplugged takes the wall with it, and no other does', async () => {
  const { wall, walls } = await openWall()
  fake.screen.emit('display-removed', {}, { ...fake.projector, id: 7 })
  expect(wall.isDestroyed()).toBe(false)
  fake.screen.emit('display-removed', {}, fake.projector)
  expect(wall.isDestroyed()).toBe(true)
  await expect.poll(walls, { timeout: 15_000 }).toBe(0)
})

test('the wall goes with the presenter’s window', async () => {
  const { presenter, wall } = await openWall()
  presenter.close()
  expect(wall.isDestroyed()).toBe(true)
})
