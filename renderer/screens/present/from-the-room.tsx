import { useEffect, useRef, useState } from 'react'
import type { PresenterPlace, PresenterState } from '../../../app/contract/presenting-contract'
import { rowStatus } from '../../../app/model/issue'
import { formattingLocale } from '../../../app/messages/say'
import { actionOf } from '../../actions/all-actions'
import { canWrite, useActionState } from '../../actions/action'
import { Button } from '../../elements/button'
import { InlineSelect } from '../../elements/fields/select-field'
import { StatusMark } from '../../elements/status-mark'
import { useApplication } from '../../state/application'
import { attempt } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { Hands } from './hands'
import { ParkingLot } from './parking-lot'
import styles from './from-the-room.module.css'
import presenterStyles from './presenter-display.module.css'

/** Words are saved when the writer pauses for so long. */
const pauseMs = 700

/** What the room does with this issue: wording, common ground, status, points parked, hands counted. */
export function FromTheRoom({ state, here }: { state: PresenterState; here: PresenterPlace }) {
  const { api, say } = useApplication()
  const isWritable = canWrite(useActionState())
  return (
    <div className={styles.room}>
      <div>
        <Zone state={state} here={here} isWritable={isWritable} />
        <h3 className={presenterStyles.label}>{say('present.ground')}</h3>
        <Wording
          field="ground"
          label={say('present.ground')}
          placeholder={say('present.ground.hint')}
          value={here.commonGround}
          isWritable={isWritable}
          onSave={(commonGround) =>
            attempt(() => api.call('issue.change', { id: here.issueId, commonGround }))
          }
        />
        {isWritable && (
          <p className={styles.status}>
            {say('present.status')}
            <InlineSelect
              label={say('present.status')}
              value={here.status}
              onChange={(status) =>
                void attempt(() => api.call('issue.change', { id: here.issueId, status }))
              }
              options={rowStatus.options.map((value) => ({
                value,
                label: say(`status.${value}`),
                shown: <StatusMark status={value} />,
              }))}
            />
          </p>
        )}
      </div>
      <div>
        <ParkingLot state={state} issueId={here.issueId} isWritable={isWritable} />
        {isWritable && <Hands state={state} issueId={here.issueId} />}
      </div>
    </div>
  )
}

function Zone({
  state,
  here,
  isWritable,
}: {
  state: PresenterState
  here: PresenterPlace
  isWritable: boolean
}) {
  const application = useApplication()
  const { api, say, locale } = application
  const changes = useQuery('history.list', { recordId: here.issueId, limit: 40 }).value ?? []
  const time = new Intl.DateTimeFormat(formattingLocale(locale), { hour: '2-digit', minute: '2-digit' })
  const written = changes.filter(({ before }) => before !== null && 'landingZone' in before)
  const earlier = written.find(
    ({ before }) => before!['landingZone'] !== '' && before!['landingZone'] !== here.landingZone,
  )
  return (
    <>
      <h3 className={presenterStyles.label}>
        {say('present.zone', { number: here.number })}
        <em>{say(state.isZoneShown ? 'present.zone.shown' : 'present.zone.kept')}</em>
      </h3>
      <Wording
        field="zone"
        label={say('present.zone', { number: here.number })}
        placeholder={say('present.zone.hint')}
        value={here.landingZone}
        isWritable={isWritable}
        onSave={(landingZone) => attempt(() => api.call('issue.change', { id: here.issueId, landingZone }))}
      />
      <p className={styles.send}>
        <Button onPress={() => void actionOf('presenting.zone').perform(application)}>
          {say(state.isZoneShown ? 'present.zone.hide' : 'present.zone.show')} <kbd>L</kbd>
        </Button>
        {written[0] && <span>{say('present.saved', { time: time.format(new Date(written[0].at)) })}</span>}
      </p>
      {earlier && (
        <p className={styles.was}>
          <b>{say('present.earlier', { time: time.format(new Date(earlier.at)) })}</b>
          <span dir="auto">{String(earlier.before!['landingZone'])}</span>
        </p>
      )}
    </>
  )
}

/** Words that are saved as they are written, whenever the writer pauses or leaves. */
function Wording(props: {
  field: string
  label: string
  placeholder: string
  value: string
  isWritable: boolean
  onSave: (words: string) => Promise<unknown>
}) {
  const { field, label, placeholder, value, isWritable, onSave } = props
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef({ draft, value, onSave })
  pending.current = { draft, value, onSave }

  const save = useRef(async () => {
    const { draft: words, value: saved, onSave: keep } = pending.current
    if (words === null || words === saved) return
    await keep(words)
    // What was typed meanwhile waits for the next pause.
    if (pending.current.draft === words) setDraft(null)
  }).current
  useEffect(() => {
    if (draft === null) return
    const pausing = window.setTimeout(() => void save(), pauseMs)
    return () => window.clearTimeout(pausing)
  }, [draft, save])
  // The room may have gone on to another issue before the pause.
  useEffect(() => () => void save(), [save])

  return (
    <textarea
      className={styles.wording}
      data-presenter-field={field}
      aria-label={label}
      dir="auto"
      rows={2}
      placeholder={placeholder}
      readOnly={!isWritable}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
