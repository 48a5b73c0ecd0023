import type { PresenterState } from '../../../app/contract/presenting-contract'
import { formattingLocale } from '../../../app/messages/say'
import { useApplication } from '../../state/application'
import { useNow } from '../../state/use-now'
import { clockText } from '../wall/wall-timer'
import styles from './presenter-clock.module.css'

/** How long this issue has taken, of what was planned; and when it will all be over. */
export function PresenterClock({ state }: { state: PresenterState }) {
  const { say, locale } = useApplication()
  const now = useNow()
  const minutes = state.here?.minutes ?? null
  const spent = Math.max(0, now - state.issueStartedAt)
  const planned = state.issues.reduce((total, issue) => total + (issue.minutes ?? 0), 0)
  const time = new Intl.DateTimeFormat(formattingLocale(locale), { hour: '2-digit', minute: '2-digit' })
  const share = minutes === null || minutes === 0 ? 0 : Math.min(1, spent / (minutes * 60_000))
  const isOver = minutes !== null && spent > minutes * 60_000
  return (
    <div className={styles.clock}>
      <div>
        <p className={styles.spent} data-over={isOver || undefined}>
          {clockText(spent)}{' '}
          <small>
            {minutes === null
              ? say('present.clock.free')
              : say('present.clock.of', { planned: clockText(minutes * 60_000) })}
          </small>
        </p>
        <div className={styles.rail}>
          <i style={{ inlineSize: `${share * 100}%` }} />
        </div>
      </div>
      <p className={styles.time}>
        <b>{time.format(now)}</b>
        {planned > 0
          ? say('present.clock.ends', { time: time.format(state.startedAt + planned * 60_000) })
          : say('present.clock.since', { time: time.format(state.startedAt) })}
      </p>
    </div>
  )
}
