import type { IssueId } from '../../../../app/model/issue'
import type { RecordedChange } from '../../../../app/rules/recorded-changes'
import { useDateLabel, useSay } from '../../../state/application'
import { useQuery } from '../../../state/use-query'
import styles from './position-life.module.css'

/** What a row's status or landing zone was before, until when and by whom: the last in one line, the rest folded. */
export function EarlierValues({ issueId, what }: { issueId: IssueId; what: 'status' | 'landing zone' }) {
  const say = useSay()
  const recorded = useQuery('comparison.recordedChanges', { recordId: issueId }).value ?? []
  const changes = recorded
    .filter((change) => change.what === what && change.recordId === issueId)
    .toReversed()
  if (changes.length === 0) return null
  const [latest, ...older] = changes
  return (
    <div className={styles.earlier}>
      <Earlier change={latest!} />
      {older.length === 1 && <Earlier change={older[0]!} />}
      {older.length > 1 && (
        <details>
          <summary>{say('history.more', { count: older.length })}</summary>
          {older.map((change) => (
            <Earlier key={change.number} change={change} />
          ))}
        </details>
      )}
    </div>
  )
}

function Earlier({ change }: { change: RecordedChange }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const value = change.what === 'status' ? say(`status.${change.before}`) : change.before
  return (
    <p dir="auto">
      {say('history.before', {
        value:
          value === ''
            ? say('history.nothing')
            : change.what === 'status'
              ? value
              : say('pane.quoted', { words: value }),
        when: dateLabel(change.at.slice(0, 10)),
        by: change.by,
      })}
    </p>
  )
}
