import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowOrder, type ComparisonLayout } from '../../app/model/comparison-view'
import { positionKind } from '../../app/model/position'
import { arrange, type Arrangement } from '../../app/rules/arrangement'
import type { ComparedRecords } from '../../app/rules/comparison'
import { issue, noRecords, party } from '../builders/compared-records'
import { factOf, gapOf, madeRecords, memberOf, positionOf, readAt, viewOf } from '../builders/compared-world'

const [norway, iceland, faroes] = [
  party({ shortName: 'NO' }),
  party({ shortName: 'IS' }),
  party({ shortName: 'FO' }),
]
const sea = issue({ title: 'Sea' })
const cod = issue({ title: 'Cod', parentId: sea.id })
const fry = issue({ title: 'Fry', parentId: cod.id })
const herring = issue({ title: 'Herring', parentId: sea.id })
const land = issue({ title: 'Land' })
const base: ComparedRecords = {
  ...noRecords,
  parties: [norway, iceland, faroes],
  issues: [sea, cod, fry, herring, land],
}

const arranged = (view: Parameters<typeof viewOf>[0], held: Partial<ComparedRecords> = {}) =>
  arrange(readAt({ ...base, ...held }), viewOf(view))
const titles = ({ rows }: Arrangement) => rows.map((row) => row.issue.title)
const names = ({ columns }: Arrangement) => columns.map((column) => column.party.shortName)

const at = (on: typeof sea, by: typeof norway, stand: number) =>
  positionOf(on, by, { atLow: stand, atHigh: stand })
/** Herring is divided, Land a little, the rest cannot be told. */
const divided = [
  at(land, norway, 40),
  at(land, iceland, 60),
  at(herring, norway, 0),
  at(herring, iceland, 100),
  at(cod, norway, 50),
]

describe('rows', () => {
  test('stand under their branches by number, and say how many nest in them', () => {
    const { rows, found, hiddenRows } = arranged({})
    expect(rows.map(({ issue: { title }, depth, branch }) => [title, depth, branch])).toEqual([
      ['Sea', 0, 3],
      ['Cod', 1, 1],
      ['Fry', 2, 0],
      ['Herring', 1, 0],
      ['Land', 0, 0],
    ])
    expect([found, hiddenRows]).toEqual([5, 0])
  })

  test('that are folded hide what nests in them, all the way down', () => {
    const view = arranged({ layout: { foldedIssues: [sea.id] } })
    expect(titles(view)).toEqual(['Sea', 'Land'])
    expect(view.rows[0]).toMatchObject({ isFolded: true, branch: 3 })
    expect(view.hiddenRows).toBe(0)
    expect(titles(arranged({ layout: { foldedIssues: [cod.id, land.id, issue().id] } }))).toEqual([
      'Sea',
      'Cod',
      'Herring',
      'Land',
    ])
  })

  test('sorted by disagreement: the most divided first, what cannot be told last', () => {
    const sorted = (layout: Partial<ComparisonLayout>) =>
      arranged({ layout: { rowOrder: 'disagreement', ...layout } }, { positions: divided })
    expect(titles(sorted({ isGrouped: false }))).toEqual(['Herring', 'Land', 'Sea', 'Cod', 'Fry'])
    expect(sorted({ isGrouped: false }).rows.map((row) => row.measure)).toEqual([
      { by: 'disagreement', disagreement: { value: 100, pairs: 1 } },
      { by: 'disagreement', disagreement: { value: 20, pairs: 1 } },
      ...Array.from({ length: 3 }, () => ({ by: 'disagreement', disagreement: null })),
    ])
    // A branch stands where the first of what it holds would.
    expect(titles(sorted({}))).toEqual(['Sea', 'Herring', 'Cod', 'Fry', 'Land'])
  })

  test('sorted by recent change: what began, was over or was said up to the day', () => {
    const said = positionOf(fry, norway)
    const positions = [
      positionOf(cod, norway, { from: '2025-09' }),
      positionOf(land, iceland, { until: '2025-11-01' }),
      positionOf(sea, iceland, { from: '2025-12' }),
      said,
    ]
    const facts = [factOf(said, { saidOn: '2025-10-20' }), factOf(said, { saidOn: '2025-11-20' })]
    const view = arranged({ layout: { rowOrder: 'changed', isGrouped: false } }, { positions, facts })
    expect(view.rows.map((row) => [row.issue.title, row.measure])).toEqual([
      ['Land', { by: 'changed', on: '2025-11-01' }],
      ['Fry', { by: 'changed', on: '2025-10-20' }],
      ['Cod', { by: 'changed', on: '2025-09-01' }],
      ['Sea', { by: 'changed', on: null }],
      ['Herring', { by: 'changed', on: null }],
    ])
  })

  test('sorted by gaps: only what is documented, and only where nothing is in force', () => {
    const gaps = [gapOf(cod, norway), gapOf(land, norway), gapOf(land, iceland), gapOf(fry, norway)]
    const view = arranged(
      { layout: { rowOrder: 'gaps', isGrouped: false } },
      { gaps, positions: [positionOf(fry, norway)] },
    )
    expect(titles(view)).toEqual(['Land', 'Cod', 'Sea', 'Fry', 'Herring'])
    expect(view.rows[0]!.measure).toEqual({ by: 'gaps', count: 2 })
  })

  test('are measured by the columns shown', () => {
    const positions = [...divided, at(land, faroes, 100)]
    const layout = { rowOrder: 'disagreement', isGrouped: false } as const
    expect(titles(arranged({ layout, parties: [iceland.id, faroes.id] }, { positions }))[0]).toBe('Land')
  })
})

