import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rememberSame } from '../../app/remember'
import { KeptPosition, wholePosition } from '../../app/rules/kept-position'
import { lettersOfOneByte, wholeText } from '../../app/rules/kept-text'
import { issue, party, recordOf } from '../builders/compared-records'

const anyText = fc.string({ unit: 'binary' })
const westernText = fc.string({ unit: fc.constantFrom(...'aé “”’–… €→\u2011\u0092\u00ff中') })

test('a kept text is read as it was written, whatever its letters', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, westernText), (text) => {
      expect(wholeText(lettersOfOneByte(text))).toBe(text)
    }),
  )
})

test('a text with typographic signs is kept in letters of one byte, and one in another script as it is', () => {
  const western = `“Ne quittez pas” – l’été… 5 € → ${'é'.repeat(10_000)}`
  expect(lettersOfOneByte(western)).toMatch(/^[\0-\xff]*$/)
  expect(lettersOfOneByte(western)).toHaveLength(western.length)
  expect(lettersOfOneByte('撤出缓冲区 – 核查')).toBe('撤出缓冲区 – 核查')
})

test('a kept position has all that the record has', () => {
  const place = { issueId: issue().id, partyId: party().id }
  const plain = recordOf('position', {
    ...place,
    text: 'The “line”',
    kind: 'offer',
    stance: 'accepts if',
    firmness: 'red line',
    basis: 'inferred',
    salience: 40,
    until: '2025-11',
    whyMoved: 'pressed',
    assessment: 'a test',
    needsResearch: true,
  })
  expect(wholePosition(new KeptPosition(plain))).toEqual(plain)
  const usual = recordOf('position', place)
  expect(wholePosition(new KeptPosition(usual))).toEqual(usual)
})

test('what was made for a key is made once', () => {
  const same = rememberSame<object>()
  const made = same('a', () => ({}))
  expect(same('a', () => ({}))).toBe(made)
  expect(same('b', () => ({}))).not.toBe(made)
})
