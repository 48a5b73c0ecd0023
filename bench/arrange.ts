import {
  comparisonFilters,
  comparisonLayout,
  type ComparisonFilters,
  type ComparisonLayout,
} from '../app/model/comparison-view'
import { arrange } from '../app/rules/arrangement'
import type { Cell, ComparedRecords } from '../app/rules/comparison'
import { indexComparison } from '../app/rules/comparison-index'
import { allCells, readComparison } from '../app/rules/comparison-reading'
import { countChoices } from '../app/rules/filter-counts'
import { foldText } from '../app/rules/fold-text'
import { issue, noRecords, party, recordOf } from '../test/builders/compared-records'
import { factOf } from '../test/builders/compared-world'
import { randomText, seeded } from '../test/builders/seeded-text'
import { inTurn, timed, type Comparison } from './compare'

/** 1,000 issues × 50 parties with 50,000 positions, a quarter of the cells empty, against going through the cells. */
export const benchArrange = {
  'arrange words': () =>
    benchArrangement('rows with two words', { filters: { words: 'summit border' } }, (cell) =>
      cell.positions.some(({ text }) => {
        const folded = foldText(text)
        return folded.includes('summit') && folded.includes('border')
      }),
    ),
  'arrange red lines': () =>
    benchArrangement(
      'rows with a stated red line, said since May',
      { filters: { firmness: ['red line'], bases: ['stated'], saidFrom: '2025-05' } },
      (cell) =>
        cell.positions.some(
          ({ firmness, basis, evidence }) =>
            firmness === 'red line' && basis === 'stated' && (evidence.newest ?? '') >= '2025-05',
        ),
    ),
  'arrange disagreement': () =>
    benchArrangement('rows by disagreement', { layout: { rowOrder: 'disagreement' } }, () => true),
  'arrange changed': () =>
    benchArrangement('rows by recent change', { layout: { rowOrder: 'changed' } }, () => true),
}

let made: ComparedRecords | undefined

async function benchArrangement(
  what: string,
  asked: { filters?: Partial<ComparisonFilters>; layout?: Partial<ComparisonLayout> },
  plain: (cell: Cell) => boolean,
): Promise<Comparison> {
  const records = (made ??= makeRecords())
  const index = indexComparison(records)
  const view = {
    parties: null,
    filters: comparisonFilters.parse(asked.filters ?? {}),
    layout: comparisonLayout.parse(asked.layout ?? {}),
  }
  let found = 0
  let first = 0
  let counted = 0
  const [ours, other] = await inTurn(
    11,
    // A reading of its own each round, so that nothing is left from the round before but the index.
    () => {
      const reading = readComparison(index, '2025-11-14')
      return timed(() => (found = arrange(reading, view).found))
    },
    // And an index of its own, which would keep the cells.
    () => {
      const reading = readComparison(indexComparison(records), '2025-11-14')
      return timed(() => allCells(reading).filter(plain).length)
    },
  )
  const fresh = readComparison(indexComparison(records), '2025-11-14')
  first = await timed(() => arrange(fresh, view))
  counted = await timed(() => countChoices(fresh, view))
  return {
    what: `${what}, of 1,000 × 50`,
    ours: { name: 'arrange', rounds: ours },
    other: { name: 'through all cells', rounds: other },
    counts: {
      'rows found': found,
      'ms the first time': Math.round(first),
      'ms to count every choice': Math.round(counted),
      positions: records.positions.length,
    },
  }
}

export function makeRecords(): ComparedRecords {
  const random = seeded(4)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
  const parties = Array.from({ length: 50 }, (_, at) => party({ name: `Party ${at}`, shortName: `P${at}` }))
  const issues: ReturnType<typeof issue>[] = []
  for (let row = 0; row < 1_000; row += 1) {
    const parentId = row % 10 === 0 ? null : issues[row - (row % 10)]!.id
    issues.push(issue({ title: randomText(random, 20), parentId }))
  }
  const outlets = Array.from(
    { length: 10 },
    (_, at) => recordOf('outlet', { name: `O${at}`, kind: 'wire' }).id,
  )
  const text = randomText(random, 400_000)
  const positions: ComparedRecords['positions'][number][] = []
  const facts: ComparedRecords['facts'][number][] = []
  const cells = issues.flatMap((on) => parties.map((by) => ({ on, by })))
  while (positions.length < 50_000) {
    const { on, by } =
      positions.length < 37_500 ? cells[positions.length + Math.floor(positions.length / 3)]! : pick(cells)
    const start = Math.floor(random() * 390_000)
    const stand = random() < 0.5 ? Math.floor(random() * 101) : null
    const made = recordOf('position', {
      issueId: on.id,
      partyId: by.id,
      kind: pick(['demand', 'offer', 'commitment', 'refusal', 'view']),
      firmness: pick(['red line', 'firm', 'flexible', 'unstated']),
      basis: pick(['stated', 'reported', 'inferred']),
      stance: pick([null, 'supports', 'opposes', 'neutral']),
      atLow: stand,
      atHigh: stand,
      from: pick([null, '2025-03', '2025-07-01', '2025-10~']),
      text: text.slice(start, start + (random() < 0.02 ? 3_000 : 40 + Math.floor(random() * 100))),
    })
    positions.push(made)
    facts.push(
      factOf(made, {
        outletId: pick(outlets),
        saidOn: pick(['2025-03', '2025-06-11', '2025-11-02']),
        reliability: pick(['A', 'B', 'F']),
      }),
    )
  }
  return { ...noRecords, issues, parties, positions, facts }
}
