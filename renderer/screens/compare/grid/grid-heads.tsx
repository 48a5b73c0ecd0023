import { memo, useSyncExternalStore, type RefObject } from 'react'
import { PartyShape } from '../../../elements/party-shape'
import { StatusMark } from '../../../elements/status-mark'
import { useSay } from '../../../state/application'
import { openSheet, useCompareView } from '../../../state/compare-view'
import { columnActs } from '../../../state/finding'
import { useIsReadEarlier } from '../../../state/time'
import { BaselineButton } from '../baseline-button'
import { ColumnMenu } from '../finding/column-menu'
import { spokenParty } from '../spoken-cell'
import { widthKey } from './column-widths'
import { useHeadDrag } from './head-drag'
import type { Painted } from './painted'
import { headColumn, headRow, keyOfPlace, placeAt, type Line } from './grid-plan'
import styles from './grid.module.css'
import type { GridScene } from './use-scene'

type Given = {
  scene: GridScene
  painted: Painted
  at: { row: number; column: number }
  isWritable: boolean
  scroller: RefObject<HTMLElement | null>
}

/** Rows may be others, and say something else. */
function areHeadsSame(before: Given, now: Given): boolean {
  const [a, b] = [before.scene, now.scene]
  return (
    a.reading.index === b.reading.index &&
    a.plan.across === b.plan.across &&
    a.plan.pinned === b.plan.pinned &&
    a.plan.isTransposed === b.plan.isTransposed &&
    a.columnStarts === b.columnStarts &&
    a.widths === b.widths &&
    a.headHeight === b.headHeight &&
    a.baseline?.party === b.baseline?.party &&
    (a.selected === null) === (b.selected === null) &&
    headAt(before) === headAt(now) &&
    before.painted === now.painted &&
    before.isWritable === now.isWritable
  )
}

/** The column of the head that the tab order passes through; null where that is a row's. */
const headAt = ({ at }: Given): number | null => (at.row === headRow ? at.column : null)

/** The row of heads, which stays in sight: the corner, the pinned columns and those that are near. */
export const GridHeads = memo(function GridHeads({ scene, painted, at, isWritable, scroller }: Given) {
  const say = useSay()
  const { plan, widths, columnStarts } = scene
  const columns = useSyncExternalStore(painted.subscribe, painted.columns)
  const isEarlier = useIsReadEarlier()
  const drag = useHeadDrag(scene, scroller)
  const shown = plan.across.flatMap((line, column) =>
    column < plan.pinned ||
    (column >= columns.first && column <= columns.last) ||
    (at.row === headRow && at.column === column)
      ? [{ line, column }]
      : [],
  )
  return (
    <div role="row" className={styles.heads} aria-rowindex={1} style={{ blockSize: scene.headHeight }}>
      <div
        role="columnheader"
        aria-colindex={1}
        className={styles.corner}
        style={{ inlineSize: widths.head }}
      >
        <span>
          {say(plan.isTransposed ? 'grid.party' : 'compare.issue')}
          {isEarlier && <small className={styles.todays}>{say('grid.statusTodays')}</small>}
        </span>
        {isWritable && (
          <button type="button" className={styles.add} onClick={() => openSheet({ kind: 'party', id: null })}>
            {say('compare.addParty')}
          </button>
        )}
        <Edge column={headColumn} drag={drag} />
      </div>
      {shown.map(({ line, column }) => {
        const place = placeAt(plan, headRow, column)
        const isCurrent = at.row === headRow && at.column === column
        return (
          <div
            key={line.key}
            role="columnheader"
            aria-colindex={column + 2}
            className={`${styles.head} ${column < plan.pinned ? styles.pinned : ''} ${line.kind === 'zone' ? styles.zoneHead : ''}`}
            style={{
              inlineSize: widths.columns[column],
              insetInlineStart: widths.head + columnStarts[column]!,
            }}
            {...(place && {
              'data-place': keyOfPlace(place),
              tabIndex: isCurrent ? 0 : -1,
              'aria-selected': isCurrent && scene.selected !== null,
            })}
            {...(line.kind === 'party' && {
              'data-colour': line.party.party.colour,
              title: line.party.party.name,
              'aria-label': spokenParty(line.party.party, {
                isBaseline: line.party.party.id === scene.baseline?.party.id,
                say,
              }),
              onPointerDown: (event) => drag.beginMove(event, column),
            })}
          >
            <span className={styles.band} />
            <HeadWords line={line} />
            {widthKey(scene, column) !== null && <Edge column={column} drag={drag} />}
          </div>
        )
      })}
      {drag.dropAt !== null && <div className={styles.drop} style={{ insetInlineStart: drag.dropAt }} />}
    </div>
  )
}, areHeadsSame)

/** Its menu is the dearest part of a head, and hangs on nothing but the line. */
const HeadWords = memo(function HeadWords({ line }: { line: Line }) {
  const say = useSay()
  const isBaseline = useCompareView(
    (view) => line.kind === 'party' && line.party.party.id === view.baselineId,
  )
  const isEarlier = useIsReadEarlier()
  if (line.kind === 'zone') {
    return (
      <span className={styles.partyName}>
        {say('compare.landingZone')}
        {isEarlier && <small>{say('grid.zoneTodays')}</small>}
      </span>
    )
  }
  if (line.kind === 'issue') {
    const { number, title, status } = line.issue.issue
    return (
      <>
        <span className={styles.partyName} dir="auto">
          {number} {title}
        </span>
        <StatusMark status={status} />
      </>
    )
  }
  const { party, column, members, isFolded } = line.party
  // In place of its role, and no longer: the head is as high as its words.
  return (
    <>
      <span className={styles.partyName} dir="auto">
        <PartyShape column={column} />
        {party.shortName}{' '}
        {isBaseline ? <BaselineButton party={party} /> : <small>{say(`role.${party.role}`)}</small>}
      </span>
      {members.length > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.members}
          aria-expanded={!isFolded}
          onClick={(event) => {
            event.stopPropagation()
            columnActs.fold(party.id)
          }}
        >
          {say(isFolded ? 'grid.unfoldCoalition' : 'grid.foldCoalition', { count: members.length })}
        </button>
      )}
      <span className={styles.menu}>
        <ColumnMenu column={line.party} />
      </span>
    </>
  )
})

/** Dragged, it makes its column wider or narrower; by keyboard, Alt and an arrow on the head do. */
function Edge({ column, drag }: { column: number; drag: ReturnType<typeof useHeadDrag> }) {
  return (
    <span
      aria-hidden="true"
      className={styles.edge}
      onPointerDown={(event) => drag.beginResize(event, column)}
      onDoubleClick={(event) => drag.usualWidth(event, column)}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
