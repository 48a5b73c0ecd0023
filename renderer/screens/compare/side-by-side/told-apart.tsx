import type { ReactNode } from 'react'
import type { Say } from '../../../../app/messages/say'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { PartyPair } from '../../../../app/rules/two-parties'
import type { Difference } from '../../../../app/rules/word-differences'
import { differencesOf } from '../../../state/differences'
import styles from './told-apart.module.css'

/** Two texts that stand beside each other, each with the words marked that only it has. */
export type ToldApart = {
  /** `own`: too little is shared for single words to say anything. */
  is: 'same' | 'shared' | 'own'
  our: ReactNode
  their: ReactNode
}

/** Below this share of common text, two texts are not another version of each other. */
const leastShared = 0.25

/** Null where one has no counterpart, and while two long texts are still being compared. */
export function toldApart(our: CellPosition | null, their: CellPosition | null): ToldApart | null {
  if (our === null || their === null) return null
  const differences = differencesOf(our.text, their.text)
  if (differences === null) return null
  const lengthOf = (kind: Difference['kind']) =>
    differences.reduce((sum, part) => (part.kind === kind ? sum + part.text.trim().length : sum), 0)
  const same = lengthOf('same')
  const longer = same + Math.max(lengthOf('added'), lengthOf('removed'))
  if (same === longer) return { is: 'same', our: undefined, their: undefined }
  if (same < leastShared * longer) return { is: 'own', our: undefined, their: undefined }
  return {
    is: 'shared',
    our: marked(differences, 'removed'),
    their: marked(differences, 'added'),
  }
}

/** One side's text; nobody's own words are struck out here. */
const marked = (differences: readonly Difference[], own: 'added' | 'removed') => (
  <span dir="auto">
    {differences.map(({ kind, text }, index) =>
      kind === 'same' ? (
        text
      ) : kind !== own ? null : own === 'added' ? (
        <ins key={index} className={styles.onlyTheirs}>
          {text}
        </ins>
      ) : (
        <del key={index} className={styles.onlyOurs}>
          {text}
        </del>
      ),
    )}
  </span>
)

/** What the marks in several pairs of texts mean, or why there are none. Null where nothing was told apart. */
export function wordsNote(say: Say, apart: readonly ToldApart[], { ours, theirs }: PartyPair): string | null {
  if (apart.length === 0) return null
  if (apart.every(({ is }) => is === 'same')) return say('pair.wordsSame')
  if (!apart.some(({ is }) => is === 'shared')) return say('pair.wordsOwn')
  return say('pair.legend', { ours: ours.shortName, theirs: theirs.shortName })
}
