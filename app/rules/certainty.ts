import { edtfBounds } from '../model/edtf-date'
import type { Position } from '../model/position'

/** Why it cannot be said for sure that a position in force at a day holds on it. */
export type Doubt = {
  end: 'from' | 'until'
  /** As it was written. */
  date: string
  /** `within`: any of the date's days may be meant. `about` (~) and `uncertain` (?): the date itself is in doubt. */
  why: 'within' | 'about' | 'uncertain'
}

/** The ISO days between which a position surely or perhaps begins, and surely or perhaps ends; null is open. */
export type Period = {
  begins: string | null
  beginsBy: string | null
  endsFrom: string | null
  ends: string | null
}

type Dated = Pick<Position, 'from' | 'until'>

/**
 * What leaves it open whether a position that is in force at `day` has begun and is not over. A qualified date, with
 * ~ or ?, is in doubt for as long again as it is long: a day for a day, a month for a month.
 */
export function doubtsAt({ from, until }: Dated, period: Period, day: string): Doubt[] {
  const { begins, beginsBy, endsFrom, ends } = period
  const doubts: Doubt[] = []
  // An open end says since when, not that it is to come.
  if (from !== null && beginsBy !== null) {
    const why = day < beginsBy ? (qualifierOf(from) ?? 'within') : qualifierOf(from)
    if (why !== null && day <= laterBy(beginsBy, why === 'within' ? 0 : daysOf(begins, beginsBy)))
      doubts.push({ end: 'from', date: from, why })
  }
  if (until !== null && endsFrom !== null) {
    const why = day > endsFrom ? (qualifierOf(until) ?? 'within') : qualifierOf(until)
    if (why !== null && day >= laterBy(endsFrom, why === 'within' ? 0 : -daysOf(endsFrom, ends)))
      doubts.push({ end: 'until', date: until, why })
  }
  return doubts
}

/** Whether its dates leave open on which day it begins or ends. */
export const isVague = ({ from, until }: Dated, { begins, beginsBy, endsFrom, ends }: Period): boolean =>
  begins !== beginsBy ||
  endsFrom !== ends ||
  (from !== null && qualifierOf(from) !== null) ||
  (until !== null && qualifierOf(until) !== null)

/** The days around which what `doubtsAt` says of a position changes, whichever side each of them is on. */
export function doubtDays({ from, until }: Dated, { begins, beginsBy, endsFrom, ends }: Period): string[] {
  const days: string[] = []
  if (from !== null && beginsBy !== null) {
    days.push(beginsBy)
    if (qualifierOf(from) !== null) days.push(laterBy(beginsBy, daysOf(begins, beginsBy)))
  }
  if (until !== null && endsFrom !== null) {
    days.push(endsFrom)
    if (qualifierOf(until) !== null) days.push(laterBy(endsFrom, -daysOf(endsFrom, ends)))
  }
  return days
}

/** Whether it holds for the whole of a period, surely for some of it, perhaps for some or all of it, or not at all. */
export type Extent = 'whole' | 'some' | 'perhaps' | 'none'

/** `first` and `last` are ISO days; `successors` are those that supersede it. */
export function extentIn(
  period: Period,
  successors: readonly Period[],
  { first, last }: { first: string; last: string },
): Extent {
  const { begins, beginsBy, endsFrom, ends } = period
  if ((begins !== null && begins > last) || (ends !== null && ends < first)) return 'none'
  if (successors.some((successor) => (successor.beginsBy ?? successor.begins ?? '') <= first)) return 'none'

  const isSurelyBegun = (day: string) => begins === null || (beginsBy ?? begins) <= day
  const isSurelyLasting = (day: string) =>
    (endsFrom ?? ends ?? day) >= day && successors.every((other) => (other.begins ?? '') > day)
  if (isSurelyBegun(first) && isSurelyLasting(last)) return 'whole'
  const isSurelyLate = begins !== null && begins > first
  const isSurelyOver = ends !== null && ends < last
  const isSurelySuperseded = successors.some((other) => (other.beginsBy ?? other.begins ?? '') <= last)
  const isSurelyCut = isSurelyLate || isSurelyOver || isSurelySuperseded
  const isSurelyThere = isSurelyBegun(last) && (endsFrom ?? ends ?? first) >= first
  return isSurelyCut && isSurelyThere ? 'some' : 'perhaps'
}

function qualifierOf(date: string): 'about' | 'uncertain' | null {
  if (date.includes('?') || date.includes('%')) return 'uncertain'
  return date.includes('~') ? 'about' : null
}

const dayMs = 86_400_000
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Days from one to the other, both counted; 0 where one is open. */
function daysOf(first: string | null, last: string | null): number {
  if (first === null || last === null) return 0
  return Math.round((timeOf(last) - timeOf(first)) / dayMs) + 1
}

/** Years before 0 and beyond 9999 stay as they are: nothing is that near to them. */
export function laterBy(day: string, days: number): string {
  const time = timeOf(day) + days * dayMs
  const moved = Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : day
  return moved.length === 10 && !day.startsWith('-') ? moved : day
}

/** The period that a position's dates leave open. */
export function periodOf({ from, until }: Dated): Period {
  const begun = from === null ? open : edtfBounds(from)
  const over = until === null ? open : edtfBounds(until)
  return { begins: begun.first, beginsBy: begun.last, endsFrom: over.first, ends: over.last }
}

const open = { first: null, last: null }
