import type { WallScale, WallStand } from '../../../app/rules/presenting/wall-content'
import { PartyShape } from '../../elements/party-shape'
import { cssNumbers } from './wall-lengths'
import styles from './wall-scale-view.module.css'

/** The worded scale, with each party that was shown where it stands. */
export function WallScaleView({ scale }: { scale: WallScale }) {
  return (
    <div className={styles.scale} style={cssNumbers({ height: scale.height })}>
      <div className={styles.rail}>
        {scale.marks.map(({ at, wording, isLow }) => (
          <span key={at}>
            <i className={styles.tick} style={{ insetInlineStart: `${at}%` }} />
            {wording !== '' && (
              <span
                className={styles.mark}
                data-low={isLow || undefined}
                style={{ insetInlineStart: `${at}%` }}
              >
                <bdi>{wording}</bdi>
              </span>
            )}
          </span>
        ))}
        {/* What is placed along the scale goes by the wall's direction; only the words in it by their own. */}
        <span className={styles.end} data-end="low">
          <bdi>{scale.low}</bdi>
        </span>
        <span className={styles.end} data-end="high">
          <bdi>{scale.high}</bdi>
        </span>
        {scale.stands.map((stand) => (
          <StandView key={stand.party.id} stand={stand} />
        ))}
      </div>
    </div>
  )
}

function StandView({ stand: { party, low, high, line, earlier } }: { stand: WallStand }) {
  const at = (low + high) / 2
  const edge = at < 12 ? 'start' : at > 88 ? 'end' : undefined
  return (
    <span data-colour={party.colour}>
      {low < high && (
        <i className={styles.reach} style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }} />
      )}
      {earlier !== null && (
        <>
          <i
            className={styles.way}
            style={{
              insetInlineStart: `${Math.min(earlier, at)}%`,
              inlineSize: `${Math.abs(earlier - at)}%`,
            }}
          />
          <span className={styles.stand} data-earlier style={{ insetInlineStart: `${earlier}%` }}>
            <PartyShape column={party.shape} />
          </span>
        </>
      )}
      <span className={styles.stand} style={{ insetInlineStart: `${at}%` }}>
        <PartyShape column={party.shape} />
        {line !== null && (
          <b className={styles.name} data-edge={edge} style={cssNumbers({ line })}>
            {party.name}
          </b>
        )}
      </span>
    </span>
  )
}
