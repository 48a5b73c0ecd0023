import type { RowStatus } from '../../app/model/issue'
import { useSay } from '../state/application'
import styles from './status-mark.module.css'

/** Lines in a square of 10, and how thick they are. */
const shapes: Record<RowStatus, { outline: string; thickness: number }> = {
  open: { outline: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', thickness: 1.6 },
  // Its two points stay apart: drawn to meet, it would be the cross of a deadlock.
  converging: { outline: 'M0.9 2L3.3 5 0.9 8M9.1 2L6.7 5 9.1 8', thickness: 1.6 },
  agreed: { outline: 'M1 5.5L4 8.5 9 1.5', thickness: 2 },
  deadlocked: { outline: 'M1 1l8 8M9 1L1 9', thickness: 2 },
  'set aside': { outline: 'M2 2v6M8 2v6', thickness: 2 },
}

/** For what is drawn by hand. */
export const statusShape = (status: RowStatus) => ({
  viewBox: '0 0 10 10',
  className: styles.status!,
  ...shapes[status],
})

/** The status of a row, as shape and word. */
export function StatusMark({ status }: { status: RowStatus }) {
  const say = useSay()
  return <StatusShape status={status}>{say(`status.${status}`)}</StatusShape>
}

/** The same beside words that were said elsewhere. */
export function StatusShape({ status, children }: { status: RowStatus; children: React.ReactNode }) {
  const { viewBox, className, outline, thickness } = statusShape(status)
  return (
    <span className={className} data-status={status}>
      <svg viewBox={viewBox} aria-hidden="true">
        <path d={outline} fill="none" stroke="currentColor" strokeWidth={thickness} />
      </svg>
      {children}
    </span>
  )
}
