import { useMemo, useState } from 'react'
import type { IssueId } from '../../../../app/model/issue'
import type { PartyId } from '../../../../app/model/party'
import type { Position, PositionId } from '../../../../app/model/position'
import { firstOf } from '../../../../app/rules/first-of'
import { changeSigns, changeWords, timingWords } from '../../../../app/rules/change-words'
import type { CellChange } from '../../../../app/rules/changes'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { EvidenceItem } from '../../../../app/rules/evidence-item'
import { Button } from '../../../elements/button'
import { ClampedText } from '../../../elements/clamped-text'
import { KindMark } from '../../../elements/kind-mark'
import { PartyShape } from '../../../elements/party-shape'
import { useDateLabel, useSay } from '../../../state/application'
import { useChanges, type ShownChanges } from '../../../state/changes'
import { openSheet } from '../../../state/compare-view'
import { useComparison } from '../../../state/comparison'
import { roundOn, useTime } from '../../../state/time'
import { useQuery } from '../../../state/use-query'
import { WordChanges } from '../word-changes'
import styles from './changes-sheet.module.css'
import { speakerName } from './forms/options'
import { RecordedList } from './recorded-list'
import { showPlace } from './show-place'

/** Cells listed at first: more are better looked for in the grid. */
const listedAtFirst = 60

/** What changed since the date chosen, issue by issue, each with its words and one step from its cell. */
export function ChangesSheet() {
  const say = useSay()
  const dateLabel = useDateLabel()
  const shown = useChanges()
  const comparison = useComparison().value
  const rounds = useTime((time) => time.rounds)
  if (shown === null || comparison === undefined) return null
  const { since, asOf, recorded, isLater } = shown
  const changes = shown.changes()
  const days = { since: dateLabel(since, 'long'), asOf: dateLabel(asOf, 'long') }
  const round = rounds && roundOn(rounds, since)

  return (
    <>
      <h2 className={styles.title}>
        {say('changes.title', { since: round?.name ?? dateLabel(shown.chosen, 'long') })}
      </h2>
      <p className={styles.under}>{say('changes.between', days)}</p>
      {isLater && <p className={styles.empty}>{say('changes.later', days)}</p>}
      {!isLater && changes.length + recorded.length === 0 && (
        <p className={styles.empty}>{say('changes.none', days)}</p>
      )}
      <ChangedIssues shown={shown} comparison={comparison} />
      {recorded.length > 0 && <RecordedList recorded={recorded} comparison={comparison} />}
    </>
  )
}

/** Everything that became of one position, or of a party's silence. */
type Became = { key: string; issueId: IssueId; partyId: PartyId; changes: CellChange[] }

function ChangedIssues({ shown, comparison }: { shown: ShownChanges; comparison: ComparisonReading }) {
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
  const became = useMemo(() => becameOf(shown.changes()), [shown])
  const listed = isWhole ? became : firstOf(became, listedAtFirst)
  const evidence = useEvidenceOf(listed)
  const byIssue = Map.groupBy(listed, ({ issueId }) => issueId)
  return (
    <>
      {[...byIssue].map(([issueId, inIssue]) => {
        const issue = comparison.issues[comparison.index.rowOf.get(issueId)!]!
        return (
          <section key={issueId} className={styles.issue}>
            <h3>
              <span className={styles.number}>{issue.number}</span> {issue.title}
            </h3>
            {inIssue.map((each) => (
              <ChangedPosition
                key={each.key}
                became={each}
                shown={shown}
                comparison={comparison}
                evidence={evidence.get(each.changes[0]!.after?.id ?? null) ?? []}
              />
            ))}
          </section>
        )
      })}
      {listed.length < became.length && (
        <Button onPress={() => setWhole(true)}>{say('changes.all', { count: became.length })}</Button>
      )}
    </>
  )
}

function becameOf(changes: readonly CellChange[]): Became[] {
  const groups = Map.groupBy(
    changes,
    ({ before, after, partyId, issueId }) => `${issueId} ${partyId} ${before?.id} ${after?.id}`,
  )
  return [...groups].map(([key, inGroup]) => {
    const { issueId, partyId } = inGroup[0]!
    return { key, issueId, partyId, changes: inGroup }
  })
}

function useEvidenceOf(listed: readonly Became[]): ReadonlyMap<PositionId | null, EvidenceItem[]> {
  const positionIds = listed.flatMap(({ changes }) => changes[0]!.after?.id ?? [])
  const items = useQuery('evidence.read', positionIds.length === 0 ? null : { positionIds }).value
  return useMemo(() => Map.groupBy(items ?? [], ({ evidence }) => evidence.positionId), [items])
}

function ChangedPosition({
  became: { issueId, partyId, changes },
  shown,
  comparison,
  evidence,
}: {
  became: Became
  shown: ShownChanges
  comparison: ComparisonReading
  evidence: readonly EvidenceItem[]
}) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const column = comparison.index.columnOf.get(partyId)!
  const party = comparison.parties[column]!
  const issue = comparison.issues[comparison.index.rowOf.get(issueId)!]!
  const nameOf = (id: PartyId) => comparison.parties.find((each) => each.id === id)?.shortName ?? ''
  const { before, after, timing } = changes[0]!
  const doubt = timingWords(timing, shown, { say, dateLabel })

  return (
    <article className={styles.became} data-colour={party.colour}>
      <button
        type="button"
        className={styles.place}
        aria-label={say('changes.toCell', { party: party.shortName, issue: issue.title })}
        onClick={() => showPlace({ kind: 'cell', issueId, partyId })}
      >
        <PartyShape column={column} />
        {party.shortName}
      </button>
      <ul className={styles.what}>
        {changes.map((change, index) => (
          <li key={index}>
            <span className={styles.sign} aria-hidden="true">
              {changeSigns[change.what]}
            </span>
            {changeWords(change, { say, nameOf })}
          </li>
        ))}
        {doubt !== null && <li className={styles.doubt}>{doubt}</li>}
      </ul>
      <ChangedText before={before} after={after} />
      {before !== null && after !== null && after !== before && after.whyMoved !== '' && (
        <div className={styles.why}>
          <h4>{say('changes.why')}</h4>
          {after.whyMoved}
        </div>
      )}
      {evidence.slice(0, 2).map((item) => (
        <Said key={item.evidence.id} item={item} />
      ))}
    </article>
  )
}

function ChangedText({ before, after }: { before: Position | null; after: Position | null }) {
  const position = (after ?? before)!
  return (
    <p className={styles.text}>
      {after !== null && before !== null ? (
        <>
          <KindMark kind={position.kind} />
          <WordChanges before={before.text} after={after.text} />
        </>
      ) : (
        <ClampedText lines={6}>
          <KindMark kind={position.kind} />
          {after === null ? <del dir="auto">{position.text}</del> : <span dir="auto">{after.text}</span>}
        </ClampedText>
      )}
    </p>
  )
}

/** The words behind the newer position, in brief. */
function Said({ item: { statement, source, speaker } }: { item: EvidenceItem }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const who = speaker === null ? say('pane.noSpeaker') : speakerName(speaker)
  const date = statement.saidOn ?? source.issued
  return (
    <blockquote className={styles.said}>
      <p dir="auto">{statement.text}</p>
      <footer>
        {date === null ? who : say('changes.said', { speaker: who, date: dateLabel(date) })}{' '}
        <Button
          look="link"
          onPress={() => openSheet({ kind: 'sourceText', id: source.id, statementId: statement.id })}
        >
          {say('changes.openInSource')}
        </Button>
      </footer>
    </blockquote>
  )
}
