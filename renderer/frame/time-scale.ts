import { laterBy } from '../../app/rules/certainty'
import type { TimeStop } from '../../app/rules/time-stops'

/** Days along a line, from 0 to 1. */
export type TimeScale = {
  first: string
  last: string
  at: (day: string) => number
  dayAt: (share: number) => string
}

const dayMs = 86_400_000
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/**
 * Half of the line is time, half is shared out evenly among the stops: years without change leave room for a week in
 * which everything did. Days are ISO; null where there are fewer than two.
 */
export function timeScale(days: readonly string[]): TimeScale | null {
  const knots = [...new Set(days)].toSorted()
  const [first, last] = [knots[0], knots.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const times = knots.map(timeOf)
  const [start, end] = [times[0]!, times.at(-1)!]
  const shares = times.map(
    (time, index) => (time - start) / (end - start) / 2 + index / (times.length - 1) / 2,
  )
  return {
    first,
    last,
    at(day) {
      const time = Math.min(end, Math.max(start, timeOf(day)))
      const after = Math.max(
        1,
        times.findIndex((knot) => knot >= time),
      )
      const [from, to] = [times[after - 1]!, times[after]!]
      return shares[after - 1]! + ((time - from) / (to - from)) * (shares[after]! - shares[after - 1]!)
    },
    dayAt(share) {
      const within = Math.min(1, Math.max(0, share))
      const after = Math.max(
        1,
        shares.findIndex((knot) => knot >= within),
      )
      const [from, to] = [shares[after - 1]!, shares[after]!]
      const time = times[after - 1]! + ((within - from) / (to - from)) * (times[after]! - times[after - 1]!)
      return laterBy(first, Math.round((time - start) / dayMs))
    },
  }
}

/** What is drawn on the line: stops that fall together are one tick. */
export type Tick = {
  key: string
  from: number
  to: number
  changes: number
  /** Of the rounds there. */
  names: readonly string[]
  /** `2025-11`, `2025-Q4`, `2025` or `2020s`, where there is no room for every stop; else null. */
  period: string | null
}

/** Where there are too many stops to tell one from another, they are drawn by the finest of these. */
const periods = [
  (day: string) => day.slice(0, 7),
  (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  (day: string) => day.slice(0, 4),
  (day: string) => `${day.slice(0, 3)}0s`,
] as const

/**
 * At most some `most` ticks: every stop where there is room for all, else the months, quarters, years or decades in
 * which there are any, each where its first stop lies. Rounds are always drawn by themselves.
 */
export function ticksOf(stops: readonly TimeStop[], scale: TimeScale, most: number): Tick[] {
  const rounds = stops.filter((stop) => stop.rounds.length > 0)
  if (stops.length <= most) return stops.map((stop) => tickOf([stop], scale, null))
  const grouped = periods.map((periodOf) => Map.groupBy(stops, ({ day }) => periodOf(day)))
  const fitting = grouped.find((each) => each.size <= most) ?? grouped.at(-1)!
  return [
    ...[...fitting].map(([period, within]) => ({ ...tickOf(within, scale, period), names: [] })),
    ...rounds.map((stop) => ({ ...tickOf([stop], scale, null), changes: 0 })),
  ]
}

function tickOf(stops: readonly TimeStop[], scale: TimeScale, period: string | null): Tick {
  const { day, lastDay } = stops[0]!
  const from = scale.at(day)
  return {
    key: period ?? day,
    from,
    // Of many, the imprecise days would only be a smear.
    to: period === null ? scale.at(lastDay) : from,
    changes: stops.reduce((sum, { changes }) => sum + changes, 0),
    names: stops.flatMap(({ rounds }) => rounds.map(({ name }) => name)),
    period,
  }
}

/** The stop that a hand near it means: the nearest within `reach`, a share of the line; null where there is none. */
export function stopNear(
  stops: readonly { day: string }[],
  scale: TimeScale,
  share: number,
  reach: number,
): string | null {
  let nearest: string | null = null
  let distance = reach
  for (const { day } of stops) {
    const away = Math.abs(scale.at(day) - share)
    if (away > distance) continue
    distance = away
    nearest = day
  }
  return nearest
}
