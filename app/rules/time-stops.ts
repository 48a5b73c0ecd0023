import { edtfBounds } from '../model/edtf-date'
import type { Round } from '../model/view'
import { laterBy } from './certainty'
import type { ComparisonIndex } from './comparison-index'

/** A day worth stopping at: a round, or one on which what is in force changes. */
export type TimeStop = {
  /** ISO; what is read there already stands as changed. */
  day: string
  /** The last day that an imprecise date of the changes leaves open; the day itself where all are to the day. */
  lastDay: string
  rounds: readonly Round[]
  /** How many positions begin, end or are answered then. */
  changes: number
}

/** The days of rounds and changes, oldest first. */
export function timeStops(index: ComparisonIndex, rounds: readonly Round[]): TimeStop[] {
  const stops = new Map<string, { day: string; lastDay: string; rounds: Round[]; changes: number }>()
  const at = (day: string, lastDay: string) => {
    const stop = stops.get(day) ?? { day, lastDay, rounds: [], changes: 0 }
    stops.set(day, stop)
    if (lastDay > stop.lastDay) stop.lastDay = lastDay
    return stop
  }
  for (const { begins, beginsBy, ends, answers } of index.positionOf.values()) {
    if (begins !== null) at(begins, beginsBy ?? begins).changes += 1
    if (ends !== null) {
      const over = laterBy(ends, 1)
      at(over, over).changes += 1
    }
    for (const { onDate, outcome } of answers) {
      const { first, last } = onDate === null ? { first: null, last: null } : edtfBounds(onDate)
      if (first !== null && outcome !== 'none found') at(first, last ?? first).changes += 1
    }
  }
  for (const round of rounds) {
    const { last } = edtfBounds(round.date)
    if (last !== null) at(last, last).rounds.push(round)
  }
  return [...stops.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** The next stop after a day, or before it with `backwards`; null where there is none. */
export function nextStop(
  stops: readonly TimeStop[],
  day: string,
  { backwards }: { backwards: boolean },
): TimeStop | null {
  const found = backwards ? stops.findLast((stop) => stop.day < day) : stops.find((stop) => stop.day > day)
  return found ?? null
}
