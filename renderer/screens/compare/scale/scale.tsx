import { useEffect, useRef, useState } from 'react'
import type { Party } from '../../../../app/model/party'
import type { PositionId } from '../../../../app/model/position'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import {
  fanOut,
  gatherStands,
  hasScale,
  movedTo,
  standsIn,
  zoneOf,
  type ScaleStand,
} from '../../../../app/rules/scale'
import { Button } from '../../../elements/button'
import { PartyShape } from '../../../elements/party-shape'
import { useApi, useSay } from '../../../state/application'
import { useMayEdit, useRemove } from '../pane/editing'
import crowdStyles from './crowds.module.css'
import { MarksEditor } from './marks-editor'
import { lineHeight, RangeHandle } from './range-handle'
import { ScaleLegend } from './scale-legend'
import { ScaleMarks } from './scale-marks'
import { createScaleWriting } from './scale-writing'
import styles from './scale.module.css'
import { crowdHeight, StandCrowds } from './stand-crowds'
import { UnplacedChips, type Ghost } from './unplaced-chips'

type ScaleProps = {
  issue: ComparedIssue
  comparison: ComparisonReading
  /** Whose stands are drawn, by their places in the reading; without, everybody's. */
  columns?: readonly number[]
  /** Whether its marks can be changed here, and a scale begun where there is none. */
  hasMarksEditor?: boolean
}

/** In hundredths of the scale: nearer to each other, two handles would lie over each other. */
const roomForStand = 10
const roomForEnds = 8
/** With more of them one over the other, nobody can tell who stands where. */
const mostLines = 8
const stretches = 12
/** As wide is a landing zone before anybody has drawn it wider or narrower. */
const firstZone = 10

/**
 * An issue's worded scale: its marks, where each party stands, and the landing zone. Whoever may edit moves them; whose
 * stand nobody knows is named beside it and is nowhere on it. Nothing where no point of it has words.
 */
