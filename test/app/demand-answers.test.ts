import { expect, test } from 'vitest'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { answersTo } from '../../app/rules/demand-answers'
import { party } from '../builders/compared-records'
import { day, twoParties } from '../builders/two-party-records'

const world = twoParties()
const demand = world.ourDemand()

test('the addressee is there before it has answered, others once they have', () => {
  const third = party()
  const unasked = world.answer(demand, third, { outcome: 'accepted' })
  expect(answersTo({ position: demand, answers: [unasked] }, day)).toEqual([
    { partyId: world.theirs.id, answer: null },
    { partyId: third.id, answer: unasked },
  ])
  expect(answersTo({ position: world.our({ addresseeId: world.theirs.id }), answers: [] }, day)).toEqual([])
})

test('an answer that had not been given yet is not read at an earlier date', () => {
  const late = world.answer(demand, world.theirs, { outcome: 'accepted', onDate: '2025-12' })
  expect(answersTo({ position: demand, answers: [late] }, day)).toEqual([
    { partyId: world.theirs.id, answer: null },
  ])
  const held = { positions: [demand], answers: [late] }
  const index = indexComparison(world.records(held))
  const answersAt = (asOf: string) => readComparison(index, asOf).cellAt(0, 0).positions[0]!.answers
  expect(answersAt('2025-11-30')).toEqual([])
  expect(answersAt('2025-12-01')).toEqual([late])
})
