import { expect, test } from 'vitest'
import { createCitations } from '../../app/rules/citation'
import { statementInContext } from '../builders/briefing-records'

/** Counts what it is asked. */
class AskedSet extends Set<number> {
  asked = 0
  override has(number: number): boolean {
    this.asked += 1
    return super.has(number)
  }
}

test('a note is taken once, in the order of the figures, and what nobody took is left', () => {
  const citations = createCitations()
  citations.cite(Array.from({ length: 5 }, () => statementInContext()))
  const numbersOf = (numbers: number[]) => citations.takeNotes(new Set(numbers)).map(({ number }) => number)
  expect(numbersOf([4, 2])).toEqual([2, 4])
  expect(numbersOf([3, 2, 1])).toEqual([1, 3])
  expect(citations.withoutNote().map(({ number }) => number)).toEqual([5])
})

test('taking the notes of an issue asks no more the more there are of others', () => {
  const asked = [100, 1_000].map((others) => {
    const citations = createCitations()
    citations.cite(Array.from({ length: others }, () => statementInContext()))
    const wanted = new AskedSet([7, 8])
    citations.takeNotes(wanted)
    return wanted.asked
  })
  expect(asked[1]).toBe(asked[0])
})
