import type { ReactNode } from 'react'
import styles from './back-button.module.css'

/** The way back to what lies below or before, where the reader came from. */
export function BackButton(props: { onPress: () => void; title?: string; children: ReactNode }) {
  const { onPress, title, children } = props
  return (
    <button type="button" className={styles.back} title={title} onClick={onPress}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d="M7 1L3 5l4 4" />
      </svg>
      {children}
    </button>
  )
}
