import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'

export type RunningShell = { address: string; folder: string; process: ChildProcess }

const root = join(import.meta.dirname, '../..')

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
  /** What the shell is started with, besides `open`. */
  shellArguments: readonly string[]
  shell: RunningShell
  /** The application's window, on its comparison where a dossier is open. */
  window: Page
}

export const test = base.extend<Fixtures>({
  shellArguments: [['--sample'], { option: true }],
  async shell({ shellArguments }, use) {
    const shell = await startShell(shellArguments)
    await use(shell)
    const ended = new Promise((resolve) => shell.process.once('exit', resolve))
    shell.process.kill('SIGTERM')
    await ended
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
