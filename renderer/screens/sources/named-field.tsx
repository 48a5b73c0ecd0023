import type { Named } from '../../../app/rules/capture'
import { ComboField, type ComboOption } from '../../elements/fields/combo-field'
import { useSay } from '../../state/application'

const newKey = 'new '

/** One of many, or something new by its name: it is made only when the statement is recorded. */
export function NamedField<Id extends string>(props: {
  label: string
  value: Named<Id> | null
  onChange: (value: Named<Id> | null) => void
  options: readonly ComboOption<Id>[]
  placeholder?: string
  hint?: string | undefined
  /** Nothing new may be made here. */
  isClosed?: boolean
}) {
  const { label, value, onChange, options, placeholder, hint, isClosed } = props
  const say = useSay()
  const made = value !== null && 'name' in value ? value.name : null
  const all: ComboOption<string>[] = [
    ...(made === null ? [] : [{ id: `${newKey}${made}`, label: made, hint: say('capture.newSpeaker') }]),
    ...options,
  ]
  return (
    <ComboField<string>
      label={label}
      options={all}
      value={value === null ? null : 'id' in value ? value.id : `${newKey}${value.name}`}
      onChange={(id) => {
        if (id === null) onChange(null)
        else if (id.startsWith(newKey)) onChange({ name: id.slice(newKey.length) })
        else onChange(optionOf(options, id))
      }}
      {...(isClosed ? {} : { onCreate: async (words: string) => `${newKey}${words}` })}
      {...(placeholder === undefined ? {} : { placeholder })}
      hint={hint}
    />
  )
}

function optionOf<Id extends string>(options: readonly ComboOption<Id>[], id: string): Named<Id> | null {
  const option = options.find((each) => each.id === id)
  return option === undefined ? null : { id: option.id }
}
