import { firstOf } from '../../../../app/rules/first-of'
import { alikeRefused, type BlockPlan, type RefusedCell } from '../../../../app/rules/pasted-block'
import { columnLetters } from '../../../../app/rules/tab-separated'
import { CheckField } from '../../../elements/fields/check-field'
import { useSay } from '../../../state/application'
import styles from './block-sheet.module.css'

/** As many of those that the same is said of are named. */
const mostNamed = 12

/** The cells that cannot be written: what is wrong is said once, and of which cells. */
export function BlockRefused({
  plan,
  value,
  onChange,
}: {
  plan: BlockPlan
  value: boolean
  onChange: (value: boolean) => void
}) {
  const say = useSay()
  const count = plan.refused.length
  if (count === 0) return null
  return (
    <section className={styles.refused} aria-label={say('entry.refusedTitle', { count })}>
      <h3>{say('entry.refusedTitle', { count })}</h3>
      <ul>
        {alikeRefused(plan.refused).map((cells) => (
          <Alike key={`${cells[0]!.row} ${cells[0]!.column}`} cells={cells} />
        ))}
      </ul>
      <CheckField label={say('entry.leaveOut', { count })} value={value} onChange={onChange} />
    </section>
  )
}

function Alike({ cells }: { cells: readonly RefusedCell[] }) {
  const say = useSay()
  const { row, column, problem, text } = cells[0]!
  const words = say(`entry.problem.${problem}`, { text: text.trim(), limit: 100_000 })
  if (cells.length === 1) {
    const cell = say('entry.cellName', { row: row + 1, column: columnLetters(column) })
    return <li>{say('entry.cellProblem', { cell, problem: words })}</li>
  }
  const names = cells.map((cell) => `${columnLetters(cell.column)}${cell.row + 1}`)
  const first = firstOf(names, mostNamed)
  const rest = names.length - first.length
  const named = { count: cells.length, problem: words, cells: first.join(', ') }
  return <li>{rest > 0 ? say('entry.manyProblem', { ...named, rest }) : say('entry.allProblem', named)}</li>
}
