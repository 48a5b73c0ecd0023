import { useState } from 'react'
import type { PresenterState } from '../../../app/contract/presenting-contract'
import type { IssueId } from '../../../app/model/issue'
import { useApplication } from '../../state/application'
import { attempt } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { RoomField } from './room-field'
import styles from './from-the-room.module.css'
import presenterStyles from './presenter-display.module.css'

/** Points put aside for later: those of this workshop, or, without one, all that nobody parked in a workshop. */
export function ParkingLot({
  state,
  issueId,
  isWritable,
}: {
  state: PresenterState
  issueId: IssueId
  isWritable: boolean
}) {
  const { api, say } = useApplication()
  const workshopId = state.workshop?.id ?? null
  const points = useQuery('parkedPoint.list', { workshopId }).value ?? []
  const [text, setText] = useState('')
  async function park() {
    if (text.trim() === '') return
    const parked = await attempt(() =>
      api.call('parkedPoint.add', { text: text.trim(), issueId, workshopId }),
    )
    if (parked) setText('')
  }
  return (
    <section>
      <h3 className={presenterStyles.label}>
        {say('present.parking')} <span>{points.length}</span>
      </h3>
      <ul className={styles.parked}>
        {points.map((point) => (
          <li key={point.id}>
            <span dir="auto">{point.text}</span>
            {isWritable && (
              <button
                type="button"
                aria-label={say('present.parking.remove', { text: point.text })}
                onClick={() => void attempt(() => api.call('parkedPoint.remove', { id: point.id }))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {isWritable && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault()
            void park()
          }}
        >
          <RoomField field="park" label={say('present.parking.add')} value={text} onChange={setText} />
          <kbd>P</kbd>
        </form>
      )}
    </section>
  )
}
