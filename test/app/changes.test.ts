import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Position } from '../../app/model/position'
import { markCell } from '../../app/rules/change-marks'
import { changesBetween, changesInCell, mirrored, type CellChange } from '../../app/rules/changes'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { oneCell, recordOf } from '../builders/compared-records'

const before = '2025-08-14'
const after = '2025-11-14'

type Held = Parameters<ReturnType<typeof oneCell>['records']>[0]
const indexOf = (own: ReturnType<typeof oneCell>, held: Held) => indexComparison(own.records(held))
const whats = (changes: readonly CellChange[]) => changes.map(({ what }) => what)

/** One position that is superseded by another on 1 October 2025. */
function superseded(older: Partial<Position>, newer: Partial<Position>) {
  const own = oneCell()
  const first = own.position({ text: 'Halve the catch', from: '2025-01-01', ...older })
  const second = own.position({
    text: 'Halve the catch',
    from: '2025-10-01',
    supersedesId: first.id,
    ...newer,
  })
  const index = indexOf(own, { positions: [first, second] })
  return { first, second, index, changes: changesBetween(index, before, after) }
}

describe('what becomes of a position', () => {
  test('that begins after silence, it appeared, whatever else could be said of it', () => {
    const own = oneCell()
    const begun = own.position({ from: '2025-10-01', atLow: 10, atHigh: 20, firmness: 'red line' })
    const gap = own.gap({ asOf: '2025-08-01' })
    expect(changesBetween(indexOf(own, { positions: [begun] }), before, after)).toMatchObject([
      { what: 'appeared', before: null, after: { id: begun.id }, silence: 'unseen', timing: 'within' },
    ])
    expect(changesBetween(indexOf(own, { positions: [begun], gaps: [gap] }), before, after)).toMatchObject([
      { what: 'appeared', silence: 'gap' },
    ])
  })

  test('that ends, it is withdrawn; a gap found later takes nothing back', () => {
    const own = oneCell()
    const ended = own.position({ from: '2025-01-01', until: '2025-09-30' })
    const lasting = own.position({ from: '2025-01-01' })
    const gap = own.gap({ asOf: '2025-11-01' })
    expect(changesBetween(indexOf(own, { positions: [ended], gaps: [gap] }), before, after)).toMatchObject([
      { what: 'withdrawn', before: { id: ended.id }, after: null, silence: 'gap' },
    ])
    expect(changesBetween(indexOf(own, { positions: [lasting], gaps: [gap] }), before, after)).toEqual([])
  })

  test('that is superseded, each thing that differs is a change of its own', () => {
    const { changes, first, second } = superseded(
      { atLow: 10, atHigh: 20, firmness: 'flexible', kind: 'demand', stance: 'opposes' },
      {
        text: 'Halve the catch at once',
        atLow: 30,
        atHigh: 40,
        firmness: 'firm',
        kind: 'offer',
        stance: null,
      },
    )
    expect(whats(changes)).toEqual(['reworded', 'moved', 'hardened', 'kind', 'stance'])
    for (const change of changes)
      expect(change).toMatchObject({ before: { id: first.id }, after: { id: second.id } })
  })

  test('that is superseded by its very like, it is restated', () => {
    expect(whats(superseded({}, {}).changes)).toEqual(['restated'])
  })

  test.each([
    [10, 20, 30, 40, 'up'],
    [10, 20, 10, 40, 'up'],
    [30, 40, 10, 20, 'down'],
    [10, 20, 5, 30, 'wider'],
    [5, 30, 10, 20, 'narrower'],
  ] as const)('from %i to %i, to %i to %i, it moves %s', (fromLow, fromHigh, toLow, toHigh, direction) => {
    const { changes } = superseded({ atLow: fromLow, atHigh: fromHigh }, { atLow: toLow, atHigh: toHigh })
    expect(changes).toMatchObject([{ what: 'moved', direction }])
  })

  test('that had no place on the scale, it does not move onto it', () => {
    expect(whats(superseded({}, { atLow: 10, atHigh: 20 }).changes)).toEqual(['restated'])
    expect(whats(superseded({ atLow: 10, atHigh: 20 }, {}).changes)).toEqual(['restated'])
  })

  test.each([
    ['flexible', 'firm', 'hardened'],
    ['firm', 'red line', 'hardened'],
    ['red line', 'flexible', 'softened'],
    ['unstated', 'red line', 'firmness'],
    ['red line', 'unstated', 'firmness'],
  ] as const)('from %s to %s, it is %s', (older, newer, what) => {
    expect(whats(superseded({ firmness: older }, { firmness: newer }).changes)).toEqual([what])
  })

  test('without a link, it is reworded where the words are alike, and else one ended and another began', () => {
    const pair = (text: string) => {
      const own = oneCell()
      const ended = own.position({ text: 'Halve the catch of cod', from: '2025-01-01', until: '2025-09-30' })
      const begun = own.position({ text, from: '2025-10-01' })
      return whats(changesBetween(indexOf(own, { positions: [ended, begun] }), before, after))
    }
    expect(pair('Halve the catch of cod and herring')).toEqual(['reworded'])
    expect(pair('A ban on beam trawling')).toEqual(['appeared', 'withdrawn'])
  })

  test('across several that superseded each other, the first is compared with the last', () => {
    const own = oneCell()
    const first = own.position({ text: 'one', from: '2025-01-01' })
    const second = own.position({ text: 'two', from: '2025-09-01', supersedesId: first.id })
    const third = own.position({ text: 'three', from: '2025-10-01', supersedesId: second.id })
    const index = indexOf(own, { positions: [first, second, third] })
    expect(changesBetween(index, before, after)).toMatchObject([
      { what: 'reworded', before: { id: first.id }, after: { id: third.id } },
    ])
  })
})

