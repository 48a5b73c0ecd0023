import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readableDifferences } from '../../app/rules/readable-differences'
import { wordDifferences, type Difference, type DifferenceOptions } from '../../app/rules/word-differences'
import { wordTokens } from '../../app/rules/word-tokens'
import { editedText, randomText, seeded } from '../builders/seeded-text'

const textOf = (differences: readonly Difference[], left: Difference['kind']) =>
  differences
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('')

function expectBothTexts(differences: readonly Difference[], before: string, after: string): void {
  expect(textOf(differences, 'added')).toBe(before)
  expect(textOf(differences, 'removed')).toBe(after)
}

/** In a short way: `same [removed] {added}`. */
const written = (differences: readonly Difference[]) =>
  differences
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[${text}]` : `{${text}}`))
    .join('')

const difference = (before: string, after: string, options?: DifferenceOptions) =>
  written(readableDifferences(wordDifferences(before, after, options)))

/** How many tokens the shortest edit script has: the longest common subsequence by the textbook's table. */
function shortest(before: string, after: string): number {
  const a = wordTokens(before)
  const b = wordTokens(after)
  let row = new Int32Array(b.length + 1)
  for (const token of a) {
    const next = new Int32Array(b.length + 1)
    for (const [j, other] of b.entries()) {
      next[j + 1] = token === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)
    }
    row = next
  }
  return a.length + b.length - 2 * row[b.length]!
}

/** Kept tokens are counted whole, as stretches of one kind end where tokens end. */
function edits(differences: readonly Difference[], before: string, after: string): number {
  const same = differences.filter(({ kind }) => kind === 'same').map(({ text }) => text.length)
  const kept = same.reduce((sum, length) => sum + length, 0)
  const all = wordTokens(before).length + wordTokens(after).length
  return kept === 0 ? all : all - 2 * keptTokens(differences, before)
}

function keptTokens(differences: readonly Difference[], before: string): number {
  const ends = new Set<number>()
  let end = 0
  for (const token of wordTokens(before)) ends.add((end += token.length))
  let at = 0
  let kept = 0
  for (const { kind, text } of differences) {
    if (kind === 'added') continue
    if (kind === 'same') {
      for (let place = at + 1; place <= at + text.length; place += 1) if (ends.has(place)) kept += 1
    }
    at += text.length
  }
  return kept
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const brokenText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\ud800', '\udc00', '\u200d', '\u0301', '👩‍🚀', '🇳🇴', ' ', '中国', 'ทหาร'),
      anyText,
    ),
  )
  .map((parts) => parts.join(''))
const fewWords = fc
  .array(fc.constantFrom('all', 'no', 'troops', 'leave', ' ', ' ', ' ', ',', '\n', '军队', 'القوات'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

describe('the two texts', () => {
  test.each([
    ['any', brokenText],
    ['much alike', fewWords],
  ])('come back from what differs, letter for letter: %s', (_name, text) => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const differences = wordDifferences(before, after)
        expectBothTexts(differences, before, after)
        expectBothTexts(readableDifferences(differences), before, after)
        expect(differences.every((part) => part.text !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('come back where the budget was used up', () => {
    fc.assert(
      fc.property(fewWords, fewWords, fc.nat(60), (before, after, budget) => {
        for (const shortestUpTo of [0, 2_000]) {
          expectBothTexts(wordDifferences(before, after, { budget, shortestUpTo }), before, after)
        }
      }),
    )
  })
})

describe('the edit script', () => {
  test('of small texts is the shortest', () => {
    fc.assert(
      fc.property(fewWords, fewWords, (before, after) => {
        expect(edits(wordDifferences(before, after), before, after)).toBe(shortest(before, after))
      }),
      { numRuns: 300 },
    )
  })

  test.each([0.01, 0.05, 0.2])(
    'found by anchors is at most a tenth longer, with %d of the words edited',
    (rate) => {
      const random = seeded(7)
      for (let round = 0; round < 6; round += 1) {
        const before = randomText(random, 6_000)
        const after = editedText(before, rate, random)
        const differences = wordDifferences(before, after, { shortestUpTo: 200 })
        expect(edits(differences, before, after)).toBeLessThanOrEqual(1.1 * shortest(before, after))
      }
    },
  )

  test('finds a large text again after paragraphs moved', () => {
    const random = seeded(11)
    const parts = Array.from({ length: 40 }, () => `${randomText(random, 600)}\n`)
    const before = parts.join('')
    const after = [...parts.slice(20, 22), ...parts.slice(0, 20), ...parts.slice(22)].join('')
    const differences = wordDifferences(before, after)
    expectBothTexts(differences, before, after)
    expect(differences.map(({ kind }) => kind)).toEqual(['added', 'same', 'removed', 'same'])
  })

  test('of two unrelated texts of 100 kB still gives both, within its budget', () => {
    const before = randomText(seeded(1), 100_000)
    const after = randomText(seeded(2), 100_000)
    expectBothTexts(wordDifferences(before, after), before, after)
    expectBothTexts(wordDifferences(before, after, { budget: 10_000 }), before, after)
  })

  test('of a word said many times is bounded too', () => {
    const before = 'no '.repeat(20_000)
    const after = 'no, '.repeat(15_000)
    expectBothTexts(wordDifferences(before, after), before, after)
  })
})

describe('what a reader sees', () => {
  test.each([
    ['Troops leave by May.', 'Troops leave by June.', 'Troops leave by [May]{June}.'],
    ['Troops leave.', 'All foreign troops leave.', '[Troops]{All foreign troops} leave.'],
    ['A ceasefire now', 'A ceasefire now, with monitors', 'A ceasefire now{, with monitors}'],
    ['Recognise the claim', 'Leave all the land', '[Recognise the claim]{Leave all the land}'],
    ['End the war in a day', 'End the war within a week', 'End the war [in]{within} a [day]{week}'],
    ['no fish', 'red meat', '[no fish]{red meat}'],
    ['', 'new', '{new}'],
    ['old', '', '[old]'],
    ['', '', ''],
    ['same', 'same', 'same'],
    ['one\ntwo', 'three\nfour', '[one]{three}\n[two]{four}'],
    ['the party’s own', "the party's own", "the [party’s]{party's} own"],
    ['👩‍🚀 flies', '👩 flies', '[👩‍🚀]{👩} flies'],
    ['🇳🇴🇸🇪', '🇳🇴🇫🇮', '🇳🇴[🇸🇪]{🇫🇮}'],
    ['cafe\u0301 now', 'cafe now', '[cafe\u0301]{cafe} now'],
  ])('%j to %j', (before, after, seen) => {
    expect(difference(before, after)).toBe(seen)
  })

  test('Arabic goes by words, with their vowel signs', () => {
    expect(difference('انسحاب القوات من المدينة', 'انسحاب جميع القوات من المدينة')).toBe(
      'انسحاب {جميع }القوات من المدينة',
    )
    expect(difference('السَّلام أولاً', 'السلام أولاً')).toBe('[السَّلام]{السلام} أولاً')
    expect(wordTokens('می‌خواهیم صلح')).toEqual(['می‌خواهیم', ' ', 'صلح'])
  })

  test('Chinese goes by words, though nothing stands between them', () => {
    expect(wordTokens('乌克兰军队撤出，2025年', 'zh')).toEqual(
      expect.arrayContaining(['乌克兰', '军队', '，', '2025']),
    )
    expect(difference('乌克兰军队必须撤出。', '俄罗斯军队必须撤出。', { locale: 'zh' })).toBe(
      '[乌克兰]{俄罗斯}军队必须撤出。',
    )
  })

  test('Thai and Japanese too', () => {
    expect(wordTokens('กองทัพต้องถอนตัว', 'th').length).toBeGreaterThan(1)
    expect(difference('軍隊は撤退する', '軍隊は撤退しない', { locale: 'ja' })).toMatch(/^軍隊は撤退/)
  })
})
