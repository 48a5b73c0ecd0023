import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGold, readGoldTexts } from '../fixtures/statements/read-gold'

const texts = readGoldTexts()
const count = (language: string) =>
  texts
    .filter((each) => each.language === language)
    .reduce((sum, { attributions }) => sum + attributions.length, 0)

describe('the gold set', () => {
  test('is large enough in every language', () => {
    expect(count('en')).toBeGreaterThanOrEqual(90)
    for (const language of ['fr', 'es', 'ru', 'uk', 'ar', 'zh'])
      expect(count(language)).toBeGreaterThanOrEqual(10)
    expect(texts.reduce((sum, { attributions }) => sum + attributions.length, 0)).toBeGreaterThanOrEqual(150)
  })

  test.each(texts.map((each) => [each.file, each] as const))(
    '%s: every mark stands on words',
    (_file, gold) => {
      expect(gold.issued).toMatch(/^\d{4}/)
      for (const { id, spans, speaker, cue } of gold.attributions) {
        expect(spans.length, `content of ${id}`).toBeGreaterThan(0)
        for (const { start, end } of [...spans, ...cue, ...(speaker === null ? [] : [speaker])]) {
          const words = gold.text.slice(start, end)
          expect(words.trim(), `${id}: “${words}”`).not.toBe('')
          expect(words).toBe(words.trim())
        }
      }
    },
  )

  test('the digest is annotated as it ships', () => {
    const digest = readFileSync(join(import.meta.dirname, '../../sample/digest.txt'), 'utf8')
    expect(texts.find(({ file }) => file === 'dev/en-digest')?.text.trim()).toBe(digest.trim())
  })

  test('a mark that is not closed is refused', () => {
    expect(() => readGold('{1s Kerr} {1c said {1r so}')).toThrow('not closed')
    expect(() => readGold('Kerr} said')).toThrow('closed twice')
  })
})
