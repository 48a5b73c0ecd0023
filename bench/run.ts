import { benchArrange } from './arrange'
import { median, type Comparison } from './compare'
import { benchImportPdf, benchReadPdf } from './import'
import { benchBriefings } from './briefing'
import { benchExports } from './export'
import { benchDifferences } from './differences'
import { benchGrid } from './grid'
import { benchOpenSample } from './open-sample'
import { benchPresent } from './present'
import { benchRecordPositions } from './record-positions'
import { benchSearch } from './search'
import { benchSuggestions } from './suggest'

/** Null where what it compares with is not on this machine. */
const benchmarks: Record<string, () => Promise<Comparison | null>> = {
  record: benchRecordPositions,
  open: benchOpenSample,
  present: benchPresent,
  search: benchSearch,
  suggest: benchSuggestions,
  read: benchReadPdf,
  import: benchImportPdf,
  ...benchExports,
  ...benchDifferences,
  ...benchBriefings,
  ...benchArrange,
  ...benchGrid,
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const rows: Record<string, string | number>[] = []
for (const [name, bench] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.some((part) => name.startsWith(part))) continue
  const compared = await bench()
  if (compared === null) continue
  const { what, unit = 'ms', ours, other, counts } = compared
  const ratios = other.rounds.map((round, index) => ours.rounds[index]! / round)
  const isAlone = ratios.length === 0
  rows.push({
    what,
    ratio: isAlone ? 'not compared' : median(ratios).toFixed(2),
    ours: `${ours.name}: ${median(ours.rounds).toFixed(1)} ${unit}`,
    against: isAlone
      ? `${other.name}: left out`
      : `${other.name}: ${median(other.rounds).toFixed(1)} ${unit}`,
    pairs: ours.rounds.length,
    counts: Object.entries(counts)
      .map(([counted, count]) => `${count} ${counted}`)
      .join(', '),
  })
}
console.table(rows)
