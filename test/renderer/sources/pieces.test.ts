// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstSentence, summaryOf } from '../../../renderer/screens/sources/capture-draft'
import { piecesOf, type Layer } from '../../../renderer/screens/sources/passages'
import { foundIn } from '../../../renderer/screens/sources/find-bar'

const layer = (start: number, end: number, more: Partial<Layer> = {}): Layer => ({
  start,
  end,
  kind: 'suggested',
  key: `${start}`,
  colour: null,
  isCurrent: false,
  ...more,
})

test('of two passages that overlap, the later beginning lies on top, and what is open over both', () => {
  const text = 'abcdefghij'
  const whole = { start: 0, end: text.length }
  const layers = [
    layer(0, 6, { kind: 'recorded', key: 'first' }),
    layer(3, 9, { kind: 'recorded', key: 'second' }),
  ]
  expect(piecesOf(text, whole, layers).map((piece) => [piece.text, piece.key])).toEqual([
    ['abc', 'first'],
    ['def', 'second'],
    ['ghi', 'second'],
    ['j', null],
  ])
  const open = piecesOf(text, whole, [...layers, layer(2, 4, { kind: 'open', key: null })])
  expect(open.filter(({ kind }) => kind === 'open').map((piece) => piece.text)).toEqual(['c', 'd'])
})

test('however passages lie, the pieces are the text again, each where it says that it begins', () => {
  const ranges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), ranges, (text, lengths) => {
      const layers = lengths.map(([start, length]) => layer(start, start + length))
      const pieces = piecesOf(text, { start: 0, end: text.length }, layers)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const piece of pieces) expect(text.startsWith(piece.text, piece.start)).toBe(true)
    }),
  )
})

test('the first sentence of a passage is told from its rest; of a single one there is none', () => {
  const two = 'Russia is open to settling. But with the lack of it, we go on.'
  expect(firstSentence({ start: 10, end: 10 + two.length, text: two })).toEqual({
    start: 10,
    end: 37,
    text: 'Russia is open to settling.',
  })
  expect(firstSentence({ start: 0, end: 12, text: 'We will not.' })).toBeNull()
})

test('a summary begins as the words themselves, cut at a word where they are long', () => {
  const passage = (text: string) => ({ start: 0, end: text.length, text })
  expect(summaryOf([passage('We insist.'), passage('At once.')])).toBe('We insist. … At once')
  const long = summaryOf([passage('quota '.repeat(100))])
  expect(long.length).toBeLessThan(250)
  expect(long).toMatch(/quota …$/)
})

test('words inside a text are found whatever their case and accents', () => {
  expect(foundIn('Élysée, ELYSEE and elysee', 'elysée')).toEqual([
    { start: 0, end: 6 },
    { start: 8, end: 14 },
    { start: 19, end: 25 },
  ])
  expect(foundIn('anything', ' ')).toEqual([])
  expect(foundIn('anything', null)).toEqual([])
})
