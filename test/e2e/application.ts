import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'

export type RunningShell = { address: string; folder: string; process: ChildProcess }

const root = join(import.meta.dirname, '../..')

/** The sample as it was built; to be copied, never written into. */
export const builtSample = join(root, 'out/sample/sample.demarche')

/** The built application in its browser shell, with a home folder of its own and no window. */
async function startShell(args: readonly string[]): Promise<RunningShell> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-e2e-'))
  const environment: NodeJS.ProcessEnv = { ...process.env, DEMARCHE_HOME: join(folder, 'home') }
  delete environment.DISPLAY
  delete environment.WAYLAND_DISPLAY
  const shell = spawn(process.execPath, [join(root, 'out/main/demarche.js'), 'open', ...args], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const read = (part: Buffer) => {
      said += part.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)
      if (found) resolve(found[0])
    }
    shell.stdout.on('data', read)
    shell.stderr.on('data', read)
    shell.on('exit', (code) => reject(new Error(`The shell ended with ${code}: ${said}`)))
  })
  return { address, folder, process: shell }
}

async function endShell({ process: shell }: RunningShell): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null) return
  const ended = new Promise((resolve) => shell.once('exit', resolve))
  shell.kill('SIGTERM')
  await ended
}

/** In place of the dossier that is open; what was there before is closed, and what was presented of it ended. */
async function openFreshSample({ address }: RunningShell): Promise<void> {
  const response = await fetch(new URL('call', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(address).origin },
    body: JSON.stringify({ name: 'dossier.openSample', input: {} }),
  })
  expect(await response.json()).toMatchObject({ ok: true, value: { isSample: true } })
}

/** Anything that the page asks of another place, or complains of, fails the test. */
export async function watch(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = []
  const origin = new URL(address).origin
  await page.context().route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(origin) || url.startsWith('data:')) return route.continue()
    complaints.push(`asked for ${url}`)
    return route.abort()
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

export async function isReady(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true')
}

type Fixtures = {
  /** What a shell of the test's own is started with, besides `open`; null for a fresh copy of the sample. */
  shellArguments: readonly string[] | null
  shell: RunningShell
  /** The application's window, on its comparison where a dossier is open. */
  window: Page
}

type WorkerFixtures = {
  /** One shell that goes from test to test, started when it is first wanted. */
  keptShell: () => Promise<RunningShell>
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  keptShell: [
    // Playwright reads from the pattern what a fixture needs.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const started: Promise<RunningShell>[] = []
      await use(() => (started[0] ??= startShell([])))
      for (const shell of started) await endShell(await shell)
    },
    { scope: 'worker' },
  ],
  shellArguments: [null, { option: true }],
  async shell({ shellArguments, keptShell }, use) {
    if (shellArguments === null) {
      const shell = await keptShell()
      await openFreshSample(shell)
      return use(shell)
    }
    const shell = await startShell(shellArguments)
    await use(shell)
    await endShell(shell)
  },
  async window({ shell, page }, use) {
    const complaints = await watch(page, shell.address)
    await page.goto(`${shell.address}#/compare`)
    await isReady(page)
    await use(page)
    expect(complaints).toEqual([])
  },
})

export { expect }
