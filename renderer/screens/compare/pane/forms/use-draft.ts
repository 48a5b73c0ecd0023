import { useState } from 'react'
import { AppError } from '../../../../../app/errors'

export type Bound<Value> = { value: Value; onChange: (value: Value) => void }

/** What is being typed, field by field, until it is recorded. */
export function useDraft<Draft extends object>(initial: () => Draft) {
  const [draft, setDraft] = useState(initial)
  return {
    draft,
    set: (changes: Partial<Draft>) => setDraft((last) => ({ ...last, ...changes })),
    bind: <Field extends keyof Draft>(field: Field): Bound<Draft[Field]> => ({
      value: draft[field],
      onChange: (value) => setDraft((last) => ({ ...last, [field]: value })),
    }),
  }
}

/** An empty field is no date; anything else the engine reads or refuses. */
export const dateOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** An empty field is no number; `invalid-input` for anything but the digits of 0 to 100. */
export function percentOrNull(text: string, field: string): number | null {
  const digits = text.trim()
  if (digits === '') return null
  const number = Number(digits)
  if (!/^\d{1,3}$/.test(digits) || number > 100)
    throw new AppError('invalid-input', { field, problem: 'not-percent' })
  return number
}

export const asText = (value: string | number | null): string => (value === null ? '' : String(value))
