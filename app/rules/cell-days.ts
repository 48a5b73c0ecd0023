import { edtfBounds } from '../model/edtf-date'
import { doubtDays, isVague } from './certainty'
import type { ComparisonIndex, HeldCell } from './comparison-index'
import { endOf } from './end-of'

/**
 * The days on which a cell begins to read otherwise, for all cells at once: from one day to another few of them do, and
 * looking which takes less than reading one row. A day stands for itself and what follows; with `after` it stands for
 * what follows it.
 */
export type CellDays = {
  /** In order. */
  days: readonly string[]
  /** The cells of each, by their places in the index. */
  cells: readonly (readonly number[])[]
}

/** Sorts behind its day and before the next. */
const after = '+'

const known = new WeakMap<ComparisonIndex, CellDays>()

type Between = { day: string; other: string; cells: ReadonlySet<number>; rows: ReadonlySet<number> }

/** An answer to one key is asked for by all that is on the page. */
const last = new WeakMap<ComparisonIndex, Between>()

/** The places of all cells that may not read at one ISO day as they do at the other; in no order. */
export const cellsBetween = (index: ComparisonIndex, day: string, other: string): ReadonlySet<number> =>
  between(index, day, other).cells

/** The rows that hold any of them. */
export const rowsBetween = (index: ComparisonIndex, day: string, other: string): ReadonlySet<number> =>
  between(index, day, other).rows

function between(index: ComparisonIndex, day: string, other: string): Between {
  const known = last.get(index)
  if (known?.day === day && known.other === other) return known
  const { days, cells } = daysOfCells(index)
  const [first, until] = day < other ? [day, other] : [other, day]
  const width = index.records.parties.length
  const found = new Set<number>()
  const rows = new Set<number>()
  for (let at = firstBehind(days, first); at < days.length && days[at]! <= until; at += 1) {
    for (const cell of cells[at]!) {
      found.add(cell)
      rows.add(Math.floor(cell / width))
    }
  }
  const made = { day, other, cells: found, rows }
  if (index.awaited.size === 0) last.set(index, made)
  return made
}

/** Whether one cell reads at one ISO day as it does at the other: nothing in it begins, ends or was said between. */
export function readsAlike(held: HeldCell | undefined, day: string, other: string): boolean {
  if (held === undefined || day === other) return true
  const [first, until] = day < other ? [day, other] : [other, day]
  let isAlike = true
  addDays(held, (on) => {
    if (on !== null && on > first && on <= until) isAlike = false
  })
  return isAlike
}

function daysOfCells(index: ComparisonIndex): CellDays {
  const found = known.get(index)
  if (found) return found
  // Read through to its end: what has not been done in idle time is done now.
  return endOf(findDaysOfCells(index))
}

/** The same a stretch at a time, for idle time; each stretch is some tenths of a millisecond. */
export function* findDaysOfCells(index: ComparisonIndex): Generator<void, CellDays> {
  const found = known.get(index)
  if (found) return found
  const cellsOf = new Map<string, number[]>()
  const add = (day: string | null, at: number) => {
    if (day === null) return
    const cells = cellsOf.get(day)
    if (cells === undefined) cellsOf.set(day, [at])
    else if (cells.at(-1) !== at) cells.push(at)
  }
  for (let at = 0; at < index.held.length; at += 1) {
    const cell = index.held[at]
    if (cell !== undefined) addDays(cell, (day) => add(day, at))
    if (at % stretch === stretch - 1) yield
  }
  const days = [...cellsOf.keys()].toSorted()
  const made = { days, cells: days.map((day) => cellsOf.get(day)!) }
  // While rows are still to come, more days are.
  if (index.awaited.size === 0) known.set(index, made)
  return made
}

/** Cells. */
const stretch = 256

function addDays({ positions, gaps }: HeldCell, add: (day: string | null) => void): void {
  for (const { position, successors, facts, answers, ...period } of positions) {
    add(period.begins)
    if (period.ends !== null) {
      // What ended is sorted by from its last day on, and read no longer from the next.
      add(period.ends)
      add(period.ends + after)
    }
    for (const { begins } of successors) add(begins)
    for (const { day } of facts) add(day)
    for (const { onDate } of answers) if (onDate !== null) add(edtfBounds(onDate).first)
    if (isVague(position, period)) {
      for (const day of doubtDays(position, period)) {
        add(day)
        add(day + after)
      }
    }
  }
  if (gaps.length > 1) for (const { asOf } of gaps) add(edtfBounds(asOf).first)
}

/** The first of the days that comes after one. */
function firstBehind(days: readonly string[], day: string): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}
