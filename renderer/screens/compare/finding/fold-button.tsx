import type { ArrangedRow } from '../../../../app/rules/arrangement'
import { useSay } from '../../../state/application'
import { layOut, useComparisonView } from '../../../state/comparison-view'
import styles from './fold-button.module.css'

/** Before an issue that others nest in: folds them away, or shows them again. Its key is the grid's. */
export function FoldButton({ row }: { row: ArrangedRow }) {
  const say = useSay()
  const { issue, branch, isFolded } = row
  if (branch === 0) return null
  const words = say(isFolded ? 'grid.unfoldIssue' : 'grid.foldIssue', { count: branch })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.button}
      aria-expanded={!isFolded}
      aria-label={words}
      title={words}
      onClick={(event) => {
        event.stopPropagation()
        const { foldedIssues } = useComparisonView.getState().layout
        layOut({
          foldedIssues: isFolded ? foldedIssues.filter((id) => id !== issue.id) : [...foldedIssues, issue.id],
        })
      }}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d="M2 3l3 4 3-4z" />
      </svg>
      {isFolded && <span className={styles.count}>{branch}</span>}
    </button>
  )
}
