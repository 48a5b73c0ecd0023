import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import styles from './finder.module.css'

export type Found = { key: string; content: ReactNode; choose: () => void; isDisabled?: boolean }

/** A line to type in and a list to choose from, all by keyboard: what search and the palette have in common. */
export function Finder({
  label,
  words,
  onWords,
  found,
  empty,
}: {
  label: string
  words: string
  onWords: (words: string) => void
  found: readonly Found[]
  empty: string
}) {
  const id = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const current = Math.min(at, found.length - 1)

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const choose = (index: number) => {
    const chosen = found[index]
    if (chosen && !chosen.isDisabled) chosen.choose()
  }
  return (
    <>
      <input
        className={styles.words}
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[current] ? `${id}-${current}` : undefined}
        placeholder={label}
        autoFocus
        value={words}
        onChange={(event) => {
          setAt(0)
          onWords(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(current + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0))
          else if (event.key === 'Enter') choose(current)
          else return
          event.preventDefault()
        }}
      />
      {found.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ul className={styles.found} role="listbox" id={id} aria-label={label} ref={list}>
        {found.map((item, index) => (
          <li
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            aria-disabled={item.isDisabled}
            className={styles.item}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(index)}
            onKeyDown={(event) => event.key === 'Enter' && choose(index)}
            tabIndex={-1}
          >
            {item.content}
          </li>
        ))}
      </ul>
    </>
  )
}
