import { recordedWords } from '../../../../app/rules/change-words'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { RecordedChange } from '../../../../app/rules/recorded-changes'
import { useDateLabel, useSay } from '../../../state/application'
import type { Place } from '../../../state/compare-view'
import { WordChanges } from '../word-changes'
import styles from './changes-sheet.module.css'
import { showPlace } from './show-place'

/** What has no date of its own: conditions, status and landing zone, by when they were recorded. */
export function RecordedList({
  recorded,
  comparison,
}: {
  recorded: readonly RecordedChange[]
  comparison: ComparisonReading
}) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const lines = recorded.flatMap((change) => {
    const about = placeOf(change, comparison)
    return about === null ? [] : [{ change, ...about }]
  })
  if (lines.length === 0) return null
  return (
    <section className={styles.issue}>
      <h3>{say('changes.recorded')}</h3>
      <p className={styles.note}>{say('changes.recordedNote')}</p>
      {lines.map(({ change, place, issue, party, words }) => (
        <article key={change.number} className={styles.became}>
          <button type="button" className={styles.place} onClick={() => showPlace(place)}>
            {party === null ? issue : say('pane.cellTitle', { party, issue })}
          </button>
          <p>
            {words !== null && <span dir="auto">{words} </span>}
            {recordedWords(change, say)}
          </p>
          {change.what === 'landing zone' && (
            <p className={styles.text}>
              <WordChanges before={change.before} after={change.after} />
            </p>
          )}
          <p className={styles.doubt}>
            {say('changes.byWhen', { when: dateLabel(change.at.slice(0, 10)), by: change.by })}
          </p>
        </article>
      ))}
    </section>
  )
}

type About = { place: Place; issue: string; party: string | null; words: string | null }

/** Null for what was removed since, or belongs to an event. */
function placeOf(change: RecordedChange, { index, issues, parties }: ComparisonReading): About | null {
  if (change.what !== 'condition') {
    const row = index.rowOf.get(change.recordId)
    if (row === undefined) return null
    const kind = change.what === 'status' ? 'issue' : 'zone'
    const issueId = change.recordId
    return { place: { kind, issueId }, issue: issues[row]!.title, party: null, words: null }
  }
  const condition = index.records.conditions.find(({ id }) => id === change.recordId)
  const held = condition?.positionId ? index.positionOf.get(condition.positionId) : undefined
  if (condition === undefined || held === undefined) return null
  const { issueId, partyId } = held.position
  return {
    place: { kind: 'cell', issueId, partyId },
    issue: issues[index.rowOf.get(issueId)!]!.title,
    party: parties[index.columnOf.get(partyId)!]!.shortName,
    words: condition.text,
  }
}
