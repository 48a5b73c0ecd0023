import type { Party } from '../../../app/model/party'
import type { Cell, ComparedIssue } from '../../../app/rules/comparison'
import {
  fanOut,
  gatherStands,
  hasScale,
  standsIn,
  zoneOf,
  type ScaleStand,
  type StandCrowd,
} from '../../../app/rules/scale'
import { PartyShape } from '../../elements/party-shape'
import { useSay } from '../../state/application'
import styles from './scale-strip.module.css'
import { crowdWords, rangeWords } from './scale/scale-words'

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

  const isCrowded = lines.some((line) => line >= spread.length)
  const drawn = (stand: ScaleStand, above: number) => (
    <Stand key={stand.positionId} {...{ stand, above, issue }} party={parties[stand.column]!} />
  )

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
        {isCrowded
          ? gatherStands(stands, stretches).map((crowd) =>
              crowd.stands.length === 1 ? (
                drawn(crowd.stands[0]!, 0)
              ) : (
                <Crowd key={crowd.low} crowd={crowd} parties={parties} />
              ),
            )
          : stands.map((stand, at) => drawn(stand, spread[lines[at]!]!))}
      </span>
      <span className={styles.ends}>
        <span dir="auto">{low}</span>
        <span dir="auto">{high}</span>
      </span>
    </span>
  )
}

/** CSS pixels above or below the line: the strip keeps its height, and those on one spot stand close. */
const spread = [0, -6, 6, -3, 3] as const
/** Of a strip with more than that on one spot: each has room for three figures. */
const stretches = 8

function Stand({
  stand: { column, low, high },
  above,
  issue,
  party,
}: {
  stand: ScaleStand
  above: number
  issue: ComparedIssue
  party: Party
}) {
  const say = useSay()
  const words = say('compare.scaleStand', {
    party: party.shortName,
    at: rangeWords(say, issue, { low, high }),
  })
  return (
    <span
      data-colour={party.colour}
      className={low === high ? styles.stand : styles.range}
      style={{
        insetInlineStart: `${low}%`,
        inlineSize: low === high ? undefined : `${high - low}%`,
        translate: `0 ${above}px`,
      }}
      title={words}
    >
      <PartyShape column={column} />
      <span className="visuallyHidden">{words}</span>
    </span>
  )
}

/** How many stand there; who they are is told under the hand, and by the scale in the side pane. */
function Crowd({ crowd, parties }: { crowd: StandCrowd; parties: readonly Party[] }) {
  const say = useSay()
  const names = crowd.stands.map(({ column }) => parties[column]!.shortName)
  const count = crowd.stands.length
  return (
    <span
      className={styles.crowd}
      style={{ insetInlineStart: `${(crowd.low + crowd.high) / 2}%` }}
      title={crowdWords(say, crowd, names)}
    >
      <span aria-hidden="true">{count}</span>
      <span className="visuallyHidden">
        {say('scale.crowd', { count, low: Math.ceil(crowd.low), high: Math.floor(crowd.high) })}
      </span>
    </span>
  )
}
