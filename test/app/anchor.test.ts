import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Anchor, anchorFor, contextLength, findAnchor } from '../../app/rules/anchor'

const treaty = `Article 1. Each Party shall submit a national plan by 30 June 2027 and review it every five years.
Article 2. Developed country Parties shall provide 300 billion dollars a year by 2035 to developing countries.
Article 3. Each Party shall report on the progress it has made, and on the support it has received.
Article 4. Nothing in this agreement shall be read as limiting the rights of a Party under the Convention.`

function quote(text: string, words: string): Anchor {
  const start = text.indexOf(words)
  return anchorFor(text, start, start + words.length)
}

function wordsFound(text: string, anchor: Anchor): string {
  const found = findAnchor(text, anchor)
  return found.state === 'found' ? text.slice(found.start, found.end) : found.state
}

function guessesFor(text: string, anchor: Anchor): { words: string; likeness: number }[] {
  const found = findAnchor(text, anchor)
  if (found.state === 'found') throw new Error('It was found')
  return found.guesses.map(({ start, end, likeness }) => ({ words: text.slice(start, end), likeness }))
}

describe('making an anchor', () => {
  test('keeps the words and what stands around them', () => {
    expect(anchorFor('one two three', 4, 7)).toEqual({
      exact: 'two',
      prefix: 'one ',
      suffix: ' three',
      start: 4,
    })
    const anchor = quote(treaty, '300 billion')
    expect(anchor.prefix).toHaveLength(contextLength)
    expect(anchor.suffix).toHaveLength(contextLength)
  })

  test('never cuts a surrogate pair', () => {
    const text = `${'𝐀'.repeat(40)}x${'𝐁'.repeat(40)}`
    expect(anchorFor(text, 80, 81)).toMatchObject({ prefix: '𝐀'.repeat(16), suffix: '𝐁'.repeat(16) })
    const uneven = `${'𝐀'.repeat(40)}-x-${'𝐁'.repeat(40)}`
    expect(anchorFor(uneven, 81, 82)).toMatchObject({
      prefix: `${'𝐀'.repeat(15)}-`,
      suffix: `-${'𝐁'.repeat(15)}`,
    })
    expect(() => anchorFor(text, 1, 4)).toThrow(RangeError)
    expect(() => anchorFor(text, 0, 3)).toThrow(RangeError)
  })

  test.each([
    [0, 0],
    [2, 1],
    [-1, 2],
    [0, 4],
    [0.5, 2],
    [Number.NaN, 2],
    [3, 4],
  ])('from %s to %s of three letters is refused', (start, end) => {
    expect(() => anchorFor('abc', start, end)).toThrow(RangeError)
  })
})

describe('words that are still there', () => {
  test('are found where they moved to', () => {
    const anchor = quote(treaty, 'shall provide 300 billion dollars')
    const moved = `Preamble, as agreed.\n\n${treaty}`
    expect(findAnchor(moved, anchor)).toEqual({
      state: 'found',
      start: anchor.start + 22,
      end: anchor.start + 22 + anchor.exact.length,
    })
  })

  test('are found once even when nothing around them is left', () => {
    const anchor = quote(treaty, 'shall provide 300 billion dollars')
    expect(wordsFound('We say they shall provide 300 billion dollars, all of it.', anchor)).toBe(anchor.exact)
  })

  test('that occur more than once are told apart by what surrounds them', () => {
    const second = treaty.indexOf('Each Party shall', 20)
    const anchor = { ...anchorFor(treaty, second, second + 16), start: 0 }
    expect(findAnchor(treaty, anchor)).toMatchObject({ state: 'found', start: second })
  })

  test('that occur more than once, all in the same surroundings, need the hint', () => {
    const page = 'The Party shall act on the matter at hand without any further delay.\n'
    const text = page.repeat(5)
    const start = page.length * 2 + 4
    const anchor = anchorFor(text, start, start + 5)
    expect(findAnchor(text, anchor)).toMatchObject({ state: 'found', start })

    const found = findAnchor(text, { ...anchor, start: start + 1 })
    expect(found.state).toBe('orphaned')
    expect(guessesFor(text, { ...anchor, start: start + 1 }).map(({ words }) => words)).toEqual([
      'Party',
      'Party',
      'Party',
    ])
    expect(found).toMatchObject({ guesses: [{ start }, {}, {}] })
  })

  test('that occur more than once, with their surroundings gone, are orphaned', () => {
    const anchor = anchorFor('zzz shall zzz', 4, 9)
    const guesses = guessesFor(treaty, anchor)
    expect(guesses.map(({ words }) => words)).toEqual(['shall', 'shall', 'shall'])
  })

  test('are never placed by an offset alone', () => {
    const anchor = anchorFor('Yes.', 0, 4)
    expect(findAnchor('Yes. No. Yes.', anchor).state).toBe('orphaned')
    expect(findAnchor('Yes.', anchor)).toEqual({ state: 'found', start: 0, end: 4 })
  })

  test('are told apart at the very edges of the text', () => {
    for (const [start, end] of [
      [0, 2],
      [1, 3],
      [4, 6],
      [0, 6],
    ] as const) {
      expect(findAnchor('aaaaaa', anchorFor('aaaaaa', start, end))).toEqual({ state: 'found', start, end })
    }
  })
})

