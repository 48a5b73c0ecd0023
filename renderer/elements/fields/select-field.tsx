import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import styles from './field.module.css'

export type SelectOption<Value extends string> = { value: Value; label: string; shown?: ReactNode }

/** Keys of a list box are texts, so the absence of a choice needs one. */
const none = ' none'

/** One of several words. Where `emptyLabel` is given, none may be chosen. */
export function SelectField<Value extends string>(props: {
  label: string
  value: Value | null
  onChange: (value: Value | null) => void
  options: readonly SelectOption<Value>[]
  emptyLabel?: string
}) {
  const { label, value, onChange, options, emptyLabel } = props
  return (
    <Select
      className={`${styles.row} ${styles.written}`}
      value={value ?? none}
      onChange={(key) =>
        onChange(key === none ? null : (options.find((each) => each.value === key)?.value ?? null))
      }
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.control}>
        <Button className={styles.opener}>
          <SelectValue className={value === null ? styles.placeholder! : ''}>
            {({ selectedText }) => selectedText || (emptyLabel ?? '')}
          </SelectValue>
          <Chevron />
        </Button>
      </div>
      <Options options={options} {...(emptyLabel === undefined ? {} : { emptyLabel })} />
    </Select>
  )
}

/** A value that is changed where it stands, at once. */
export function InlineSelect<Value extends string>(props: {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly SelectOption<Value>[]
}) {
  const { label, value, onChange, options } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <Select
      className={styles.inline}
      aria-label={label}
      value={value}
      onChange={(key) => {
        const option = options.find((each) => each.value === key)
        if (option !== undefined && option.value !== value) onChange(option.value)
      }}
    >
      <Button className={styles.inlineOpener}>
        <SelectValue>{() => chosen?.shown ?? chosen?.label}</SelectValue>
        <Chevron />
      </Button>
      <Options options={options} />
    </Select>
  )
}

function Options({ options, emptyLabel }: { options: readonly SelectOption<string>[]; emptyLabel?: string }) {
  return (
    <Popover className={styles.popover} placement="bottom start" offset={4}>
      <ListBox className={styles.list}>
        {emptyLabel !== undefined && (
          <ListBoxItem id={none} textValue={emptyLabel} className={styles.option}>
            {emptyLabel}
          </ListBoxItem>
        )}
        {options.map((option) => (
          <ListBoxItem
            key={option.value}
            id={option.value}
            textValue={option.label}
            className={styles.option}
          >
            {option.shown ?? option.label}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  )
}

function Chevron() {
  return (
    <svg className={styles.chevron} viewBox="0 0 8 8" aria-hidden="true">
      <path d="M1 2.5l3 3 3-3" />
    </svg>
  )
}
