import type { KeyboardEvent } from 'react'
import { Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components'
import styles from './field.module.css'

export type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** Several lines: the field stands under its label and grows with its words. */
  isMultiline?: boolean
  /** One line that may be long: it wraps, and Enter records as in any other line. */
  isWrapped?: boolean
  /** Somebody's own words, in the face for quotations. */
  isQuotation?: boolean
  /** Numbers are typed with digits only; the form reads them. */
  isNumeric?: boolean
  hint?: string | undefined
  problem?: string | undefined
  placeholder?: string
}

/** A ruled line to write on. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    isMultiline,
    isWrapped,
    isQuotation,
    isNumeric,
    hint,
    problem,
    placeholder,
  } = props
  const names = [styles.row, styles.written]
  if (isMultiline) names.push(styles.stacked, styles.tall)
  if (isQuotation) names.push(styles.quotation)
  const given = { className: styles.input!, placeholder: placeholder ?? '' }
  return (
    <AriaTextField
      className={names.join(' ')}
      value={value}
      onChange={isWrapped ? (words) => onChange(words.replace(/[\r\n]+/g, ' ')) : onChange}
      isInvalid={problem !== undefined}
      {...(isNumeric ? { inputMode: 'numeric' as const } : {})}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.control}>
        {isMultiline && <TextArea {...given} rows={1} dir="auto" />}
        {isWrapped && <TextArea {...given} rows={1} dir="auto" onKeyDown={submitOnEnter} />}
        {!isMultiline && !isWrapped && <Input {...given} dir="auto" />}
        {hint !== undefined && problem === undefined && (
          <Text slot="description" className={styles.below}>
            {hint}
          </Text>
        )}
        {problem !== undefined && (
          <Text slot="errorMessage" className={styles.problem}>
            {problem}
          </Text>
        )}
      </div>
    </AriaTextField>
  )
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
