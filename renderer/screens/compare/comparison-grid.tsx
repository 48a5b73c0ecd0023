import { useMemo } from 'react'
import type { PartyId } from '../../../app/model/party'
import { cellsOfRow, type ComparisonReading } from '../../../app/rules/comparison-index'
import { canWrite, useActionState } from '../../actions/action'
import { PartyShape } from '../../elements/party-shape'
import { useApplication } from '../../state/application'
import { openSheet, useCompareView, type Place } from '../../state/compare-view'
import { BaselineButton } from './baseline-button'
import { CellContent } from './cell-content'
import { ComparedContent } from './compared-content'
import styles from './comparison-grid.module.css'
import { isSamePlace, useGridKeys } from './grid-keys'
import { RowHeader } from './row-header'
import { spokenCell, spokenParty } from './spoken-cell'
import { useBaseline } from './use-baseline'

/** The comparison as a grid that can be walked with the arrow keys; one place at a time is selected. */
export function ComparisonGrid({ comparison }: { comparison: ComparisonReading }) {
  const { say, dateLabel } = useApplication()
  const { parties, issues } = comparison
  const selected = useCompareView((view) => view.selected)
  const baseline = useBaseline(comparison)
  const isWritable = canWrite(useActionState())
  const grid = useGridKeys(comparison, { isWritable })
  const nameOf = useMemo(() => {
    const names = new Map(parties.map((party) => [party.id, party.shortName]))
    return (id: PartyId) => names.get(id) ?? ''
  }, [parties])

  const place = (place: Place) => ({
    ...grid.propsOf(place),
    'aria-selected': isSamePlace(selected, place),
  })
  return (
    <table
      role="grid"
      className={styles.table}
      aria-label={say('compare.name')}
      aria-rowcount={issues.length + 1}
      aria-colcount={parties.length + 2}
      ref={grid.ref}
      onKeyDown={grid.onKeyDown}
      style={{
        minInlineSize: 216 + 220 * parties.length + 190,
        maxInlineSize: 300 + 420 * parties.length + 420,
      }}
    >
      <colgroup>
        <col className={styles.issueColumn} />
        {parties.map((party) => (
          <col key={party.id} />
        ))}
        <col className={styles.zoneColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            <div className={styles.cornerLine}>
              {say('compare.issue')}
              {isWritable && (
                <button
                  type="button"
                  className={styles.add}
                  onClick={() => openSheet({ kind: 'party', id: null })}
                >
                  {say('compare.addParty')}
                </button>
              )}
            </div>
          </th>
          {parties.map((party, column) => (
            <th
              key={party.id}
              scope="col"
              data-colour={party.colour}
              className={styles.party}
              {...place({ kind: 'party', partyId: party.id })}
              role="columnheader"
              title={party.name}
              aria-label={spokenParty(party, { isBaseline: party.id === baseline?.party.id, say })}
            >
              <span className={styles.band} />
              <span className={styles.partyName} dir="auto">
                <PartyShape column={column} />
                {party.shortName}
                <small>{say(`role.${party.role}`)}</small>
              </span>
              <BaselineButton party={party} />
            </th>
          ))}
          <th scope="col" className={styles.zoneHead}>
            <span className={styles.band} />
            {say('compare.landingZone')}
          </th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue, row) => (
          <tr key={issue.id}>
            <th
              scope="row"
              className={styles.issue}
              {...place({ kind: 'issue', issueId: issue.id })}
              role="rowheader"
              style={{ paddingInlineStart: 18 + Math.min(issue.depth, 5) * 12 }}
            >
              <RowHeader issue={issue} parties={parties} cells={cellsOfRow(comparison, row)} />
            </th>
            {cellsOfRow(comparison, row).map((cell, column) => {
              const party = parties[column]!
              const compared = baseline?.beside(cell) ?? null
              return (
                <td
                  key={party.id}
                  className={cell.state === 'gap' ? styles.gap : styles.cell}
                  data-colour={party.colour}
                  {...place({ kind: 'cell', issueId: issue.id, partyId: party.id })}
                  role="gridcell"
                  aria-label={spokenCell(cell, { issue, party, nameOf, say, dateLabel, compared })}
                >
                  {compared ? (
                    <ComparedContent
                      cell={cell}
                      compared={compared}
                      nameOf={nameOf}
                      isWritable={isWritable}
                    />
                  ) : (
                    <CellContent cell={cell} nameOf={nameOf} isWritable={isWritable} />
                  )}
                </td>
              )
            })}
            <td
              className={styles.zone}
              {...place({ kind: 'zone', issueId: issue.id })}
              role="gridcell"
              aria-label={say('spoken.zone', {
                issue: issue.title,
                text: issue.landingZone || say('compare.noZone'),
              })}
            >
              {issue.landingZone === '' ? (
                isWritable && <span className={styles.plus}>+</span>
              ) : (
                <p className={styles.zoneWords} dir="auto">
                  {issue.landingZone}
                </p>
              )}
            </td>
          </tr>
        ))}
        {isWritable && (
          <tr>
            <td className={styles.addRow} colSpan={parties.length + 2} role="gridcell">
              <button
                type="button"
                className={styles.add}
                onClick={() => openSheet({ kind: 'issue', id: null, parentId: null })}
              >
                {say('compare.addIssue')}
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
