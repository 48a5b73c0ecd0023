import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Position } from '../../app/model/position'
import { answerOutcome, firmness, positionKind, stance } from '../../app/model/position'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { countPairs, isAmong, pairParties, pairRelations } from '../../app/rules/two-parties'
import { issue, party } from '../builders/compared-records'
import { day, twoParties } from '../builders/two-party-records'

type World = ReturnType<typeof twoParties>
type Held = NonNullable<Parameters<World['reading']>[0]>

const pairOf = ({ reading, ours, theirs }: World, held: Held = {}) =>
  pairParties(reading(held), ours.id, theirs.id)!.issues[0]!
const relationOf = (world: World, held: Held = {}) => pairOf(world, held).relation

describe('silence', () => {
  const world = twoParties()
  const { ours, theirs, our, their, gap } = world

  test.each([
    ['nobody has looked', {}, 'unseen'],
    ['one was looked at, in vain', { gaps: [gap(ours)] }, 'unseen'],
    ['both were looked at, in vain', { gaps: [gap(ours), gap(theirs)] }, 'nothing found'],
    ['only ours has spoken', { positions: [our()] }, 'only ours'],
    ['only theirs has spoken', { positions: [their()], gaps: [gap(ours)] }, 'only theirs'],
    ['both have spoken, of different things', { positions: [our(), their({ text: 'theirs' })] }, 'unjudged'],
  ] as const)('%s', (_name, held, relation) => {
    expect(relationOf(world, held as unknown as Held)).toBe(relation)
  })

  test('a neutral stance is no agreement with anybody', () => {
    const held = { positions: [our({ stance: 'supports' }), their({ text: 'theirs', stance: 'neutral' })] }
    expect(relationOf(world, held)).toBe('unjudged')
  })

  test('a party that is not there makes no pair', () => {
    expect(pairParties(world.reading(), ours.id, party().id)).toBeNull()
  })
})

describe('the words', () => {
  test('said alike are agreed, but not what each demands of the other', () => {
    const world = twoParties()
    const { our, their, ourDemand, theirDemand } = world
    const alike = [our({ text: 'Cod is scarce' }), their({ text: 'cod is scarce ' })]
    expect(relationOf(world, { positions: alike })).toBe('agreed')
    const mirrored = [ourDemand({ text: 'Fish less' }), theirDemand({ text: 'Fish less' })]
    expect(pairOf(world, { positions: mirrored })).toMatchObject({
      relation: 'opposed',
      reasons: [{ is: 'mutual demands' }, { is: 'unanswered', points: null }],
    })
  })

  test('said alike on an open condition are close', () => {
    const world = twoParties()
    const alike = [world.our({ text: 'Stop' }), world.their({ text: 'Stop' })]
    const open = { positions: alike, conditions: [world.condition(alike[0]!)] }
    expect(relationOf(world, open)).toBe('close')
    const met = { positions: alike, conditions: [world.condition(alike[0]!, { state: 'met' })] }
    expect(relationOf(world, met)).toBe('agreed')
  })
})

describe('the scale', () => {
  const world = twoParties()
  const stands = (
    [ourLow, ourHigh]: [number, number],
    [theirLow, theirHigh]: [number, number],
    given: Partial<Position> = {},
  ) =>
    pairOf(world, {
      positions: [
        world.our({ atLow: ourLow, atHigh: ourHigh, ...given }),
        world.their({ text: 'theirs', atLow: theirLow, atHigh: theirHigh }),
      ],
    })

  test.each([
    ['the same point', [50, 50], [50, 50], 'agreed', 0],
    ['ranges that meet', [10, 40], [40, 60], 'close', 0],
    ['a fifth apart', [10, 30], [50, 60], 'close', 20],
    ['more than a fifth apart', [10, 30], [51, 60], 'opposed', 21],
  ] as const)('%s', (_name, our, their, relation, distance) => {
    expect(stands([...our], [...their])).toMatchObject({ relation, reasons: [{ is: 'scale', distance }] })
  })

  test('a red line that the other does not reach is opposed, however near', () => {
    expect(stands([10, 10], [11, 11], { firmness: 'red line' }).relation).toBe('opposed')
    expect(stands([10, 11], [11, 11], { firmness: 'red line' }).relation).toBe('close')
  })

  test('one stand says nothing', () => {
    const positions = [world.our({ atLow: 10, atHigh: 10 }), world.their({ text: 'theirs' })]
    expect(relationOf(world, { positions })).toBe('unjudged')
  })
})

