import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { composeBriefing } from '../app/rules/briefing'
import { writeDocx } from '../engine/export/docx/write-docx'
import { sourcedWish, wideRecords } from './wide-records'
const [issues, parties, statements] = process.argv.slice(3).map(Number)
let t = performance.now()
const lap = (what: string) => {
  const n = performance.now()
  console.log(what, (n - t).toFixed(0), 'ms', (process.memoryUsage().rss / 1e6).toFixed(0), 'MB')
  t = n
}
const records = wideRecords({ issues: issues!, parties: parties!, statements: statements! })
lap('records')
const document = composeBriefing(records, sourcedWish())
lap('compose')
for (let i = 0; i < 3; i++) {
  await pipeline(Readable.from(writeDocx(document)), createWriteStream(`/tmp/s/wide-${issues}.docx`))
  lap('docx')
}
