import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../../elements/button'
import { useSay } from '../../state/application'
import styles from './parts-panel.module.css'

/** A few fields beside the paper: begun at the first, Ctrl Enter saves, Escape leaves everything as it was. */
export function PanelForm(props: {
  label: string
  canSave: boolean
  onSave: () => void
  onCancel: () => void
  children: ReactNode
}) {
  const { label, canSave, onSave, onCancel, children } = props
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  function save() {
    if (canSave) onSave()
  }
  function answerKey(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      ref={form}
      aria-label={label}
      className={styles.form}
      onKeyDown={answerKey}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {children}
      <span className={styles.acts}>
        <Button look="primary" type="submit" isDisabled={!canSave}>
          {say('briefing.panel.keep')}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {say('briefing.panel.cancel')}
        </Button>
      </span>
    </form>
  )
}
