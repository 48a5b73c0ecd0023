import type {
  Band,
  ComparisonRow,
  ComparisonTable,
  PrintedColumnGroup,
} from '../../../app/rules/briefing/briefing-document'
import { useSay } from '../../state/application'
import { CellLines, Lines, Runs } from './runs'
import { subjectMark } from './subject-mark'
import { tallOn } from '../../../app/rules/briefing/tall-rows'
import styles from './comparison-pages.module.css'

/** The comparison, in as many tables as the paper needs; each repeats the issues. */
export function ComparisonPages({
  comparison,
  band,
}: {
  comparison: ComparisonTable
  band?: Band | undefined
}) {
  const say = useSay()
  return (
    <section>
      {comparison.heading !== '' && <h2>{comparison.heading}</h2>}
      {comparison.groups.map((group) => {
        const names = comparison.parties.slice(group.from, group.to).map((party) => party.name)
        const isPart = comparison.groups.length > 1 || band !== undefined
        return (
          <GroupTable
            key={group.from}
            comparison={comparison}
            group={group}
            caption={
              isPart ? say('briefing.comparisonPart', { parties: names.join(', ') }) : comparison.heading
            }
          />
        )
      })}
      {comparison.key.length > 0 && (
        <ul className={styles.key}>
          {comparison.key.map((runs, index) => (
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function GroupTable(props: { comparison: ComparisonTable; group: PrintedColumnGroup; caption: string }) {
  const { comparison, group, caption } = props
  const parties = comparison.parties.slice(group.from, group.to)
  return (
    <table className={styles.compared}>
      <caption className="visuallyHidden">{caption}</caption>
      <colgroup>
        {group.widthsMm.map((width, index) => (
          <col key={index} style={{ inlineSize: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.issueHead}>
            {comparison.issueHeading}
          </th>
          {parties.map((party) => (
            <th key={party.id} scope="col" data-colour={party.colour}>
              <span dir="auto">{party.name}</span> <small>{party.role}</small>
            </th>
          ))}
          {group.hasLandingZone && <th scope="col">{comparison.zoneHeading}</th>}
        </tr>
      </thead>
      <tbody>
        {comparison.rows.map((row) => (
          <Row key={row.issueId} row={row} comparison={comparison} group={group} />
        ))}
      </tbody>
    </table>
  )
}

/** Characters of a number that leave its heading room beside it, as in `1.1.1.1`. */
const longestNumberBeside = 7

function Row(props: { row: ComparisonRow; comparison: ComparisonTable; group: PrintedColumnGroup }) {
  const { row, comparison, group } = props
  const shown = [
    row.heading,
    ...row.cells.slice(group.from, group.to).map(({ lines }) => lines),
    row.landingZone,
  ]
  return (
    <tr data-tall={tallOn(shown, group.widthsMm) ?? undefined}>
      <th scope="row" className={styles.issue} data-depth={Math.min(row.depth, 3)}>
        <div data-stacked={row.number.length > longestNumberBeside || undefined}>
          <span className={styles.issueNumber}>{row.number}</span>
          <div>
            <Lines lines={row.heading} />
          </div>
        </div>
      </th>
      {row.cells.slice(group.from, group.to).map((cell, index) => {
        const party = comparison.parties[group.from + index]!
        return (
          <td
            key={party.id}
            data-colour={party.colour}
            data-state={cell.state}
            {...subjectMark({ is: 'cell', issueId: row.issueId, partyId: party.id })}
          >
            {cell.state === 'gap' ? (
              // The words stand on a plain strip, the hatch around them.
              <span>
                <CellLines lines={cell.lines} />
              </span>
            ) : (
              <CellLines lines={cell.lines} />
            )}
          </td>
        )
      })}
      {group.hasLandingZone && (
        <td className={styles.zone}>
          <CellLines lines={row.landingZone} />
        </td>
      )}
    </tr>
  )
}
