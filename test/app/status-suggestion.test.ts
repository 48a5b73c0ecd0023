import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../app/model/position'
import { answerOutcome, firmness, positionKind } from '../../app/model/position'
import { suggestStatus } from '../../app/rules/status-suggestion'
import { party } from '../builders/compared-records'
import { day, twoParties } from '../builders/two-party-records'

type World = ReturnType<typeof twoParties>
type Held = NonNullable<Parameters<World['reading']>[0]>
const suggested = (world: World, held: Held) => suggestStatus(world.reading(held), 0)

describe('agreed', () => {
  const world = twoParties()
  const demand = world.ourDemand()
  const other = world.theirDemand()
  const accepted = (to = demand, by = world.theirs) => world.answer(to, by, { outcome: 'accepted' })

  test('where everything asked is accepted, and only then', () => {
    expect(suggested(world, { positions: [demand], answers: [accepted()] })).toMatchObject({
      status: 'agreed',
      reason: { is: 'all accepted', count: 1, positionIds: [demand.id] },
      spoken: [world.ours.id, world.theirs.id],
      silent: [],
    })
    const both = { positions: [demand, other], answers: [accepted()] }
    expect(suggested(world, both)).toMatchObject({
      status: 'converging',
      reason: { is: 'some accepted', accepted: 1, unanswered: 1 },
    })
    const all = { positions: [demand, other], answers: [accepted(), accepted(other, world.ours)] }
    expect(suggested(world, all)?.status).toBe('agreed')
  })

  test('but not on a condition, nor while the stands exclude each other', () => {
    const conditions = [world.condition(demand)]
    const held = { positions: [demand], answers: [accepted()], conditions }
    expect(suggested(world, held)?.status).toBe('converging')
    const far = world.ourDemand({ atLow: 0, atHigh: 0 })
    const apart = [far, world.their({ text: 'theirs', atLow: 90, atHigh: 90 })]
    expect(suggested(world, { positions: apart, answers: [accepted(far)] })).toBeNull()
  })

  test('what is asked of nobody in particular takes all who have spoken', () => {
    const third = party()
    const open = world.our({ kind: 'demand' })
    const positions = [open, { ...world.their({ text: 'theirs' }), partyId: third.id }]
    const held = { parties: [third], positions, answers: [accepted(open)] }
    expect(suggested(world, held)).toBeNull()
    const answers = [accepted(open), accepted(open, third)]
    expect(suggested(world, { ...held, answers })).toMatchObject({ status: 'agreed' })
  })

  test('who has not spoken is named, and is no part of it', () => {
    const [third, fourth] = [party(), party()]
    const held = { parties: [third, fourth], positions: [demand], answers: [accepted()] }
    expect(suggested(world, held)).toMatchObject({ status: 'agreed', silent: [third.id, fourth.id] })
  })
})

describe('deadlocked', () => {
  test('where red lines of two parties exclude each other', () => {
    const world = twoParties()
    const red = { firmness: 'red line', atLow: 10, atHigh: 20 } as const
    const ours = world.our(red)
    const theirs = world.their({ ...red, atLow: 21, atHigh: 30 })
    expect(suggested(world, { positions: [ours, theirs] })).toMatchObject({
      status: 'deadlocked',
      reason: { is: 'red lines apart', distance: 1, positionIds: [ours.id, theirs.id] },
    })
    const meeting = world.their({ ...red, atLow: 20, atHigh: 30 })
    expect(suggested(world, { positions: [ours, meeting] })?.status).toBe('converging')
    const own = world.our({ ...red, atLow: 50, atHigh: 50 })
    expect(suggested(world, { positions: [ours, own] })).toBeNull()
  })

  test('where a red line is rejected by a red line', () => {
    const world = twoParties()
    const demand = world.ourDemand({ firmness: 'red line' })
    const refusal = world.their({ kind: 'refusal', firmness: 'red line', text: 'Never' })
    const rejected = world.answer(demand, world.theirs, { outcome: 'rejected', byPositionId: refusal.id })
    const held = { positions: [demand, refusal], answers: [rejected] }
    expect(suggested(world, held)?.reason).toEqual({
      is: 'red line refused',
      positionIds: [demand.id, refusal.id],
    })
    expect(suggested(world, { ...held, positions: [demand, { ...refusal, firmness: 'firm' }] })).toBeNull()
  })
})

describe('converging', () => {
  test('where the ranges of all who have one meet', () => {
    const world = twoParties()
    const ours = world.our({ atLow: 10, atHigh: 50 })
    const theirs = world.their({ atLow: 40, atHigh: 90 })
    expect(suggested(world, { positions: [ours, theirs] })?.reason).toMatchObject({
      is: 'overlap',
      shared: { low: 40, high: 50 },
    })
    expect(suggested(world, { positions: [ours] })).toBeNull()
  })

  test('where the distance has become less since the last move', () => {
    const world = twoParties()
    const before = world.our({ atLow: 0, atHigh: 0, from: '2025-01' })
    const after = world.our({ atLow: 30, atHigh: 30, from: '2025-10-02', supersedesId: before.id })
    const theirs = world.their({ atLow: 90, atHigh: 90 })
    expect(suggested(world, { positions: [before, after, theirs] })).toMatchObject({
      status: 'converging',
      reason: { is: 'narrowed', from: 90, to: 60, since: '2025-10-02' },
    })
    const away = world.our({ atLow: 0, atHigh: 0, from: '2025-10-02', supersedesId: before.id })
    expect(suggested(world, { positions: [before, away, theirs] })).toBeNull()
    const late = world.their({ atLow: 31, atHigh: 31, from: '2025-10-02' })
    expect(suggested(world, { positions: [before, away, late] })).toBeNull()
  })
})

test('silence changes nothing that is suggested', () => {
  const world = twoParties()
  const given = fc.record({
    isOurs: fc.boolean(),
    kind: fc.constantFrom(...positionKind.options),
    firmness: fc.constantFrom(...firmness.options),
    at: fc.option(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))),
    outcome: fc.option(fc.constantFrom(...answerOutcome.options)),
  })
  fc.assert(
    fc.property(fc.array(given, { maxLength: 5 }), (all) => {
      const answers: Answer[] = []
      const positions = all.map(({ isOurs, at, outcome, ...rest }) => {
        const [holder, asked] = isOurs ? [world.our, world.theirs] : [world.their, world.ours]
        const atLow = at === null ? null : Math.min(...at)
        const made = holder({
          ...rest,
          addresseeId: asked.id,
          atLow,
          atHigh: at === null ? null : Math.max(...at),
        })
        if (outcome !== null) answers.push(world.answer(made, asked, { outcome }))
        return made
      })
      const without = (held: Held) => {
        const found = suggested(world, { positions, answers, ...held })
        return found && { status: found.status, reason: found.reason, spoken: found.spoken }
      }
      const silent = positions.map((to) =>
        world.answer(to, to.partyId === world.ours.id ? world.theirs : world.ours, {
          outcome: 'none found',
          onDate: day,
        }),
      )
      const before = without({})
      expect(without({ gaps: [world.gap(world.ours), world.gap(world.theirs)] })).toEqual(before)
      expect(without({ parties: [party(), party()] })).toEqual(before)
      expect(without({ answers: [...answers, ...silent] })).toEqual(before)
    }),
  )
})