describe('answers', () => {
  const withAnswer = (given: object) => {
    const own = oneCell()
    const demand = own.position({ kind: 'demand', from: '2025-01-01' })
    const answer = recordOf('answer', { positionId: demand.id, partyId: own.ours.id, ...given })
    return changesBetween(indexOf(own, { positions: [demand], answers: [answer] }), before, after)
  }
  test('given between the days are changes, by the date that they have', () => {
    expect(withAnswer({ onDate: '2025-10-01' })).toMatchObject([{ what: 'answered', timing: 'within' }])
    expect(withAnswer({ onDate: '2025-08' })).toMatchObject([{ what: 'answered', timing: 'perhaps before' }])
    expect(withAnswer({ onDate: '2025-11' })).toMatchObject([{ what: 'answered', timing: 'perhaps after' }])
    expect(withAnswer({ onDate: '2025' })).toMatchObject([{ what: 'answered', timing: 'perhaps either' }])
  })
  test('that nobody dated, or that were not found, are none', () => {
    expect(withAnswer({})).toEqual([])
    expect(withAnswer({ onDate: '2025-10-01', outcome: 'none found' })).toEqual([])
    expect(withAnswer({ onDate: '2025-08-14' })).toEqual([])
    expect(withAnswer({ onDate: '2025-11-15' })).toEqual([])
  })
})

describe('imprecise dates', () => {
  const begun = (from: string) => {
    const own = oneCell()
    return changesBetween(indexOf(own, { positions: [own.position({ from })] }), before, after)
  }
  test('say that a position may have begun before, or only after', () => {
    expect(begun('2025-08-20')).toMatchObject([{ what: 'appeared', timing: 'within' }])
    expect(begun('2025-08')).toMatchObject([{ what: 'appeared', timing: 'perhaps before' }])
    expect(begun('2025-11')).toMatchObject([{ what: 'appeared', timing: 'perhaps after' }])
    expect(begun('2025')).toMatchObject([{ what: 'appeared', timing: 'perhaps either' }])
    expect(begun('2025-07')).toEqual([])
    expect(begun('2025-12')).toEqual([])
  })
  test('say that what it superseded may have been superseded before', () => {
    const { changes, first, second } = superseded({}, { text: 'Halve it', from: '2025-08' })
    expect(changes).toMatchObject([
      { what: 'reworded', timing: 'perhaps before', before: { id: first.id }, after: { id: second.id } },
    ])
  })
  test('say that a position may have ended before', () => {
    const own = oneCell()
    const ended = own.position({ from: '2025-01-01', until: '2025-08' })
    expect(changesBetween(indexOf(own, { positions: [ended] }), before, after)).toMatchObject([
      { what: 'withdrawn', timing: 'perhaps before' },
    ])
  })
})

describe('marks', () => {
  test('say once for each position what became of it, with what it was before', () => {
    const { changes, first, second } = superseded({}, { text: 'Halve it', firmness: 'firm' })
    const marks = markCell(changes)!
    expect(marks.marks).toMatchObject([
      { what: 'reworded', positionId: second.id, isSure: true },
      { what: 'firmness', positionId: second.id, isSure: true },
    ])
    expect(marks.earlier.get(second.id)).toBe(first)
  })
  test('are none where nothing changed', () => {
    expect(markCell([])).toBeNull()
  })
  test('of a condition stand beside those of its position', () => {
    const { changes, second } = superseded({}, { text: 'Halve it' })
    const { issueId, partyId } = second
    expect(markCell(changes, [{ issueId, partyId, positionId: second.id }])!.marks).toMatchObject([
      { what: 'reworded' },
      { what: 'condition', positionId: second.id, change: null },
    ])
  })
})

// Some twenty days and as many periods around them, so that beginnings and ends meet often.
const days = Array.from({ length: 20 }, (_, at) => `2025-10-${String(at + 1).padStart(2, '0')}`)
const day = fc.constantFrom(...days)
const exactly = fc.option(day)
const vaguely = fc.option(
  fc.oneof(day, fc.constantFrom('2025-10', '2025-09', '2025-10-05/2025-10-12', '2025-10-07~')),
)

