import { expect, test } from 'vitest'
import { movedPages } from '../../app/rules/moved-pages'
import { pageOf } from '../../app/rules/page-of'
import { tellingPassages, textLikeness, textRuns } from '../../app/rules/text-likeness'

const report = Array.from(
  { length: 20 },
  (_, index) => `Sentence ${index} says that boat ${index * 7} came in at hour ${index % 5}.`,
)
const likeness = (a: string, b: string) => textLikeness(textRuns(a), textRuns(b))

test('the same words are wholly alike, whatever their case, marks, quotes and line breaks', () => {
  const text = report.join(' ')
  expect(likeness(text, text)).toBe(1)
  expect(likeness(text, report.join('\n\n').toUpperCase().replaceAll('SENTENCE', '“Séntence”'))).toBe(1)
})

test('a part of a text is wholly alike with the whole, and other words are not alike at all', () => {
  expect(likeness(report.slice(3, 12).join(' '), report.join(' '))).toBe(1)
  expect(
    likeness(
      report.join(' '),
      report.map((sentence) => sentence.split(' ').toReversed().join(' ')).join(' '),
    ),
  ).toBe(0)
})

test('every change of a word costs the runs that it stands in', () => {
  const changed = report.map((sentence, index) =>
    index % 4 === 0 ? sentence.replace('boat', 'ship') : sentence,
  )
  const alike = likeness(report.join(' '), changed.join(' '))
  expect(alike).toBeGreaterThan(0.8)
  expect(alike).toBeLessThan(1)
})

test('texts too short to say anything are not alike, even when they are the same', () => {
  expect(likeness('One two three four five six.', 'One two three four five six.')).toBe(0)
})

test('Chinese is compared by its characters', () => {
  const chinese = '外交部发言人表示双方同意继续就停火问题进行谈判他说中方一贯主张通过对话解决争端'
  expect(likeness(chinese, `据报道，${chinese}。`)).toBe(1)
})

test('passages to look for are words of the text, from all of it', () => {
  const lines = Array.from(
    { length: 40 },
    (_, index) =>
      `Line ${index} has boat ${index * 31} and ship ${index * 17} that came from harbour ${index * 13} with ${index + 40} tons.`,
  )
  const passages = tellingPassages(lines.join('\n'), 16)
  expect(passages.length).toBeGreaterThan(8)
  expect(passages.length).toBeLessThanOrEqual(16)
  for (const passage of passages)
    expect(lines.some((line) => line.toLowerCase().includes(passage))).toBe(true)
  expect(tellingPassages('short\nlines\nonly', 16)).toEqual([])
})

test('a place is on the page that begins last at or before it', () => {
  const pages = [0, 100, 100, 250]
  expect([0, 99, 100, 249, 250, 9_999].map((at) => pageOf(pages, at))).toEqual([1, 1, 3, 3, 4, 4])
  expect(pageOf([], 5)).toBeNull()
})

test('pages keep to their words when a text is corrected', () => {
  const pagesOf = (texts: string[]) => texts.map((_, index) => texts.slice(0, index).join('').length)
  const before = ['First page, with words. ', 'Second page, with other words. ', 'Third page, the last one.']
  const after = [
    'A first page, with more words. ',
    'Second page, with other wards. ',
    'Third page, the last.',
  ]
  expect(movedPages(before.join(''), after.join(''), pagesOf(before))).toEqual(pagesOf(after))
  expect(movedPages('abc', 'abc', [0, 2])).toEqual([0, 2])
  expect(movedPages('one two', 'x', [0, 4, 7])).toEqual([0, 1, 1])
})
