import { answerOutcome, type Answer } from '../../../../app/model/position'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { isAnswerable } from '../../../../app/rules/demand-answers'
import { InlineSelect } from '../../../elements/fields/select-field'
import { OutcomeMark } from '../../../elements/outcome-mark'
import { useApi, useDateLabel, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { AnsweringPosition } from '../answers/answers-to'
import { RecordAnswer } from '../answers/record-answer'
import { useMayEdit, useRemove } from './editing'
import styles from './pane.module.css'
import positionStyles from './position.module.css'

/** Every answer to a position, and, for an addressee without one, that none is recorded and a way to record it. */
export function Answers({ position, comparison }: { position: CellPosition; comparison: ComparisonReading }) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const { addresseeId, answers } = position
  const asked = comparison.parties.find(({ id }) => id === addresseeId)
  const isOpen = asked && isAnswerable(position) && !answers.some(({ partyId }) => partyId === addresseeId)
  return (
    <>
      {answers.map((answer) => (
        <AnswerLine key={answer.id} answer={answer} comparison={comparison} />
      ))}
      {isOpen && (
        <div className={positionStyles.condition}>
          <span className={styles.quiet}>{say('answers.none', { party: asked.shortName })}</span>
          {mayEdit && <RecordAnswer positionId={position.id} partyId={asked.id} name={asked.shortName} />}
        </div>
      )}
    </>
  )
}

/** How a party responded: outcome, when, and by which of its own positions. */
function AnswerLine({ answer, comparison }: { answer: Answer; comparison: ComparisonReading }) {
  const say = useSay()
  const api = useApi()
  const dateLabel = useDateLabel()
  const mayEdit = useMayEdit()
  const remove = useRemove()
  const party = comparison.parties.find(({ id }) => id === answer.partyId)
  const name = party?.shortName ?? ''

  return (
    <div className={positionStyles.condition} data-colour={party?.colour}>
      <b>{say('pane.answered', { party: name })}</b>{' '}
      {mayEdit ? (
        <InlineSelect
          label={say('answers.outcome', { party: name })}
          value={answer.outcome}
          options={answerOutcome.options.map((value) => ({
            value,
            label: say(`outcome.${value}`),
            shown: <OutcomeMark outcome={value} />,
          }))}
          onChange={(outcome) => void attempt(() => api.call('answer.change', { id: answer.id, outcome }))}
        />
      ) : (
        <OutcomeMark outcome={answer.outcome} />
      )}
      {answer.onDate !== null && <span className={positionStyles.state}> {dateLabel(answer.onDate)}</span>}
      <AnsweringPosition answer={answer} comparison={comparison} />
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
