import type { ReactNode } from 'react'
import styles from './chip.module.css'

/** Something chosen, by its name, with a way to take it off where there is one. */
export function Chip(props: {
  name: string
  icon?: ReactNode
  remove?: { label: string; onPress: () => void } | undefined
}) {
  const { name, icon, remove } = props
  return (
    <span className={styles.chip}>
      {icon}
      <bdi>{name}</bdi>
      {remove !== undefined && (
        <button type="button" aria-label={remove.label} title={remove.label} onClick={remove.onPress}>
          ×
        </button>
      )}
    </span>
  )
}
