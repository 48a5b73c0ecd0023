import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSay } from '../../app/messages/say'
import {
  endMovedTo,
  fanOut,
  gatherStands,
  movedTo,
  nextMark,
  restOnMark,
  scalePlace,
} from '../../app/rules/scale'
import { recordOf } from '../builders/compared-records'

const mark = (at: number) => recordOf('mark', { issueId: recordOf('issue', {}).id, at, wording: `at ${at}` })
const marks = [mark(50), mark(0), mark(52)]

test('a dragged place rests on a mark nearby, and stays on the scale', () => {
  expect(restOnMark(48, marks)).toEqual({ at: 50, mark: marks[0] })
  expect(restOnMark(47.4, marks)).toEqual({ at: 47, mark: null })
  expect(restOnMark(51.6, marks)).toEqual({ at: 52, mark: marks[2] })
  expect(restOnMark(-300, marks)).toEqual({ at: 0, mark: marks[1] })
  expect(restOnMark(300, [])).toEqual({ at: 100, mark: null })
})

test('the next mark, or the end', () => {
  expect(nextMark(0, marks, 1)).toBe(50)
  expect(nextMark(50, marks, 1)).toBe(52)
  expect(nextMark(52, marks, 1)).toBe(100)
  expect(nextMark(52, marks, -1)).toBe(50)
  expect(nextMark(30, [], -1)).toBe(0)
})

const place = fc.integer({ min: 0, max: 100 })
const range = fc.tuple(place, place).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const isOnScale = ({ low, high }: { low: number; high: number }) => low >= 0 && low <= high && high <= 100

test('whatever is dragged wherever stays a range on the scale; moved whole, it keeps its length', () => {
  fc.assert(
    fc.property(range, fc.double({ min: -500, max: 500, noNaN: true }), (from, to) => {
      const moved = movedTo(from, to)
      expect(isOnScale(moved)).toBe(true)
      expect(moved.high - moved.low).toBe(from.high - from.low)
      expect(isOnScale(endMovedTo(from, 'low', to))).toBe(true)
      expect(isOnScale(endMovedTo(from, 'high', to))).toBe(true)
      expect(endMovedTo(from, 'low', to).high).toBe(from.high)
    }),
  )
})

test('no two that are drawn on one line come nearer to each other than the room between them', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), fc.integer({ min: 1, max: 20 }), (ranges, room) => {
      const lines = fanOut(ranges, room)
      for (const [at, one] of ranges.entries()) {
        for (const [otherAt, other] of ranges.entries()) {
          if (at === otherAt || lines[at] !== lines[otherAt]) continue
          expect(Math.max(one.low, other.low) - Math.min(one.high, other.high)).toBeGreaterThanOrEqual(room)
        }
      }
    }),
  )
  expect(
    fanOut(
      [
        { low: 0, high: 0 },
        { low: 100, high: 100 },
      ],
      8,
    ),
  ).toEqual([0, 0])
})

test('a place in words', () => {
  const say = createSay('en')
  expect(scalePlace(say, 40, 60)).toBe('40 to 60 of 100')
  expect(scalePlace(say, 40, 40)).toBe('40 of 100')
  expect(scalePlace(say, null, null)).toBeNull()
})

test('a crowd is told by even stretches of the scale, and nobody is lost or counted twice', () => {
  const at = (low: number, high = low) => ({ low, high })
  expect(gatherStands([at(100), at(3), at(20, 40), at(24)], 4)).toEqual([
    { low: 0, high: 25, stands: [at(3), at(24)] },
    { low: 25, high: 50, stands: [at(20, 40)] },
    { low: 75, high: 100, stands: [at(100)] },
  ])
  fc.assert(
    fc.property(fc.array(range), fc.integer({ min: 1, max: 20 }), (stands, stretches) => {
      const crowds = gatherStands(stands, stretches)
      expect(crowds.flatMap((crowd) => crowd.stands).length).toBe(stands.length)
      expect(crowds.length).toBeLessThanOrEqual(stretches)
    }),
  )
})
