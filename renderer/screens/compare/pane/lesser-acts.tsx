import type { IdOf, RecordKind } from '../../../../app/model/records'
import { useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { useRemove } from './editing'
import styles from './pane.module.css'

/** What can be done with any record, after what can be done with this one: read its history, remove it. */
export function LesserActs<Kind extends RecordKind>({ kind, id }: { kind: Kind; id: IdOf<Kind> }) {
  const say = useSay()
  const remove = useRemove()
  return (
    <>
      <button
        type="button"
        className={styles.lesser}
        onClick={() => openSheet({ kind: 'history', recordId: id })}
      >
        {say('pane.history')}
      </button>
      <button type="button" className={styles.lesser} onClick={() => void remove(kind, id)}>
        {say('editing.remove')}
      </button>
    </>
  )
}
