import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubtsAt, extentIn, periodOf, type Extent } from '../../app/rules/certainty'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { oneCell } from '../builders/compared-records'

const doubts = (from: string | null, until: string | null, day: string) => {
  const dated = { from, until }
  return doubtsAt(dated, periodOf(dated), day)
}

test('a position from a month is in doubt on its days, but not on the last of them', () => {
  const within = [{ end: 'from', date: '2025-10', why: 'within' }]
  expect(doubts('2025-10', null, '2025-10-01')).toEqual(within)
  expect(doubts('2025-10', null, '2025-10-15')).toEqual(within)
  expect(doubts('2025-10', null, '2025-10-31')).toEqual([])
  expect(doubts('2025-10', null, '2025-11-01')).toEqual([])
})

test('a position until a month is in doubt from the second of its days on', () => {
  expect(doubts(null, '2025-10', '2025-10-01')).toEqual([])
  expect(doubts(null, '2025-10', '2025-10-02')).toEqual([{ end: 'until', date: '2025-10', why: 'within' }])
  expect(doubts(null, '2025-10', '2025-10-31')).toEqual([{ end: 'until', date: '2025-10', why: 'within' }])
})

test('a qualified date is in doubt for as long again as it is long', () => {
  expect(doubts('2025-11-13?', null, '2025-11-14')).toEqual([
    { end: 'from', date: '2025-11-13?', why: 'uncertain' },
  ])
  expect(doubts('2025-11-13?', null, '2025-11-15')).toEqual([])
  expect(doubts('2025-10~', null, '2025-11-30')).toEqual([{ end: 'from', date: '2025-10~', why: 'about' }])
  expect(doubts('2025-10~', null, '2025-12-02')).toEqual([])
  expect(doubts(null, '2025-10~', '2025-09-01')).toEqual([{ end: 'until', date: '2025-10~', why: 'about' }])
  expect(doubts(null, '2025-10~', '2025-08-01')).toEqual([])
})

test('dates to the day, and open ends, leave nothing open', () => {
  expect(doubts('2025-10-15', '2025-10-20', '2025-10-15')).toEqual([])
  expect(doubts('2025-10-15', '2025-10-20', '2025-10-20')).toEqual([])
  expect(doubts('2025-10/..', null, '2025-10-15')).toEqual([])
  expect(doubts(null, null, '2025-10-15')).toEqual([])
})

test('a cell says of its positions what the dates leave open', () => {
  const own = oneCell()
  const held = own.position({ from: '2025-10' })
  const cellAt = (day: string) =>
    readComparison(indexComparison(own.records({ positions: [held] })), day).cellAt(0, 0)
  expect(cellAt('2025-10-15').positions[0]!.doubts).toHaveLength(1)
  expect(cellAt('2025-11-15').positions[0]!.doubts).toEqual([])
})

const october = { first: '2025-10-01', last: '2025-10-31' }
const extents: [string, string | null, string | null, Extent][] = [
  ['no dates', null, null, 'whole'],
  ['begun before, over after', '2025-09', '2025-11', 'whole'],
  ['from the month itself', '2025-10', null, 'perhaps'],
  ['from the first day', '2025-10-01', null, 'whole'],
  ['from a day within', '2025-10-15', null, 'some'],
  ['until a day within', null, '2025-10-15', 'some'],
  ['until the month itself', null, '2025-10', 'perhaps'],
  ['within it on both sides', '2025-10-03', '2025-10-15', 'some'],
  ['from a season that holds it', '2025-23', null, 'perhaps'],
  ['from the month after', '2025-11', null, 'none'],
  ['until the month before', null, '2025-09', 'none'],
  ['from the month, to a day after it', '2025-10-02/2025-10-20', '2025-11-15', 'some'],
]
test.each(extents)(
  'of October, a position with %s holds for the %s to %s: %s',
  (_name, from, until, extent) => {
    expect(extentIn(periodOf({ from, until }), [], october)).toBe(extent)
  },
)

test('a successor ends it: within the period, perhaps within it, or before it', () => {
  const held = periodOf({ from: '2025-01', until: null })
  const supersededFrom = (from: string) => extentIn(held, [periodOf({ from, until: null })], october)
  expect(supersededFrom('2025-10-15')).toBe('some')
  expect(supersededFrom('2025-23')).toBe('perhaps')
  expect(supersededFrom('2025-09')).toBe('none')
  expect(supersededFrom('2025-11')).toBe('whole')
})

test('on a single day, nothing holds for some of it', () => {
  const date = fc.option(
    fc.constantFrom('2025-10', '2025-10-15', '2025-10-10/2025-10-20', '2025', '2025-10-15~'),
  )
  fc.assert(
    fc.property(date, date, (from, until) => {
      const extent = extentIn(periodOf({ from, until }), [], { first: '2025-10-15', last: '2025-10-15' })
      expect(extent).not.toBe('some')
    }),
  )
})
