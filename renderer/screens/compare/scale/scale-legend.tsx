import type { Party } from '../../../../app/model/party'
import type { PositionId } from '../../../../app/model/position'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import type { ScaleRange, ScaleStand } from '../../../../app/rules/scale'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import { rangeWords } from './scale-words'
import styles from './scale.module.css'

/** Who stands where, in words. */
export function ScaleLegend({
  issue,
  stands,
  zone,
  onPick,
  onTakeOff,
}: {
  issue: ComparedIssue
  stands: readonly (ScaleStand & { party: Party })[]
  zone: ScaleRange | null
  /** Shows it on the scale, where not each of them is; null where they are. */
  onPick: ((id: PositionId) => void) | null
  /** Null for whoever may not. */
  onTakeOff: ((what: PositionId | 'zone') => void) | null
}) {
  const say = useSay()
  if (stands.length === 0 && zone === null) return null
  // Two positions of one party on one spot are one line to read; each keeps its own handle.
  const apart = stands.filter(
    ({ party, low, high }, at) =>
      stands.findIndex((each) => each.party === party && each.low === low && each.high === high) === at,
  )
  const zoneName = say('field.landingZone')
  return (
    <ul className={styles.legend}>
      {apart.map(({ positionId, party, column, low, high }) => (
        <li key={positionId} data-colour={party.colour}>
          <PartyShape column={column} />
          <span>
            {onPick === null ? (
              <b dir="auto">{party.shortName}</b>
            ) : (
              <button
                type="button"
                className={styles.pick}
                title={say('scale.pick', { name: party.shortName })}
                onClick={() => onPick(positionId)}
              >
                <b dir="auto">{party.shortName}</b>
              </button>
            )}{' '}
            {rangeWords(say, issue, { low, high })}
          </span>
          {onTakeOff && <TakeOff name={party.shortName} onPress={() => onTakeOff(positionId)} />}
        </li>
      ))}
      {zone !== null && (
        <li>
          <span className={styles.zoneSwatch} />
          <span>
            <b>{zoneName}</b> {rangeWords(say, issue, zone)}
          </span>
          {onTakeOff && <TakeOff name={zoneName} onPress={() => onTakeOff('zone')} />}
        </li>
      )}
    </ul>
  )
}

function TakeOff({ name, onPress }: { name: string; onPress: () => void }) {
  const say = useSay()
  const words = say('scale.takeOff', { name })
  return (
    <button type="button" className={styles.takeOff} aria-label={words} title={words} onClick={onPress}>
      ×
    </button>
  )
}
