import styles from './party-shape.module.css'

const shapes = [
  <circle key="circle" cx="6" cy="6" r="5" />,
  <rect key="square" x="1.5" y="1.5" width="9" height="9" rx="1" />,
  <path key="diamond" d="M6 0.5L11.5 6 6 11.5 0.5 6z" />,
  <path key="triangle" d="M6 1l5.5 10H0.5z" />,
  <path key="down" d="M6 11L0.5 1h11z" />,
  <path key="cross" d="M4 1h4v3h3v4H8v3H4V8H1V4h3z" />,
  <path key="bar" d="M1 4h10v4H1z" />,
  <path key="pentagon" d="M6 0.7l5.3 4-2 6.4H2.7l-2-6.4z" />,
]

/** A party's own shape, by its column; its colour is set around it. */
export function PartyShape({ column }: { column: number }) {
  return (
    <svg viewBox="0 0 12 12" className={styles.shape} aria-hidden="true">
      {shapes[column % shapes.length]}
    </svg>
  )
}
