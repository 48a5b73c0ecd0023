import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAppWindow } from '../../cli/app-window'
import { openDossierFile } from '../../db/open'
import { makeDossier } from '../builders/bad-files'
import { temporaryFolder } from '../builders/open-test-app'
import { builtCommandLine } from '../builders/run-demarche'

const root = join(import.meta.dirname, '../..')

/** Starts `open` without a display, and waits for the address that it prints. */
async function openWithoutDisplay(command: string[], folder: string) {
  const environment: NodeJS.ProcessEnv = { ...process.env, DEMARCHE_HOME: join(folder, 'home') }
  delete environment.DISPLAY
  delete environment.WAYLAND_DISPLAY
  const [program, ...args] = command
  const shell = spawn(program!, args, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void shell.kill('SIGKILL'))
  let stdout = ''
  const address = await new Promise<string>((resolve, reject) => {
    shell.stdout.on('data', (part: Buffer) => {
      stdout += part.toString()
      const found = /^Démarche is open at (http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/)\n$/.exec(stdout)
      if (found) resolve(found[1]!)
    })
    shell.once('exit', (code) => reject(new Error(`It ended with ${code} and said ${stdout}`)))
  })
  return { shell, address }
}

const ended = (process: ChildProcess) =>
  new Promise<number | string | null>((resolve) =>
    process.once('exit', (code, signal) => resolve(code ?? signal)),
  )

async function call(address: string, name: string, input: unknown): Promise<unknown> {
  const response = await fetch(`${address}call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(address).origin },
    body: JSON.stringify({ name, input }),
  })
  return response.json()
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`without a display the address is printed, the dossier can be edited, and ${signal} ends it cleanly`, async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'd.demarche')
    copyFileSync(await makeDossier(), path)
    const { shell, address } = await openWithoutDisplay(
      [process.execPath, builtCommandLine, 'open', path],
      folder,
    )

    expect((await fetch(address)).status).toBe(200)
    expect(await call(address, 'dossier.opened', {})).toMatchObject({ ok: true, value: { path } })
    expect(await call(address, 'issue.add', { title: 'Added in the window' })).toMatchObject({ ok: true })

    const end = ended(shell)
    shell.kill(signal)
    expect(await end).toBe(0)
    await expect(fetch(address)).rejects.toThrow('fetch failed')
    const { db } = openDossierFile(path, { toRead: true })
    expect(db.prepare('SELECT count(*) AS count FROM issue').get()).toEqual({ count: 21 })
    db.close()
    expect(readdirSync(folder).sort()).toEqual(['d.demarche', 'home'])
  })
}

test('the installed command passes arguments, exit codes, output and signals through', async () => {
  const folder = temporaryFolder()
  const bin = join(root, 'cli/bin.mjs')
  const usage = spawnSync(process.execPath, [bin, 'show', 'x.demarche', '--json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(usage).toMatchObject({ status: 3, stdout: '' })
  expect(usage.stderr).toContain('x.demarche')
  const version = spawnSync(process.execPath, [bin, '--version'], { cwd: folder, encoding: 'utf8' })
  expect(version).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })

  const { shell, address } = await openWithoutDisplay([process.execPath, bin, 'open'], folder)
  const end = ended(shell)
  shell.kill('SIGTERM')
  expect(await end).toBe(0)
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})

/** A stand-in for Chromium that notes its arguments and runs until it is told to end, or for as long as given. */
function standIn(folder: string, life: string): string {
  const path = join(folder, 'chromium')
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments.part"\nmv "${folder}/arguments.part" "${folder}/arguments"\n${life}\n`,
  )
  chmodSync(path, 0o755)
  return path
}

/** What the stand-in was started with, once it runs. */
async function argumentsIn(folder: string): Promise<string[]> {
  await expect.poll(() => existsSync(join(folder, 'arguments'))).toBe(true)
  return readFileSync(join(folder, 'arguments'), 'utf8').split('\n')
}

const profileIn = (given: readonly string[]) =>
  given.find((argument) => argument.startsWith('--user-data-dir='))!.slice('--user-data-dir='.length)

test('the window is Chromium with a profile of its own, reaching no other host, gone when it closes', async () => {
  const folder = temporaryFolder()
  const environment = { ...process.env, DEMARCHE_CHROMIUM: standIn(folder, 'exec sleep 60') }
  const appWindow = await openAppWindow('http://127.0.0.1:9/ticket', environment)
  const given = await argumentsIn(folder)
  expect(given).toContain('--app=http://127.0.0.1:9/ticket')
  expect(given).toContain('--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1')
  expect(existsSync(profileIn(given))).toBe(true)

  await appWindow!.close()
  expect(existsSync(profileIn(given))).toBe(false)
})

test('a window that the person closes is noticed, and its profile goes too', async () => {
  const folder = temporaryFolder()
  const environment = { ...process.env, DEMARCHE_CHROMIUM: standIn(folder, 'exit 0') }
  const appWindow = await openAppWindow('http://127.0.0.1:9/', environment)
  expect(await appWindow!.ended).toBe('closed')
  await appWindow!.close()
  expect(existsSync(profileIn(await argumentsIn(folder)))).toBe(false)
})

test('a window that cannot be shown is noticed', async () => {
  const environment = { ...process.env, DEMARCHE_CHROMIUM: standIn(temporaryFolder(), 'exit 1') }
  const appWindow = await openAppWindow('http://127.0.0.1:9/', environment)
  expect(await appWindow!.ended).toBe('failed')
  await appWindow!.close()
})

test('without a Chromium there is no window', async () => {
  const environment = { ...process.env, DEMARCHE_CHROMIUM: join(temporaryFolder(), 'missing') }
  expect(await openAppWindow('http://127.0.0.1:9/', environment)).toBeNull()
})
