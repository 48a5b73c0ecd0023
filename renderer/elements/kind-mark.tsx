import type { PositionKind } from '../../app/model/position'
import { useSay } from '../state/application'
import styles from './kind-mark.module.css'

/** What kind of position it is, by shape and letter; its colour is the party's, where one is set around it. */
export function KindMark({ kind }: { kind: PositionKind }) {
  const say = useSay()
  return (
    <span
      className={styles.mark}
      data-kind={kind}
      role="img"
      aria-label={say(`kind.${kind}`)}
      title={say(`kind.${kind}`)}
    >
      <span aria-hidden="true">{say(`kindLetter.${kind}`)}</span>
    </span>
  )
}
