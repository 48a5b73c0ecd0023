import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { toolsNode } from './packages.mjs'
import { at, failureOf, tell } from './run.mjs'

const rooms = ['app', 'db', 'engine', 'electron', 'cli', 'renderer', 'sample']
const configs = [
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/chromium-candidates.json',
]
const stamp = 'out/.stamp'
const sample = 'out/sample/sample.demarche'

/** Both shells and the sample, when a source has changed since. Answers with what could not be done. */
export function provideBuild({ isForced = false } = {}) {
  const wanted = fingerprint([...rooms, ...configs])
  if (!isForced && readStamp(stamp) === wanted && existsSync(at(sample))) return null

  tell('Setting up: building the application.')
  rmSync(at(stamp), { force: true })
  const failure = buildShells() ?? buildSample()
  if (failure !== null) return `The application could not be built; the reason is below.\n${failure}`
  writeFileSync(at(stamp), wanted)
  return null
}

function buildShells() {
  const env = { ...process.env, NO_COLOR: '1' }
  return failureOf(toolsNode(), [at('node_modules/electron-vite/bin/electron-vite.js'), 'build'], { env })
}

function buildSample() {
  mkdirSync(at('out/sample'), { recursive: true })
  rmSync(at(sample), { force: true })
  return failureOf(toolsNode(), [at('out/main/build-sample.js'), at(sample)])
}
