import { existsSync, readFileSync, rmSync } from 'node:fs'
import { provideBuild } from '../setup/build.mjs'
import { chromiumSentence } from '../setup/chromium.mjs'
import { at } from '../setup/run.mjs'
import { runTool } from './run-step.mjs'

const rooms = ['app', 'db', 'engine', 'renderer', 'electron', 'cli', 'sample', 'test', 'bench', 'scripts']

/**
 * In the order of what is quickest to know. Each answers with its counts, and with its output where it failed.
 * @type {Record<string, () => Promise<import('./run-step.mjs').Counts & { output: string }>>}
 */
export const steps = {
  types: async () => {
    const waiting = rooms.filter((room) => existsSync(at(`${room}/tsconfig.json`)))
    /** @type {string[]} */
    const failed = []
    // The last know the most and take the longest; one alone leaves a core idle for much of its time.
    const checkOneByOne = async () => {
      for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
        const ran = await runTool('node_modules/typescript/bin/tsc', ['-p', room])
        if (!ran.isDone) failed.push(ran.output)
      }
    }
    await Promise.all([checkOneByOne(), checkOneByOne()])
    // A room whose types are wrong is reported by every room that knows it.
    return asOneTest(failed.length === 0, [...new Set(failed.join('\n').split('\n'))].join('\n'))
  },

  lint: async () => whole(await runTool('node_modules/oxlint/bin/oxlint', ['--type-aware', '--quiet'])),

  format: async () => whole(await runTool('node_modules/@biomejs/biome/bin/biome', ['format'])),

  build: async () => {
    const failure = provideBuild({ isForced: true })
    return asOneTest(failure === null, failure ?? '')
  },

  unit: async () => {
    const record = 'test-results/unit.json'
    rmSync(at(record), { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${record}`]
    const ran = await runTool('node_modules/vitest/vitest.mjs', ['run', ...reporters], { limitMs: 420_000 })
    return counted(ran, existsSync(at(record)) ? countVitest(readJson(record)) : null)
  },

  e2e: async () => {
    if (!existsSync(at('out/.stamp'))) return asOneTest(false, 'Not run: the application is not built.')
    const found = 'node_modules/.demarche-setup.json'
    if (!existsSync(at(found)) || !readJson(found).chromium) return asOneTest(false, chromiumSentence)
    const record = 'test-results/e2e.json'
    rmSync(at(record), { force: true })
    const ran = await runTool('node_modules/@playwright/test/cli.js', ['test'], { limitMs: 420_000 })
    const counts = existsSync(at(record)) ? countPlaywright(readJson(record)) : null
    if (counts && !existsSync(at('node_modules/electron/path.txt'))) {
      counts.skipped.push('the same window in Electron: its binary is not on this machine')
    }
    return counted(ran, counts)
  },
}

/** @param {{ isDone: boolean, output: string }} ran */
function whole(ran) {
  return asOneTest(ran.isDone, ran.output)
}

/**
 * @param {boolean} isPassed
 * @param {string} output
 */
function asOneTest(isPassed, output) {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: [], output }
}

/**
 * A run that ended badly is a failure even where no single test says so: a file that could not be read, say.
 * @param {import('./run-step.mjs').Ran} ran
 * @param {import('./run-step.mjs').Counts | null} counts
 */
function counted(ran, counts) {
  if (counts === null) return asOneTest(false, ran.output)
  const failed = ran.isDone ? counts.failed : Math.max(counts.failed, 1)
  return { ...counts, failed, output: ran.output }
}

/** @param {any} report */
function countVitest(report) {
  /** @type {import('./run-step.mjs').Counts} */
  const sum = { passed: 0, failed: 0, skipped: [] }
  for (const file of report.testResults) {
    const count = (/** @type {string} */ status) =>
      file.assertionResults.filter((/** @type {any} */ test) => test.status === status).length
    const failed = count('failed')
    sum.passed += count('passed')
    // A file that fails before its first test, or in its preparations, has no failed test to show for it.
    sum.failed += file.status === 'failed' ? Math.max(failed, 1) : failed
    if (file.status === 'failed') continue
    for (const { status, fullName } of file.assertionResults) {
      if (status !== 'passed') sum.skipped.push(fullName)
    }
  }
  return sum
}

/** @param {any} report */
function countPlaywright(report) {
  /** @returns {any[]} */
  const specsIn = (/** @type {any} */ suite) => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(specsIn),
  ]
  const skipped = specsIn(report).flatMap((spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === 'skipped')
      .map((/** @type {any} */ test) => {
        const reason = test.annotations.find((/** @type {any} */ note) => note.type === 'skip')?.description
        return `${spec.title}${reason ? `: ${reason}` : ''}`
      }),
  )
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped }
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(at(path), 'utf8'))
}
