import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Position } from '../../app/model/position'
import { compare, readingDay } from '../../app/rules/comparison'
import { issue, oneCell, party, recordOf } from '../builders/compared-records'

const day = '2025-11-14'

describe('what is in force at a day', () => {
  const { position, records } = oneCell()
  const idsInForce = (positions: Position[], asOf: string) =>
    compare(records({ positions }), asOf).cells[0]!.positions.map(({ id }) => id)
  const cases = [
    ['no dates', null, null, true],
    ['begun in the month of the day', '2025-11', null, true],
    ['begun in about the month of the day', '2025-11~', null, true],
    ['begun on the day', '2025-11-14', null, true],
    ['begins the day after', '2025-11-15', null, false],
    ['begins the month after', '2025-12?', null, false],
    ['over the day before', null, '2025-11-13', false],
    ['over on the day', null, '2025-11-14', true],
    ['over in the month of the day', null, '2025-11', true],
    ['over in the year before', '2020', '2024', false],
    ['over in an autumn that holds the day', null, '2025-23', true],
    ['begun in a period that may have begun', '2025-11-10/2025-12', null, true],
    ['begun at a time that nobody knows', '/2025-12', null, true],
    ['over at a time that is still open', null, '2025-01/..', true],
  ] as const
  test.each(cases)('%s', (_name, from, until, isInForce) => {
    const held = position({ from, until })
    expect(idsInForce([held], day)).toEqual(isInForce ? [held.id] : [])
  })

  test('a position is superseded once its successor has begun, and not before', () => {
    const older = position()
    const newer = position({ supersedesId: older.id, from: '2025-11-10' })
    expect(idsInForce([older, newer], '2025-11-09')).toEqual([older.id])
    expect(idsInForce([older, newer], '2025-11-10')).toEqual([newer.id])
  })

  test('a position whose successor is over does not come back', () => {
    const older = position()
    const newer = position({ supersedesId: older.id, from: '2025-10', until: '2025-10-31' })
    expect(idsInForce([older, newer], day)).toEqual([])
  })

  test('in a chain, the last that has begun holds', () => {
    const first = position({ from: '2025-01' })
    const second = position({ supersedesId: first.id, from: '2025-06' })
    const third = position({ supersedesId: second.id, from: '2026-01' })
    expect(idsInForce([first, second, third], day)).toEqual([second.id])
  })
})

describe('a cell', () => {
  const state = (held: Parameters<ReturnType<typeof oneCell>['records']>[0], own = oneCell()) =>
    compare(own.records(held), day).cells[0]!.state

  test('that nobody has looked at is unseen', () => {
    expect(state({})).toBe('unseen')
  })

  test('says the strongest basis among its positions', () => {
    const own = oneCell()
    const based = (...bases: ('stated' | 'reported' | 'inferred')[]) =>
      state({ positions: bases.map((basis) => own.position({ basis })) }, own)
    expect(based('inferred')).toBe('inferred')
    expect(based('inferred', 'reported')).toBe('reported')
    expect(based('reported', 'stated', 'inferred')).toBe('stated')
  })

  test('with a neutral stance holds a position like any other', () => {
    const own = oneCell()
    expect(state({ positions: [own.position({ stance: 'neutral' })] }, own)).toBe('stated')
  })

  test('shows a gap only where nothing is in force', () => {
    const own = oneCell()
    const gap = own.gap()
    const held = own.position()
    const ended = own.position({ until: '2025-10' })
    expect(compare(own.records({ gaps: [gap] }), day).cells[0]).toMatchObject({ state: 'gap', gap })
    expect(compare(own.records({ gaps: [gap], positions: [ended] }), day).cells[0]).toMatchObject({
      state: 'gap',
      gap,
    })
    expect(compare(own.records({ gaps: [gap], positions: [held] }), day).cells[0]).toMatchObject({
      state: 'stated',
      gap: null,
    })
  })

  test('shows the newest search up to the day, and the earliest where all came later', () => {
    const own = oneCell()
    const [spring, autumn, winter] = ['2025-03-01', '2025-10', '2025-12-20'].map((asOf) => own.gap({ asOf }))
    const gapsAt = (asOf: string) =>
      compare(own.records({ gaps: [winter!, autumn!, spring!] }), asOf).cells[0]!.gap
    expect(gapsAt(day)).toEqual(autumn)
    expect(gapsAt('2025-04-01')).toEqual(spring)
    expect(gapsAt('2026-01-01')).toEqual(winter)
    expect(gapsAt('2024-01-01')).toEqual(spring)
  })

  test('carries the conditions and answers of its positions, and of no others', () => {
    const own = oneCell()
    const [one, other] = [own.position(), own.position()]
    const condition = recordOf('condition', { positionId: one.id })
    const answer = recordOf('answer', { positionId: other.id, partyId: own.ours.id })
    const { positions } = compare(
      own.records({ positions: [one, other], conditions: [condition], answers: [answer] }),
      day,
    ).cells[0]!
    expect(positions.map(({ conditions, answers }) => ({ conditions, answers }))).toEqual([
      { conditions: [condition], answers: [] },
      { conditions: [], answers: [answer] },
    ])
  })
})

