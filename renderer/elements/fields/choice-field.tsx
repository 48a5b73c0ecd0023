import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import styles from './field.module.css'

export type Choice<Value extends string> = { value: Value; label: string; spoken?: string }

/** One of a few words that are all to be seen. */
export function ChoiceField<Value extends string>(props: {
  label: string
  value: Value
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
  isStacked?: boolean
  hint?: string
  /** In rows of so many, where they do not fit into one. */
  columns?: number
}) {
  const { label, value, onChange, choices, isStacked, hint, columns } = props
  return (
    <RadioGroup
      className={`${styles.row} ${isStacked ? styles.stacked : ''}`}
      orientation="horizontal"
      value={value}
      // Only what is among the choices can be chosen.
      onChange={(chosen) => onChange(chosen as Value)}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.control}>
        <div
          className={styles.segments}
          style={
            columns === undefined
              ? undefined
              : { display: 'grid', gridTemplateColumns: `repeat(${columns}, 1fr)` }
          }
        >
          {choices.map((choice) => (
            <Radio
              key={choice.value}
              value={choice.value}
              className={styles.segment}
              {...(choice.spoken === undefined ? {} : { 'aria-label': choice.spoken })}
            >
              {choice.label}
            </Radio>
          ))}
        </div>
        {hint !== undefined && (
          <Text slot="description" className={styles.below}>
            {hint}
          </Text>
        )}
      </div>
    </RadioGroup>
  )
}
