import type { Party } from '../../../app/model/party'
import { keyLabel } from '../../actions/action'
import { actionOf } from '../../actions/all-actions'
import { useSay } from '../../state/application'
import { useColumns } from '../../state/columns'
import { chooseBaseline, useCompareView } from '../../state/compare-view'
import { likelyPartner, readSideBySide } from '../../state/side-by-side'
import styles from './baseline-button.module.css'

/**
 * In a party's head: compares the others with it, or leaves that, and reads it beside one other. The keys do the same
 * from anywhere in its column.
 */
export function BaselineButton({ party }: { party: Party }) {
  const say = useSay()
  const isChosen = useCompareView((view) => view.baselineId === party.id)
  const words = say(isChosen ? 'action.baseline.leave' : 'action.baseline.choose', { party: party.shortName })
  return (
    <span className={styles.buttons} data-chosen={isChosen || undefined}>
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
      <BesideButton party={party} />
    </span>
  )
}

function BesideButton({ party }: { party: Party }) {
  const say = useSay()
  const columns = useColumns((state) => state.columns)
  const hasOthers = columns.length > 1
  if (!hasOthers) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.button}
      title={say('pair.besideHint', { party: party.shortName })}
      aria-label={say('pair.besideHint', { party: party.shortName })}
      onClick={(event) => {
        event.stopPropagation()
        const partner = likelyPartner(party.id)
        if (partner) readSideBySide(party.id, partner)
      }}
    >
      {say('pair.beside')}
    </button>
  )
}