describe('the evidence behind a position', () => {
  const own = oneCell()
  const held = own.position()
  const weigh = (...given: Parameters<typeof own.fact>[1][]) =>
    compare(own.records({ positions: [held], facts: given.map((each) => own.fact(held.id, each)) }), day)
      .cells[0]!.positions[0]!

  test('none is none', () => {
    expect(weigh()).toMatchObject({
      evidence: { statements: 0, origins: 0, newest: null, bestGrade: null },
      contradiction: null,
      isAnonymousOnly: false,
    })
  })

  test('sources of one origin count once, every statement for itself', () => {
    const { evidence } = weigh({ origin: 'wire' }, { origin: 'wire' }, { origin: 'speech' })
    expect(evidence).toMatchObject({ statements: 3, origins: 2 })
  })

  test('what qualifies stands behind it, what contradicts does not', () => {
    const weighed = weigh({}, { relation: 'qualifies' }, { relation: 'contradicts', origin: 'other' })
    expect(weighed.evidence).toMatchObject({ statements: 2, origins: 1 })
  })

  test('the newest is by the day it was said, else by the day it was published', () => {
    const said = { saidOn: '2025-10-20', issued: '2025-11-10' }
    expect(weigh(said, { saidOn: null, issued: '2025-11-02' }).evidence.newest).toBe('2025-11-02')
    expect(weigh(said, { saidOn: null, issued: null }).evidence.newest).toBe('2025-10-20')
    expect(weigh({ saidOn: '2025-11' }, { saidOn: '2025-11-01' }).evidence.newest).toBe('2025-11')
  })

  test('what was said after the day does not count, for nor against', () => {
    const later = weigh({ saidOn: '2025-11-15' }, { saidOn: '2025-12', relation: 'contradicts' })
    expect(later).toMatchObject({ evidence: { statements: 0 }, contradiction: null })
    expect(weigh({ saidOn: '2025-11-14' }, { saidOn: '2025-11~' }).evidence.statements).toBe(2)
    expect(weigh({ saidOn: null, issued: '2025-11-15' }).evidence.statements).toBe(0)
  })

  test('a party that contradicts itself is told from others who do', () => {
    const against = { relation: 'contradicts' as const }
    expect(weigh({}, against).contradiction).toBe('own')
    expect(weigh({}, { ...against, onBehalfOfId: null }).contradiction).toBe('others')
    expect(weigh({}, { ...against, onBehalfOfId: null }, against).contradiction).toBe('own')
  })

  test('it is anonymous only when all that stands behind it is', () => {
    expect(weigh({ isAnonymous: true }).isAnonymousOnly).toBe(true)
    expect(weigh({ isAnonymous: true }, {}).isAnonymousOnly).toBe(false)
    expect(weigh({ isAnonymous: true }, { relation: 'contradicts' }).isAnonymousOnly).toBe(true)
  })

  test('a gap or a column that nobody has looked at never changes its numbers', () => {
    const facts = fc.array(
      fc.record({
        relation: fc.constantFrom('supports' as const, 'contradicts' as const, 'qualifies' as const),
        saidOn: fc.constantFrom('2025-10', '2025-11-14', '2025-11-15', '2026', null),
        origin: fc.constantFrom('a', 'b'),
        reliability: fc.constantFrom('A' as const, 'C' as const, 'F' as const),
        credibility: fc.constantFrom(1, 3, 6),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(
        facts,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (given, gaps, parties) => {
          const records = own.records({
            positions: [held],
            facts: given.map((each) => own.fact(held.id, each)),
          })
          const before = compare(records, day).cells[0]
          const widened = {
            ...records,
            gaps: Array.from({ length: gaps }, () => own.gap()),
            parties: [...records.parties, ...Array.from({ length: parties }, () => party())],
            issues: [...records.issues, issue()],
          }
          const after = compare(widened, day)
          expect(after.cells[0]).toEqual(before)
          expect(after.cells.slice(1).every((cell) => cell.state === 'unseen')).toBe(true)
        },
      ),
    )
  })
})

describe('the comparison', () => {
  test('has a cell for every issue and party, row by row, nested issues included', () => {
    const parties = [party(), party()]
    const sea = issue({ sortOrder: 0 })
    const fish = issue({ sortOrder: 0, parentId: sea.id })
    const land = issue({ sortOrder: 1 })
    const { cells, issues } = compare({ ...oneCell().records({}), parties, issues: [land, fish, sea] }, day)
    expect(issues.map(({ id }) => id)).toEqual([sea.id, fish.id, land.id])
    expect(cells.map(({ issueId, partyId }) => [issueId, partyId])).toEqual(
      [sea, fish, land].flatMap((row) => parties.map((column) => [row.id, column.id])),
    )
  })

  test('without parties or issues is empty', () => {
    const { records } = oneCell()
    expect(compare({ ...records({}), parties: [] }, day).cells).toEqual([])
    expect(compare({ ...records({}), issues: [] }, day).cells).toEqual([])
  })
})

test('the reader’s date comes before the dossier’s, and that before today; a period means its end', () => {
  const today = '2026-01-01'
  expect(readingDay('2025-10', { asOf: '2025-11-14' }, today)).toBe('2025-10-31')
  expect(readingDay(null, { asOf: '2025-11-14' }, today)).toBe('2025-11-14')
  expect(readingDay(null, { asOf: null }, today)).toBe(today)
  expect(readingDay('2025-11/..', { asOf: null }, today)).toBe(today)
})
