import { useState, type ReactNode, type RefObject } from 'react'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import type { RangePart, ScaleRange } from '../../../../app/rules/scale'
import { useSay } from '../../../state/application'
import { partWords, wordingAt } from './scale-words'
import styles from './scale.module.css'
import { useDraggedRange } from './use-dragged-range'

type RangeHandleProps = {
  id: string
  issue: ComparedIssue
  name: string
  range: ScaleRange
  look: 'stand' | 'zone' | 'mark'
  colour?: string
  /** How far above the scale's line it is drawn. */
  line: number
  track: RefObject<HTMLElement | null>
  isMovable: boolean
  onWrite: (range: ScaleRange) => Promise<boolean>
  onTakeOff: () => void
  children: ReactNode
}

/** A stand or the landing zone on a scale: moved whole, or at either end, by pointer and by keys. */
export function RangeHandle(props: RangeHandleProps) {
  const { id, issue, name, range, look, colour, line, track, isMovable, onWrite, onTakeOff, children } = props
  const say = useSay()
  const [isActive, setActive] = useState(false)
  const { shown, draft, handleProps } = useDraggedRange({
    range,
    marks: issue.marks,
    track,
    onWrite,
    onTakeOff,
  })
  const isRange = shown.low < shown.high
  const words = (part: RangePart) => partWords(say, issue, shown, part)
  const slider = (part: RangePart) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': part === 'whole' ? name : say(`scale.end.${part}`, { name }),
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': part === 'high' ? shown.high : shown.low,
    'aria-valuetext': words(part),
    'data-part': part,
    ...handleProps(part),
  })
  const title = `${name}: ${words('whole')}`

  return (
    <div
      className={`${styles.held} ${styles[look]}`}
      data-colour={colour}
      data-held-by={id}
      data-held={draft !== null || undefined}
      data-point={!isRange || undefined}
      style={{
        insetInlineStart: `${shown.low}%`,
        inlineSize: `${shown.high - shown.low}%`,
        ...(look === 'stand' ? { marginBlockStart: -line * lineHeight } : {}),
      }}
      onPointerEnter={() => setActive(true)}
      onPointerLeave={() => setActive(false)}
      onFocus={() => setActive(true)}
      onBlur={() => setActive(false)}
    >
      {look === 'stand' && <span className={styles.stem} style={{ blockSize: line * lineHeight + 6 }} />}
      {isMovable ? (
        <span {...slider('whole')} className={styles.whole} title={title}>
          {children}
        </span>
      ) : (
        <span role="img" aria-label={title} title={title} className={styles.whole} data-fixed>
          {children}
        </span>
      )}
      {isMovable && look !== 'mark' && (isRange || isActive || draft !== null) && (
        <>
          <span {...slider('low')} className={styles.lowEnd} />
          <span {...slider('high')} className={styles.highEnd} />
        </>
      )}
      {draft !== null && <Bubble issue={issue} range={shown} part={draft.part} />}
    </div>
  )
}

/** Pixels between the lines on which stands fan out. */
export const lineHeight = 26

/** What the scale says where something is being moved to. */
function Bubble({ issue, range, part }: { issue: ComparedIssue; range: ScaleRange; part: RangePart }) {
  const at = part === 'high' ? range.high : range.low
  const wording = wordingAt(issue, at)
  return (
    <span className={styles.bubble} data-side={at > 50 ? 'end' : 'start'} aria-hidden="true">
      <b>{part === 'whole' && range.low < range.high ? `${range.low}–${range.high}` : at}</b>
      {wording !== '' && <span dir="auto">{wording}</span>}
    </span>
  )
}
