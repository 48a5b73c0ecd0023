import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IssueId } from '../../app/model/issue'
import type { PositionId } from '../../app/model/position'
import type { ComparedRecords } from '../../app/rules/comparison'
import { beginIndex, indexComparison } from '../../app/rules/comparison-index'
import { allCells, readComparison } from '../../app/rules/comparison-reading'
import { positionsInForce } from '../../app/rules/in-force'
import type { SaidRecords } from '../../app/rules/packed-records'
import { issue, noRecords, party, recordOf } from '../builders/compared-records'
import { factOf, gapOf, positionOf, worldDay } from '../builders/compared-world'

const parties = [party(), party(), party()]
const issues = Array.from({ length: 6 }, (_, sortOrder) => issue({ sortOrder }))

/** Positions anywhere, each perhaps in place of one before it, in its own cell or in any other. */
const madeRecords = fc
  .array(
    fc.record({
      on: fc.nat({ max: issues.length - 1 }),
      by: fc.nat({ max: parties.length - 1 }),
      begins: fc.constantFrom(null, '2025-03-01', '2025-11-10', '2026-01-01'),
      replaces: fc.option(fc.nat({ max: 20 })),
    }),
    { maxLength: 20 },
  )
  .map((made): ComparedRecords => {
    const ids: PositionId[] = []
    const positions = made.map(({ on, by, begins, replaces }) => {
      const supersedesId = replaces === null ? null : (ids[replaces] ?? null)
      const position = positionOf(issues[on]!, parties[by]!, { from: begins, supersedesId })
      ids.push(position.id)
      return position
    })
    return {
      ...noRecords,
      parties,
      issues,
      positions,
      facts: positions.map((position) => factOf(position)),
      conditions: positions.slice(0, 4).map(({ id }) => recordOf('condition', { positionId: id })),
      gaps: [gapOf(issues[5]!, parties[0]!), gapOf(issues[0]!, parties[2]!)],
    }
  })

function saidOn(records: ComparedRecords, ids: ReadonlySet<IssueId>): SaidRecords {
  const positions = records.positions.filter(({ issueId }) => ids.has(issueId))
  const known = new Set<PositionId | null>(positions.map(({ id }) => id))
  const isTheirs = ({ positionId }: { positionId: PositionId | null }) => known.has(positionId)
  return {
    positions,
    conditions: records.conditions.filter(isTheirs),
    answers: records.answers.filter(isTheirs),
    facts: records.facts.filter(isTheirs),
    gaps: records.gaps.filter(({ issueId }) => ids.has(issueId)),
  }
}

test('rows that come one after the other, in any order, make the comparison that comes at once', () => {
  fc.assert(
    fc.property(
      madeRecords,
      fc.shuffledSubarray(issues, { minLength: issues.length }),
      fc.integer({ min: 1, max: 6 }),
      (records, order, size) => {
        const { index, add } = beginIndex(records)
        const reading = readComparison(index, worldDay)
        for (let from = 0; from < order.length; from += size) {
          // Whoever looks while rows are coming finds what is known by then, and keeps nothing that is not.
          allCells(reading)
          const ids = order.slice(from, from + size).map(({ id }) => id)
          const changed = add(saidOn(records, new Set(ids)), ids)
          expect(ids.every((id) => changed.has(index.rowOf.get(id)!))).toBe(true)
        }
        expect(index.awaited.size).toBe(0)
        const whole = readComparison(indexComparison(records), worldDay)
        const come = readComparison(index, worldDay)
        expect(allCells(come)).toEqual(allCells(whole))
        const texts = (each: ReturnType<typeof positionsInForce>) =>
          each.map((cell) => cell.map((e) => e.position.id))
        expect(texts(positionsInForce(come))).toEqual(texts(positionsInForce(whole)))
      },
    ),
  )
})

test('a position that one in another row supersedes, which comes later, is told to have changed', () => {
  const old = positionOf(issues[0]!, parties[0]!)
  const newer = positionOf(issues[3]!, parties[0]!, { supersedesId: old.id, from: '2025-01-01' })
  const records = { ...noRecords, parties, issues, positions: [old, newer] }
  const { index, add } = beginIndex(records)
  const add1 = (at: number) => add(saidOn(records, new Set([issues[at]!.id])), [issues[at]!.id])
  add1(0)
  const reading = readComparison(index, worldDay)
  expect(reading.cellAt(0, 0).positions).toHaveLength(1)
  expect([...add1(3)].toSorted()).toEqual([0, 3])
  expect(readComparison(index, worldDay).cellAt(0, 0).positions).toHaveLength(0)
})
