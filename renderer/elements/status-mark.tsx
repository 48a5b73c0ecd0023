import type { RowStatus } from '../../app/model/issue'
import { useSay } from '../state/application'
import styles from './status-mark.module.css'

const shapes: Record<RowStatus, React.ReactNode> = {
  open: <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  converging: <path d="M1 1l4 4-4 4M9 1L5 5l4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  agreed: <path d="M1 5.5L4 8.5 9 1.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  deadlocked: <path d="M1 1l8 8M9 1L1 9" fill="none" stroke="currentColor" strokeWidth="2" />,
  'set aside': <path d="M2 2v6M8 2v6" fill="none" stroke="currentColor" strokeWidth="2" />,
}

/** The status of a row, as shape and word. */
export function StatusMark({ status }: { status: RowStatus }) {
  const say = useSay()
  return <StatusShape status={status}>{say(`status.${status}`)}</StatusShape>
}

/** The same beside words that were said elsewhere. */
export function StatusShape({ status, children }: { status: RowStatus; children: React.ReactNode }) {
  return (
    <span className={styles.status} data-status={status}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {shapes[status]}
      </svg>
      {children}
    </span>
  )
}
