import { ChoiceField } from './choice-field'

/** A letter or figure of the Admiralty system, with its words below. */
export function GradeField<Grade extends string>({
  label,
  value,
  onChange,
  grades,
  words,
}: {
  label: string
  value: Grade
  onChange: (value: Grade) => void
  grades: readonly Grade[]
  words: (grade: Grade) => string
}) {
  return (
    <ChoiceField
      label={label}
      value={value}
      onChange={onChange}
      choices={grades.map((grade) => ({ value: grade, label: grade, spoken: `${grade}, ${words(grade)}` }))}
      hint={words(value)}
    />
  )
}
