/** One line that the room adds something by: a key of the presenter leads to it, Enter records, Escape leaves. */
export function RoomField({
  field,
  label,
  value,
  onChange,
}: {
  /** As the presenter's keys call it. */
  field: string
  label: string
  value: string
  onChange: (words: string) => void
}) {
  return (
    <input
      data-presenter-field={field}
      aria-label={label}
      placeholder={label}
      dir="auto"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
