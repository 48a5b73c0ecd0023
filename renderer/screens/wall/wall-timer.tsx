import type { WallTimer } from '../../../app/rules/presenting/wall-content'
import { useNow } from '../../state/use-now'
import styles from './wall-view.module.css'

/** What is left of the time for this issue, and beyond it what is over. */
export function WallTimerView({ timer: { endsAt } }: { timer: WallTimer }) {
  const left = endsAt - useNow()
  return (
    <span className={styles.timer} data-over={left < 0 || undefined} role="timer">
      {left < 0 && '+'}
      {clockText(Math.abs(left))}
    </span>
  )
}

/** Minutes and seconds, as in `12:24`; hours before them from one on. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
