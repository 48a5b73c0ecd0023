import type { ArrangedRow } from '../../../../app/rules/arrangement'
import { useSay } from '../../../state/application'
import { foldIssue } from '../../../state/finding'
import styles from './fold-button.module.css'

/** Before an issue that others nest in: folds them away, or shows them again. Its keys are those of the row's head. */
export function FoldButton({ row }: { row: ArrangedRow }) {
  const say = useSay()
  const { issue, branch, isFolded, depth } = row
  if (branch === 0) return null
  const words = say(isFolded ? 'grid.unfoldIssue' : 'grid.foldIssue', { count: branch })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.button}
      style={{ insetInlineStart: Math.min(depth, 5) * 12 - 4 }}
      aria-expanded={!isFolded}
      aria-label={words}
      title={words}
      onClick={(event) => {
        event.stopPropagation()
        foldIssue(issue.id)
      }}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d="M1.5 3l3.5 4.5L8.5 3z" />
      </svg>
    </button>
  )
}

/** CSS pixels of the line that says how much is folded away. */
export const foldedLineHeight = 18

/** Below a folded issue: how many are folded away in it. */
export function FoldedLine({ row: { branch, isFolded } }: { row: ArrangedRow }) {
  const say = useSay()
  return isFolded ? <span className={styles.folded}>{say('grid.within', { count: branch })}</span> : null
}
