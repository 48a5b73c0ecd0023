import { diffWordsWithSpace } from 'diff'
import { wordDifferences } from '../app/rules/word-differences'
import { editedText, randomText, seeded } from '../test/builders/seeded-text'
import { inTurn, timed, type Comparison } from './compare'

const length = 100_000
/** Unrelated texts would take the other minutes; where it gives up, this is the least it takes. */
const timeout = 4_000

const base = randomText(seeded(21), length)

/** Two texts of 100 kB, against jsdiff. */
export const benchDifferences = {
  'differences 1 %': () => benchTexts('1 % of the words edited', editedText(base, 0.01, seeded(1))),
  'differences 5 %': () => benchTexts('5 % of the words edited', editedText(base, 0.05, seeded(2))),
  'differences 20 %': () => benchTexts('20 % of the words edited', editedText(base, 0.2, seeded(3))),
  'differences unrelated': () => benchTexts('unrelated', randomText(seeded(99), length)),
}

async function benchTexts(name: string, after: string): Promise<Comparison> {
  let gaveUp = 0
  const found = wordDifferences(base, after)
  // Both have been compiled before the first round is counted.
  for (let round = 0; round < 3; round += 1) wordDifferences(base, editedText(base, 0.05, seeded(round)))
  const pairs = 9
  const [ours, other] = await inTurn(
    pairs,
    () => timed(() => wordDifferences(base, after)),
    () =>
      timed(() => {
        if (diffWordsWithSpace(base, after, { timeout }) === undefined) gaveUp += 1
      }),
  )
  return {
    what: `word differences of two texts of 100 kB, ${name}`,
    ours: { name: 'wordDifferences', rounds: ours },
    other: { name: gaveUp > 0 ? 'jsdiff, at least' : 'jsdiff', rounds: other },
    counts: {
      'stretches of ours': found.length,
      'characters kept by ours': found
        .filter(({ kind }) => kind === 'same')
        .reduce((sum, { text }) => sum + text.length, 0),
      'times that jsdiff gave up': gaveUp,
    },
  }
}
