import { useEffect, useRef, useState } from 'react'
import styles from './field.module.css'

/** Words that are written where they stand, and saved when they are left. */
export function InPlaceField({
  label,
  value,
  onSave,
  placeholder,
}: {
  label: string
  value: string
  onSave: (value: string) => void
  placeholder: string
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef({ draft, value, onSave })
  pending.current = { draft, value, onSave }

  function save() {
    const { draft: words, value: saved, onSave: keep } = pending.current
    pending.current.draft = null
    setDraft(null)
    if (words !== null && words !== saved) keep(words)
  }
  // Another cell may be chosen by keyboard from outside, and the field is gone before it is left.
  useEffect(
    () => () => {
      const { draft: words, value: saved, onSave: keep } = pending.current
      if (words !== null && words !== saved) keep(words)
    },
    [],
  )

  return (
    <textarea
      className={styles.inPlace}
      aria-label={label}
      dir="auto"
      rows={1}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
        }
      }}
    />
  )
}
