import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptAround } from '../../app/rules/excerpt'

const marked = (texts: string[], words: string) => {
  const { excerpt, marks } = excerptAround(texts, words)
  return marks.map(({ from, to }) => excerpt.slice(from, to))
}

test('every hit is marked, whatever its case and accents', () => {
  expect(marked(['Quota, QUOTA and quóta'], 'quota')).toEqual(['Quota', 'QUOTA', 'quóta'])
})

test('the first text that has a hit is shown', () => {
  expect(excerptAround(['nothing here', 'a quota', 'quota too'], 'quota').excerpt).toBe('a quota')
})

test('without a hit, the first text begins and nothing is marked', () => {
  expect(excerptAround(['one', 'two'], 'quota')).toEqual({ excerpt: 'one', marks: [] })
  expect(excerptAround([], 'quota')).toEqual({ excerpt: '', marks: [] })
})

test('a long text is cut at words around the first hit, and says so', () => {
  const text = `${'before '.repeat(60)}quota ${'after '.repeat(60)}`
  const { excerpt } = excerptAround([text], 'quota')
  expect(excerpt).toMatch(/^… before .*quota.* after …$/)
  expect(excerpt.length).toBeLessThan(180)
})

test('hits that overlap are marked once', () => {
  expect(marked(['banana'], 'ana nan')).toEqual(['anan'])
})

test('marks lie within the excerpt, in order, apart, whatever the text and the words', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 3 }),
      words,
      (texts, wanted) => {
        const { excerpt, marks } = excerptAround(texts, wanted)
        let end = 0
        for (const { from, to } of marks) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(excerpt.length)
      },
    ),
  )
})

test('a hit is found wherever it stands in a long text', () => {
  for (const place of [0, 1, 3_590, 3_600, 3_999, 4_000, 40_000]) {
    const text = `${'x '.repeat(place / 2)}Quóta ${'y '.repeat(2_500)}`
    expect(marked([text], 'quota')).toEqual(['Quóta'])
  }
})
