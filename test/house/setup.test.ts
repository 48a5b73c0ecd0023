import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from './planted-tree'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A clone in which nothing is installed. */
function freshClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-clone-'))
  folders.push(folder)
  for (const path of ['scripts', 'package.json', 'package-lock.json']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  return folder
}

function setUp(folder: string, purpose: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(folder, 'scripts/setup.mjs'), '--for', purpose], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: '', ...env },
  })
}

test('without npm it says what is missing and where it comes from', () => {
  const { status, stderr } = setUp(freshClone(), 'start', { PATH: '/nowhere' })
  expect(status).toBe(1)
  expect(stderr).toContain('npm was not found on the PATH; it comes with Node.js.')
})

test('packages that cannot be installed are one sentence and the reason', () => {
  const folder = freshClone()
  const npm = join(folder, 'npm-cli.js')
  writeFileSync(npm, `console.error('the registry did not answer')\nprocess.exit(1)\n`)
  const { status, stderr } = setUp(folder, 'cli', { npm_execpath: npm })
  expect(status).toBe(1)
  expect(stderr).toContain('The packages could not be installed')
  expect(stderr).toContain('the registry did not answer')
})

test('packages that are there and agree with the lock file are left alone', () => {
  const folder = freshClone()
  mkdirSync(join(folder, 'node_modules'))
  cpSync(join(root, 'package-lock.json'), join(folder, 'node_modules/.package-lock.json'))
  const { stderr } = setUp(folder, 'cli', { PATH: '/nowhere' })
  expect(stderr).not.toContain('installing the packages')
})

test('packages that are stale are installed again', () => {
  const folder = freshClone()
  mkdirSync(join(folder, 'node_modules'))
  const record = join(folder, 'node_modules/.package-lock.json')
  writeFileSync(record, JSON.stringify({ packages: { 'node_modules/zod': { version: '1.0.0' } } }))
  const { stderr } = setUp(folder, 'cli', { PATH: '/nowhere' })
  expect(stderr).toContain('installing the packages')
})

test('a purpose it does not know is wrong usage', () => {
  expect(setUp(freshClone(), 'nothing').status).toBe(2)
})
