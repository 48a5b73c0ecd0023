import type { ReactNode } from 'react'
import type { Party } from '../../../../app/model/party'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { IssuePair } from '../../../../app/rules/two-parties'
import { ConditionLine } from '../../../elements/condition-line'
import { KindMark } from '../../../elements/kind-mark'
import { useDateLabel, useSay } from '../../../state/application'
import { openPane, select, useCompareView } from '../../../state/compare-view'
import { AnswersTo } from '../answers/answers-to'
import { openCell, type Side } from './party-half'
import styles from './position-block.module.css'

type PositionBlockProps = {
  comparison: ComparisonReading
  pairOn: IssuePair
  position: CellPosition
  side: Side
  party: Party
  other: Party
  /** In the grid of the issue, so that it stands beside its counterpart. */
  row: number
  /** The summary with its own words told apart; undefined shows it plain. */
  words: ReactNode
}

/** A position in reading size, with what hangs on it and how the other answered. */
export function PositionBlock(props: PositionBlockProps) {
  const { comparison, pairOn, position, side, party, other, row, words } = props
  const say = useSay()
  const waiting = new Set(pairOn.waiting.map(({ condition }) => condition.id))
  const addressee = comparison.parties.find(({ id }) => id === position.addresseeId)
  const isSelected = useCompareView(
    ({ selected }) =>
      selected?.kind === 'cell' &&
      selected.issueId === position.issueId &&
      selected.partyId === position.partyId,
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- a wider target for the pointer; the head of the half does the same by keyboard
    <div
      className={styles.position}
      data-side={side}
      data-colour={party.colour}
      data-selected={isSelected || undefined}
      style={{ gridRowStart: row }}
      onClick={(event) => {
        const isOnControl =
          event.target instanceof Element && event.target.closest('button, a, input, textarea')
        if (!isOnControl && window.getSelection()?.isCollapsed !== false) openCell(position)
      }}
    >
      <p className={styles.summary}>
        <KindMark kind={position.kind} />
        {words ?? <span dir="auto">{position.text}</span>}
        {addressee && <span className={styles.to}> {say('compare.to', { party: addressee.shortName })}</span>}
      </p>
      {(position.firmness === 'red line' || position.stance !== null) && (
        <p className={styles.stance}>
          {position.firmness === 'red line' && (
            <span className={styles.redLine}>{say('firmness.red line')}</span>
          )}
          {position.stance !== null && say(`stance.${position.stance}`)}
        </p>
      )}
      {position.conditions.map((condition) => (
        <div key={condition.id} className={styles.condition}>
          <ConditionLine condition={condition} />
          {waiting.has(condition.id) && (
            <span className={styles.waits}>{say('pair.waits', { party: other.shortName })}</span>
          )}
        </div>
      ))}
      <AnswersTo position={position} comparison={comparison} asks={other.id} />
      <Evidence position={position} />
    </div>
  )
}

/** What stands behind it, and the way to the very words. */
function Evidence({ position }: { position: CellPosition }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { statements, newest } = position.evidence
  const facts = [
    statements === 0 ? say('compare.noStatement') : say('count.statements', { count: statements }),
    ...(newest === null ? [] : [dateLabel(newest)]),
    ...(position.basis === 'stated' ? [] : [say(`basis.${position.basis}`)]),
    ...(position.contradiction === null ? [] : [say(`compare.contradiction.${position.contradiction}`)]),
    ...(position.needsResearch ? [say('compare.needsResearch')] : []),
  ]
  return (
    <p>
      <button
        type="button"
        className={styles.evidence}
        onClick={() => {
          select({ kind: 'cell', issueId: position.issueId, partyId: position.partyId })
          openPane('evidence')
        }}
      >
        {facts.join(' · ')}
      </button>
    </p>
  )
}
