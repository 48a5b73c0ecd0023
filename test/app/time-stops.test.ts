import { expect, test } from 'vitest'
import { indexComparison } from '../../app/rules/comparison-index'
import { recordedBetween, type RecordedChange } from '../../app/rules/recorded-changes'
import { forerunnersOf } from '../../app/rules/succession'
import { nextStop, timeStops } from '../../app/rules/time-stops'
import { nextId, oneCell, recordOf } from '../builders/compared-records'

function someStops() {
  const own = oneCell()
  const demand = own.position({ kind: 'demand', from: '2025-08-15' })
  const positions = [
    demand,
    own.position({ from: '2025-10', until: '2025-10-31' }),
    own.position({ from: '2025-11-01' }),
    own.position({}),
  ]
  const answers = [
    recordOf('answer', { positionId: demand.id, partyId: own.ours.id, onDate: '2025-09-01' }),
    recordOf('answer', {
      positionId: demand.id,
      partyId: own.ours.id,
      outcome: 'none found',
      onDate: '2025-09-02',
    }),
  ]
  const rounds = [
    recordOf('round', { name: 'Alaska', date: '2025-08-15' }),
    recordOf('round', { name: 'All of 2025', date: '2025' }),
  ]
  return { rounds, stops: timeStops(indexComparison(own.records({ positions, answers })), rounds) }
}

test('time stops where positions begin, where they are over, where they are answered, and at rounds', () => {
  const { stops, rounds } = someStops()
  expect(stops).toEqual([
    { day: '2025-08-15', lastDay: '2025-08-15', rounds: [rounds[0]], changes: 1 },
    { day: '2025-09-01', lastDay: '2025-09-01', rounds: [], changes: 1 },
    { day: '2025-10-01', lastDay: '2025-10-31', rounds: [], changes: 1 },
    { day: '2025-11-01', lastDay: '2025-11-01', rounds: [], changes: 2 },
    { day: '2025-12-31', lastDay: '2025-12-31', rounds: [rounds[1]], changes: 0 },
  ])
})

test('from any day there is a next stop and one before, until there is none', () => {
  const { stops } = someStops()
  expect(nextStop(stops, '2025-08-20', { backwards: false })?.day).toBe('2025-09-01')
  expect(nextStop(stops, '2025-09-01', { backwards: false })?.day).toBe('2025-10-01')
  expect(nextStop(stops, '2025-09-01', { backwards: true })?.day).toBe('2025-08-15')
  expect(nextStop(stops, '2025-08-15', { backwards: true })).toBeNull()
  expect(nextStop(stops, '2026-01-01', { backwards: false })).toBeNull()
})

const issueId = nextId()
const recorded = (number: number, at: string, before: string, after: string): RecordedChange =>
  // The builder's ids are no brands.
  ({ what: 'status', number, at, by: 'Ada', recordId: issueId, before, after }) as RecordedChange

test('what was recorded between two days is told once, from what it was at first to what it was at last', () => {
  const steps = [
    recorded(1, '2025-08-15T09:00:00Z', 'open', 'deadlocked'),
    recorded(2, '2025-10-01T09:00:00Z', 'deadlocked', 'converging'),
    recorded(3, '2025-11-01T09:00:00Z', 'converging', 'agreed'),
  ]
  expect(recordedBetween(steps, '2025-08-15', '2025-11-14')).toEqual([{ ...steps[2], before: 'deadlocked' }])
  expect(recordedBetween(steps, '2025-08-14', '2025-08-15')).toEqual([steps[0]])
  expect(recordedBetween(steps, '2025-11-02', '2025-12-01')).toEqual([])
})

test('what was recorded and taken back is no change', () => {
  const steps = [
    recorded(1, '2025-10-01T09:00:00Z', 'open', 'agreed'),
    recorded(2, '2025-10-01T09:05:00Z', 'agreed', 'open'),
  ]
  expect(recordedBetween(steps, '2025-08-15', '2025-11-14')).toEqual([])
})

test('a position’s life goes back to the first, and ends where it meets itself', () => {
  const own = oneCell()
  const first = own.position()
  const second = own.position({ supersedesId: first.id })
  const third = own.position({ supersedesId: second.id })
  const all = [first, second, third]
  expect(forerunnersOf(third, (id) => all.find((each) => each.id === id))).toEqual([second, first])
  const round = [{ ...first, supersedesId: third.id }, second, third]
  expect(forerunnersOf(third, (id) => round.find((each) => each.id === id))).toEqual([second, round[0]])
})
