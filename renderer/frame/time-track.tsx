import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react'
import { laterBy } from '../../app/rules/certainty'
import { nextStop, type TimeStop } from '../../app/rules/time-stops'
import { useDateLabel, useSay } from '../state/application'
import { stopNear, ticksOf, type Tick, type TimeScale } from './time-scale'
import styles from './time-line.module.css'

/** CSS pixels within which a hand on the line means the stop beside it. */
const snapPixels = 6

export type Handle = {
  name: string
  /** ISO. */
  day: string
  words: string
  onMove: (day: string) => void
}

/** The line with its stops, and one or two handles on it that are moved by hand and by keyboard. */
export function TimeTrack({
  stops,
  scale,
  asOf,
  since,
}: {
  stops: readonly TimeStop[]
  scale: TimeScale
  asOf: Handle
  since: Handle | null
}) {
  const line = useRef<HTMLDivElement>(null)
  const dragged = useRef<Handle['name'] | null>(null)
  const frame = useRef(0)
  const width = useWidth(line)
  const handles = since === null ? [asOf] : [since, asOf]

  function shareAt(x: number): { share: number; reach: number } {
    const { left, width } = line.current!.getBoundingClientRect()
    const share = (x - left) / width
    const isMirrored = getComputedStyle(line.current!).direction === 'rtl'
    return { share: isMirrored ? 1 - share : share, reach: snapPixels / width }
  }
  function move(name: Handle['name'], x: number): void {
    const { share, reach } = shareAt(x)
    const handle = handles.find((each) => each.name === name)
    const day = stopNear(stops, scale, share, reach) ?? scale.dayAt(share)
    if (handle && handle.day !== day) handle.onMove(day)
  }
  function take(event: PointerEvent): void {
    if (event.button !== 0) return
    event.preventDefault()
    const { share } = shareAt(event.clientX)
    const away = (handle: Handle) => Math.abs(scale.at(handle.day) - share)
    // Of two that lie on each other, the date that is read: it is the one that is moved more often.
    const nearest = since !== null && away(since) < away(asOf) ? since : asOf
    dragged.current = nearest.name
    line.current!.setPointerCapture(event.pointerId)
    line
      .current!.querySelector<HTMLElement>(`[data-handle="${nearest === asOf ? 'asOf' : 'since'}"]`)
      ?.focus()
    move(nearest.name, event.clientX)
  }
  function drag(event: PointerEvent): void {
    const name = dragged.current
    if (name === null) return
    const { clientX } = event
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => move(name, clientX))
  }

  return (
    <div
      ref={line}
      className={styles.track}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={() => (dragged.current = null)}
      onPointerCancel={() => (dragged.current = null)}
    >
      <span className={styles.line} />
      {since !== null && since.day < asOf.day && (
        <span
          className={styles.span}
          style={{
            insetInlineStart: percent(scale.at(since.day)),
            inlineSize: percent(scale.at(asOf.day) - scale.at(since.day)),
          }}
        />
      )}
      <Ticks stops={stops} scale={scale} width={width} />
      {handles.map((handle) => (
        <span
          key={handle.name}
          role="slider"
          tabIndex={0}
          data-handle={handle === asOf ? 'asOf' : 'since'}
          className={handle === asOf ? styles.handle : styles.sinceHandle}
          style={{ insetInlineStart: percent(scale.at(handle.day)) }}
          aria-label={handle.name}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={stops.length}
          aria-valuenow={stops.filter(({ day }) => day <= handle.day).length}
          aria-valuetext={handle.words}
          onKeyDown={(event) => step(event, handle, { stops, scale })}
        />
      ))}
    </div>
  )
}

