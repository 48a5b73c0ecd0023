import { expect, test } from 'vitest'
import { added, line } from '../../app/rules/briefing/briefing-context'
import { tallOn } from '../../app/rules/briefing/tall-rows'

const words = (length: number) => [line(added('x'.repeat(length)))]

test('a row is kept whole wherever it may fit a page', () => {
  expect(tallOn([words(40), words(900)], [40, 60])).toBeNull()
  expect(tallOn([], [])).toBeNull()
  // Some fifty lines of A4 lying down, which standing have room.
  expect(tallOn([words(60 * 50)], [84])).toBeNull()
})

test('a row that fits no page may be divided there, and only there', () => {
  expect(tallOn([words(60 * 60)], [84])).toBe('landscape')
  expect(tallOn([words(60 * 80)], [84])).toBe('any')
  expect(tallOn([words(30), words(29_000)], [40, 250])).toBe('any')
})
