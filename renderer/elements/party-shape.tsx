import styles from './party-shape.module.css'

/** Outlines in a square of 12. */
const shapes = [
  'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  'M2.5 1.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z',
  'M6 0.5L11.5 6 6 11.5 0.5 6z',
  'M6 1l5.5 10H0.5z',
  'M6 11L0.5 1h11z',
  'M4 1h4v3h3v4H8v3H4V8H1V4h3z',
  'M1 4h10v4H1z',
  'M6 0.7l5.3 4-2 6.4H2.7l-2-6.4z',
]

/** A party's own shape, by its column; its colour is set around it. */
export function PartyShape({ column }: { column: number }) {
  const { viewBox, className, outline } = partyShape(column)
  return (
    <svg viewBox={viewBox} className={className} aria-hidden="true">
      <path d={outline} />
    </svg>
  )
}

/** The same for what is drawn by hand. */
export const partyShape = (column: number) => ({
  viewBox: '0 0 12 12',
  className: styles.shape!,
  outline: shapes[column % shapes.length]!,
})
