import { Checkbox } from 'react-aria-components'
import styles from './field.module.css'

export function CheckField({
  label,
  value,
  onChange,
}: {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <Checkbox className={styles.check} isSelected={value} onChange={onChange}>
      <span className={styles.box} aria-hidden="true">
        <svg viewBox="0 0 10 10">
          <path d="M1 5.5L4 8.5 9 1.5" />
        </svg>
      </span>
      <span>{label}</span>
    </Checkbox>
  )
}