describe('words that changed', () => {
  const anchor = quote(treaty, 'Parties shall provide 300 billion dollars a year by 2035')

  test.each([
    ['one figure', '300 billion', '100 billion', 'Parties shall provide 100 billion dollars a year by 2035'],
    [
      'one letter case',
      'shall provide',
      'Shall provide',
      'Parties Shall provide 300 billion dollars a year by 2035',
    ],
    [
      'the first word',
      'country Parties',
      'country Members',
      'Members shall provide 300 billion dollars a year by 2035',
    ],
    ['the last word', 'by 2035', 'by 2040', 'Parties shall provide 300 billion dollars a year by 2040'],
    [
      'words put in',
      'shall provide',
      'shall, if able, provide',
      'Parties shall, if able, provide 300 billion dollars a year by 2035',
    ],
    ['words left out', ' a year', '', 'Parties shall provide 300 billion dollars by 2035'],
  ])('in %s are orphaned, with the place as first guess', (_, before, after, expected) => {
    const changed = treaty.replace(before, after)
    expect(changed).not.toBe(treaty)
    const [best] = guessesFor(changed, anchor)
    expect(best?.words).toBe(expected)
    expect(best?.likeness).toBeGreaterThan(0.7)
    expect(best?.likeness).toBeLessThan(1)
  })

  test('are guessed when they also moved', () => {
    const changed = `${'Whereas the Parties met and talked at length. '.repeat(30)}${treaty.replace('300', '100')}`
    expect(guessesFor(changed, anchor)[0]?.words).toBe(anchor.exact.replace('300', '100'))
  })

  test('are guessed by their surroundings when they were a single figure', () => {
    expect(guessesFor(treaty.replace('300', '150'), quote(treaty, '300'))[0]?.words).toBe('150')
  })

  test('are guessed in Chinese, which has no spaces', () => {
    const text =
      '各缔约方应在二〇二七年前提交国家计划。发达国家缔约方应每年提供三千亿美元资金支持发展中国家。本协定不限制权利。'
    const chinese = quote(text, '发达国家缔约方应每年提供三千亿美元资金')
    expect(guessesFor(text.replace('三千亿', '一千亿'), chinese)[0]?.words).toBe(
      '发达国家缔约方应每年提供一千亿美元资金',
    )
  })

  test('are guessed in Arabic', () => {
    const text =
      'تلتزم الأطراف بتقديم خطة وطنية قبل نهاية العام. وتقدم الدول المتقدمة ثلاثمائة مليار دولار سنويا للدول النامية.'
    const arabic = quote(text, 'الدول المتقدمة ثلاثمائة مليار دولار')
    expect(guessesFor(text.replace('ثلاثمائة', 'مائة'), arabic)[0]?.words).toBe(
      'الدول المتقدمة مائة مليار دولار',
    )
  })

  test('have no guess in a text about something else', () => {
    expect(guessesFor('Rain is expected in the north; winds from the west.', anchor)).toEqual([])
    expect(guessesFor('', anchor)).toEqual([])
  })

  test('an anchor without words is orphaned', () => {
    expect(findAnchor(treaty, { exact: '', prefix: 'Article', suffix: '', start: 0 })).toEqual({
      state: 'orphaned',
      guesses: [],
    })
  })
})

