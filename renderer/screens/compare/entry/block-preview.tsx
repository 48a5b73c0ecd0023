import { useState } from 'react'
import type { BlockLine, LineTarget } from '../../../../app/rules/block-lines'
import { firstOf } from '../../../../app/rules/first-of'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { BlockPlan, PlannedCell } from '../../../../app/rules/pasted-block'
import { columnLetters } from '../../../../app/rules/tab-separated'
import { Button } from '../../../elements/button'
import { KindMark } from '../../../elements/kind-mark'
import { useSay } from '../../../state/application'
import styles from './block-sheet.module.css'
import { summaryOf } from './block-words'

const shownAtOnce = 120
/** More that cannot be written would bury what can; they are named above. */
const mostRefused = 12

/** Every cell of the block that says something, under what its row is about, with what it becomes. */
export function BlockPreview({ plan, comparison }: { plan: BlockPlan; comparison: ComparisonReading }) {
  const say = useSay()
  const [shown, setShown] = useState(shownAtOnce)
  const names = namesIn(comparison, say)
  const isTold = plan.refused.length > mostRefused
  const cells = isTold ? plan.cells.filter(({ becomes }) => becomes !== 'refused') : plan.cells
  const listed = firstOf(cells, shown)
  const rows = Map.groupBy(listed, ({ row }) => row)
  const rest = cells.length - listed.length
  return (
    <section className={styles.preview} aria-label={say('entry.becomes')}>
      <h3>{say('entry.becomes')}</h3>
      {[...rows].map(([row, cells]) => (
        <div key={row} className={styles.row}>
          <h4>
            {rowName(plan, row, names) ?? ''} <small>{say('entry.row', { row: row + 1 })}</small>
          </h4>
          <ul>
            {cells.map((cell) => (
              <li key={cell.column} className={isWritten(cell) ? '' : styles.left}>
                <b dir="auto">
                  {columnName(plan, cell.column, names) ??
                    say('entry.column', { column: columnLetters(cell.column) })}
                </b>
                <Becomes cell={cell} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {rest > 0 && (
        <Button look="link" onPress={() => setShown(shown + shownAtOnce)}>
          {say('entry.more', { count: rest })}
        </Button>
      )}
    </section>
  )
}

/** How much of it comes to what, in one sentence that is spoken whenever it changes. */
export function BlockSum({ plan }: { plan: BlockPlan }) {
  const say = useSay()
  return (
    <p className={styles.sum} role="status">
      {sumOf(plan, say)}
    </p>
  )
}

const isWritten = ({ becomes }: PlannedCell) => becomes === 'position' || becomes === 'gap'

function Becomes({ cell }: { cell: PlannedCell }) {
  const say = useSay()
  if (cell.becomes === 'position') {
    return (
      <p dir="auto">
        <KindMark kind={cell.kind} />
        {shortened(cell.words)}
      </p>
    )
  }
  return <p>{say(`entry.becomes.${cell.becomes}`, { text: shortened(cell.text.trim()) })}</p>
}

/** In UTF-16 units: what fits on some five lines of the pane. */
const longestShown = 220

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown).toWellFormed()}…`
}

type Names = ReturnType<typeof namesIn>

function namesIn({ issues, parties }: ComparisonReading, say: ReturnType<typeof useSay>) {
  const known = new Map<string, string>([
    ...issues.map(({ id, number, title }) => [id, `${number} ${title}`] as const),
    ...parties.map(({ id, shortName }) => [id, shortName] as const),
  ])
  return (target: LineTarget<string>): string =>
    'id' in target ? (known.get(target.id) ?? '') : say('entry.newName', { name: target.name })
}

function lineName(lines: readonly BlockLine<string>[], at: number, names: Names) {
  const line = lines.find((each) => each.at === at)
  if (line === undefined) return null
  return 'target' in line ? names(line.target) : line.header
}

const rowName = ({ lines }: BlockPlan, row: number, names: Names) =>
  lineName(lines.areRowsIssues ? lines.issues : lines.parties, row, names)

const columnName = ({ lines }: BlockPlan, column: number, names: Names) =>
  lineName(lines.areRowsIssues ? lines.parties : lines.issues, column, names)

function sumOf(plan: BlockPlan, say: ReturnType<typeof useSay>): string {
  const count = (...what: PlannedCell['becomes'][]) =>
    plan.cells.filter(({ becomes }) => what.includes(becomes)).length
  const isNew = ({ state }: { state: string }) => state === 'new'
  const brings = summaryOf(
    {
      positions: count('position'),
      gaps: count('gap'),
      parties: plan.lines.parties.filter(isNew).length,
      issues: plan.lines.issues.filter(isNew).length,
    },
    say,
  )
  const left = [
    ['same', count('same')],
    ['left', count('silence', 'skipped', 'refused')],
    ['empty', plan.empty],
  ] as const
  const parts = left.flatMap(([what, n]) => (n === 0 ? [] : [say(`entry.sum.${what}`, { count: n })]))
  const whole = [brings, ...parts].filter((part) => part !== '').join(' · ')
  return brings === '' ? say('entry.nothingToWrite') : `${whole}. ${say('entry.replacesNothing')}`
}
