import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComparisonView } from '../../app/model/comparison-view'
import type { PartyId } from '../../app/model/party'
import { arrangeColumns } from '../../app/rules/column-arrangement'
import {
  foldCoalition,
  hideColumn,
  moveColumn,
  pinColumn,
  showColumn,
  stepColumn,
  type ColumnMove,
} from '../../app/rules/column-moves'
import { isSameView, readSavedView } from '../../app/rules/saved-view'
import { issue, nextId, noRecords, party } from '../builders/compared-records'
import { madeRecords, memberOf, readAt, viewOf } from '../builders/compared-world'

const [a, b, c, union] = ['A', 'B', 'C', 'U'].map((shortName) => party({ shortName })) as [
  ReturnType<typeof party>,
  ReturnType<typeof party>,
  ReturnType<typeof party>,
  ReturnType<typeof party>,
]
const reading = readAt({ ...noRecords, parties: [a, b, c, union], memberships: [memberOf(union, b)] })

const after = (view: ComparisonView, { parties, ...layout }: ColumnMove): ComparisonView => ({
  ...view,
  parties,
  layout: { ...view.layout, ...layout },
})
const names = (view: ComparisonView) =>
  arrangeColumns(reading, view)
    .map((column) => column.party.shortName)
    .join('')

describe('a column', () => {
  test('steps past its neighbour, and stays at the ends', () => {
    const view = viewOf()
    expect(names(view)).toBe('ACUB')
    const moved = after(view, stepColumn(reading, view, c.id, 1))
    expect(names(moved)).toBe('AUCB')
    expect(names(after(moved, stepColumn(reading, moved, c.id, -1)))).toBe('ACUB')
    expect(names(after(view, stepColumn(reading, view, a.id, -1)))).toBe('ACUB')
    expect(names(after(view, stepColumn(reading, view, b.id, 1)))).toBe('ACUB')
  })

  test('that is pinned steps among the pinned', () => {
    const view = viewOf({ layout: { pinned: [c.id] } })
    expect(names(view)).toBe('CAUB')
    expect(names(after(view, stepColumn(reading, view, c.id, 1)))).toBe('CAUB')
    const both = after(view, pinColumn(view, union.id))
    expect(names(both)).toBe('CUAB')
    expect(names(after(both, stepColumn(reading, both, c.id, 1)))).toBe('UCAB')
    expect(names(after(both, pinColumn(both, c.id)))).toBe('UACB')
  })

  test('goes right before or after another', () => {
    const view = viewOf()
    const move = (isAfter: boolean) =>
      names(after(view, moveColumn(reading, view, { id: b.id, to: a.id, isAfter })))
    expect(move(false)).toBe('BACU')
    expect(move(true)).toBe('ABCU')
  })

  test('that is hidden comes back where it was, and with the last the order is the dossier’s again', () => {
    const view = viewOf()
    const without = after(view, hideColumn(reading, view, c.id))
    expect(names(without)).toBe('AUB')
    expect(after(without, showColumn(reading, without, c.id))).toEqual(view)
  })

  test('is not hidden when it is the last', () => {
    const view = viewOf({ parties: [c.id] })
    expect(names(after(view, hideColumn(reading, view, c.id)))).toBe('C')
  })
})

test('a coalition unfolds with its members beside it, those that were hidden as well', () => {
  const view = viewOf({ parties: [union.id, a.id], layout: { foldedCoalitions: [union.id] } })
  expect(names(view)).toBe('UA')
  expect(names(after(view, foldCoalition(reading, view, union.id)))).toBe('UBA')
})

test('whatever is moved, no column is lost or doubled', () => {
  const acts = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 }), fc.nat({ max: 3 })), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(madeRecords, acts, (records, steps) => {
      const made = readAt(records)
      let view = viewOf()
      for (const [act, one, other] of steps) {
        const [id, to] = [records.parties[one]!.id, records.parties[other]!.id]
        const moves = [
          () => stepColumn(made, view, id, 1),
          () => stepColumn(made, view, id, -1),
          () => moveColumn(made, view, { id, to, isAfter: one > other }),
          () => pinColumn(view, id),
          () => foldCoalition(made, view, id),
        ]
        view = after(view, moves[act]!())
      }
      const shown = arrangeColumns(made, view)
      const all = shown.flatMap(({ column, standsFor }) => [column, ...standsFor.slice(1)])
      expect([...new Set(all)].toSorted()).toEqual([0, 1, 2, 3])
      expect(new Set(shown.map(({ column }) => column)).size).toBe(shown.length)
    }),
  )
})

describe('a saved view', () => {
  const gone = { party: party().id, issue: issue().id }
  const existing = { parties: [a, b], issues: [], outlets: [], tags: [] }

  test('passes over what was deleted since', () => {
    const saved = viewOf({
      parties: [gone.party, a.id],
      filters: { parties: [gone.party, b.id], branches: [gone.issue], outlets: [nextId() as never] },
      layout: { foldedIssues: [gone.issue], pinned: [gone.party, a.id], baselineId: gone.party },
    })
    expect(readSavedView(saved, existing)).toEqual(
      viewOf({ parties: [a.id], filters: { parties: [b.id] }, layout: { pinned: [a.id] } }),
    )
    expect(readSavedView(viewOf({ parties: [gone.party] }), existing).parties).toBeNull()
  })

  test('is the same whatever the order of its choices, and another with another order of columns', () => {
    const ids: PartyId[] = [a.id, b.id]
    const view = (parties: PartyId[], chosen: PartyId[]) => viewOf({ parties, filters: { parties: chosen } })
    expect(isSameView(view(ids, ids), view(ids, ids.toReversed()))).toBe(true)
    expect(isSameView(view(ids, ids), view(ids.toReversed(), ids))).toBe(false)
    expect(isSameView(viewOf(), viewOf({ layout: { rowOrder: 'gaps' } }))).toBe(false)
    expect(isSameView(viewOf(), viewOf({ layout: { foldedIssues: [gone.issue] } }))).toBe(false)
    expect(isSameView(viewOf(), viewOf({ filters: { words: 'x' } }))).toBe(false)
  })
})
