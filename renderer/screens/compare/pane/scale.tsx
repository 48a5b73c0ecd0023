import type { ComparedIssue } from '../../../../app/rules/comparison'
import { cellsOfRow, type ComparisonReading } from '../../../../app/rules/comparison-index'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import styles from './pane.module.css'

/** The issue's worded scale, with its marks and where each party stands. Nothing where no end has a name. */
export function Scale({ issue, comparison }: { issue: ComparedIssue; comparison: ComparisonReading }) {
  const say = useSay()
  const stands = cellsOfRow(comparison, comparison.index.rowOf.get(issue.id)!)
    .flatMap((cell) => cell.positions)
    .flatMap(({ id, partyId, atLow, atHigh }) =>
      atLow === null || atHigh === null ? [] : [{ id, partyId, atLow, atHigh }],
    )
  const marks = issue.marks.toSorted((a, b) => a.at - b.at)
  if (issue.scaleLow === '' && issue.scaleHigh === '' && marks.length === 0) return null

  return (
    <div>
      <div className={styles.scale}>
        {marks.map((mark) => (
          <i key={mark.id} className={styles.tick} style={{ insetInlineStart: `${mark.at}%` }} />
        ))}
        {stands.map(({ id, partyId, atLow, atHigh }) => {
          const column = comparison.parties.findIndex((party) => party.id === partyId)
          const party = comparison.parties[column]!
          return (
            <span key={id} data-colour={party.colour}>
              {atLow < atHigh && (
                <i
                  className={styles.range}
                  style={{ insetInlineStart: `${atLow}%`, inlineSize: `${atHigh - atLow}%` }}
                />
              )}
              <span className={styles.stand} style={{ insetInlineStart: `${(atLow + atHigh) / 2}%` }}>
                <PartyShape column={column} />
                <span className="visuallyHidden">
                  {say('pane.standsAt', {
                    party: party.shortName,
                    at: atLow < atHigh ? `${atLow}–${atHigh}` : atLow,
                  })}
                </span>
              </span>
            </span>
          )
        })}
      </div>
      <p className={styles.ends}>
        <span>{issue.scaleLow}</span>
        <span>{issue.scaleHigh}</span>
      </p>
      {marks.length > 0 && (
        <ol className={styles.marks}>
          {marks.map((mark) => (
            <li key={mark.id}>
              <span>{mark.at}</span>
              {mark.wording}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
