import { expect, test } from 'vitest'
import { createDateLabel } from '../../app/messages/date-words'
import { createSay } from '../../app/messages/say'
import type { Source } from '../../app/model/source'
import { authorDateEntry, authorDateLabel, noteCitation, yearLetters } from '../../app/rules/citation-style'
import { recordOf } from '../builders/compared-records'

const say = createSay('en')
const wish = { say, dateLabel: createDateLabel(say, 'en') }

function cited(given: Partial<Source> = {}) {
  const source = recordOf('source', {
    title: 'Kremlin Says It Is Open to Talks About a Settlement',
    type: 'article-newspaper',
    author: [{ family: 'Anzalone', given: 'Kyle' }],
    issued: '2025-11~',
    accessed: '2025-11-20',
    URL: 'https://example.org/a',
    textHash: '0'.repeat(64),
    ...given,
  })
  return { source, outlet: recordOf('outlet', { name: 'Libertarian Institute' }) }
}

test('a note names everything at first, with the days of publication and access apart, then in short', () => {
  expect(noteCitation(cited(), 'full', wish)).toBe(
    'Kyle Anzalone, “Kremlin Says It Is Open to Talks About a Settlement”, Libertarian Institute, ' +
      'published about November 2025, accessed 20 November 2025, https://example.org/a',
  )
  expect(noteCitation(cited(), 'short', wish, [3, 4])).toBe(
    'Anzalone, “Kremlin Says It Is Open to Talks About…”, pp.\u00a03, 4',
  )
})

test('a source without author, date or address says so, or leaves out what nobody knows', () => {
  const bare = cited({ author: [], issued: null, accessed: null, URL: '', title: 'Minutes', type: 'report' })
  expect(noteCitation({ ...bare, outlet: null }, 'full', wish)).toBe('Minutes, undated')
  expect(authorDateLabel({ ...bare, outlet: null }, '', wish)).toBe('Minutes n.d.')
})

test('author and year lead to an entry that begins with them', () => {
  expect(authorDateLabel(cited(), '', wish)).toBe('Anzalone about 2025')
  expect(authorDateEntry(cited({ issued: '2025-11-13' }), 'b', wish)).toBe(
    'Anzalone, Kyle. 2025b. “Kremlin Says It Is Open to Talks About a Settlement”. Libertarian Institute, ' +
      'published 13 November 2025, accessed 20 November 2025, https://example.org/a.',
  )
})

test('two and three authors are all named, more are not', () => {
  const names = ['Ada', 'Bo', 'Cy', 'Di'].map((family) => ({ family, given: '' }))
  const label = (count: number) =>
    authorDateLabel(cited({ author: names.slice(0, count), issued: '2025' }), '', wish)
  expect([2, 3, 4].map(label)).toEqual(['Ada and Bo 2025', 'Ada, Bo and Cy 2025', 'Ada and others 2025'])
})

test('sources of one author and year are told apart by letters, others have none', () => {
  const all = [cited({ issued: '2025-01' }), cited({ issued: '2025-02' }), cited({ issued: '2024' })]
  const letters = yearLetters(all, wish)
  expect(all.map(({ source }) => letters.get(source.id))).toEqual(['a', 'b', ''])
})

test('a long title is cut at a word, never inside a letter', () => {
  const title = `${'🕊'.repeat(60)}`
  expect(noteCitation(cited({ title }), 'short', wish).isWellFormed()).toBe(true)
})
