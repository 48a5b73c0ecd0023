import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Position } from '../../app/model/position'
import type { ComparedRecords } from '../../app/rules/comparison'
import { disagreementOf } from '../../app/rules/disagreement'
import { issue, noRecords, party, recordOf } from '../builders/compared-records'
import { gapOf, madeRecords, positionOf, readAt } from '../builders/compared-world'

const fish = issue()
const [norway, iceland, faroes] = [party(), party(), party()]
const measured = (
  positions: readonly Position[],
  held: Partial<ComparedRecords> = {},
  parties = [norway, iceland, faroes],
) => {
  const records = { ...noRecords, issues: [fish], parties, positions, ...held }
  return disagreementOf(
    readAt(records),
    0,
    parties.map((_party, column) => column),
  )
}
const at = (by: typeof norway, atLow: number, atHigh = atLow) => positionOf(fish, by, { atLow, atHigh })
const says = (by: typeof norway, stance: Position['stance']) => positionOf(fish, by, { stance })

describe('on the scale', () => {
  test('the mean distance over the pairs of parties', () => {
    expect(measured([at(norway, 0), at(iceland, 100)])).toEqual({ value: 100, pairs: 1 })
    // 0 and 30, 0 and 60, 30 and 60.
    expect(measured([at(norway, 0), at(iceland, 30), at(faroes, 60)])).toEqual({ value: 40, pairs: 3 })
  })

  test('ranges are as far apart as their nearest ends, and where they meet there is no distance', () => {
    expect(measured([at(norway, 0, 20), at(iceland, 50, 90)])?.value).toBe(30)
    expect(measured([at(norway, 50, 90), at(iceland, 0, 20)])?.value).toBe(30)
    expect(measured([at(norway, 0, 60), at(iceland, 50, 90)])?.value).toBe(0)
  })

  test('several positions of one party count by their mean, and never against each other', () => {
    expect(measured([at(norway, 0), at(norway, 100), at(iceland, 100)])).toEqual({ value: 50, pairs: 1 })
    expect(measured([at(norway, 0), at(norway, 100)])).toBeNull()
  })

  test('a party without a stand on it is in no pair, and not in the middle', () => {
    expect(measured([at(norway, 0), at(iceland, 100), positionOf(fish, faroes)])).toEqual({
      value: 100,
      pairs: 1,
    })
  })
})

describe('by stances', () => {
  test('one for and one against are opposed', () => {
    expect(measured([says(norway, 'supports'), says(iceland, 'opposes')])?.value).toBe(100)
    expect(measured([says(norway, 'accepts if'), says(iceland, 'has concerns')])?.value).toBe(100)
    expect(measured([says(norway, 'accepts'), says(iceland, 'supports')])?.value).toBe(0)
  })

  test('neutral, said so, opposes nobody; neutral that nobody said is not there', () => {
    const [yes, no] = [says(norway, 'supports'), says(iceland, 'opposes')]
    expect(measured([yes, no, says(faroes, 'neutral')])).toEqual({ value: 100 / 3, pairs: 3 })
    expect(measured([yes, no, says(faroes, null)])).toEqual({ value: 100, pairs: 1 })
  })
})

describe('by what became of a demand', () => {
  const demand = positionOf(fish, norway, { kind: 'demand', addresseeId: iceland.id })
  const answered = (outcome: string, onDate: string | null = null) =>
    measured([demand, positionOf(fish, iceland)], {
      answers: [recordOf('answer', { positionId: demand.id, partyId: iceland.id, outcome, onDate })],
    })

  test.each([
    ['accepted', 0],
    ['partly', 50],
    ['rejected', 100],
    ['countered', 100],
    ['ignored', undefined],
    ['none found', undefined],
  ])('%s', (outcome, value) => {
    expect(answered(outcome)?.value).toBe(value)
  })

  test('an answer after the day is not known yet', () => {
    expect(answered('rejected', '2025-11~')?.value).toBe(100)
    expect(answered('rejected', '2025-12')).toBeNull()
  })

  test('a refusal meets what was asked of the one who refuses, or is addressed to the one who asks', () => {
    const refuses = (addresseeId: Position['addresseeId']) =>
      positionOf(fish, iceland, { kind: 'refusal', addresseeId })
    expect(measured([demand, refuses(null)])?.value).toBe(100)
    expect(measured([demand, refuses(norway.id)])?.value).toBe(100)
    expect(measured([demand, refuses(faroes.id)])).toBeNull()
    const toNobody = positionOf(fish, norway, { kind: 'demand' })
    expect(measured([toNobody, refuses(norway.id)])?.value).toBe(100)
    expect(measured([toNobody, refuses(null)])).toBeNull()
  })
})

test('fewer than two who can be compared give no number', () => {
  expect(measured([])).toBeNull()
  expect(measured([at(norway, 10)])).toBeNull()
  expect(measured([at(norway, 10), says(iceland, 'opposes')])).toBeNull()
  expect(measured([positionOf(fish, norway), positionOf(fish, iceland)])).toBeNull()
})

test('only the columns asked for are measured', () => {
  const reading = readAt({
    ...noRecords,
    issues: [fish],
    parties: [norway, iceland, faroes],
    positions: [at(norway, 0), at(iceland, 10), at(faroes, 100)],
  })
  expect(disagreementOf(reading, 0, [0, 1])).toEqual({ value: 10, pairs: 1 })
})

test('it is between 0 and 100, and neither a gap, an unseen cell nor a silent party changes it', () => {
  fc.assert(
    fc.property(madeRecords, fc.nat({ max: 3 }), (records, gaps) => {
      const silent = party()
      const before = readAt(records)
      const after = readAt({
        ...records,
        parties: [...records.parties, silent],
        gaps: [...records.gaps, ...records.issues.slice(0, gaps).map((on) => gapOf(on, silent))],
      })
      const all = [0, 1, 2, 3]
      records.issues.forEach((_issue, row) => {
        const own = disagreementOf(before, row, all)
        expect(disagreementOf(after, row, [...all, 4])).toEqual(own)
        if (own === null) return
        expect(own.value).toBeGreaterThanOrEqual(0)
        expect(own.value).toBeLessThanOrEqual(100)
      })
    }),
  )
})