/** The stops, drawn once: whichever day is read, they stay where they are. */
const Ticks = memo(function Ticks({
  stops,
  scale,
  width,
}: {
  stops: readonly TimeStop[]
  scale: TimeScale
  width: number
}) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const ticks = ticksOf(stops, scale, Math.floor(width / tickPixels))
  const periodName = (period: string) => {
    const [year = '', quarter = ''] = period.split(/-Q|s$/)
    if (period.includes('-Q')) return say('time.quarter', { year, quarter })
    return period.endsWith('s') ? say('time.decade', { year }) : dateLabel(period)
  }
  const named = nameTicks(ticks, { width, periodName })
  return (
    <>
      {ticks.map(
        ({ key, from, to }) =>
          to > from && (
            <span
              key={key}
              className={styles.within}
              style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
            />
          ),
      )}
      {ticks.map(({ key, from, changes, names, period }) => (
        <span
          key={key}
          className={names.length > 0 ? styles.round : styles.tick}
          style={{
            insetInlineStart: percent(from),
            blockSize: names.length > 0 ? undefined : 4 + Math.min(6, Math.ceil(Math.log2(changes + 1))),
          }}
          title={names.join(', ') || (period === null ? undefined : periodName(period))}
        />
      ))}
      {named.map(({ key, from, name }) => (
        <span
          key={key}
          className={styles.name}
          style={{ insetInlineStart: percent(from) }}
          aria-hidden="true"
        >
          {name}
        </span>
      ))}
    </>
  )
})

const percent = (share: number) => `${(share * 100).toFixed(3)}%`

/** Arrows go from stop to stop, with Shift from day to day; Page keys from round to round; Home and End to the ends. */
function step(
  event: KeyboardEvent,
  { day, onMove }: Handle,
  { stops, scale }: { stops: readonly TimeStop[]; scale: TimeScale },
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
  const backwards = event.key === (isMirrored ? 'ArrowRight' : 'ArrowLeft') || event.key === 'ArrowDown'
  const forwards = event.key === (isMirrored ? 'ArrowLeft' : 'ArrowRight') || event.key === 'ArrowUp'
  const rounds = stops.filter((stop) => stop.rounds.length > 0)
  const within = (next: string) => (next < scale.first ? scale.first : next > scale.last ? scale.last : next)
  const target =
    backwards || forwards
      ? event.shiftKey
        ? within(laterBy(day, backwards ? -1 : 1))
        : nextStop(stops, day, { backwards })?.day
      : event.key === 'PageDown' || event.key === 'PageUp'
        ? nextStop(rounds, day, { backwards: event.key === 'PageDown' })?.day
        : event.key === 'Home'
          ? scale.first
          : event.key === 'End'
            ? scale.last
            : null
  if (target === null) return
  event.preventDefault()
  event.stopPropagation()
  if (target !== undefined && target !== day) onMove(target)
}

/** CSS pixels between two ticks at least, and that a letter of a name takes. */
const tickPixels = 7
const letterPixels = 7.7

/** Those that would run into another are left to the tooltip; rounds come before what the calendar calls a time. */
function nameTicks(
  ticks: readonly Tick[],
  { width, periodName }: { width: number; periodName: (period: string) => string },
): { key: string; from: number; name: string }[] {
  const taken: { start: number; end: number }[] = []
  const candidates = ticks.flatMap(({ key, from, names, period }) => {
    const name = names[0] ?? (period === null ? null : periodName(period))
    return name === null ? [] : [{ key, from, name, isRound: names.length > 0 }]
  })
  return candidates
    .toSorted((a, b) => Number(b.isRound) - Number(a.isRound) || b.from - a.from)
    .filter(({ from, name, isRound }) => {
      const half = (name.length * letterPixels) / 2
      const [start, end] = [from * width - half, from * width + half]
      const isFree = taken.every(
        (other) => end + letterPixels < other.start || start - letterPixels > other.end,
      )
      const over = isRound ? 0.15 * width : letterPixels
      const isWithin = start > -over && end < width + over
      if (isFree && isWithin) taken.push({ start, end })
      return isFree && isWithin
    })
}

/** CSS pixels; what a line in a bar is at most, until it is known. */
function useWidth(line: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(240)
  useLayoutEffect(() => {
    const element = line.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [line])
  return width
}
