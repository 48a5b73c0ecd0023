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
export type Tick = { key: string; from: number; to: number; changes: number; names: readonly string[] }

/** At most so many ticks are drawn; a line in a bar has not many more pixels. */
const mostTicks = 160

export function ticksOf(stops: readonly TimeStop[], scale: TimeScale): Tick[] {
  const ticks = new Map<number, Tick>()
  for (const { day, lastDay, rounds, changes } of stops) {
    const from = scale.at(day)
    const slot = Math.round(from * mostTicks)
    const known = ticks.get(slot)
    ticks.set(slot, {
      key: known?.key ?? day,
      from: known?.from ?? from,
      to: Math.max(known?.to ?? 0, scale.at(lastDay)),
      changes: (known?.changes ?? 0) + changes,
      names: [...(known?.names ?? []), ...rounds.map(({ name }) => name)],
    })
  }
  return [...ticks.values()]
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
