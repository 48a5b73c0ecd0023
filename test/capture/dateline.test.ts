import { expect, test } from 'vitest'
import { suggestStatements } from '../../engine/capture/suggest'
import { withoutDateline } from '../../engine/capture/dateline'

const rest = (text: string) => text.slice(withoutDateline(text, { start: 0, end: text.length }).start)

test.each([
  ['GENEVA, March 4 (Newswire) - Talks collapsed', 'Talks collapsed'],
  ['PORT HADEN (Agency) — Talks collapsed', 'Talks collapsed'],
  ['KESH, Nov. 3 – Talks collapsed', 'Talks collapsed'],
  ['Talks collapsed - again', 'Talks collapsed - again'],
  ['UN-led talks collapsed', 'UN-led talks collapsed'],
  ['GENEVA - ', 'GENEVA - '],
])('of “%s”, “%s” is what is said', (text, said) => {
  expect(rest(text)).toBe(said)
})

test('a dateline is no part of what was said', () => {
  const text = 'GENEVA, March 4 (Newswire) - Talks on the strait have failed, two diplomats said.'
  expect(suggestStatements(text).map(({ spans }) => spans[0]!.text)).toEqual([
    'Talks on the strait have failed',
  ])
})
