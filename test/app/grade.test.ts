import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestGrade, gradeText, type Grade } from '../../app/rules/grade'

const grade = (text: string): Grade => ({
  reliability: text[0] as Grade['reliability'],
  credibility: Number(text[1]),
})
const best = (...texts: string[]) => bestGrade(texts.map(grade))

test('F6 is no grade; with one half graded it is one', () => {
  expect(gradeText(grade('F6'))).toBeNull()
  expect(gradeText(grade('B6'))).toBe('B6')
  expect(gradeText(grade('F2'))).toBe('F2')
})

test('reliability decides before credibility, and what cannot be judged comes last', () => {
  expect(best('B1', 'A5')).toBe('A5')
  expect(best('B6', 'B5')).toBe('B5')
  expect(best('F1', 'E5')).toBe('E5')
  expect(best('F6', 'F5')).toBe('F5')
})

test('of nothing, or of nothing graded, there is no best', () => {
  expect(best()).toBeNull()
  expect(best('F6', 'F6')).toBeNull()
})

test('the best does not depend on the order, and something ungraded never changes it', () => {
  const any = fc.record({
    reliability: fc.constantFrom('A' as const, 'B' as const, 'E' as const, 'F' as const),
    credibility: fc.integer({ min: 1, max: 6 }),
  })
  fc.assert(
    fc.property(fc.array(any), (grades) => {
      expect(bestGrade(grades.toReversed())).toBe(bestGrade(grades))
      expect(bestGrade([...grades, grade('F6')])).toBe(bestGrade(grades))
    }),
  )
})
