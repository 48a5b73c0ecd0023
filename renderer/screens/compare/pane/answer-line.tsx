import type { Answer } from '../../../../app/model/position'
import type { ComparisonReading } from '../../../../app/rules/comparison-index'
import { useDateLabel, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { positionWords } from './condition-line'
import { useMayEdit, useRemove } from './editing'
import styles from './pane.module.css'

/** How a party responded: outcome, when, and by which of its own positions. */
export function AnswerLine({ answer, comparison }: { answer: Answer; comparison: ComparisonReading }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const mayEdit = useMayEdit()
  const remove = useRemove()
  const party = comparison.parties.find(({ id }) => id === answer.partyId)
  const by = answer.byPositionId === null ? '' : positionWords(comparison, answer.byPositionId)

  return (
    <div className={styles.condition} data-colour={party?.colour}>
      <b>{say('pane.answered', { party: party?.shortName ?? '' })}</b> {say(`outcome.${answer.outcome}`)}
      {answer.onDate !== null && <span className={styles.state}> {dateLabel(answer.onDate)}</span>}
      {by !== '' && <p>{by}</p>}
      {answer.note !== '' && <p className={styles.words}>{answer.note}</p>}
      {mayEdit && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.lesser}
            onClick={() => openSheet({ kind: 'answer', id: answer.id, positionId: answer.positionId })}
          >
            {say('pane.editAnswer')}
          </button>
          <button
            type="button"
            className={styles.lesser}
            onClick={() =>
              openSheet({ kind: 'evidence', target: { answerId: answer.id }, partyId: answer.partyId })
            }
          >
            {say('pane.addEvidence')}
          </button>
          <button type="button" className={styles.lesser} onClick={() => void remove('answer', answer.id)}>
            {say('editing.remove')}
          </button>
        </div>
      )}
    </div>
  )
}
