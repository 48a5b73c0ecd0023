import type { Condition } from '../../app/model/position'
import { useSay } from '../state/application'
import styles from './condition-line.module.css'

/** What something depends on: the relation, the words, and whether it is met. */
export function ConditionLine({ condition }: { condition: Pick<Condition, 'relation' | 'text' | 'state'> }) {
  const say = useSay()
  return (
    <p className={styles.condition}>
      <b>{say(`relation.${condition.relation}`)}</b> <span dir="auto">{condition.text}</span>{' '}
      <span className={styles.state}>{say(`conditionState.${condition.state}`)}</span>
    </p>
  )
}
