import { join } from 'node:path'
import { suggestStatements } from '../engine/capture/suggest'
import { readGoldTexts } from '../test/fixtures/statements/read-gold'
import { inTurn, timed, type Comparison } from './compare'

const length = 100_000
/** Seen from `out/bench`, where the benchmarks are bundled to. */
const goldFolder = join(import.meta.dirname, '../../test/fixtures/statements')

/** Suggestions in 100 kB of English news, against what it takes to divide the same text into words. */
export async function benchSuggestions(): Promise<Comparison> {
  const news = readGoldTexts(goldFolder)
    .filter(({ language }) => language === 'en')
    .map(({ text }) => text)
    .join('\n\n')
  const text = news.repeat(Math.ceil(length / news.length)).slice(0, length)
  const words = new Intl.Segmenter('en', { granularity: 'word' })
  const options = { language: 'en', issued: '2025-11-14' }

  const found = suggestStatements(text, options)
  const [ours, other] = await inTurn(
    9,
    () => timed(() => suggestStatements(text, options)),
    () => timed(() => [...words.segment(text)]),
  )
  return {
    what: `suggestions in ${length / 1_000} kB of English news`,
    ours: { name: 'suggestions', rounds: ours },
    other: { name: 'dividing it into words', rounds: other },
    counts: { suggestions: found.length },
  }
}
