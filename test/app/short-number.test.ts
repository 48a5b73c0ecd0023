import { expect, test } from 'vitest'
import { shortNumber } from '../../app/rules/short-number'

test('of a number nested deep, its beginning and its end are kept', () => {
  expect(shortNumber('1.2.3.4.5.6')).toBe('1.2.3.4.5.6')
  expect(shortNumber('1.2.3.4.5.6.7')).toBe('1.2.…5.6.7')
  expect(shortNumber(Array.from({ length: 30 }, (_, at) => at + 1).join('.'))).toBe('1.2.…28.29.30')
  expect(shortNumber('Art. 4(2)')).toBe('Art. 4(2)')
})
