import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, isAbsolute, join } from 'node:path'
import { toolsNode } from './packages.mjs'
import { at, failureOf, tell } from './run.mjs'
import { installFromDistribution } from './distribution.mjs'

/** A Chromium that is there already, or null: the one named by hand, an installed one, Playwright's. */
export function findChromium() {
  const named = process.env.DEMARCHE_CHROMIUM
  if (named) return isRunnable(named) ? named : null
  const { names, paths } = candidates()
  const installed = [...names, ...paths].map(onPath).find((path) => path !== null && answers(path))
  return installed ?? playwrightsOwn()
}

/** The same without a window, in which printing and tests take half the processor time; null where there is none. */
export function findHeadlessChromium() {
  if (process.env.DEMARCHE_CHROMIUM) return null
  return (
    candidates()
      .printers.map(onPath)
      .find((path) => path !== null && answers(path)) ?? null
  )
}

/** The same, fetched where the distribution has it; whoever gets null does with the other. */
export function provideHeadlessChromium() {
  const found = findHeadlessChromium()
  if (found || process.env.DEMARCHE_CHROMIUM) return found
  installFromDistribution('chromium-headless-shell')
  return findHeadlessChromium()
}

/** @returns {{ printers: string[], names: string[], paths: string[] }} */
function candidates() {
  return JSON.parse(readFileSync(at('scripts/chromium-candidates.json'), 'utf8'))
}

/** A Chromium, fetched when there is none. */
export function provideChromium() {
  const found = findChromium()
  if (found || process.env.DEMARCHE_CHROMIUM) return found
  tell('Setting up: no Chromium is installed, fetching one.')
  installFromDistribution('chromium')
  const fromDistribution = findChromium()
  if (fromDistribution) return fromDistribution
  failureOf(toolsNode(), [at('node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  return playwrightsOwn()
}

export const chromiumSentence = process.env.DEMARCHE_CHROMIUM
  ? `DEMARCHE_CHROMIUM names ${process.env.DEMARCHE_CHROMIUM}, which cannot be run; correct it or unset it.`
  : 'No Chromium was found and none could be fetched; install Chromium or Chrome, or name one in DEMARCHE_CHROMIUM.'

/**
 * @param {string} candidate a name to look for on the PATH, or a whole path
 * @returns {string | null}
 */
export function onPath(candidate) {
  if (isAbsolute(candidate)) return isRunnable(candidate) ? candidate : null
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, candidate)).find(isRunnable) ?? null
}

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Some distributions ship a stand-in that only says where to get the real one. @param {string} path */
function answers(path) {
  return process.platform !== 'linux' || failureOf(path, ['--version'], { limitMs: 20_000 }) === null
}

function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core')
    const path = chromium.executablePath()
    return isRunnable(path) ? path : null
  } catch {
    return null
  }
}
