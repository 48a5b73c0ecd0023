import type { AnswerOutcome } from '../../app/model/position'
import { useSay } from '../state/application'
import styles from './outcome-mark.module.css'

/** How something was answered, as sign and word. */
export function OutcomeMark({ outcome }: { outcome: AnswerOutcome }) {
  const say = useSay()
  return (
    <span className={styles.outcome} data-outcome={outcome}>
      <span aria-hidden="true" className={styles.sign}>
        {say(`outcomeSign.${outcome}`)}
      </span>
      {say(`outcome.${outcome}`)}
    </span>
  )
}
