import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type * as Electron from 'electron'
import type { OpenedDossier } from '../../app/contract/dossier-contract'
import { unwrap, type Reply } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import { runApplication } from '../../electron/application'
import { startTestApp, temporaryFolder } from '../builders/open-test-app'
import * as fake from './fake-electron'

export const say = createSay('en')

/** What our code takes for the real one; the stand-in has as much of it as our code uses. */
export const asContents = (contents: fake.FakeContents) => contents as unknown as Electron.WebContents
export const asWindow = (window: fake.FakeWindow) => window as unknown as Electron.BrowserWindow
export const asSession = () => fake.fakeSession as unknown as Electron.Session

/** A machine as it is when it was just switched on. */
export function freshMachine(): { folder: string } {
  const folder = temporaryFolder()
  vi.clearAllMocks()
  vi.stubEnv('DEMARCHE_HOME', `${folder}/home`)
  fake.app.removeAllListeners()
  fake.fakeSession.removeAllListeners()
  fake.FakeWindow.all = []
  fake.FakeWindow.focused = null
  fake.FakeChild.all = []
  fake.displays.all = [fake.ownDisplay]
  fake.screen.removeAllListeners()
  Object.assign(fake.machine, { hasLock: true, appPath: '/application', folder })
  onTestFinished(() => {
    for (const window of fake.FakeWindow.all) window.destroy()
    for (const child of fake.FakeChild.all) child.crash()
    vi.unstubAllEnvs()
  })
  return { folder }
}

/** Starts the application as the command line `argv` would. */
export async function launch(argv: string[] = []): Promise<void> {
  const before = process.argv
  process.argv = ['electron', fake.machine.appPath, ...argv]
  try {
    runApplication('/application/out')
  } finally {
    process.argv = before
  }
  await Promise.resolve()
}

/** The windows a person can see, in the order they were opened. */
export const shownWindows = () => fake.FakeWindow.all.filter(({ options }) => !options.parent)

export async function makeDossier(title: string): Promise<string> {
  const path = join(fake.machine.folder, `${title}.demarche`)
  const maker = startTestApp({ folder: fake.machine.folder })
  await maker.api.call('dossier.create', { title, path })
  maker.session.close()
  return path
}

export async function ask<T>(window: fake.FakeWindow, name: string, input: unknown = {}): Promise<T> {
  // The test says what the operation answers.
  return unwrap((await fake.callFrom(window.webContents, [name, input])) as Reply<T>)
}
export const titleIn = async (window: fake.FakeWindow) =>
  (await ask<OpenedDossier | null>(window, 'dossier.opened'))?.dossier.title ?? null

/** Waits for something another part does in its own time; long, because a machine may be busy. */
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000 })
