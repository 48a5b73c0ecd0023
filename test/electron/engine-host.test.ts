import { beforeEach, expect, test, vi } from 'vitest'
import { startEngine } from '../../electron/engine-host'
import { FakeChild } from './fake-electron'
import { freshMachine } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

let folder = ''
beforeEach(() => ({ folder } = freshMachine()))

function start() {
  const onCrash = vi.fn<() => void>()
  const nobody = async () => null
  const engine = startEngine({
    processPath: '/out/main/engine-process.js',
    desktop: { chooseFileToOpen: nobody, chooseFileToSave: nobody, printPage: async () => new Uint8Array() },
    announce: () => {},
    start: { user: 'Ada', homeFolder: folder, samplePath: folder },
    onCrash,
  })
  return { engine, onCrash, child: FakeChild.all.at(-1)! }
}
const lost = { ok: false, error: { code: 'unexpected', details: {} } }

test('an end that was asked for is no crash', async () => {
  const { engine, onCrash, child } = start()
  expect(await engine.dispatch('dossier.opened', {})).toEqual({ ok: true, value: null })
  await engine.stop()

  expect(child.isOver).toBe(true)
  expect(onCrash).not.toHaveBeenCalled()
  await engine.stop()
})

test('an end that nobody asked for is told once, and whoever asks later is answered', async () => {
  const { engine, onCrash, child } = start()
  child.crash()

  expect(onCrash).toHaveBeenCalledOnce()
  expect(await engine.dispatch('dossier.opened', {})).toEqual(lost)
  await engine.stop()
  expect(onCrash).toHaveBeenCalledOnce()
})
