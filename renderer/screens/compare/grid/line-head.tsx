import { memo } from 'react'
import { cellsOfRow, type ComparisonReading } from '../../../../app/rules/comparison-index'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import { layOut, useComparisonView } from '../../../state/comparison-view'
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
      </span>
    )
  }
  const { issue, row, branch, isFolded } = line.issue
  return (
    <>
      <RowHeader issue={issue} parties={reading.parties} cells={cellsOfRow(reading, row)} />
      {(branch > 0 || isFolded) && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          aria-expanded={!isFolded}
          onClick={(event) => {
            event.stopPropagation()
            const { foldedIssues } = useComparisonView.getState().layout
            layOut({
              foldedIssues: isFolded
                ? foldedIssues.filter((id) => id !== issue.id)
                : [...foldedIssues, issue.id],
            })
          }}
        >
          {say(isFolded ? 'grid.unfoldIssue' : 'grid.foldIssue', { count: branch })}
        </button>
      )}
    </>
  )
})
