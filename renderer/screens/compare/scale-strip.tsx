import type { Party } from '../../../app/model/party'
import type { Cell, ComparedIssue } from '../../../app/rules/comparison'
import { PartyShape } from '../../elements/party-shape'
import { useSay } from '../../state/application'
import styles from './scale-strip.module.css'

type Stand = { party: Party; column: number; low: number; high: number }

/** Where each party stands on the issue's worded scale. Who has said nothing of it is not drawn. */
export function ScaleStrip({
  issue,
  parties,
  cells,
}: {
  issue: ComparedIssue
  parties: readonly Party[]
  cells: readonly Cell[]
}) {
  const say = useSay()
  const stands = cells.flatMap((cell, column) =>
    cell.positions.flatMap(({ atLow, atHigh }): Stand[] =>
      atLow === null || atHigh === null
        ? []
        : [{ party: parties[column]!, column, low: atLow, high: atHigh }],
    ),
  )
  const low = issue.scaleLow || (issue.marks[0]?.wording ?? '')
  const high = issue.scaleHigh || (issue.marks.at(-1)?.wording ?? '')
  if (stands.length === 0 || (low === '' && high === '')) return null

  return (
    <span className={styles.scale}>
      <span className="visuallyHidden">{say('compare.scaleName', { low, high })}</span>
      <span className={styles.strip}>
        {issue.marks.map((mark) => (
          <span
            key={mark.id}
            className={styles.mark}
            style={{ insetInlineStart: `${mark.at}%` }}
            title={mark.wording}
          />
        ))}
        {stands.map(({ party, column, low: from, high: to }) => (
          <span
            key={`${party.id} ${from} ${to}`}
            data-colour={party.colour}
            className={from === to ? styles.stand : styles.range}
            style={{ insetInlineStart: `${from}%`, inlineSize: from === to ? undefined : `${to - from}%` }}
            title={
              from === to
                ? say('compare.scaleStand', { party: party.shortName, at: from })
                : say('compare.scaleRange', { party: party.shortName, low: from, high: to })
            }
          >
            <PartyShape column={column} />
            <span className="visuallyHidden">
              {from === to
                ? say('compare.scaleStand', { party: party.shortName, at: from })
                : say('compare.scaleRange', { party: party.shortName, low: from, high: to })}
            </span>
          </span>
        ))}
      </span>
      <span className={styles.ends}>
        <span dir="auto">{low}</span>
        <span dir="auto">{high}</span>
      </span>
    </span>
  )
}
