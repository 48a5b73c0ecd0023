import { conditionState, type Condition, type PositionId } from '../../../../app/model/position'
import type { Event } from '../../../../app/model/event'
import { isInForce } from '../../../../app/rules/comparison-index'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { InlineSelect } from '../../../elements/fields/select-field'
import { useApi, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { useMayEdit, useRemove } from './editing'
import styles from './pane.module.css'
import positionStyles from './position.module.css'

/** One condition in full: relation, words, state, who has to move, and what it depends on. */
export function ConditionLine({
  condition,
  comparison,
  events,
}: {
  condition: Condition
  comparison: ComparisonReading
  events: readonly Event[]
}) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  const remove = useRemove()
  const { id, positionId } = condition
  const mover = comparison.parties.find((party) => party.id === condition.byPartyId)
  const dependsOn = wordsOfWhatItDependsOn(condition, comparison, events)

  return (
    <div className={positionStyles.condition}>
      <b>{say(`relation.${condition.relation}`)}</b> <bdi className={styles.words}>{condition.text}</bdi>{' '}
      <span className={positionStyles.state}>
        {mayEdit ? (
          <InlineSelect
            label={say('pane.conditionState')}
            value={condition.state}
            options={conditionState.options.map((value) => ({
              value,
              label: say(`conditionState.${value}`),
            }))}
            onChange={(state) => void attempt(() => api.call('condition.change', { id, state }))}
          />
        ) : (
          say(`conditionState.${condition.state}`)
        )}
      </span>
      {mover && <p>{say('pane.hasToMove', { party: mover.shortName })}</p>}
      {dependsOn !== null && <p>{say('pane.dependsOn', { what: dependsOn })}</p>}
      {condition.note !== '' && <p className={styles.words}>{condition.note}</p>}
      {mayEdit && positionId !== null && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.lesser}
            onClick={() => openSheet({ kind: 'condition', id, of: { positionId } })}
          >
            {say('pane.editCondition')}
          </button>
          <button
            type="button"
            className={styles.lesser}
            onClick={() => openSheet({ kind: 'evidence', target: { conditionId: id }, partyId: null })}
          >
            {say('pane.addEvidence')}
          </button>
          <button type="button" className={styles.lesser} onClick={() => void remove('condition', id)}>
            {say('editing.remove')}
          </button>
        </div>
      )}
    </div>
  )
}

function wordsOfWhatItDependsOn(
  condition: Condition,
  comparison: ComparisonReading,
  events: readonly Event[],
): string | null {
  if (condition.onEventId !== null) {
    return events.find((event) => event.id === condition.onEventId)?.title ?? ''
  }
  return condition.onPositionId === null ? null : positionWords(comparison, condition.onPositionId)
}

/** Whose and which: the party's short name and the summary; empty where it is not in force at the date. */
function positionWords(comparison: ComparisonReading, positionId: PositionId): string {
  const held = comparison.index.positionOf.get(positionId)
  if (!held || !isInForce(held, comparison.asOf)) return ''
  const party = comparison.parties[comparison.index.columnOf.get(held.position.partyId)!]!
  return `${party.shortName}: ${held.position.text}`
}
