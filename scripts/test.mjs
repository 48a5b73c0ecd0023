import { steps } from './test/steps.mjs'

/** Runs every step even after a failure, and ends with the sums: `N passed, N failed`. */
async function runSteps(/** @type {[string, typeof steps[string]][]} */ wanted) {
  const sum = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const skipped = []
  for (const [name, run] of wanted) {
    const startedAt = Date.now()
    const result = await run()
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    if (result.failed > 0) print(`${result.output.trimEnd()}\n`)
    print(`${name.padEnd(8)}${result.passed} passed, ${result.failed} failed (${seconds} s)`)
    sum.passed += result.passed
    sum.failed += result.failed
    skipped.push(...result.skipped)
  }
  for (const reason of skipped) print(`skipped: ${reason}`)
  print(`${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed === 0 ? 0 : 1
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`)
}

function wantedSteps() {
  const [choice, list = ''] = process.argv.slice(2)
  const named = list.split(',')
  return Object.entries(steps).filter(([name]) => {
    if (choice === '--only') return named.includes(name)
    return choice !== '--without' || !named.includes(name)
  })
}

await runSteps(wantedSteps())