test.each([
  ['supports', 'accepts', 'agreed'],
  ['opposes', 'opposes', 'agreed'],
  ['accepts if', 'supports', 'close'],
  ['has concerns', 'opposes', 'close'],
  ['accepts', 'has concerns', 'opposed'],
  ['supports', 'opposes', 'opposed'],
] as const)('%s and %s: %s', (our, their, relation) => {
  const world = twoParties()
  const positions = [world.our({ stance: our }), world.their({ text: 'theirs', stance: their })]
  expect(relationOf(world, { positions })).toBe(relation)
})

describe('answers', () => {
  const world = twoParties()
  const demand = world.ourDemand()
  const view = world.their({ text: 'theirs' })
  const answered = (...answers: Partial<Answer>[]) =>
    pairOf(world, {
      positions: [demand, view],
      answers: answers.map((given) => world.answer(demand, world.theirs, given)),
    })

  test.each([
    ['accepted', 'agreed'],
    ['partly', 'close'],
    ['rejected', 'opposed'],
    ['countered', 'opposed'],
    ['ignored', 'unjudged'],
    ['none found', 'unjudged'],
  ] as const)('%s: %s', (outcome, relation) => {
    expect(answered({ outcome }).relation).toBe(relation)
  })

  test('the latest counts, and silence takes nothing back', () => {
    const earlier = { outcome: 'rejected', onDate: '2025-09' } as const
    const later = { outcome: 'accepted', onDate: '2025-10' } as const
    expect(answered(later, earlier).relation).toBe('agreed')
    expect(answered(later, { outcome: 'none found', onDate: '2025-11' }).relation).toBe('agreed')
    expect(answered(earlier, { ...later, onDate: '2025-12' }).relation).toBe('opposed')
    expect(answered({ ...earlier, onDate: null }, later).relation).toBe('agreed')
  })

  test('an accepted demand beside a rejected one is mixed; beside an unanswered one, close', () => {
    const other = world.theirDemand()
    const accepted = world.answer(demand, world.theirs, { outcome: 'accepted' })
    const positions = [demand, other]
    expect(relationOf(world, { positions, answers: [accepted] })).toBe('close')
    const rejected = world.answer(other, world.ours, { outcome: 'rejected' })
    expect(relationOf(world, { positions, answers: [accepted, rejected] })).toBe('mixed')
  })

  test('what a third party answered is not theirs', () => {
    const third = party()
    const answers = [world.answer(demand, third, { outcome: 'accepted' })]
    expect(pairOf(world, { parties: [third], positions: [demand, view], answers }).demands).toMatchObject([
      { isOurs: true, answer: null },
    ])
  })

  test('a refusal meets a demand, and gives way to what was answered', () => {
    const refusal = world.their({ kind: 'refusal', text: 'No' })
    expect(relationOf(world, { positions: [demand, refusal] })).toBe('opposed')
    const answers = [world.answer(demand, world.theirs, { outcome: 'partly' })]
    expect(relationOf(world, { positions: [demand, refusal], answers })).toBe('close')
  })
})

