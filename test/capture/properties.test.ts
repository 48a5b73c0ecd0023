import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestStatements } from '../../engine/capture/suggest'
import type { Suggestion } from '../../engine/capture/suggestion'
import { readGoldTexts } from '../fixtures/statements/read-gold'

const languages = ['en', 'fr', 'es', 'ru', 'uk', 'ar', 'zh']
const bits = [
  ...'“”"‘’\'«»„「」.,:;—!?()\n \u00a0\ud800',
  ...' said , he said | told reporters | that | according to | Peskov | the minister | refuses to | : | wants | and | On Thursday | « | a déclaré |, dijo | заявил |, что |قال | إن |表示：|说|据|。'.split(
    '|',
  ),
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((parts) => parts.join('')),
)

function expectSound(whole: string, suggestions: readonly Suggestion[]): void {
  const seen = new Set<string>()
  let last = -1
  for (const suggestion of suggestions) {
    const { cue, speaker, spans, addressee, relayedBy, place, saidOn } = suggestion
    for (const passage of [cue, speaker, ...spans, addressee, relayedBy, place]) {
      if (passage !== null) expect(whole.slice(passage.start, passage.end)).toBe(passage.text)
    }
    if (saidOn !== null) expect(whole.slice(saidOn.start, saidOn.end)).toBe(saidOn.words)
    if (speaker?.nameAt != null)
      expect(whole.slice(speaker.nameAt.start, speaker.nameAt.end)).toBe(speaker.name)
    expect(spans.length).toBeGreaterThan(0)
    for (const [index, span] of spans.entries()) {
      expect(span.end).toBeGreaterThan(span.start)
      if (index > 0) expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]!.end)
    }
    expect(spans[0]!.start).toBeGreaterThanOrEqual(last)
    last = spans[0]!.start
    const key = JSON.stringify(spans)
    expect(seen.has(key), `twice: ${key}`).toBe(false)
    seen.add(key)
    expect(suggestion.confidence).toBeGreaterThan(0)
    expect(suggestion.confidence).toBeLessThanOrEqual(1)
  }
}

describe('for any text', () => {
  test('nothing is thrown, and every passage is the text’s own words in order', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...languages, undefined), (whole, language) => {
        expectSound(
          whole,
          suggestStatements(whole, { ...(language === undefined ? {} : { language }), issued: '2025-11-14' }),
        )
      }),
      { numRuns: 4000 },
    )
  })

  test('and for every text of the gold set', () => {
    for (const { text: whole, language, issued } of readGoldTexts()) {
      expectSound(whole, suggestStatements(whole, { language, issued }))
      expectSound(whole, suggestStatements(whole, { issued }))
    }
  })
})

// Each would take minutes if any step looked back over all of the text; the test's own limit ends it then.
describe('texts made to be slow', () => {
  const size = 100_000
  test.each([
    ['quotation marks', '“'],
    ['both marks', '“ ” '],
    ['straight marks', '" '],
    ['single marks', '‘a '],
    ['apostrophes', "'a"],
    ['guillemets', '« «» '],
    ['opening marks before words', ' “a'],
    ['commas', 'a, '],
    ['verbs of saying', 'said '],
    ['names that speak', 'Peskov said that '],
    ['capitals', 'Abc Def '],
    ['names with particles', 'Al de al '],
    ['pronouns', 'He said he. '],
    ['quotations without a verb', '“Yes.” '],
    ['conjunctions', 'and he said and '],
    ['lines', 'NAME: yes\n'],
    ['one long word', 'a'],
    ['spaces', ' '],
    ['dashes', '— '],
    ['numbers', '1,1'],
    ['French', 'a-t-il dit, '],
    ['Russian', '«А, — сказал он. — '],
    ['Arabic', 'قال إن '],
    ['Chinese', '“他说，”表示：'],
    ['Chinese without end', '据报道说在'],
  ])('%s', (_name, unit) => {
    const whole = unit.repeat(Math.ceil(size / unit.length))
    for (const language of languages) suggestStatements(whole, { language, issued: '2025' })
    expect(suggestStatements(whole.slice(0, 2_000)).length).toBeGreaterThanOrEqual(0)
  })
})
