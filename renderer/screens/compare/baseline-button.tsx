import type { Party } from '../../../app/model/party'
import { keyLabel } from '../../actions/action'
import { actionOf } from '../../actions/all-actions'
import { useSay } from '../../state/application'
import { chooseBaseline } from '../../state/compare-view'
import styles from './baseline-button.module.css'

/** In the head of the party that the others are compared with: leaves that. The column's menu and a key begin it. */
export function BaselineButton({ party }: { party: Party }) {
  const say = useSay()
  const words = say('action.baseline.leave', { party: party.shortName })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.button}
      aria-label={words}
      title={`${words} (${keyLabel(actionOf('baseline.choose').keys[0]!)})`}
      onClick={(event) => {
        event.stopPropagation()
        chooseBaseline(party.id)
      }}
    >
      {say('compare.isBaseline')}
    </button>
  )
}
