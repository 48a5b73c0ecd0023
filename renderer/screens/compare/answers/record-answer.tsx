import type { KeyboardEvent } from 'react'
import type { PartyId } from '../../../../app/model/party'
import { answerOutcome, type AnswerOutcome, type PositionId } from '../../../../app/model/position'
import { OutcomeMark } from '../../../elements/outcome-mark'
import { useApi, useSay } from '../../../state/application'
import { attempt } from '../../../state/notice'
import styles from './answers.module.css'

const keyOf: Record<AnswerOutcome, string> = {
  accepted: 'A',
  partly: 'P',
  rejected: 'R',
  countered: 'C',
  ignored: 'I',
  'none found': 'N',
}

/** One press, or one letter, for each way to answer. */
export function RecordAnswer(props: { positionId: PositionId; partyId: PartyId; name: string }) {
  const { positionId, partyId, name } = props
  const say = useSay()
  const api = useApi()
  const record = (outcome: AnswerOutcome) =>
    void attempt(() => api.call('answer.add', { positionId, partyId, outcome }))

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const outcome = answerOutcome.options.find((each) => keyOf[each] === event.key.toUpperCase())
    if (!outcome) return
    event.preventDefault()
    event.stopPropagation()
    record(outcome)
  }
  return (
    <div
      role="group"
      className={styles.record}
      aria-label={say('answers.record', { party: name })}
      onKeyDown={onKeyDown}
    >
      {answerOutcome.options.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={styles.outcome}
          title={say('answers.key', { outcome: say(`outcome.${outcome}`), key: keyOf[outcome] })}
          onClick={() => record(outcome)}
        >
          <OutcomeMark outcome={outcome} />
        </button>
      ))}
    </div>
  )
}
