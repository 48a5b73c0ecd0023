import { existsSync, readFileSync } from 'node:fs'
import { toolsNode } from './packages.mjs'
import { at, failureOf, tell } from './run.mjs'

const probeLimitMs = 5_000
const fetchLimitMs = 300_000

/** Electron's binary comes from outside the package registry, so it is tried and never insisted on. */
export async function tryElectron() {
  if (existsSync(at('node_modules/electron/path.txt')) || !hasDisplay()) return
  if (!(await isReachable())) return
  tell('Setting up: fetching the Electron window, once.')
  failureOf(toolsNode(), [at('node_modules/electron/install.js')], { limitMs: fetchLimitMs })
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function isReachable() {
  const { repository } = JSON.parse(readFileSync(at('node_modules/electron/package.json'), 'utf8'))
  const address = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? repository
  try {
    const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) })
    return reply.ok
  } catch {
    return false
  }
}
