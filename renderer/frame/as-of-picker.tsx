import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { isEdtf } from '../../app/model/edtf-date'
import type { Round } from '../../app/model/view'
import { Button } from '../elements/button'
import { useDateLabel, useSay } from '../state/application'
import { useChanges } from '../state/changes'
import { readAsOf, showChangesSince, useCompareView } from '../state/compare-view'
import { useGridComparison, useReadingAtOnce } from '../state/comparison'
import { lastDayOf, roundOn, useIsReadEarlier, useTime } from '../state/time'
import { useQuery } from '../state/use-query'
import styles from './as-of-picker.module.css'

/** The date at which the comparison is read: a round, any date, or the dossier's own. */
export function AsOfPicker() {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { value, coming } = useGridComparison()
  const comparison = value ?? coming
  const asOf = useCompareView((view) => view.asOf)
  const rounds = useQuery('round.list', {}).value ?? []
  const isEarlier = useIsReadEarlier()
  if (!comparison) return null
  const name = `${say('asOf.name')} ${dateLabel(comparison.asOf)}`
  return (
    <DialogTrigger>
      <AriaButton className={styles.trigger} aria-label={isEarlier ? `${name}; ${say('time.todays')}` : name}>
        <span className={styles.lead}>{say('asOf.name')}</span> <strong>{dateLabel(comparison.asOf)}</strong>
      </AriaButton>
      <Popover className={styles.popover} placement="bottom start">
        <Dialog className={styles.dialog} aria-label={say('asOf.title')}>
          {({ close }) => (
            <DateChoices
              title={say('asOf.title')}
              noDate={say('asOf.own')}
              act={say('asOf.read')}
              hasStops
              note={isEarlier ? say('time.todaysWhy') : undefined}
              rounds={rounds}
              chosen={asOf}
              onChoose={(date) => {
                readAsOf(date)
                close()
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Since when changes are shown: a round before the date read, any date, or none. */
export function SincePicker() {
  const say = useSay()
  const dateLabel = useDateLabel()
  const comparison = useReadingAtOnce()
  const changes = useChanges()
  const rounds = useQuery('round.list', {}).value ?? []
  if (!comparison) return null
  const round = changes && roundOn(rounds, changes.since)
  const since = changes && (round?.name ?? dateLabel(changes.chosen))
  return (
    <DialogTrigger>
      <AriaButton
        className={styles.trigger}
        aria-label={since === null ? say('time.sinceNone') : `${say('time.since')} ${since}`}
      >
        {since === null ? (
          say('time.sinceNone')
        ) : (
          <>
            <span className={styles.lead}>{say('time.since')}</span>
            <span className={styles.shortLead}>{say('time.sinceShort')}</span> <strong>{since}</strong>
          </>
        )}
      </AriaButton>
      <Popover className={styles.popover} placement="bottom start">
        <Dialog className={styles.dialog} aria-label={say('time.sinceTitle')}>
          {({ close }) => (
            <DateChoices
              title={say('time.sinceTitle')}
              noDate={say('time.sinceLeave')}
              act={say('time.sinceRead')}
              rounds={rounds.filter(({ date }) => lastDayOf(date) < comparison.asOf)}
              chosen={changes?.chosen ?? null}
              onChoose={(date) => {
                showChangesSince(date)
                close()
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function DateChoices({
  title,
  noDate,
  act,
  note,
  hasStops = false,
  rounds,
  chosen,
  onChoose,
}: {
  title: string
  /** What this date does not reach. */
  note?: string | undefined
  /** With every day of the line, for which the line itself may have no room. */
  hasStops?: boolean
  noDate: string
  act: string
  rounds: readonly Round[]
  chosen: string | null
  onChoose: (date: string | null) => void
}) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const [typed, setTyped] = useState(chosen ?? '')
  const isReadable = isEdtf(typed)

  return (
    <form
      className={styles.choices}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReadable) onChoose(typed)
      }}
    >
      <h2>{title}</h2>
      {note !== undefined && <p className={styles.reading}>{note}</p>}
      <ul>
        <li>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={chosen === null}
            onClick={() => onChoose(null)}
          >
            {noDate}
          </button>
        </li>
        {rounds.map((round) => (
          <li key={round.id}>
            <button
              type="button"
              className={styles.choice}
              aria-pressed={chosen !== null && lastDayOf(chosen) === lastDayOf(round.date)}
              onClick={() => onChoose(round.date)}
            >
              <span dir="auto">{round.name}</span>{' '}
              <span className={styles.date}>{dateLabel(round.date)}</span>
            </button>
          </li>
        ))}
      </ul>
      <label className={styles.field}>
        {say('asOf.other')}
        <input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="2025-11-14"
          aria-invalid={typed !== '' && !isReadable}
          aria-describedby="as-of-reading"
        />
      </label>
      <p id="as-of-reading" className={styles.reading} role="status">
        {typed === '' ? say('asOf.form') : isReadable ? dateLabel(typed, 'long') : say('asOf.unreadable')}
      </p>
      {hasStops && <Stops typed={typed} chosen={chosen} onChoose={onChoose} />}
      <Button look="primary" type="submit" isDisabled={!isReadable}>
        {act}
      </Button>
    </form>
  )
}

/** The days on which something changed, newest first; what is typed as a date narrows them. */
function Stops({
  typed,
  chosen,
  onChoose,
}: {
  typed: string
  chosen: string | null
  onChoose: (date: string) => void
}) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const stops = useTime((time) => time.stops) ?? []
  const changing = stops.filter(({ changes }) => changes > 0)
  const begun = typed.trim()
  const isNarrowed = begun !== '' && begun !== chosen
  const shown = isNarrowed ? changing.filter(({ day }) => day.startsWith(begun)) : changing
  if (changing.length === 0) return null
  return (
    <>
      <h3 className={styles.reading}>{say('time.stops')}</h3>
      {shown.length === 0 && <p className={styles.reading}>{say('time.stopsNone', { date: begun })}</p>}
      <ul className={styles.stops}>
        {shown.toReversed().map(({ day, changes }) => (
          <li key={day}>
            <button
              type="button"
              className={styles.choice}
              aria-pressed={chosen === day}
              onClick={() => onChoose(day)}
            >
              {dateLabel(day)} <span className={styles.date}>{say('time.count', { count: changes })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
