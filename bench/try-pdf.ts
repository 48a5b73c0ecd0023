import { mkdtempSync } from 'node:fs'
import { unwrap } from '../app/errors'
import { openWideDossier } from './wide-dossier'
const [issues, parties, statements] = process.argv.slice(3).map(Number)
const folder = mkdtempSync('/tmp/s/wide-')
let t = performance.now()
const lap = (what: string) => {
  const n = performance.now()
  console.log(what, (n - t).toFixed(0), 'ms', (process.memoryUsage().rss / 1e6).toFixed(0), 'MB')
  t = n
}
let last = performance.now(),
  worst = 0
const shell = await openWideDossier(
  folder,
  { issues: issues!, parties: parties!, statements: statements! },
  '/tmp/briefings/out/renderer',
  (name) => {
    if (name === 'task.progress') {
      const n = performance.now()
      worst = Math.max(worst, n - last)
      last = n
    }
  },
)
lap('dossier')
for (let i = 0; i < 1; i++) {
  last = performance.now()
  worst = 0
  const done = unwrap(
    await shell.dispatch('briefing.print', {
      edition: 'sourced',
      asOf: '2025-11-14',
      path: `/tmp/s/wide-${issues}-ours.pdf`,
      taskId: 't',
    }),
  )
  lap('print ' + JSON.stringify(done) + ' worst wait ' + worst.toFixed(0))
}
await shell.stop()
