import type { PartyId } from '../../../../app/model/party'
import type { Answer } from '../../../../app/model/position'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { answersTo } from '../../../../app/rules/demand-answers'
import { OutcomeMark } from '../../../elements/outcome-mark'
import { useDateLabel, useSay } from '../../../state/application'
import { select } from '../../../state/compare-view'
import { useMayEdit } from '../pane/editing'
import { RecordAnswer } from './record-answer'
import styles from './answers.module.css'

/** How a demand or offer was answered, by its addressee and by the party that is asked about; or that nobody has said. */
export function AnswersTo({
  position,
  comparison,
  asks,
}: {
  position: CellPosition
  comparison: ComparisonReading
  /** Whose answer can be recorded here, where it is asked for one. */
  asks: PartyId
}) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const nameOf = (id: PartyId) => comparison.parties.find((party) => party.id === id)?.shortName ?? ''
  return answersTo({ position, answers: position.answers }, comparison.asOf).map(({ partyId, answer }) =>
    answer === null ? (
      <div key={partyId} className={styles.none}>
        <p>{say('answers.none', { party: nameOf(partyId) })}</p>
        {mayEdit && partyId === asks && (
          <RecordAnswer positionId={position.id} partyId={partyId} name={nameOf(partyId)} />
        )}
      </div>
    ) : (
      <AnswerOutcomeLine key={partyId} answer={answer} comparison={comparison} name={nameOf(partyId)} />
    ),
  )
}

function AnswerOutcomeLine(props: { answer: Answer; comparison: ComparisonReading; name: string }) {
  const { answer, comparison, name } = props
  const dateLabel = useDateLabel()
  return (
    <p className={styles.answer}>
      <b dir="auto">{name}</b> <OutcomeMark outcome={answer.outcome} />
      {answer.onDate !== null && <span className={styles.when}> {dateLabel(answer.onDate)}</span>}
      <AnsweringPosition answer={answer} comparison={comparison} />
    </p>
  )
}

/** The position by which it was answered, one press from its cell. */
export function AnsweringPosition({ answer, comparison }: { answer: Answer; comparison: ComparisonReading }) {
  const held = answer.byPositionId === null ? undefined : comparison.index.positionOf.get(answer.byPositionId)
  if (!held) return null
  const { issueId, partyId, text } = held.position
  return (
    <>
      {' '}
      <button
        type="button"
        className={styles.by}
        dir="auto"
        onClick={() => select({ kind: 'cell', issueId, partyId })}
      >
        {text}
      </button>
    </>
  )
}
