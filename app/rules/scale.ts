import type { Say } from '../messages/say'
import type { Mark } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Position, PositionId } from '../model/position'
import type { Cell, ComparedIssue } from './comparison'
import type { ComparisonReading } from './comparison-reading'
import { inForceAt } from './in-force'

/** A stretch of an issue's scale, 0 to 100; one point when both ends are equal. */
export type ScaleRange = { low: number; high: number }

/** Where a position in force stands on its issue's scale. */
export type ScaleStand = ScaleRange & {
  positionId: PositionId
  partyId: PartyId
  /** The place of its party in the reading, for its shape. */
  column: number
}

/** Where the parties stand on a row's scale, in the order of the cells; a party without a stand has no place on it. */
export function standsIn(cells: readonly Cell[]): ScaleStand[] {
  return cells.flatMap((cell, column) => standsOf(cell).map((stand) => ({ ...stand, column })))
}

/** The same without the cells having been read. */
export function standsOnRow(reading: ComparisonReading, row: number): ScaleStand[] {
  const { parties } = reading
  return parties.flatMap(({ id: partyId }, column) => {
    const positions = inForceAt(reading, row * parties.length + column).map(({ position }) => position)
    return standsOf({ partyId, positions }).map((stand) => ({ ...stand, column }))
  })
}

type Standing = { partyId: PartyId; positions: readonly Pick<Position, 'id' | 'atLow' | 'atHigh'>[] }

export function standsOf({ partyId, positions }: Standing): Omit<ScaleStand, 'column'>[] {
  return positions.flatMap(({ id, atLow, atHigh }) =>
    atLow === null || atHigh === null ? [] : [{ positionId: id, partyId, low: atLow, high: atHigh }],
  )
}

/** Where the landing zone lies; null where it has no place on the scale. */
export const zoneOf = ({ zoneLow, zoneHigh }: ComparedIssue): ScaleRange | null =>
  zoneLow === null || zoneHigh === null ? null : { low: zoneLow, high: zoneHigh }

/** Whether there is a scale at all: some point of it has words. */
export const hasScale = ({ scaleLow, scaleHigh, marks }: ComparedIssue): boolean =>
  scaleLow !== '' || scaleHigh !== '' || marks.length > 0

/** What separates two ranges, in hundredths of the scale; 0 where they meet. */
export const rangeDistance = (a: ScaleRange, b: ScaleRange): number =>
  Math.max(0, Math.max(a.low, b.low) - Math.min(a.high, b.high))

/** In words, `40 to 60 of 100`; null where there is no place. */
export function scalePlace(say: Say, low: number | null, high: number | null): string | null {
  if (low === null || high === null) return null
  return low === high ? say('scale.at', { at: low }) : say('scale.between', { low, high })
}

/** A place that is dragged holds on to a mark this near, in hundredths of the scale. */
const markPull = 2

/** The mark that a dragged place comes to rest on, and the place itself where none is near. */
export function restOnMark(at: number, marks: readonly Mark[]): { at: number; mark: Mark | null } {
  const place = clampPlace(Math.round(at))
  const nearest = marks.toSorted((a, b) => Math.abs(a.at - place) - Math.abs(b.at - place))[0]
  if (nearest === undefined || Math.abs(nearest.at - place) > markPull) return { at: place, mark: null }
  return { at: nearest.at, mark: nearest }
}

/** The next mark in a direction; the end of the scale where there is none. */
export function nextMark(at: number, marks: readonly Mark[], direction: 1 | -1): number {
  const places = marks.map((mark) => mark.at).filter((place) => (place - at) * direction > 0)
  if (places.length === 0) return direction === 1 ? 100 : 0
  return direction === 1 ? Math.min(...places) : Math.max(...places)
}

/** The whole range moved so that its low end comes to `low`, as far as the scale goes; its length stays. */
export function movedTo({ low, high }: ScaleRange, to: number): ScaleRange {
  const length = high - low
  const start = Math.min(clampPlace(Math.round(to)), 100 - length)
  return { low: start, high: start + length }
}

/** One end of a range moved; past the other end, the two meet there. */
export function endMovedTo({ low, high }: ScaleRange, end: 'low' | 'high', to: number): ScaleRange {
  const place = clampPlace(Math.round(to))
  return end === 'low' ? { low: Math.min(place, high), high } : { low, high: Math.max(place, low) }
}

export const clampPlace = (at: number): number => Math.max(0, Math.min(100, at))

/**
 * On which line each of several ranges is drawn so that none covers another: 0 is the scale itself. `room` is what
 * lies between two neighbours at least, in hundredths of the scale.
 */
export function fanOut(ranges: readonly ScaleRange[], room: number): number[] {
  const endOfLine: number[] = []
  const lines = Array.from({ length: ranges.length }, () => 0)
  const order = ranges
    .map((range, index) => ({ range, index }))
    .toSorted((a, b) => a.range.low - b.range.low || a.index - b.index)
  for (const { range, index } of order) {
    const free = endOfLine.findIndex((end) => range.low - end >= room)
    const line = free === -1 ? endOfLine.length : free
    endOfLine[line] = range.high
    lines[index] = line
  }
  return lines
}

/** What of a range is moved: all of it, or one end. */
export type RangePart = 'whole' | 'low' | 'high'

/** A range of which a part is dragged to a place, where it may come to rest on a mark. */
export function draggedTo(
  range: ScaleRange,
  part: RangePart,
  to: number,
  marks: readonly Mark[],
): { range: ScaleRange; mark: Mark | null } {
  const rest = restOnMark(to, marks)
  if (part !== 'whole') {
    const moved = endMovedTo(range, part, rest.at)
    return { range: moved, mark: moved[part] === rest.mark?.at ? rest.mark : null }
  }
  const length = range.high - range.low
  const upper = restOnMark(to + length, marks)
  const moved = movedTo(range, rest.mark === null && upper.mark !== null ? upper.at - length : rest.at)
  const mark = [rest.mark, upper.mark].find((each) => each?.at === moved.low || each?.at === moved.high)
  return { range: moved, mark: mark ?? null }
}

/** The same by steps: the part moved by so many hundredths. */
export function nudged(range: ScaleRange, part: RangePart, by: number): ScaleRange {
  if (part === 'whole') return movedTo(range, Math.max(0, range.low + by))
  return endMovedTo(range, part, range[part] + by)
}

/** Those that stand in one stretch of the scale; a range counts where its middle lies. */
export type StandCrowd<Stand extends ScaleRange = ScaleStand> = ScaleRange & { stands: readonly Stand[] }

/** Where too many stand to draw each: the even stretches of the scale in which somebody does, from its low end. */
export function gatherStands<Stand extends ScaleRange>(
  stands: readonly Stand[],
  stretches: number,
): StandCrowd<Stand>[] {
  const length = 100 / stretches
  const stretchOf = ({ low, high }: ScaleRange) =>
    Math.min(stretches - 1, Math.floor((low + high) / 2 / length))
  return [...Map.groupBy(stands, stretchOf)]
    .toSorted(([one], [other]) => one - other)
    .map(([at, gathered]) => ({ low: at * length, high: (at + 1) * length, stands: gathered }))
}