test('conditions that the other has to meet are waiting, until they are met', () => {
  const world = twoParties()
  const ourOwn = world.our()
  const theirOwn = world.their({ text: 'theirs' })
  const onThem = world.condition(ourOwn, { byPartyId: world.theirs.id })
  const onTheirPosition = world.condition(ourOwn, { onPositionId: theirOwn.id })
  const others = [
    world.condition(ourOwn),
    world.condition(ourOwn, { byPartyId: world.theirs.id, state: 'met' }),
    world.condition(theirOwn, { byPartyId: world.theirs.id }),
  ]
  const pair = pairOf(world, {
    positions: [ourOwn, theirOwn],
    conditions: [onThem, onTheirPosition, ...others],
  })
  expect(pair.waiting.map(({ condition }) => condition.id)).toEqual([onThem.id, onTheirPosition.id])
  expect(isAmong(pair, 'waiting')).toBe(true)
})

/** Some positions of both, of all kinds, and some answers. */
const someHeld = (world: World) => {
  const given = fc.record({
    isOurs: fc.boolean(),
    kind: fc.constantFrom(...positionKind.options),
    text: fc.constantFrom('cod', 'herring', 'nets'),
    stance: fc.option(fc.constantFrom(...stance.options)),
    firmness: fc.constantFrom(...firmness.options),
    at: fc.option(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))),
    outcome: fc.option(fc.constantFrom(...answerOutcome.options)),
  })
  return fc.array(given, { maxLength: 6 }).map((all) => {
    const answers: Answer[] = []
    const positions = all.map(({ isOurs, at, outcome, ...rest }) => {
      const made = (isOurs ? world.our : world.their)({
        ...rest,
        addresseeId: (isOurs ? world.theirs : world.ours).id,
        atLow: at === null ? null : Math.min(...at),
        atHigh: at === null ? null : Math.max(...at),
      })
      if (outcome !== null) answers.push(world.answer(made, isOurs ? world.theirs : world.ours, { outcome }))
      return made
    })
    return { positions, answers }
  })
}

test('no silence makes an agreement, or a difference: gaps, unseen cells, and answers that were not given', () => {
  const world = twoParties()
  fc.assert(
    fc.property(someHeld(world), (held) => {
      const count = (more: Held) => {
        const pair = pairParties(world.reading({ ...held, ...more }), world.ours.id, world.theirs.id)!
        const { agreed, close, mixed, opposed, unjudged } = countPairs(pair)
        return { agreed, close, mixed, opposed, unjudged }
      }
      const before = count({})
      const silent = (['ignored', 'none found'] as const).flatMap((outcome) =>
        held.positions.map((to) =>
          world.answer(to, to.partyId === world.ours.id ? world.theirs : world.ours, {
            outcome,
            onDate: day,
          }),
        ),
      )
      expect(count({ gaps: [world.gap(world.ours), world.gap(world.theirs)] })).toEqual(before)
      expect(count({ issues: [issue()], parties: [party()] })).toEqual(before)
      expect(count({ answers: [...held.answers, ...silent] })).toEqual(before)
    }),
  )
})

test('every issue has one relation, and swapping the two swaps only who is meant', () => {
  const world = twoParties()
  const swapped = { 'only ours': 'only theirs', 'only theirs': 'only ours' } as Record<string, string>
  fc.assert(
    fc.property(someHeld(world), (held) => {
      const reading = world.reading(held)
      const there = pairParties(reading, world.ours.id, world.theirs.id)!
      const back = pairParties(reading, world.theirs.id, world.ours.id)!
      const counts = countPairs(there)
      expect(pairRelations.reduce((sum, relation) => sum + counts[relation], 0)).toBe(reading.issues.length)
      expect(back.issues.map(({ relation }) => relation)).toEqual(
        there.issues.map(({ relation }) => swapped[relation] ?? relation),
      )
    }),
  )
})

test('a thousand issues are paired in reading order', () => {
  const world = twoParties()
  const issues = Array.from({ length: 999 }, () => issue())
  const reading = readComparison(indexComparison(world.records({ issues })), day)
  const pair = pairParties(reading, world.ours.id, world.theirs.id)!
  expect(pair.issues.map(({ issue: each }) => each.id)).toEqual(reading.issues.map(({ id }) => id))
  expect(countPairs(pair).unseen).toBe(1_000)
})
