import { memo } from 'react'
import type { Cell } from '../../../../app/rules/comparison'
import { cellsOfRow, type ComparisonReading } from '../../../../app/rules/comparison-reading'
import { hasScale } from '../../../../app/rules/scale'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import { ColumnMenu } from '../finding/column-menu'
import { FoldButton, FoldedLine } from '../finding/fold-button'
import { RowMeasureLine } from '../finding/row-measure'
import { RowHeader } from '../row-header'
import type { Line } from './grid-plan'
import styles from './grid.module.css'

/** What stands before a row. */
export const LineHead = memo(function LineHead({
  line,
  reading,
}: {
  line: Line
  reading: ComparisonReading
  /** Drawn anew when it has become known what is said on the row. */
  isToCome: boolean
}) {
  const say = useSay()
  if (line.kind === 'zone') return <>{say('compare.landingZone')}</>
  if (line.kind === 'party') {
    const { party, column } = line.party
    return (
      <span className={styles.partyName} dir="auto">
        <PartyShape column={column} />
        {party.shortName}
        <small>{say(`role.${party.role}`)}</small>
        <span className={styles.menu}>
          <ColumnMenu column={line.party} />
        </span>
      </span>
    )
  }
  const { issue, row } = line.issue
  // A row that is still drawn for a moment after its issue was removed, or stands elsewhere now.
  if (reading.issues[row]?.id !== issue.id) return null
  return (
    <>
      <RowHeader
        issue={issue}
        parties={reading.parties}
        cells={hasScale(issue) ? cellsOfRow(reading, row) : noCells}
      />
      <FoldButton row={line.issue} />
      <FoldedLine row={line.issue} />
      <RowMeasureLine measure={line.issue.measure} />
    </>
  )
})

const noCells: readonly Cell[] = []
