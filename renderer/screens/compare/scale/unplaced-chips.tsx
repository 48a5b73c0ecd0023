import { useRef, type PointerEvent, type RefObject } from 'react'
import type { Party } from '../../../../app/model/party'
import type { PositionId } from '../../../../app/model/position'
import type { Cell, ComparedIssue } from '../../../../app/rules/comparison'
import { restOnMark, zoneOf } from '../../../../app/rules/scale'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import { useMayEdit } from '../pane/editing'
import styles from './scale.module.css'

/** Where something would be put on the scale if it were let go now. */
export type Ghost = { at: number; isZone: boolean; colour?: string }

type Unplaced = { what: PositionId | 'zone'; name: string; party: Party | null; column: number }

/** Who has no stand: said in words, never drawn in the middle. Who holds a position can be put on the scale from here. */
export function UnplacedChips(props: {
  issue: ComparedIssue
  cells: readonly { cell: Cell; column: number; party: Party }[]
  track: RefObject<HTMLElement | null>
  onGhost: (ghost: Ghost | null) => void
  onPlace: (what: PositionId | 'zone', at: number) => void
}) {
  const { issue, cells, track, onGhost, onPlace } = props
  const say = useSay()
  const mayEdit = useMayEdit()
  const without = cells.filter(({ cell }) => cell.positions.every(({ atLow }) => atLow === null))
  const placeable: Unplaced[] = mayEdit
    ? [
        ...without.flatMap(({ cell, column, party }) => {
          const position = cell.positions[0]
          return position ? [{ what: position.id, name: party.shortName, party, column }] : []
        }),
        ...(zoneOf(issue) === null
          ? [{ what: 'zone' as const, name: say('field.landingZone'), party: null, column: 0 }]
          : []),
      ]
    : []
  if (without.length === 0 && placeable.length === 0) return null

  const chips = (
    <div className={styles.chips} role="group" aria-label={say('scale.put')}>
      {placeable.length <= mostChips && <span className={styles.putWords}>{say('scale.put')}</span>}
      {placeable.map((unplaced) => (
        <Chip key={unplaced.what} {...{ unplaced, issue, track, onGhost, onPlace }} />
      ))}
    </div>
  )
  return (
    <div className={styles.unplaced}>
      {without.length > 0 && (
        <p className={styles.unknown}>
          <span className={styles.nowhere} aria-hidden="true" />
          {cells.length <= 2
            ? say('scale.noStandNamed', { parties: without.map(({ party }) => party.shortName).join(', ') })
            : say('scale.noStand', { count: without.length })}
        </p>
      )}
      {placeable.length > mostChips ? (
        <details>
          <summary>{say('scale.put')}</summary>
          {chips}
        </details>
      ) : (
        placeable.length > 0 && chips
      )}
    </div>
  )
}

/** More of them are folded away: they would stand between the scale and what follows. */
const mostChips = 16

/** Beyond this above or below the track, in CSS pixels, what is let go is not put on it. */
const reach = 70
/** In CSS pixels; less is a press that trembled. */
const leastDrag = 4

function Chip({
  unplaced: { what, name, party, column },
  issue,
  track,
  onGhost,
  onPlace,
}: {
  unplaced: Unplaced
  issue: ComparedIssue
  track: RefObject<HTMLElement | null>
  onGhost: (ghost: Ghost | null) => void
  onPlace: (what: PositionId | 'zone', at: number) => void
}) {
  const say = useSay()
  const grabbed = useRef<{ x: number; y: number; isDragged: boolean } | null>(null)

  function placeUnder({ clientX, clientY }: PointerEvent): number | null {
    const box = track.current!.getBoundingClientRect()
    const isNear = clientY > box.top - reach && clientY < box.bottom + reach
    const isBeside = clientX < box.left - 24 || clientX > box.right + 24
    if (!isNear || isBeside || box.width === 0) return null
    const share = (clientX - box.left) / box.width
    const isRightToLeft = getComputedStyle(track.current!).direction === 'rtl'
    return restOnMark(100 * (isRightToLeft ? 1 - share : share), issue.marks).at
  }

  return (
    <button
      type="button"
      className={styles.chip}
      data-colour={party?.colour}
      title={say('scale.putHow')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId)
        grabbed.current = { x: event.clientX, y: event.clientY, isDragged: false }
      }}
      onPointerMove={(event) => {
        const from = grabbed.current
        if (from === null) return
        from.isDragged ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) >= leastDrag
        if (!from.isDragged) return
        const at = placeUnder(event)
        const colour = party === null ? {} : { colour: party.colour }
        onGhost(at === null ? null : { at, isZone: what === 'zone', ...colour })
      }}
      onPointerUp={(event) => {
        const at = grabbed.current?.isDragged ? placeUnder(event) : null
        onGhost(null)
        if (at !== null) onPlace(what, at)
      }}
      onPointerCancel={() => {
        grabbed.current = null
        onGhost(null)
      }}
      onClick={() => {
        const wasDragged = grabbed.current?.isDragged ?? false
        grabbed.current = null
        // The middle is only where it begins; it takes the focus, to be moved on by keys.
        if (!wasDragged) onPlace(what, restOnMark(50, issue.marks).at)
      }}
    >
      {party === null ? <span className={styles.zoneSwatch} /> : <PartyShape column={column} />}
      {name}
    </button>
  )
}
