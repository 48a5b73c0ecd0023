import fc from 'fast-check'
import {
  comparisonFilters,
  comparisonLayout,
  type ComparisonFilters,
  type ComparisonLayout,
  type ComparisonView,
} from '../../app/model/comparison-view'
import type { Issue } from '../../app/model/issue'
import type { Party, PartyId } from '../../app/model/party'
import { positionKind, stance, type Position } from '../../app/model/position'
import type { ComparedRecords, EvidenceFact } from '../../app/rules/comparison'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { issue, noRecords, party, recordOf } from './compared-records'

export const worldDay = '2025-11-14'

export const readAt = (records: ComparedRecords, day = worldDay) =>
  readComparison(indexComparison(records), day)

export function viewOf({
  parties = null,
  filters = {},
  layout = {},
}: {
  parties?: PartyId[] | null
  filters?: Partial<ComparisonFilters>
  layout?: Partial<ComparisonLayout>
} = {}): ComparisonView {
  return {
    parties,
    filters: comparisonFilters.parse(filters),
    layout: comparisonLayout.parse(layout),
  }
}

export const positionOf = (on: Issue, by: Party, given: Partial<Position> = {}) =>
  recordOf('position', { issueId: on.id, partyId: by.id, ...given })

export const gapOf = (on: Issue, by: Party) => recordOf('gap', { issueId: on.id, partyId: by.id })

export const memberOf = (coalition: Party, member: Party, given: object = {}) =>
  recordOf('membership', { coalitionId: coalition.id, memberId: member.id, ...given })

export const factOf = (position: Position, given: Partial<EvidenceFact> = {}): EvidenceFact => ({
  positionId: position.id,
  relation: 'supports',
  onBehalfOfId: position.partyId,
  isAnonymous: false,
  saidOn: '2025-11-01',
  issued: null,
  origin: 'one source',
  outletId: null,
  reliability: 'F',
  credibility: 6,
  ...given,
})

/** What one cell of a made-up comparison holds. */
type MadeCell = 'unseen' | 'gap' | { kind: Position['kind']; stance: Position['stance']; at: number | null }

const madeCell: fc.Arbitrary<MadeCell> = fc.oneof(
  fc.constant('unseen' as const),
  fc.constant('gap' as const),
  fc.record({
    kind: fc.constantFrom(...positionKind.options),
    stance: fc.constantFrom(null, ...stance.options),
    at: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
)

/** Up to seven issues, nested anyhow, by four parties, of which the first may be a coalition, even in a circle. */
export const madeRecords: fc.Arbitrary<ComparedRecords> = fc
  .record({
    parents: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 7 }),
    cells: fc.array(madeCell, { minLength: 28, maxLength: 28 }),
    memberships: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 4 }),
  })
  .map(({ parents, cells, memberships }) => {
    const parties = [party(), party(), party(), party()]
    const issues: Issue[] = []
    for (const [at, parent] of parents.entries()) {
      issues.push(issue({ title: at % 2 === 0 ? 'Cod' : 'Herring', parentId: issues[parent]?.id ?? null }))
    }
    const placed = issues.flatMap((on, row) =>
      parties.map((by, column) => ({ on, by, made: cells[row * parties.length + column]! })),
    )
    return {
      ...noRecords,
      parties,
      issues,
      positions: placed.flatMap(({ on, by, made }) => {
        if (typeof made === 'string') return []
        const { at, ...given } = made
        return [positionOf(on, by, { ...given, atLow: at, atHigh: at })]
      }),
      gaps: placed.flatMap(({ on, by, made }) => (made === 'gap' ? [gapOf(on, by)] : [])),
      memberships: memberships.map(([coalition, member]) => memberOf(parties[coalition]!, parties[member]!)),
    }
  })
