import { useEffect, useRef, useState } from 'react'
import { AppError } from '../../../../../app/errors'
import { keptDraft, leaveDraft, openPath } from '../left-drafts'
import { useSheet } from '../sheet-stack'

export type Bound<Value> = { value: Value; onChange: (value: Value) => void }

/** What is being typed, field by field, until it is recorded; left before that, it can be brought back. */
export function useDraft<Draft extends object>(initial: () => Draft) {
  const sheet = useSheet()
  const [first] = useState(initial)
  const [path] = useState(openPath)
  // A sheet is only ever opened with the form that it was first opened with.
  const [draft, setDraft] = useState(() => (keptDraft(sheet) as Draft | undefined) ?? first)
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])
  useEffect(
    () => () => {
      if (latest.current !== first) leaveDraft(sheet, latest.current, path)
    },
    [first, path, sheet],
  )
  return {
    draft,
    /** What the form began with, before anything was typed. */
    first,
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

/** The fields that hold another value than at first. */
export function changedFields<Fields extends object>(now: Fields, first: object): Partial<Fields> {
  const before: { [field: string]: unknown } = { ...first }
  const entries = Object.entries(now).filter(([field, value]) => value !== before[field])
  // Of an object's own entries some are left.
  return Object.fromEntries(entries) as Partial<Fields>
}
