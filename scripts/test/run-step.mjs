import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { toolsNode } from '../setup/packages.mjs'
import { at, root } from '../setup/run.mjs'

/**
 * @typedef {{ isDone: boolean, output: string }} Ran
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Counts
 */

/** Tools that start `node` get the one that can run them. */
const path = [dirname(toolsNode()), at('node_modules/.bin'), process.env.PATH ?? ''].join(delimiter)

/**
 * Runs a tool of node_modules, and ends it with everything it started when it passes its limit.
 * @param {string} script relative to the root
 * @param {string[]} args
 * @param {{ limitMs?: number }} [options]
 * @returns {Promise<Ran>}
 */
export function runTool(script, args, { limitMs = 180_000 } = {}) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PATH: path, NO_COLOR: '1' }
  delete env.FORCE_COLOR
  const hasGroup = process.platform !== 'win32'
  const child = spawn(toolsNode(), [at(script), ...args], {
    cwd: root,
    env,
    detached: hasGroup,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (/** @type {Buffer} */ bytes) => {
    output += bytes.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const end = () => (hasGroup && child.pid ? process.kill(-child.pid, 'SIGKILL') : child.kill('SIGKILL'))
  const timer = setTimeout(() => {
    output += `\nEnded: it took more than ${limitMs / 1000} seconds.`
    end()
  }, limitMs)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ isDone: code === 0, output: stripVTControlCharacters(output) })
    })
  })
}
