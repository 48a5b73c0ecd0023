// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { select, useCompareView } from '../../../renderer/state/compare-view'
import {
  asBlock,
  extendSelection,
  selectAllShown,
  selectedPlaces,
  stepSelection,
  toggleSelected,
  useSelection,
  type SelectablePlace,
  type ShownOrder,
} from '../../../renderer/state/selection'

const order = {
  issueIds: ['i1', 'i2', 'i3'],
  partyIds: ['p1', 'p2'],
  isTransposed: false,
} as unknown as ShownOrder
const cell = (issue: number, party: number) =>
  ({ kind: 'cell', issueId: `i${issue}`, partyId: `p${party}` }) as SelectablePlace & { kind: 'cell' }
const names = () =>
  selectedPlaces().map((place) => `${place.issueId}${place.kind === 'cell' ? place.partyId : 'zone'}`)

beforeEach(() => select(cell(1, 1)))

test('one cell alone is what is selected until others are', () => {
  expect(names()).toEqual(['i1p1'])
  select(null)
  expect(names()).toEqual([])
})

test('Shift takes the rectangle from the active cell, which stays where it is', () => {
  expect(stepSelection(order, { down: 1, across: 0 })).toEqual(cell(2, 1))
  stepSelection(order, { down: 0, across: 1 })
  expect(names()).toEqual(['i1p1', 'i1p2', 'i2p1', 'i2p2'])
  expect(useCompareView.getState().selected).toEqual(cell(1, 1))
  stepSelection(order, { down: -1, across: 1 })
  expect(names()).toEqual(['i1p1', 'i1p2', 'i1zone'])
  stepSelection(order, { down: 0, across: 5 })
  expect(names()).toHaveLength(3)
  stepSelection(order, { down: 0, across: -2 })
  expect(useSelection.getState().cells.size).toBe(0)
})

test('a rectangle can be taken up and back, and across a comparison that is turned', () => {
  select(cell(3, 2))
  extendSelection(order, cell(2, 1))
  expect(names()).toEqual(['i2p1', 'i2p2', 'i3p1', 'i3p2'])
  select(cell(1, 1))
  stepSelection({ ...order, isTransposed: true }, { down: 1, across: 0 })
  expect(names()).toEqual(['i1p1', 'i1p2'])
})

test('one can be added and taken away, and choosing a cell ends it', () => {
  toggleSelected(cell(3, 2))
  toggleSelected(cell(2, 1))
  expect(names()).toEqual(['i1p1', 'i3p2', 'i2p1'])
  toggleSelected(cell(2, 1))
  expect(useCompareView.getState().selected).toEqual(cell(3, 2))
  toggleSelected(cell(1, 1))
  expect(names()).toEqual(['i3p2'])
  selectAllShown(order)
  expect(names()).toHaveLength(6)
  select(cell(2, 2))
  expect(names()).toEqual(['i2p2'])
})

test('scattered cells make the smallest block that holds them', () => {
  toggleSelected(cell(3, 2))
  expect(asBlock(order, selectedPlaces())).toEqual([
    [cell(1, 1), null],
    [null, cell(3, 2)],
  ])
})
