import type { IssueId } from '../../../../app/model/issue'
import type { PartyId } from '../../../../app/model/party'
import type { Gap } from '../../../../app/model/position'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { Button } from '../../../elements/button'
import { useSay } from '../../../state/application'
import { openSheet, useCompareView } from '../../../state/compare-view'
import { useQuery } from '../../../state/use-query'
import { useMayEdit, useRemove } from './editing'
import styles from './pane.module.css'
import positionStyles from './position.module.css'
import { PositionCard } from './position-card'
import { GapWords } from './silence'

export type CellPlace = { comparison: ComparisonReading; issueId: IssueId; partyId: PartyId }

/** One party on one issue: every position whole, or the silence and what to do about it. */
export function CellTab({ comparison, issueId, partyId }: CellPlace) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const asOf = useCompareView((view) => view.asOf)
  const reading = useQuery('cell.read', { issueId, partyId, asOf }).value
  const events = useQuery('event.list', {}).value ?? []
  const party = comparison.parties.find(({ id }) => id === partyId)
  const issue = comparison.issues.find(({ id }) => id === issueId)
  // While another cell is being read, the last one's reading is still here.
  if (!party || !issue || reading?.cell.issueId !== issueId || reading.cell.partyId !== partyId) return null

  const { cell, others } = reading
  const record = () => openSheet({ kind: 'position', id: null, issueId, partyId })
  return (
    <div data-colour={party.colour}>
      <h2 className={styles.title}>
        {say('pane.cellTitle', { party: party.shortName, issue: issue.title })}
      </h2>
      {issue.question !== '' && <p className={styles.under}>{issue.question}</p>}
      {cell.positions.map((position) => (
        <PositionCard
          key={position.id}
          position={position}
          comparison={comparison}
          events={events}
          siblings={cell.positions}
        />
      ))}
      {cell.gap !== null && <GapCard gap={cell.gap} onRecord={record} />}
      {cell.state === 'unseen' && (
        <>
          <p className={styles.empty}>{say('pane.unseen', { party: party.shortName })}</p>
          {mayEdit && (
            <div className={styles.start}>
              <Button look="primary" onPress={record}>
                {say('pane.recordPosition')}
              </Button>
              <Button onPress={() => openSheet({ kind: 'gap', id: null, issueId, partyId })}>
                {say('pane.recordGap')}
              </Button>
            </div>
          )}
        </>
      )}
      {cell.positions.length > 0 && mayEdit && (
        <div className={styles.start}>
          <Button onPress={record}>{say('pane.anotherPosition')}</Button>
        </div>
      )}
      {others.length > 0 && (
        <details className={positionStyles.fold}>
          <summary>{say('pane.notInForce', { count: others.length })}</summary>
          {others.map((position) => (
            <PositionCard
              key={position.id}
              position={position}
              comparison={comparison}
              events={events}
              siblings={[]}
            />
          ))}
        </details>
      )}
    </div>
  )
}

function GapCard({ gap, onRecord }: { gap: Gap; onRecord: () => void }) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const remove = useRemove()
  const { id, issueId, partyId } = gap
  return (
    <>
      <div className={positionStyles.gap}>
        <p>{say('compare.gap')}</p>
        <p className={styles.quiet}>
          <GapWords gap={gap} />
        </p>
        {gap.note !== '' && <p className={`${styles.quiet} ${styles.words}`}>{gap.note}</p>}
      </div>
      {mayEdit && (
        <>
          <div className={styles.acts}>
            <Button look="link" onPress={() => openSheet({ kind: 'gap', id, issueId, partyId })}>
              {say('editing.edit')}
            </Button>
            <button type="button" className={styles.lesser} onClick={() => void remove('gap', id)}>
              {say('editing.remove')}
            </button>
          </div>
          <div className={styles.start}>
            <Button onPress={onRecord}>{say('pane.recordPosition')}</Button>
          </div>
        </>
      )}
    </>
  )
}
