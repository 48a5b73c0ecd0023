import { expect, test } from 'vitest'
import { firstOf } from '../../app/rules/first-of'

test('a list is cut where it is too long, but never for the sake of one', () => {
  expect(firstOf(['a', 'b', 'c'], 3)).toEqual(['a', 'b', 'c'])
  expect(firstOf(['a', 'b', 'c', 'd'], 3)).toEqual(['a', 'b', 'c', 'd'])
  expect(firstOf(['a', 'b', 'c', 'd', 'e'], 3)).toEqual(['a', 'b', 'c'])
  expect(firstOf([], 3)).toEqual([])
})
