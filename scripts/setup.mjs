import { writeFileSync } from 'node:fs'
import { provideBuild } from './setup/build.mjs'
import {
  chromiumSentence,
  findChromium,
  findHeadlessChromium,
  onPath,
  provideChromium,
  provideHeadlessChromium,
} from './setup/chromium.mjs'
import { installFromDistribution } from './setup/distribution.mjs'
import { tryElectron } from './setup/electron.mjs'
import { providePackages, refusalOfNode } from './setup/packages.mjs'
import { readStamp } from './setup/fingerprint.mjs'
import { at, tell } from './setup/run.mjs'

const purposes = ['start', 'test', 'cli', 'build']

/** What `npm start`, `npm test` and the command line need; says nothing when all of it is there. */
async function setUp(/** @type {string} */ purpose) {
  insist(providePackages())
  insist(refusalOfNode())
  if (purpose === 'start') await tryElectron()
  const isTest = purpose === 'test'
  if (purpose !== 'build') {
    record({
      chromium: chromiumFor(purpose),
      headless: isTest ? provideHeadlessChromium() : findHeadlessChromium(),
      hasPoppler: isTest ? providePoppler() : hasPoppler(),
    })
  }
  // The tests build for themselves, so that a build which fails is counted like any other failure.
  if (purpose !== 'test') insist(provideBuild({ isForced: purpose === 'build' }))
}

/** The command line only looks: it prints a sentence of its own where a PDF needs what is not there. */
function chromiumFor(/** @type {string} */ purpose) {
  if (purpose === 'cli') return findChromium()
  const found = provideChromium()
  if (!found) tell(chromiumSentence)
  return found
}

function hasPoppler() {
  return onPath('pdftotext') !== null && onPath('pdfinfo') !== null
}

function providePoppler() {
  if (hasPoppler()) return true
  installFromDistribution('poppler-utils')
  if (!hasPoppler())
    tell('pdftotext and pdfinfo were not found, and the tests of the PDF need them; install poppler-utils.')
  return hasPoppler()
}

/** @param {{ chromium: string | null, headless: string | null, hasPoppler: boolean }} found */
function record(found) {
  const path = 'node_modules/.demarche-setup.json'
  const wanted = JSON.stringify(found)
  if (readStamp(path) !== wanted) writeFileSync(at(path), wanted)
}

/** Ends with the sentence when something that is needed could not be done. */
function insist(/** @type {string | null} */ failure) {
  if (failure === null) return
  tell(failure)
  process.exit(1)
}

const purpose = process.argv[process.argv.indexOf('--for') + 1] ?? ''
if (!purposes.includes(purpose)) {
  tell(`Usage: node scripts/setup.mjs --for ${purposes.join('|')}`)
  process.exit(2)
}
await setUp(purpose)
