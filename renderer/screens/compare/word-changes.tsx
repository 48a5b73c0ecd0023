import { differencesOf, useDifferencesArriving } from '../../state/differences'
import styles from './word-changes.module.css'

/** A text as it is now, with what it says more and what it no longer says marked in it, word by word. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  useDifferencesArriving()
  const differences = differencesOf(before, after) ?? [{ kind: 'same' as const, text: after }]
  return (
    <span dir="auto" className={styles.words}>
      {differences.map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <ins key={index} className={styles.added}>
            {text}
          </ins>
        ) : (
          <del key={index} dir="auto" className={styles.removed}>
            {text}
          </del>
        ),
      )}
    </span>
  )
}
