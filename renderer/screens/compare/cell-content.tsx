import type { ReactNode } from 'react'
import type { PartyId } from '../../../app/model/party'
import type { Cell, CellPosition } from '../../../app/rules/comparison'
import { ClampedText } from '../../elements/clamped-text'
import { ConditionLine } from '../../elements/condition-line'
import { KindMark } from '../../elements/kind-mark'
import { useDateLabel, useSay } from '../../state/application'
import styles from './cell-content.module.css'

/** A cell from top to bottom: positions in force, a documented gap, or nothing looked at yet. */
export function CellContent({
  cell,
  nameOf,
  isWritable,
}: {
  cell: Cell
  nameOf: (id: PartyId) => string
  isWritable: boolean
}) {
  if (cell.gap !== null) return <GapContent gap={cell.gap} />
  if (cell.positions.length === 0) return <span className={styles.unseen}>{isWritable ? '+' : ''}</span>
  return cell.positions.map((position) => (
    <PositionContent key={position.id} position={position} nameOf={nameOf} />
  ))
}

function GapContent({ gap }: { gap: NonNullable<Cell['gap']> }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  return (
    <div className={styles.gap}>
      <p>{say('compare.gap')}</p>
      <p className={styles.gapWhere}>
        {say('compare.gapAsOf', { date: dateLabel(gap.asOf) })}
        {gap.searchedWhere && (
          <ClampedText lines={2}>{say('compare.gapWhere', { where: gap.searchedWhere })}</ClampedText>
        )}
      </p>
    </div>
  )
}

/** One position with all that belongs to it; in place of its plain words, what is said about them. */
export function PositionContent({
  position,
  nameOf,
  words,
  lines = 3,
}: {
  position: CellPosition
  nameOf: (id: PartyId) => string
  words?: ReactNode
  lines?: number
}) {
  const say = useSay()
  return (
    <div className={styles.position}>
      <div className={styles.summary}>
        <ClampedText lines={lines}>
          <KindMark kind={position.kind} />
          {words ?? <span dir="auto">{position.text}</span>}
          {position.addresseeId !== null && (
            <span className={styles.addressee}>
              {' '}
              {say('compare.to', { party: nameOf(position.addresseeId) })}
            </span>
          )}
        </ClampedText>
      </div>
      {position.firmness === 'red line' && <span className={styles.redLine}>{say('firmness.red line')}</span>}
      {position.stance !== null && <span className={styles.stance}>{say(`stance.${position.stance}`)}</span>}
      {position.conditions.map((condition) => (
        <ConditionLine key={condition.id} condition={condition} />
      ))}
      {position.answers.map((answer) => (
        <p key={answer.id} className={styles.answer}>
          <span dir="auto">{nameOf(answer.partyId)}</span>: {say(`outcome.${answer.outcome}`)}
        </p>
      ))}
      <EvidenceLine position={position} />
    </div>
  )
}

/** What stands behind a position, in one quiet line. */
function EvidenceLine({ position }: { position: CellPosition }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { statements, origins, newest, bestGrade } = position.evidence
  const facts = [
    statements === 0 ? say('compare.noStatement') : say('count.statements', { count: statements }),
    ...(statements === 0 ? [] : [say('count.origins', { count: origins })]),
    ...(newest === null ? [] : [dateLabel(newest)]),
  ]
  return (
    <p className={styles.evidence}>
      {facts.join(' · ')}
      {bestGrade !== null && (
        <>
          {' · '}
          <span className={styles.grade}>{bestGrade}</span>
        </>
      )}
      {position.basis !== 'stated' && (
        <>
          {' · '}
          <span className={styles.flag}>{say(`basis.${position.basis}`)}</span>
        </>
      )}
      {position.isAnonymousOnly && ` · ${say('compare.anonymous')}`}
      {position.contradiction !== null && (
        <>
          {' · '}
          <span className={styles.contradiction}>
            {say(`compare.contradiction.${position.contradiction}`)}
          </span>
        </>
      )}
      {position.needsResearch && (
        <>
          {' · '}
          <span className={styles.flag}>{say('compare.needsResearch')}</span>
        </>
      )}
    </p>
  )
}
