import { Chip } from './chip'

/** A tag by its name, with a way to take it off where there is one. */
export function TagMark({ name, remove }: { name: string; remove?: { label: string; onPress: () => void } }) {
  return <Chip name={name} remove={remove} icon={label} />
}

const label = (
  <svg viewBox="0 0 10 10" aria-hidden="true">
    <path d="M1 1h4l4 4-4 4-4-4z" />
    <circle cx="3" cy="3" r="0.6" />
  </svg>
)