describe('for any text', () => {
  const repetitive = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '中', '𝐀', 'é', '\n'),
    minLength: 1,
    maxLength: 200,
  })
  const anyText = fc.oneof(
    repetitive,
    fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
    fc.lorem({ maxCount: 40 }),
    fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  )
  const textWithRange = fc
    .tuple(anyText, fc.nat(), fc.nat())
    .map(([text, one, other]) => {
      const edges = [0]
      for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length)
      const first = edges[one % edges.length] ?? 0
      const second = edges[other % edges.length] ?? 0
      return { text, start: Math.min(first, second), end: Math.max(first, second) }
    })
    .filter(({ start, end }) => start < end)

  test('an anchor leads back to its own range', () => {
    fc.assert(
      fc.property(textWithRange, ({ text, start, end }) => {
        const anchor = anchorFor(text, start, end)
        expect(`${anchor.prefix}${anchor.exact}${anchor.suffix}`).toBe(
          text.slice(start - anchor.prefix.length, end + anchor.suffix.length),
        )
        expect(anchor.prefix.length).toBeGreaterThanOrEqual(Math.min(start, contextLength - 1))
        expect(findAnchor(text, anchor)).toEqual({ state: 'found', start, end })
      }),
      { numRuns: 3000 },
    )
  })

  test('text put in elsewhere moves it', () => {
    fc.assert(
      fc.property(textWithRange, anyText, anyText, ({ text, start, end }, before, after) => {
        const anchor = anchorFor(text, start, end)
        const changed = `${before}${text}${after}`
        fc.pre(changed.indexOf(anchor.exact) === changed.lastIndexOf(anchor.exact))
        const shift = before.length
        expect(findAnchor(changed, anchor)).toEqual({
          state: 'found',
          start: start + shift,
          end: end + shift,
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('one letter changed inside it makes it orphaned, with guesses that lie in the text', () => {
    fc.assert(
      fc.property(
        textWithRange,
        fc.nat(),
        fc.constantFrom('x', 'A', '国', ''),
        ({ text, start, end }, at, letter) => {
          const anchor = anchorFor(text, start, end)
          const place = start + (at % (end - start))
          const changed = text.slice(0, place) + letter + text.slice(place + 1)
          fc.pre(!changed.includes(anchor.exact))
          const found = findAnchor(changed, anchor)
          if (found.state === 'found') throw new Error('It was attached to other words')

          expect(found.guesses.length).toBeLessThanOrEqual(3)
          let lastLikeness = 1
          for (const guess of found.guesses) {
            expect(guess.start).toBeGreaterThanOrEqual(0)
            expect(guess.end).toBeGreaterThan(guess.start)
            expect(guess.end).toBeLessThanOrEqual(changed.length)
            expect(guess.likeness).toBeGreaterThan(0)
            expect(guess.likeness).toBeLessThanOrEqual(lastLikeness)
            lastLikeness = guess.likeness
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('the cost in a text of 200,000 units', () => {
  const size = 200_000
  // A small generator of our own, so that the text is the same in every run.
  const prose = (words: string[], gap: string) => {
    let state = 1
    let text = ''
    while (text.length < size) {
      state = (state * 48271) % 2147483647
      text += `${words[state % words.length] ?? ''}${gap}`
    }
    return text.slice(0, size)
  }
  const english = prose(treaty.split(/\s+/), ' ')
  const chinese = prose([...'各缔约方应在二〇二七年前提交国家计划发达国家每年提供三千亿美元资金'], '')
  const changedAt = (text: string, start: number, length: number): Anchor => {
    const anchor = anchorFor(text, start, start + length)
    return { ...anchor, exact: `${anchor.exact.slice(0, length / 2)}#${anchor.exact.slice(length / 2 + 1)}` }
  }

  /** Units that are written anew to be compared, which the time goes by: the same on every machine. */
  function unitsCompared(text: string, anchor: Anchor): number {
    const slice = vi.spyOn(String.prototype, 'slice')
    try {
      findAnchor(text, anchor)
      return slice.mock.results.reduce((sum, { value }) => sum + String(value).length, 0)
    } finally {
      slice.mockRestore()
    }
  }

  test.each<[string, string, Anchor]>([
    ['a changed sentence', english, changedAt(english, 150_000, 200)],
    ['a changed chapter', english, changedAt(english, 50_000, 20_000)],
    ['a changed whole', english, changedAt(english, 0, size)],
    ['a changed Chinese sentence', chinese, changedAt(chinese, 150_000, 60)],
    ['a changed Chinese chapter', chinese, changedAt(chinese, 50_000, 20_000)],
    ['a word that is everywhere', english, { exact: 'shall', prefix: '#', suffix: '#', start: 100_000 }],
  ])('%s: no more is compared than twice the text', (_, text, anchor) => {
    expect(unitsCompared(text, anchor)).toBeLessThanOrEqual(2 * size)
  })

  const letters = 'a'.repeat(size)
  test.each<[string, Anchor]>([
    ['a change inside', changedAt(letters, 100_000, 2_000)],
    ['no change', anchorFor(letters, 100_000, 102_000)],
    ['other surroundings', { ...anchorFor(letters, 100_000, 102_000), prefix: '#', suffix: '#' }],
  ])('one letter repeated, %s: bounded too', (_, anchor) => {
    expect(unitsCompared(letters, anchor)).toBeLessThanOrEqual(2 * size)
  })
})
