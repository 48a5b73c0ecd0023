import styles from './boxed-input.module.css'

/** Above a long list: what is typed narrows it, Enter takes the first, and the arrow down goes to it. */
export function ListSearch({
  label,
  words,
  isFirst = false,
  onWords,
  onDown,
  onEnter,
}: {
  label: string
  words: string
  /** Takes the focus as soon as the list is opened. */
  isFirst?: boolean
  onWords: (words: string) => void
  onDown: () => void
  onEnter: () => void
}) {
  return (
    <input
      type="search"
      dir="auto"
      autoFocus={isFirst}
      className={`${styles.boxed} ${styles.whole}`}
      aria-label={label}
      placeholder={label}
      value={words}
      onChange={(event) => onWords(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onDown()
        else if (event.key === 'Enter') onEnter()
        else if (event.key === 'Escape' && words !== '') {
          // Before the menu closes, the words go.
          event.stopPropagation()
          onWords('')
        } else return
        event.preventDefault()
      }}
    />
  )
}
