import type { Event } from '../../../../app/model/event'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { Button } from '../../../elements/button'
import { KindMark } from '../../../elements/kind-mark'
import { useApi, useDateLabel, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { Answers } from './answer-line'
import { ConditionLine } from './condition-line'
import { neighbours, useMayEdit } from './editing'
import { InForce } from './in-force'
import { LesserActs } from './lesser-acts'
import styles from './pane.module.css'
import positionStyles from './position.module.css'
import { periodWords } from './period-words'
import { PositionLife } from './position-life'

type PositionCardProps = {
  position: CellPosition
  comparison: ComparisonReading
  events: readonly Event[]
  /** Those that it can be moved among; none for one that is no longer in force. */
  siblings: readonly CellPosition[]
}

/** A position whole, with what hangs on it and what can be done with it. */
export function PositionCard({ position, comparison, events, siblings }: PositionCardProps) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const addressee = comparison.parties.find((party) => party.id === position.addresseeId)
  const headingId = `position-${position.id}`
  const isReplaced = (comparison.index.positionOf.get(position.id)?.successors.length ?? 0) > 0

  return (
    <article className={positionStyles.position} aria-labelledby={headingId}>
      <h3 id={headingId} className={positionStyles.summary}>
        <KindMark kind={position.kind} />
        <bdi>{position.text}</bdi>{' '}
        {addressee && (
          <span className={positionStyles.to}>
            → <bdi>{addressee.shortName}</bdi>
          </span>
        )}
      </h3>
      {position.firmness === 'red line' && (
        <span className={positionStyles.redLine}>{say('firmness.red line')}</span>
      )}
      <PositionFacts position={position} comparison={comparison} />
      {position.conditions.map((condition) => (
        <ConditionLine key={condition.id} condition={condition} comparison={comparison} events={events} />
      ))}
      <Answers position={position} comparison={comparison} />
      {position.assessment !== '' && (
        <div className={positionStyles.assessment} dir="auto">
          <h4>{say('pane.assessment')}</h4>
          {position.assessment}
        </div>
      )}
      <PositionLife position={position} comparison={comparison} />
      {mayEdit && <PositionActs position={position} siblings={siblings} isReplaced={isReplaced} />}
    </article>
  )
}

function PositionFacts({ position, comparison }: { position: CellPosition; comparison: ComparisonReading }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { evidence } = position
  const behind = [
    say('count.statements', { count: evidence.statements }),
    say('count.origins', { count: evidence.origins }),
    ...(evidence.newest === null ? [] : [dateLabel(evidence.newest)]),
    ...(evidence.bestGrade === null ? [] : [evidence.bestGrade]),
  ].join(' · ')

  return (
    <dl className={styles.facts}>
      <dt>{say('field.kind')}</dt>
      <dd>{say(`kind.${position.kind}`)}</dd>
      {position.stance !== null && (
        <>
          <dt>{say('field.stance')}</dt>
          <dd>{say(`stance.${position.stance}`)}</dd>
        </>
      )}
      <dt>{say('field.firmness')}</dt>
      <dd>{say(`firmness.${position.firmness}`)}</dd>
      {position.salience !== null && (
        <>
          <dt>{say('field.salience')}</dt>
          <dd>{say('pane.ofHundred', { value: position.salience })}</dd>
        </>
      )}
      {position.atLow !== null && position.atHigh !== null && (
        <>
          <dt>{say('pane.onScale')}</dt>
          <dd>
            {position.atLow === position.atHigh
              ? say('pane.ofHundred', { value: position.atLow })
              : say('pane.range', { low: position.atLow, high: position.atHigh })}
          </dd>
        </>
      )}
      <dt>{say('field.basis')}</dt>
      <dd className={position.basis === 'stated' ? '' : styles.flag}>{say(`basis.${position.basis}`)}</dd>
      {(position.from !== null || position.until !== null) && (
        <>
          <dt>{say('pane.period')}</dt>
          <dd>{periodWords(position, say, dateLabel)}</dd>
        </>
      )}
      <InForce position={position} comparison={comparison} />
      <dt>{say('field.evidence')}</dt>
      <dd>
        {behind}
        {position.isAnonymousOnly && <span className={styles.flag}> · {say('pane.anonymousOnly')}</span>}
        {position.contradiction !== null && (
          <span className={styles.against}> · {say(`pane.contradicted.${position.contradiction}`)}</span>
        )}
      </dd>
      {position.needsResearch && (
        <>
          <dt>{say('pane.toDo')}</dt>
          <dd className={styles.flag}>{say('field.needsResearch')}</dd>
        </>
      )}
    </dl>
  )
}

function PositionActs({
  position,
  siblings,
  isReplaced,
}: {
  position: CellPosition
  siblings: readonly CellPosition[]
  isReplaced: boolean
}) {
  const say = useSay()
  const api = useApi()
  const { id, issueId, partyId } = position
  const { up, down } = neighbours(
    siblings.map((sibling) => sibling.id),
    id,
  )
  const move = (beforeId: typeof id | null) =>
    void attempt(() => api.call('position.reorder', { id, beforeId }))
  const canBeAnswered = position.kind === 'demand' || position.kind === 'offer'

  return (
    <>
      <div className={styles.acts}>
        <Button look="link" onPress={() => openSheet({ kind: 'position', id, issueId, partyId })}>
          {say('editing.edit')}
        </Button>
        <Button
          look="link"
          onPress={() => openSheet({ kind: 'condition', id: null, of: { positionId: id } })}
        >
          {say('pane.addCondition')}
        </Button>
        {canBeAnswered && (
          <Button look="link" onPress={() => openSheet({ kind: 'answer', id: null, positionId: id })}>
            {say('pane.addAnswer')}
          </Button>
        )}
        <Button
          look="link"
          onPress={() => openSheet({ kind: 'evidence', target: { positionId: id }, partyId })}
        >
          {say('pane.addEvidence')}
        </Button>
        {!isReplaced && (
          <Button
            look="link"
            onPress={() => openSheet({ kind: 'position', id: null, issueId, partyId, supersedesId: id })}
          >
            {say('life.supersede')}
          </Button>
        )}
      </div>
      <div className={styles.acts}>
        {up !== undefined && (
          <button type="button" className={styles.lesser} onClick={() => move(up)}>
            {say('editing.moveUp')}
          </button>
        )}
        {down !== undefined && (
          <button type="button" className={styles.lesser} onClick={() => move(down)}>
            {say('editing.moveDown')}
          </button>
        )}
        <LesserActs kind="position" id={id} />
      </div>
    </>
  )
}
