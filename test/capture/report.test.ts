import { afterAll, describe, expect, test } from 'vitest'
import { suggestStatements } from '../../engine/capture/suggest'
import { readGoldTexts } from '../fixtures/statements/read-gold'
import { accuracy, addToScore, balance, emptyScore, precision, recall, type Score } from './score'

const texts = readGoldTexts()

function scoreOf(isIn: (text: (typeof texts)[number]) => boolean): Score {
  const score = emptyScore()
  for (const gold of texts.filter(isIn)) {
    addToScore(score, gold, suggestStatements(gold.text, { language: gold.language, issued: gold.issued }))
  }
  return score
}

const groups: Record<string, (text: (typeof texts)[number]) => boolean> = {
  'en, development': ({ language, set }) => language === 'en' && set === 'dev',
  'en, held out': ({ language, set }) => language === 'en' && set === 'held-out',
  'en, all': ({ language }) => language === 'en',
  fr: ({ language }) => language === 'fr',
  es: ({ language }) => language === 'es',
  ru: ({ language }) => language === 'ru',
  uk: ({ language }) => language === 'uk',
  ar: ({ language }) => language === 'ar',
  zh: ({ language }) => language === 'zh',
  total: () => true,
}

const lines: string[] = []
const shown = (value: number) => value.toFixed(3)
const columns = ['quotations P', 'R', 'n', 'their speaker', 'all P', 'R', 'F', 'n', 'speaker']
const row = (cells: readonly string[]) =>
  cells.map((cell, at) => cell.padStart(Math.max(columns[at]!.length, 5) + 2)).join('')

function lineOf(name: string, { quotations, quotationSpeakers, all, speakers }: Score): string {
  return (
    name.padEnd(18) +
    row([
      shown(precision(quotations)),
      shown(recall(quotations)),
      String(quotations.gold),
      shown(accuracy(quotationSpeakers)),
      shown(precision(all)),
      shown(recall(all)),
      shown(balance(all)),
      String(all.gold),
      shown(accuracy(speakers)),
    ])
  )
}

// The figures are what this file is for: they are printed whatever the reporter.
afterAll(() => {
  process.stdout.write(`\n${''.padEnd(18)}${row(columns)}\n${lines.join('\n')}\n\n`)
})

describe('suggestions against the gold set', () => {
  test.each(Object.entries(groups))('%s', (name, isIn) => {
    const score = scoreOf(isIn)
    lines.push(lineOf(name, score))
    expect(score.all.gold).toBeGreaterThan(0)
    if (!name.startsWith('en')) return
    expect(precision(score.quotations)).toBeGreaterThanOrEqual(0.98)
    expect(recall(score.quotations)).toBeGreaterThanOrEqual(0.98)
    expect(accuracy(score.quotationSpeakers)).toBeGreaterThanOrEqual(0.92)
    expect(precision(score.all)).toBeGreaterThanOrEqual(0.8)
    expect(recall(score.all)).toBeGreaterThanOrEqual(0.8)
  })
})
