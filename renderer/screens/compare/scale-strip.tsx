import type { Party } from '../../../app/model/party'
import type { Cell, ComparedIssue } from '../../../app/rules/comparison'
import { fanOut, hasScale, standsIn, zoneOf } from '../../../app/rules/scale'
import { PartyShape } from '../../elements/party-shape'
import { useSay } from '../../state/application'
import styles from './scale-strip.module.css'
import { rangeWords } from './scale/scale-words'

/** In hundredths of the strip: nearer to each other, two shapes would lie over each other. */
const roomForShape = 6

/** The scale as a small strip: where each party stands on it. Who has said nothing of it is not drawn. */
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
  const stands = standsIn(cells)
  if (stands.length === 0 || !hasScale(issue)) return null
  const low = issue.scaleLow || (issue.marks[0]?.wording ?? '')
  const high = issue.scaleHigh || (issue.marks.at(-1)?.wording ?? '')
  const lines = fanOut(stands, roomForShape)
  const zone = zoneOf(issue)
  const zoneWords =
    zone && say('compare.scaleStand', { party: say('field.landingZone'), at: rangeWords(say, issue, zone) })

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
        {zone && (
          <span
            className={styles.zone}
            style={{ insetInlineStart: `${zone.low}%`, inlineSize: `${zone.high - zone.low}%` }}
            title={zoneWords!}
          >
            <span className="visuallyHidden">{zoneWords}</span>
          </span>
        )}
        {stands.map(({ positionId, column, low: from, high: to }, at) => {
          const party = parties[column]!
          const words = say('compare.scaleStand', {
            party: party.shortName,
            at: rangeWords(say, issue, { low: from, high: to }),
          })
          return (
            <span
              key={positionId}
              data-colour={party.colour}
              className={from === to ? styles.stand : styles.range}
              style={{
                insetInlineStart: `${from}%`,
                inlineSize: from === to ? undefined : `${to - from}%`,
                // The strip keeps its height: those on one spot stand a little above and below each other.
                translate: `0 ${spread[lines[at]! % spread.length]}px`,
              }}
              title={words}
            >
              <PartyShape column={column} />
              <span className="visuallyHidden">{words}</span>
            </span>
          )
        })}
      </span>
      <span className={styles.ends}>
        <span dir="auto">{low}</span>
        <span dir="auto">{high}</span>
      </span>
    </span>
  )
}

/** CSS pixels above or below the line. */
const spread = [0, -6, 6, -3, 3] as const
