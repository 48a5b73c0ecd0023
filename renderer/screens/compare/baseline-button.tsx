import type { Party } from '../../../app/model/party'
import { keyLabel } from '../../actions/action'
import { actionOf } from '../../actions/all-actions'
import { useSay } from '../../state/application'
import { chooseBaseline, useCompareView } from '../../state/compare-view'
import styles from './baseline-button.module.css'

/** In a party's head: compares the others with it, or leaves that. The key does the same from anywhere in its column. */
export function BaselineButton({ party }: { party: Party }) {
  const say = useSay()
  const isChosen = useCompareView((view) => view.baselineId === party.id)
  const words = say(isChosen ? 'action.baseline.leave' : 'action.baseline.choose', { party: party.shortName })
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.button}
      aria-pressed={isChosen}
      aria-label={words}
      title={`${words} (${keyLabel(actionOf('baseline.choose').keys[0]!)})`}
      onClick={(event) => {
        event.stopPropagation()
        chooseBaseline(party.id)
      }}
    >
      {say(isChosen ? 'compare.isBaseline' : 'compare.asBaseline')}
      {isChosen && ' ×'}
    </button>
  )
}
