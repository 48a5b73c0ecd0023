import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { foldText } from '../../../app/rules/fold-text'
import { useSay } from '../../state/application'
import styles from './field.module.css'

export type ComboOption<Id extends string> = { id: Id; label: string; hint?: string }

type ComboFieldProps<Id extends string> = {
  label: string
  value: Id | null
  onChange: (id: Id | null) => void
  options: readonly ComboOption<Id>[]
  /** Makes a record of the words typed, at once, and answers its id; undefined where that failed. */
  onCreate?: (words: string) => Promise<Id | undefined>
  placeholder?: string
  hint?: string | undefined
}

type Entry<Id extends string> = { kind: 'option'; option: ComboOption<Id> } | { kind: 'new'; words: string }

/**
 * One of many, found by typing any part of its words. The list stands in the flow rather than over the page, and
 * Escape closes it first and the form second; a popover would do neither.
 */
export function ComboField<Id extends string>(props: ComboFieldProps<Id>) {
  const { label, value, onChange, options, onCreate, placeholder, hint } = props
  const say = useSay()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const chosen = options.find((option) => option.id === value) ?? null

  const entries = isOpen ? entriesFor(options, typed ?? '', onCreate !== undefined) : []
  const at = Math.min(active, entries.length - 1)

  function open(words: string | null) {
    setTyped(words)
    setOpen(true)
    setActive(0)
  }
  function close() {
    setTyped(null)
    setOpen(false)
  }
  async function take(entry: Entry<Id>) {
    close()
    input.current?.focus()
    if (entry.kind === 'option') return onChange(entry.option.id)
    const made = await onCreate?.(entry.words)
    if (made !== undefined) onChange(made)
  }
  function answerKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const entry = entries[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return open(null)
      const step = event.key === 'ArrowDown' ? 1 : entries.length - 1
      setActive(entries.length === 0 ? 0 : (at + step) % entries.length)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (entry !== undefined) void take(entry)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <div
      className={`${styles.row} ${styles.written}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        <div className={styles.comboLine}>
          <input
            ref={input}
            id={id}
            className={styles.input}
            dir="auto"
            role="combobox"
            autoComplete="off"
            aria-expanded={isOpen && entries.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={entries[at] === undefined ? undefined : `${id}-${at}`}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            placeholder={placeholder ?? say('editing.nobodyChosen')}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => open(event.target.value)}
            onClick={() => !isOpen && open(null)}
            onKeyDown={answerKey}
          />
          {chosen !== null && (
            <button
              type="button"
              className={styles.clear}
              aria-label={say('editing.clear', { field: label })}
              onClick={() => {
                close()
                onChange(null)
                input.current?.focus()
              }}
            >
              ×
            </button>
          )}
        </div>
        {hint !== undefined && (
          <span id={`${id}-hint`} className={styles.below}>
            {hint}
          </span>
        )}
      </div>
      <ul
        id={`${id}-list`}
        className={styles.found}
        role="listbox"
        aria-label={label}
        hidden={entries.length === 0}
      >
        {entries.map((entry, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the input's
          <li
            key={entry.kind === 'new' ? 'new' : entry.option.id}
            id={`${id}-${index}`}
            className={`${styles.option} ${entry.kind === 'new' ? styles.offer : ''}`}
            role="option"
            aria-selected={entry.kind === 'option' && entry.option.id === value}
            data-active={index === at || undefined}
            // The input keeps the focus, or the list would close before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void take(entry)}
          >
            {entry.kind === 'new' ? say('editing.newNamed', { name: entry.words }) : entry.option.label}
            {entry.kind === 'option' && entry.option.hint !== undefined && <small>{entry.option.hint}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What matches in any part of its words, and, last, the offer to make what is not there yet. */
function entriesFor<Id extends string>(
  options: readonly ComboOption<Id>[],
  typed: string,
  mayCreate: boolean,
): Entry<Id>[] {
  const wanted = foldText(typed.trim())
  const found = options.filter(({ label, hint }) => foldText(`${label} ${hint ?? ''}`).includes(wanted))
  const entries: Entry<Id>[] = found.slice(0, 200).map((option) => ({ kind: 'option', option }))
  const isKnown = options.some(({ label }) => foldText(label) === wanted)
  if (mayCreate && wanted !== '' && !isKnown) entries.push({ kind: 'new', words: typed.trim() })
  return entries
}