export function Scale({ issue, comparison, columns, hasMarksEditor = false }: ScaleProps) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const write = createScaleWriting(useApi())
  const track = useRef<HTMLDivElement>(null)
  const [ghost, setGhost] = useState<Ghost | null>(null)
  const remove = useRemove()
  const focusOn = useFocusOnceDrawn(track)
  const [isEditingMarks, setEditingMarks] = useState(false)
  /** Where too many stand to draw each: the stretch that was opened, and the one of them that is drawn. */
  const [openAt, setOpenAt] = useState<number | null>(null)
  const [picked, setPicked] = useState<PositionId | null>(null)
  const mayEditMarks = mayEdit && hasMarksEditor
  if (!hasScale(issue)) {
    if (!mayEditMarks) return null
    return isEditingMarks ? (
      <MarksEditor issue={issue} />
    ) : (
      <div className={styles.begin}>
        <Button look="link" onPress={() => setEditingMarks(true)}>
          {say('scale.begin')}
        </Button>
      </div>
    )
  }

  const row = comparison.index.rowOf.get(issue.id)!
  const shown = columns ?? comparison.parties.map((_party, column) => column)
  const cells = shown.map((column) => comparison.cellAt(row, column))
  const stands = standsIn(cells).map((stand) => ({ ...stand, column: shown[stand.column]! }))
  const partyOf = (column: number): Party => comparison.parties[column]!
  const lines = fanOut(
    stands.map(({ low, high }) =>
      low < high ? { low: low - roomForEnds, high: high + roomForEnds } : { low, high },
    ),
    roomForStand,
  )
  /** Whose, and which of several. */
  const standName = ({ positionId, partyId, column }: ScaleStand) => {
    const party = partyOf(column).shortName
    const isOnly = stands.filter((stand) => stand.partyId === partyId).length === 1
    const text = comparison.index.positionOf.get(positionId)!.position.text
    return isOnly ? party : say('scale.oneOf', { party, text: shortened(text) })
  }
  const zone = zoneOf(issue)
  const isCrowded = lines.some((line) => line >= mostLines)
  const crowds = isCrowded ? gatherStands(stands, stretches) : []
  const gathered = crowds.find(({ low }) => low === openAt)?.stands ?? []
  const isDrawn = ({ positionId }: ScaleStand) => !isCrowded || positionId === picked
  const lineOf = (at: number) => (isCrowded ? 0 : lines[at]!)
  const above = isCrowded ? crowdHeight.most : Math.max(0, ...lines.map((line) => line + 1)) * lineHeight

  return (
    <div className={styles.scale} role="group" aria-label={say('scale.name', { issue: issue.title })}>
      <div
        ref={track}
        className={styles.track}
        data-zone={zone !== null || ghost?.isZone || undefined}
        style={{ marginBlockStart: above + 4 }}
      >
        <ScaleMarks issue={issue} />
        {isEditingMarks &&
          issue.marks.map((mark) => (
            <RangeHandle
              key={mark.id}
              id={mark.id}
              issue={{ ...issue, marks: [] }}
              name={mark.wording}
              range={{ low: mark.at, high: mark.at }}
              look="mark"
              line={0}
              track={track}
              isMovable
              onWrite={({ low }) => write.mark(mark.id, low)}
              onTakeOff={() => void remove('mark', mark.id)}
            >
              {null}
            </RangeHandle>
          ))}
        {isCrowded && !isEditingMarks && (
          <StandCrowds
            crowds={crowds}
            openAt={openAt}
            nameOf={(column) => partyOf(column).shortName}
            onOpen={setOpenAt}
          />
        )}
        {(isEditingMarks ? [] : stands).map((stand, at) => {
          if (!isDrawn(stand)) return null
          const party = partyOf(stand.column)
          return (
            <RangeHandle
              key={stand.positionId}
              id={stand.positionId}
              issue={issue}
              name={standName(stand)}
              range={stand}
              look="stand"
              colour={party.colour}
              line={lineOf(at)}
              track={track}
              isMovable={mayEdit}
              onWrite={(range) => write.stand(stand.positionId, range)}
              onTakeOff={() => void write.stand(stand.positionId, null)}
            >
              <PartyShape column={stand.column} />
            </RangeHandle>
          )
        })}
        {zone !== null && !isEditingMarks && (
          <RangeHandle
            id="zone"
            issue={issue}
            name={say('field.landingZone')}
            range={zone}
            look="zone"
            line={0}
            track={track}
            isMovable={mayEdit}
            onWrite={(range) => write.zone(issue.id, range)}
            onTakeOff={() => void write.zone(issue.id, null)}
          >
            {null}
          </RangeHandle>
        )}
        {ghost !== null && (
          <span
            className={ghost.isZone ? styles.ghostZone : styles.ghost}
            data-colour={ghost.colour}
            style={{ insetInlineStart: `${ghost.at}%` }}
          />
        )}
      </div>
      {mayEditMarks && (
        <div className={styles.begin}>
          {isEditingMarks && <MarksEditor issue={issue} />}
          <Button look="link" onPress={() => setEditingMarks(!isEditingMarks)}>
            {say(isEditingMarks ? 'scale.marksDone' : 'scale.editMarks')}
          </Button>
        </div>
      )}
      {isCrowded && openAt === null && <p className={crowdStyles.hint}>{say('scale.openCrowd')}</p>}
      <ScaleLegend
        issue={issue}
        stands={(isCrowded ? gathered : stands).map((stand) => ({
          ...stand,
          party: partyOf(stand.column),
        }))}
        zone={zone}
        onPick={
          isCrowded
            ? (id) => {
                focusOn(id)
                setPicked(id)
              }
            : null
        }
        onTakeOff={
          mayEdit
            ? (stand) => void (stand === 'zone' ? write.zone(issue.id, null) : write.stand(stand, null))
            : null
        }
      />
      <UnplacedChips
        issue={issue}
        cells={cells.map((cell, at) => ({ cell, column: shown[at]!, party: partyOf(shown[at]!) }))}
        track={track}
        onGhost={setGhost}
        onPlace={(what, at) => {
          focusOn(what)
          if (what !== 'zone') setPicked(what)
          void (what === 'zone'
            ? write.zone(issue.id, movedTo({ low: 0, high: firstZone }, at - firstZone / 2))
            : write.stand(what, { low: at, high: at }))
        }}
      />
    </div>
  )
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** What was put on the scale goes on being moved there: it takes the focus as soon as it is drawn. */
function useFocusOnceDrawn(track: { current: HTMLElement | null }): (id: string) => void {
  const awaited = useRef<string | null>(null)
  useEffect(() => {
    if (awaited.current === null) return
    const handle = track.current?.querySelector<HTMLElement>(
      `[data-held-by="${awaited.current}"] [data-part="whole"]`,
    )
    if (!handle) return
    awaited.current = null
    handle.focus()
  })
  return (id) => {
    awaited.current = id
  }
}
