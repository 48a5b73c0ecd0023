import { connect } from '../db/connection'
import { readWholeDossier } from '../db/tables/whole-dossier'
import { leavingContext } from '../engine/export/leaving-context'
import { exportSelection } from '../app/model/export-selection'
import { comparisonWorkbook } from '../engine/export/xlsx/comparison-workbook'
import { workbookParts } from '../engine/export/xlsx/workbook'
const t0 = performance.now()
const say = (what: string) => { if (process.env.GC) (globalThis as any).gc(); const c = process.cpuUsage(); console.log(what, Math.round(performance.now() - t0), 'ms cpu', Math.round((c.user + c.system)/1000), 'rss', Math.round(process.memoryUsage().rss / 1e6), 'heap', Math.round(process.memoryUsage().heapUsed / 1e6), 'ext', Math.round(process.memoryUsage().external/1e6)) }
say('start')
const db = connect('/tmp/ex-out/large.demarche', { isReadOnly: true })
say('open')
const made = leavingContext(db, { asOf: null, since: null, locale: 'en', selection: exportSelection.parse({}) }, new Date())
say('read')
const context = made.context()
say('context')
let n = 0
for (const e of workbookParts(comparisonWorkbook(context, () => {}))) { for (const p of e.pieces) n += p.length; say(e.name + ' ' + n) }
