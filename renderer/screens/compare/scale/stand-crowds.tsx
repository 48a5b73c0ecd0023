import type { StandCrowd } from '../../../../app/rules/scale'
import { useSay } from '../../../state/application'
import styles from './crowds.module.css'
import { crowdWords } from './scale-words'

/** CSS pixels of the fullest stretch, and of one in which a single party stands. */
export const crowdHeight = { most: 84, least: 22 }

/** Where too many stand to draw each: how many in each stretch, and a press tells who. */
export function StandCrowds({
  crowds,
  openAt,
  nameOf,
  onOpen,
}: {
  crowds: readonly StandCrowd[]
  /** The low end of the one that is open. */
  openAt: number | null
  nameOf: (column: number) => string
  onOpen: (at: number | null) => void
}) {
  const say = useSay()
  const most = Math.max(...crowds.map(({ stands }) => stands.length))
  return crowds.map((crowd) => {
    const { low, high, stands } = crowd
    const share = stands.length / most
    const words = crowdWords(
      say,
      crowd,
      stands.map(({ column }) => nameOf(column)),
    )
    return (
      <button
        key={low}
        type="button"
        className={styles.crowd}
        aria-expanded={low === openAt}
        aria-label={words}
        title={words}
        style={{
          insetInlineStart: `${low}%`,
          inlineSize: `${high - low}%`,
          blockSize: crowdHeight.least + share * (crowdHeight.most - crowdHeight.least),
        }}
        onClick={() => onOpen(low === openAt ? null : low)}
      >
        {stands.length}
      </button>
    )
  })
}