describe('what is looked for', () => {
  const positions = [positionOf(fry, norway, { kind: 'refusal' }), positionOf(land, iceland)]

  test('leaves out the other rows, and keeps branches as context', () => {
    const view = arranged({ filters: { kinds: ['refusal'] } }, { positions })
    expect(view.rows.map(({ issue: { title }, isContext }) => [title, isContext])).toEqual([
      ['Sea', true],
      ['Cod', true],
      ['Fry', false],
    ])
    expect(view).toMatchObject({ found: 1, hiddenRows: 2, isLookingFor: true })
    expect(
      titles(arranged({ filters: { kinds: ['refusal'] }, layout: { isGrouped: false } }, { positions })),
    ).toEqual(['Fry'])
  })

  test('is counted where it is folded away', () => {
    const view = arranged(
      { filters: { kinds: ['refusal'] }, layout: { foldedIssues: [sea.id] } },
      { positions },
    )
    expect(titles(view)).toEqual(['Sea'])
    expect(view).toMatchObject({ found: 1, hiddenRows: 2 })
  })

  test('tells the cells that answer from those beside them', () => {
    const both = [...positions, positionOf(fry, iceland)]
    const { matches } = arranged({ filters: { kinds: ['refusal'] } }, { positions: both })
    expect([matches(2, 0), matches(2, 1), matches(2, 2)]).toEqual([true, false, false])
    expect(arranged({}, { positions: both }).matches(2, 2)).toBe(true)
  })

  test('is looked for in the columns shown', () => {
    const view = arranged({ filters: { kinds: ['refusal'] }, parties: [iceland.id] }, { positions })
    expect(view.found).toBe(0)
  })

  test('shows an issue that answers by itself, with all its cells', () => {
    const view = arranged({ filters: { words: 'herr' } }, { positions })
    expect(titles(view)).toEqual(['Sea', 'Herring'])
    expect(view.matches(3, 0)).toBe(true)
  })
})

describe('columns', () => {
  test('are those of the view, in its order; what is gone or named twice is passed over', () => {
    expect(names(arranged({}))).toEqual(['NO', 'IS', 'FO'])
    expect(names(arranged({ parties: [faroes.id, norway.id] }))).toEqual(['FO', 'NO'])
    expect(names(arranged({ parties: [faroes.id, party().id, faroes.id] }))).toEqual(['FO'])
    expect(names(arranged({ parties: [party().id] }))).toEqual(['NO', 'IS', 'FO'])
  })

  test('that are pinned come first, in their order', () => {
    const view = arranged({ layout: { pinned: [faroes.id, iceland.id], widths: { [iceland.id]: 300 } } })
    expect(
      view.columns.map(({ party: { shortName }, isPinned, width }) => [shortName, isPinned, width]),
    ).toEqual([
      ['IS', true, 300],
      ['FO', true, null],
      ['NO', false, null],
    ])
  })
})

