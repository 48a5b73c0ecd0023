import styles from './party-shape.module.css'

export const squareSide = 12

/** Outlines in a square of that side, each but for its beginning in steps from where it is. */
const shapes = [
  'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  'M2.5 1.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z',
  'M6 0.5l5.5 5.5-5.5 5.5-5.5-5.5z',
  'M6 1l5.5 10h-11z',
  'M6 11l-5.5-10h11z',
  'M4 1h4v3h3v4h-3v3h-4v-3h-3v-4h3z',
  'M1 4h10v4h-10z',
  'M6 0.7l5.3 4-2 6.4h-6.6l-2-6.4z',
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
  viewBox: `0 0 ${squareSide} ${squareSide}`,
  className: styles.shape!,
  outline: shapes[column % shapes.length]!,
})

/** The outline with its square beginning at a point of the drawing. */
export const outlineAt = (column: number, x: number, y: number): string =>
  `M${x} ${y}m${shapes[column % shapes.length]!.slice(1)}`
