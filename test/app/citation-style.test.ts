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

/** Each as a note in full, a note in short, the label by author and year, and the entry that it leads to. */
const odd: Record<
  string,
  { given: Partial<Source>; outlet?: string | null; reads: [string, string, string, string] }
> = {
  'an institution that publishes what it wrote is named once': {
    given: { author: [{ literal: 'Ministry of Fisheries' }], title: 'Quotas', issued: '2025-10-20' },
    outlet: 'Ministry of Fisheries',
    reads: [
      'Ministry of Fisheries, “Quotas”, published 20 October 2025, pp.\u00a03–5, 9',
      'Ministry of Fisheries, “Quotas”, pp.\u00a03–5, 9',
      'Ministry of Fisheries 2025',
      'Ministry of Fisheries. 2025b. “Quotas”. Published 20 October 2025.',
    ],
  },
  'a post has its own words for a title, cut in short at a word': {
    given: {
      type: 'post',
      author: [{ literal: 'Ada Berg (@adaberg)' }],
      title: 'We insist on a larger quota, and no more talk about it!',
      issued: '2025-10-20',
    },
    outlet: 'X',
    reads: [
      'Ada Berg (@adaberg), “We insist on a larger quota, and no more talk about it!”, X, published 20 October 2025, pp.\u00a03–5, 9',
      'Ada Berg (@adaberg), “We insist on a larger quota, and no…”, pp.\u00a03–5, 9',
      'Ada Berg (@adaberg) 2025',
      'Ada Berg (@adaberg). 2025b. “We insist on a larger quota, and no more talk about it!” X, published 20 October 2025.',
    ],
  },
  'without author, outlet and date the entry begins with the title, as its label does': {
    given: { author: [], title: 'Minutes', type: 'report', issued: null },
    outlet: null,
    reads: [
      'Minutes, undated, pp.\u00a03–5, 9',
      'Minutes, pp.\u00a03–5, 9',
      'Minutes n.d.',
      'Minutes. n.d.-b.',
    ],
  },
  'a treaty is named by its title, without marks': {
    given: { author: [], title: 'Treaty of Oslo', type: 'treaty', issued: '1920' },
    outlet: null,
    reads: [
      'Treaty of Oslo, published 1920, pp.\u00a03–5, 9',
      'Treaty of Oslo, pp.\u00a03–5, 9',
      'Treaty of Oslo 1920',
      'Treaty of Oslo. 1920b. Published 1920.',
    ],
  },
  'a quotation in a title stands in single marks, and a doubtful date stays doubtful': {
    given: { title: '“We insist”, says minister', issued: '2025-10%' },
    outlet: 'Daily',
    reads: [
      'Kyle Anzalone, “‘We insist’, says minister”, Daily, published about October 2025?, pp.\u00a03–5, 9',
      'Anzalone, “‘We insist’, says minister”, pp.\u00a03–5, 9',
      'Anzalone about 2025?',
      'Anzalone, Kyle. About 2025b? “‘We insist’, says minister”. Daily, published about October 2025?',
    ],
  },
  'imprecise dates are in words': {
    given: { title: 'Talks', issued: '2025-08/2025-11' },
    outlet: 'Daily',
    reads: [
      'Kyle Anzalone, “Talks”, Daily, published August 2025 to November 2025, pp.\u00a03–5, 9',
      'Anzalone, “Talks”, pp.\u00a03–5, 9',
      'Anzalone 2025',
      'Anzalone, Kyle. 2025b. “Talks”. Daily, published August 2025 to November 2025.',
    ],
  },
}

test.each(Object.entries(odd))('%s', (_name, { given, outlet = null, reads }) => {
  const { source } = cited({ accessed: null, URL: '', ...given })
  const all = { source, outlet: outlet === null ? null : recordOf('outlet', { name: outlet }) }
  expect([
    noteCitation(all, 'full', wish, [3, 4, 5, 9]),
    noteCitation(all, 'short', wish, [3, 4, 5, 9]),
    authorDateLabel(all, '', wish),
    authorDateEntry(all, 'b', wish),
  ]).toEqual(reads)
})
