import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWordBeginning, wordBeginnings } from '../../app/rules/word-beginnings'

test('a word begins with its first one and two characters', () => {
  expect(wordBeginnings('un talks, a us-eu deal')).toEqual([
    'u',
    'un',
    't',
    'ta',
    'a',
    'us',
    'e',
    'eu',
    'd',
    'de',
  ])
})

test('where nothing is written between words, any pair may be one', () => {
  expect(wordBeginnings('北京会谈')).toEqual(['北', '北京', '京', '京会', '会', '会谈', '谈'])
})

test('every beginning can be searched for, and is part of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const beginning of wordBeginnings(text)) {
        expect(isWordBeginning(beginning)).toBe(true)
        expect(text).toContain(beginning)
      }
    }),
  )
})

test('signs are no word', () => {
  expect(['%', '_', '§5', '', 'abc'].map(isWordBeginning)).toEqual([false, false, false, false, false])
})