/** Positions of one cell, some of which supersede an earlier one, and gaps. */
const cells = (dates: typeof vaguely) =>
  fc
    .array(
      fc.record({
        from: dates,
        until: dates,
        text: fc.constantFrom('Halve the catch', 'Halve the catch of cod', 'Ban trawling', 'Share the quota'),
        firmness: fc.constantFrom('red line', 'firm', 'flexible', 'unstated'),
        at: fc.option(fc.constantFrom(0, 50, 100)),
        supersedes: fc.option(fc.nat(5)),
      }),
      { maxLength: 6 },
    )
    .chain((drafts) => fc.record({ drafts: fc.constant(drafts), hasGap: fc.boolean() }))
    .map(({ drafts, hasGap }) => {
      const own = oneCell()
      const positions: Position[] = []
      for (const { supersedes, at, ...draft } of drafts) {
        const supersedesId = positions[supersedes ?? -1]?.id ?? null
        positions.push(own.position({ ...draft, atLow: at, atHigh: at, supersedesId }))
      }
      return indexOf(own, { positions, gaps: hasGap ? [own.gap({ asOf: '2025-10-10' })] : [] })
    })
const exactCells = cells(exactly)
const vagueCells = cells(vaguely)

type Index = ReturnType<typeof indexComparison>
const inForceAt = (index: Index, asOf: string) =>
  readComparison(index, asOf)
    .cellAt(0, 0)
    .positions.map(({ id }) => id)
const idsOf = (changes: readonly CellChange[], side: 'before' | 'after') =>
  new Set(changes.flatMap((change) => change[side]?.id ?? []))

describe('between any two days', () => {
  test('that are the same, nothing changed', () => {
    fc.assert(fc.property(vagueCells, day, (index, at) => changesBetween(index, at, at).length === 0))
  })

  test('what was in force, less what it became, with what it became, is what is in force', () => {
    fc.assert(
      fc.property(exactCells, day, day, (index, from, to) => {
        const changes = changesBetween(index, from, to)
        const gone = idsOf(changes, 'before')
        const left = inForceAt(index, from).filter((id) => !gone.has(id))
        expect(new Set([...left, ...idsOf(changes, 'after')])).toEqual(new Set(inForceAt(index, to)))
      }),
    )
  })

  test('what changed from the first to the second and on to the third is what changed from first to third', () => {
    fc.assert(
      fc.property(vagueCells, fc.tuple(day, day, day), (index, three) => {
        const [a, b, c] = three.toSorted() as [string, string, string]
        const [first, second, whole] = [
          changesBetween(index, a, b),
          changesBetween(index, b, c),
          changesBetween(index, a, c),
        ]
        const steps = [...first, ...second]
        const last = new Set(inForceAt(index, c))
        const initially = new Set(inForceAt(index, a))
        expect(idsOf(whole, 'after')).toEqual(
          new Set([...idsOf(steps, 'after')].filter((id) => last.has(id))),
        )
        // What may have been superseded before the first day is in force on neither.
        const gone = (changes: CellChange[]) =>
          [...idsOf(changes, 'before')].filter((id) => initially.has(id) && !last.has(id))
        expect(new Set(gone(whole))).toEqual(new Set(gone(steps)))
      }),
    )
  })

  test('a cell by itself is told as among all', () => {
    fc.assert(
      fc.property(vagueCells, day, day, (index, a, b) => {
        expect(changesInCell(index, 0, a, b)).toEqual(changesBetween(index, a, b))
      }),
    )
  })

  test('the other way round, everything is told in the mirror', () => {
    fc.assert(
      fc.property(vagueCells, day, day, (index, a, b) => {
        const there = changesBetween(index, a, b)
        const back = changesBetween(index, b, a)
        expect(back).toEqual(there.map(mirrored))
        expect(back.map(mirrored)).toEqual(there)
        expect(idsOf(back, 'after')).toEqual(idsOf(there, 'before'))
      }),
    )
  })

  test('silence neither moves nor takes anything back', () => {
    fc.assert(
      fc.property(vagueCells, day, day, (index, a, b) => {
        const [from, to] = [a, b].toSorted() as [string, string]
        const changes = changesBetween(index, from, to)
        if (inForceAt(index, from).length === 0) {
          const surely = changes.filter(({ timing }) => timing === 'within')
          expect(surely.every(({ what }) => what === 'appeared')).toBe(true)
        }
        const stay = new Set(inForceAt(index, to))
        expect(changes.filter(({ what, before: was }) => what === 'withdrawn' && stay.has(was.id))).toEqual(
          [],
        )
      }),
    )
  })
})

test('positions that supersede each other in a circle hold nothing up', () => {
  const own = oneCell()
  const first = own.position({ from: '2025-01-01' })
  const second = own.position({ from: '2025-10-01', supersedesId: first.id })
  const third = own.position({ from: '2025-10-02', supersedesId: second.id })
  const index = indexOf(own, {
    positions: [{ ...first, supersedesId: third.id }, second, { ...third, supersedesId: second.id }],
  })
  expect(changesBetween(index, before, after)).toBeDefined()
  expect(changesBetween(index, '2024-01-01', after)).toBeDefined()
})
