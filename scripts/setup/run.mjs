import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** @param {string} path */
export const at = (path) => join(root, path)

/** @param {string} sentence */
export function tell(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * A command that needs nothing typed; null when it succeeded, else what it printed last.
 * @param {string} command
 * @param {string[]} args
 * @param {{ limitMs?: number, env?: NodeJS.ProcessEnv }} [options]
 * @returns {string | null}
 */
export function failureOf(command, args, options = {}) {
  const { limitMs = 600_000, env = process.env } = options
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    timeout: limitMs,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (done.error) return done.error.message
  if (done.status === 0) return null
  return `${done.stdout}${done.stderr}`.trim().split('\n').slice(-20).join('\n') || `exit ${done.status}`
}