describe('coalitions', () => {
  const [union, nordics] = [party({ shortName: 'EU' }), party({ shortName: 'N5' })]
  const parties = [norway, iceland, faroes, union, nordics]
  const held = {
    parties,
    memberships: [memberOf(union, nordics), memberOf(nordics, norway), memberOf(union, iceland)],
  }
  const folding = (ids: (typeof norway.id)[], more: Partial<ComparedRecords> = {}) =>
    arranged({ layout: { foldedCoalitions: ids } }, { ...held, ...more })

  test('have their members beside them', () => {
    expect(names(folding([]))).toEqual(['FO', 'EU', 'IS', 'N5', 'NO'])
    expect(folding([]).columns.map(({ members }) => members.length)).toEqual([0, 2, 0, 1, 0])
  })

  test('fold to one column, theirs within', () => {
    expect(names(folding([union.id]))).toEqual(['FO', 'EU'])
    expect(names(folding([nordics.id]))).toEqual(['FO', 'EU', 'IS', 'N5'])
    expect(names(folding([nordics.id, union.id, norway.id]))).toEqual(['FO', 'EU'])
    expect(folding([union.id]).columns.map(({ isFolded }) => isFolded)).toEqual([false, true])
  })

  test('say in which rows a member differs, and by how much', () => {
    const positions = [
      at(cod, union, 20),
      at(cod, norway, 90),
      at(cod, iceland, 20),
      positionOf(land, norway),
      at(sea, union, 1),
    ]
    const { membersIn, matches, columns } = folding([union.id], { positions })
    const column = columns[1]!.column
    expect(membersIn(1, column)).toEqual([
      { partyId: iceland.id, column: 1, distance: 0 },
      { partyId: norway.id, column: 0, distance: 70 },
    ])
    expect(membersIn(4, column)).toEqual([{ partyId: norway.id, column: 0, distance: null }])
    expect(membersIn(0, column)).toEqual([])
    expect(matches(4, column)).toBe(true)
  })

  test('answer for their members while they are folded', () => {
    const positions = [positionOf(land, norway, { kind: 'refusal' })]
    const view = (foldedCoalitions: (typeof norway.id)[]) =>
      arranged({ filters: { kinds: ['refusal'] }, layout: { foldedCoalitions } }, { ...held, positions })
    expect(titles(view([union.id]))).toEqual(['Land'])
    expect(view([union.id]).matches(4, 3)).toBe(true)
    expect(view([]).matches(4, 3)).toBe(false)
  })

  test('hold whoever was a member at the day', () => {
    const former = { memberships: [memberOf(union, iceland, { until: '2025-10' })] }
    expect(names(folding([union.id], former))).toEqual(['NO', 'IS', 'FO', 'EU', 'N5'])
    const since = { memberships: [memberOf(union, iceland, { from: '2025-11' })] }
    expect(names(folding([union.id], since))).toEqual(['NO', 'FO', 'EU', 'N5'])
  })

  test('in a circle stay in sight', () => {
    const circle = {
      memberships: [memberOf(union, nordics), memberOf(nordics, union), memberOf(union, union)],
    }
    expect(names(folding([], circle))).toEqual(['NO', 'IS', 'FO', 'EU', 'N5'])
    expect(names(folding([union.id, nordics.id], circle))).toEqual(['NO', 'IS', 'FO', 'EU'])
  })

  test('that are not shown hide nobody', () => {
    const view = arranged({ parties: [norway.id], layout: { foldedCoalitions: [union.id] } }, held)
    expect(names(view)).toEqual(['NO'])
  })
})

describe('whatever is recorded', () => {
  const layouts = fc.record({
    rowOrder: fc.constantFrom(...rowOrder.options),
    isGrouped: fc.boolean(),
  })
  const questions = fc.record({
    kinds: fc.subarray([...positionKind.options]),
    words: fc.constantFrom('', 'cod', 'her', 'ours'),
  })

  test('sorting moves rows and loses none', () => {
    fc.assert(
      fc.property(madeRecords, layouts, (records, layout) => {
        const view = arrange(readAt(records), viewOf({ layout }))
        expect(view.rows.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(
          records.issues.map((_issue, row) => row),
        )
      }),
    )
  })

  test('a row is shown because it answers, or because one in it does', () => {
    fc.assert(
      fc.property(madeRecords, layouts, questions, (records, layout, filters) => {
        const { rows, columns, matches, found, hiddenRows, isLookingFor } = arrange(
          readAt(records),
          viewOf({ layout, filters }),
        )
        if (!isLookingFor) return
        const isHolding = new Set(rows.flatMap(({ isContext, issue: { parentId } }) => [isContext, parentId]))
        for (const { row, isContext, issue: shown, branch } of rows) {
          const answers = columns.some(({ column }) => matches(row, column))
          expect(answers).toBe(!isContext)
          if (isContext) expect([isHolding.has(shown.id), branch > 0]).toEqual([true, true])
        }
        expect(rows.filter(({ isContext }) => !isContext)).toHaveLength(found)
        expect(rows.length + hiddenRows).toBe(records.issues.length)
      }),
    )
  })

  test('a party that says nothing, and gaps of its own, change no row and no measure', () => {
    fc.assert(
      fc.property(madeRecords, layouts, questions, (records, layout, filters) => {
        fc.pre(layout.rowOrder !== 'gaps' && (filters.words !== '' || filters.kinds.length > 0))
        const silent = party()
        const widened = {
          ...records,
          parties: [...records.parties, silent],
          gaps: [...records.gaps, ...records.issues.slice(0, 2).map((on) => gapOf(on, silent))],
        }
        const rows = (held: ComparedRecords) =>
          arrange(readAt(held), viewOf({ layout, filters })).rows.map(({ row, measure, isContext }) => ({
            row,
            measure,
            isContext,
          }))
        expect(rows(widened)).toEqual(rows(records))
      }),
    )
  })

  test('the same view is arranged the same, and folding and unfolding leaves it as it was', () => {
    fc.assert(
      fc.property(
        madeRecords,
        layouts,
        fc.nat({ max: 6 }),
        fc.nat({ max: 3 }),
        (records, layout, row, column) => {
          const shown = (more: Partial<ComparisonLayout>) => {
            const { rows, columns, found, hiddenRows } = arrange(
              readAt(records),
              viewOf({ layout: { ...layout, ...more } }),
            )
            return { rows, columns, found, hiddenRows }
          }
          const before = shown({})
          const folded = shown({
            foldedIssues: [records.issues[row % records.issues.length]!.id],
            foldedCoalitions: [records.parties[column]!.id],
          })
          expect(folded.rows.length).toBeLessThanOrEqual(before.rows.length)
          expect(folded.found).toBe(before.found)
          expect(shown({})).toEqual(before)
        },
      ),
    )
  })
})
