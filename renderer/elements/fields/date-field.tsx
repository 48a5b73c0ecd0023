import { isEdtf } from '../../../app/model/edtf-date'
import { useDateLabel, useSay } from '../../state/application'
import { TextField } from './text-field'

/** A date as EDTF, with what it means in words below as it is typed. The empty text is no date. */
export function DateField({
  label,
  value,
  onChange,
  about,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  /** Where the date comes from. */
  about?: string | undefined
}) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const text = value.trim()
  const isRead = text !== '' && isEdtf(text)
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      placeholder="2025-10-20"
      hint={[isRead ? dateLabel(text, 'long') : undefined, about].filter(Boolean).join(', ') || undefined}
      problem={text === '' || isRead ? undefined : say('editing.dateNotUnderstood')}
    />
  )
}
