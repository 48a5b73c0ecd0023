import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsBetween, findDaysOfCells, rowsBetween } from '../../app/rules/cell-days'
import { indexComparison } from '../../app/rules/comparison-index'
import { allCells, readComparison, readOneCell } from '../../app/rules/comparison-reading'
import { heldInForce, positionsInForce } from '../../app/rules/in-force'
import { measureRows } from '../../app/rules/row-measures'
import { countWanting } from '../../app/rules/wanting'
import { issue, noRecords, party, recordOf } from '../builders/compared-records'
import { factOf } from '../builders/compared-world'

const dates = [
  '2025-10-20',
  '2025-10-21~',
  '2025-10?',
  '2025-10',
  '2025-11/2025-12-05',
  '2025-09-30/..',
  '/2025-11-02',
  '2025',
  null,
] as const
const readDays = [
  '2024-12-31',
  '2025-01-01',
  '2025-09-30',
  '2025-10-01',
  '2025-10-19',
  '2025-10-20',
  '2025-10-21',
  '2025-10-22',
  '2025-10-23',
  '2025-10-31',
  '2025-11-01',
  '2025-11-02',
  '2025-11-03',
  '2025-12-05',
  '2025-12-06',
  '2025-12-31',
  '2026-01-01',
  '2026-03-01',
]

const date = fc.constantFrom(...dates)
const made = fc.record({
  positions: fc.array(
    fc.record({
      issue: fc.nat({ max: 2 }),
      party: fc.nat({ max: 2 }),
      from: date,
      until: date,
      supersedes: fc.option(fc.nat()),
      stance: fc.constantFrom('supports', 'opposes', null),
      needsResearch: fc.boolean(),
      saidOn: fc.option(date),
      answeredOn: fc.option(date),
    }),
    { maxLength: 7 },
  ),
  gaps: fc.array(
    fc.record({
      issue: fc.nat({ max: 2 }),
      party: fc.nat({ max: 2 }),
      asOf: fc.constantFrom('2025-10-20', '2025-11', '2025-10-22'),
    }),
    { maxLength: 4 },
  ),
})

function recordsOf({ positions, gaps }: typeof made extends fc.Arbitrary<infer Made> ? Made : never) {
  const issues = [issue(), issue(), issue()]
  const parties = [party(), party(), party()]
  const held = positions.map(({ issue: row, party: column, from, until, stance, needsResearch }) =>
    recordOf('position', {
      issueId: issues[row]!.id,
      partyId: parties[column]!.id,
      from,
      until,
      stance,
      needsResearch,
      kind: 'demand',
    }),
  )
  const linked = held.map((position, at) => {
    const { supersedes } = positions[at]!
    return supersedes === null || at === 0
      ? position
      : { ...position, supersedesId: held[supersedes % at]!.id }
  })
  return {
    ...noRecords,
    issues,
    parties,
    positions: linked,
    gaps: gaps.map(({ issue: row, party: column, asOf }) =>
      recordOf('gap', { issueId: issues[row]!.id, partyId: parties[column]!.id, asOf }),
    ),
    facts: linked.flatMap((position, at) => {
      const { saidOn } = positions[at]!
      return saidOn === null ? [] : [factOf(position, { saidOn })]
    }),
    answers: linked.flatMap((position, at) => {
      const { answeredOn } = positions[at]!
      return answeredOn === null
        ? []
        : [recordOf('answer', { positionId: position.id, partyId: parties[0]!.id, onDate: answeredOn })]
    }),
  }
}

const day = fc.constantFrom(...readDays)

test('a cell that is not among those between two days reads the same on both', () => {
  fc.assert(
    fc.property(made, day, day, (world, first, second) => {
      const index = indexComparison(recordsOf(world))
      const between = cellsBetween(index, first, second)
      index.issues.forEach((_issue, row) =>
        index.records.parties.forEach((_party, column) => {
          const at = row * index.records.parties.length + column
          if (between.has(at)) return
          expect(readOneCell(index, row, column, first)).toEqual(readOneCell(index, row, column, second))
          expect(heldInForce(index.held[at], first)).toEqual(heldInForce(index.held[at], second))
        }),
      )
    }),
    { numRuns: 300 },
  )
})

test('what is counted and measured on the way from day to day is what each day says by itself', () => {
  fc.assert(
    fc.property(made, fc.array(day, { minLength: 2, maxLength: 5 }), (world, days) => {
      const records = recordsOf(world)
      const walked = indexComparison(records)
      for (const each of days) {
        const reading = readComparison(walked, each)
        const alone = readComparison(indexComparison(records), each)
        expect(positionsInForce(reading).map((held) => held.map(({ position }) => position.id))).toEqual(
          positionsInForce(alone).map((held) => held.map(({ position }) => position.id)),
        )
        expect(allCells(reading)).toEqual(allCells(alone))
        expect(countWanting(reading)).toEqual(countWanting(alone))
        for (const order of ['disagreement', 'changed', 'gaps'] as const) {
          expect(measureRows(reading, order, [0, 1, 2])).toEqual(measureRows(alone, order, [0, 1, 2]))
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('a day on which nothing begins, ends or is said touches no row', () => {
  const [ships, fish] = [issue(), issue()]
  const ours = party()
  const held = recordOf('position', {
    issueId: fish.id,
    partyId: ours.id,
    from: '2025-10-20',
    until: '2025-11-02',
  })
  const index = indexComparison({ ...noRecords, issues: [ships, fish], parties: [ours], positions: [held] })
  expect([...rowsBetween(index, '2025-10-20', '2025-11-01')]).toEqual([])
  expect([...rowsBetween(index, '2025-10-19', '2025-10-20')]).toEqual([1])
  expect([...rowsBetween(index, '2025-11-03', '2025-11-02')]).toEqual([1])
})

test('a row is measured again only where the day touches it', () => {
  const [fish, ships] = [issue(), issue()]
  const ours = party()
  const held = recordOf('position', { issueId: ships.id, partyId: ours.id, from: '2025-10-20' })
  const index = indexComparison({ ...noRecords, issues: [fish, ships], parties: [ours], positions: [held] })
  const before = measureRows(readComparison(index, '2025-10-19'), 'changed', [0])
  const after = measureRows(readComparison(index, '2025-10-21'), 'changed', [0])
  expect(after[0]).toBe(before[0])
  expect(after[1]).toEqual({ by: 'changed', on: '2025-10-20' })
})

test('the days are found a stretch at a time', () => {
  const issues = Array.from({ length: 300 }, () => issue())
  const ours = party()
  const index = indexComparison({ ...noRecords, issues, parties: [ours] })
  expect([...findDaysOfCells(index)]).toHaveLength(1)
  expect([...findDaysOfCells(index)]).toHaveLength(0)
})
