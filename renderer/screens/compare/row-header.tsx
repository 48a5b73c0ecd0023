import type { Party } from '../../../app/model/party'
import type { Cell, ComparedIssue } from '../../../app/rules/comparison'
import { shortNumber } from '../../../app/rules/short-number'
import { StatusMark } from '../../elements/status-mark'
import { ScaleStrip } from './scale-strip'
import styles from './row-header.module.css'
import { SuggestedMark } from './suggestion/suggested-status'

/** What is negotiated about: number, title, question, status, and where each party stands on its scale. */
export function RowHeader({
  issue,
  parties,
  cells,
}: {
  issue: ComparedIssue
  parties: readonly Party[]
  cells: readonly Cell[]
}) {
  const short = shortNumber(issue.number)
  return (
    <>
      <span className={styles.title}>
        <span className={styles.number} title={short === issue.number ? undefined : issue.number}>
          {short}
        </span>
        <span className={styles.words} dir="auto">
          {issue.title}
        </span>
      </span>
      {issue.question && (
        <span className={styles.question} dir="auto">
          {issue.question}
        </span>
      )}
      <span className={styles.status}>
        <StatusMark status={issue.status} />
        <SuggestedMark issueId={issue.id} />
      </span>
      <ScaleStrip issue={issue} parties={parties} cells={cells} />
    </>
  )
}
