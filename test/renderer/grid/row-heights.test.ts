import { expect, test, vi } from 'vitest'
import { indexComparison } from '../../../app/rules/comparison-index'
import type { MeasuredFor } from '../../../renderer/screens/compare/grid/measured-for'
import { createRowHeights } from '../../../renderer/screens/compare/grid/row-heights'
import { issue, noRecords, party, recordOf } from '../../builders/compared-records'

const [fish, ships] = [issue(), issue()]
const ours = party()
const held = recordOf('position', { issueId: ships.id, partyId: ours.id, from: '2025-10-20' })
const index = indexComparison({
  ...noRecords,
  issues: [fish, ships],
  parties: [ours],
  positions: [held],
})
const at = (asOf: string, given: Partial<MeasuredFor> = {}): MeasuredFor => ({
  index,
  asOf,
  marksOf: null,
  arrivals: 0,
  ...given,
})
const keys = [`${fish.id} 0`, `${ships.id} 0 folded`]

function measured() {
  const heights = createRowHeights()
  heights.turnTo('plain', at('2025-10-19'))
  heights.arrange(keys)
  heights.set(0, 100)
  heights.set(1, 200)
  return heights
}
const turned = (heights: ReturnType<typeof createRowHeights>, name: string, now: MeasuredFor) => {
  heights.turnTo(name, now)
  heights.arrange(keys)
  return [heights.isExact(0), heights.isExact(1)]
}

test('on another day only the rows are measured again that it touches, and stand in at their last height', () => {
  const heights = measured()
  expect(turned(heights, 'plain', at('2025-10-21'))).toEqual([true, false])
  expect(heights.total()).toBe(300)
})

test('a row that is not shown while the day changes is measured when it is shown again', () => {
  const heights = measured()
  heights.turnTo('plain', at('2025-10-21'))
  heights.arrange(keys.slice(0, 1))
  expect(turned(heights, 'plain', at('2025-10-21'))).toEqual([true, false])
})

test('the way back from a baseline measures nothing', () => {
  const heights = measured()
  expect(turned(heights, 'beside', at('2025-10-19'))).toEqual([false, false])
  heights.set(0, 400)
  expect(turned(heights, 'plain', at('2025-10-19'))).toEqual([true, true])
  expect(heights.of(0)).toBe(100)
})

test('after an edit, or when differences have come, every row is measured again', () => {
  expect(turned(measured(), 'plain', at('2025-10-19', { arrivals: 1 }))).toEqual([false, false])
  const edited = indexComparison(index.records)
  expect(turned(measured(), 'plain', at('2025-10-19', { index: edited }))).toEqual([false, false])
})

test('heights that were foreseen hold for the moment that they were measured for, and are measured once', () => {
  const heights = measured()
  const measure = vi.fn<() => number>(() => 400)
  const foresee = () => heights.foresee('beside', at('2025-10-19'), { key: keys[0]!, measure })
  expect([foresee(), foresee()]).toEqual([400, 400])
  expect(measure).toHaveBeenCalledOnce()
  expect(turned(heights, 'beside', at('2025-10-19'))).toEqual([true, false])
  expect(heights.of(0)).toBe(400)

  const later = measured()
  later.foresee('beside', at('2025-10-19'), { key: keys[0]!, measure })
  expect(turned(later, 'beside', at('2025-10-21'))).toEqual([false, false])
})

test('what is foreseen of the layout that is shown is known when its row comes', () => {
  const heights = measured()
  heights.foresee('plain', at('2025-10-19'), { key: 'another', measure: () => 90 })
  heights.arrange([...keys, 'another'])
  expect([heights.isExact(2), heights.of(2)]).toEqual([true, 90])
})
