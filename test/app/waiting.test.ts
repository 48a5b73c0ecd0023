import { expect, test } from 'vitest'
import { orderOfMoves } from '../../app/rules/waiting'

const waits = (...pairs: string[]) => pairs.map((pair) => ({ waiter: pair[0]!, mover: pair[1]! }))

test('who waits for nobody moves first, then who waits for them', () => {
  expect(orderOfMoves(waits('AB', 'BC', 'DC'))).toEqual({ levels: [['C'], ['B', 'D'], ['A']], deadlocks: [] })
})

test('those who wait for each other are a deadlock and share a place', () => {
  const { levels, deadlocks } = orderOfMoves(waits('AB', 'BC', 'CA', 'DA', 'CE'))
  expect(levels.map((level) => level.toSorted().join(''))).toEqual(['E', 'ABC', 'D'])
  expect(deadlocks).toHaveLength(1)
  const around = deadlocks[0]!
  expect(around.toSorted()).toEqual(['A', 'B', 'C'])
  const edges = new Set(['AB', 'BC', 'CA'])
  around.forEach((id, at) => expect(edges).toContain(id + around[(at + 1) % around.length]!))
})

test('two circles are two deadlocks, and nobody waiting is nothing to order', () => {
  expect(orderOfMoves(waits('AB', 'BA', 'CD', 'DC')).deadlocks).toHaveLength(2)
  expect(orderOfMoves([])).toEqual({ levels: [], deadlocks: [] })
})
