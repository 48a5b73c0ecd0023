import { useDeferredValue, useMemo } from 'react'
import { useActionState } from '../actions/action'
import { actionOf } from '../actions/all-actions'
import { Button } from '../elements/button'
import { useApplication, useDateLabel, useSay } from '../state/application'
import { useChanges } from '../state/changes'
import { openSheet, showChangesSince, useCompareView } from '../state/compare-view'
import { readAtDay, roundOn, useIsReadEarlier, useTime } from '../state/time'
import { AsOfPicker, SincePicker } from './as-of-picker'
import { timeScale } from './time-scale'
import { TimeTrack } from './time-track'
import styles from './time-line.module.css'

/** The date that the comparison is read at, on a line of the days worth stopping at, and since when changes are shown. */
export function TimeLine() {
  const say = useSay()
  return (
    <div className={styles.time} role="group" aria-label={say('time.line')}>
      <AsOfPicker />
      <TodaysMark />
      <Track />
      <SincePicker />
      <ChangeCount />
    </div>
  )
}

/** Row status and landing zones have no date of their own: at an earlier date, they are still what they are now. */
function TodaysMark() {
  const say = useSay()
  return useIsReadEarlier() ? <span className={styles.todays}>{say('time.todays')}</span> : null
}

function Track() {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { stops, rounds, day, ownDay } = useTime()
  const changes = useChanges()
  const ends = useMemo(() => stops && endsOf(stops.map((stop) => stop.day)), [stops])
  // A day typed from beyond the ends stretches the line; one within leaves it as it is under the hand.
  const beyond = ends && day !== null && (day < ends.first || day > ends.last) ? day : null
  const scale = useMemo(
    () => stops && timeScale([...stops.map((stop) => stop.day), ...(beyond === null ? [] : [beyond])]),
    [stops, beyond],
  )
  if (stops === null || scale === null) return null

  const words = (at: string) => {
    const stop = stops.find((each) => each.day === at)
    return [
      dateLabel(at, 'long'),
      ...rounds.filter((round) => roundOn([round], at)).map(({ name }) => name),
      ...(at === ownDay ? [say('time.ownDay')] : []),
      ...(stop && stop.changes > 0 ? [say('time.count', { count: stop.changes })] : []),
    ].join(', ')
  }
  return (
    <TimeTrack
      stops={stops}
      scale={scale}
      asOf={{ name: say('time.asOf'), day, words: words(day), onMove: readAtDay }}
      since={
        changes && {
          name: say('time.since'),
          day: changes.since,
          words: words(changes.since),
          onMove: showChangesSince,
        }
      }
    />
  )
}

function endsOf(days: readonly string[]): { first: string; last: string } {
  const sorted = days.toSorted()
  return { first: sorted[0]!, last: sorted.at(-1)! }
}

/** How much changed: leads to the list. */
function ChangeCount() {
  const application = useApplication()
  const { say } = application
  const state = useActionState()
  // Under a hand that drags the line, the grid follows first.
  const changes = useDeferredValue(useChanges())
  const isListed = useCompareView(({ sheets }) => sheets.at(-1)?.kind === 'changes')
  if (changes === null) return null
  const leave = actionOf('time.leaveSince')
  const count = changes.changes().length + changes.recorded.length
  return (
    <span className={styles.count}>
      {changes.isLater ? (
        <span>{say('time.notYet')}</span>
      ) : (
        <Button look="link" isDisabled={isListed} onPress={() => openSheet({ kind: 'changes' })}>
          {say('time.count', { count })}
        </Button>
      )}
      <button
        type="button"
        className={styles.leave}
        aria-label={leave.label(state, say)}
        title={leave.label(state, say)}
        onClick={() => void leave.perform(application)}
      >
        ×
      </button>
    </span>
  )
}
