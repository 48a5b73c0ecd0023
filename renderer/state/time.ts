import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import { edtfBounds, todayAsEdtf } from '../../app/model/edtf-date'
import type { Round } from '../../app/model/view'
import { readingDay } from '../../app/rules/comparison'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import { timeStops, type TimeStop } from '../../app/rules/time-stops'
import { readAsOf } from './compare-view'
import { useOpened } from './opened'
import { useQuery } from './use-query'

type Time = {
  /** Oldest first. */
  stops: readonly TimeStop[]
  rounds: readonly Round[]
  /** The ISO day that the comparison is read at, and the one that the dossier itself asks for. */
  day: string
  ownDay: string
}

/** For what lies outside the comparison and still steps through its days: actions, the palette, the menu. */
export const useTime = create<Time | Record<keyof Time, null>>(() => ({
  stops: null,
  rounds: null,
  day: null,
  ownDay: null,
}))

/** Keeps the stops of the comparison that is being read. */
export function useStopsOf(comparison: ComparisonReading | undefined): void {
  const rounds = useQuery('round.list', {}).value
  const dossier = useOpened((state) => state.opened?.dossier)
  const index = comparison?.index
  const day = comparison?.asOf
  const ownDay = dossier && readingDay(null, dossier, todayAsEdtf(new Date()))
  const stops = useMemo(
    () => (index && rounds && ownDay !== undefined ? withDay(timeStops(index, rounds), ownDay) : null),
    [index, rounds, ownDay],
  )
  useEffect(() => {
    if (stops && rounds && day !== undefined && ownDay !== undefined)
      useTime.setState({ stops, rounds, day, ownDay })
    else useTime.setState({ stops: null, rounds: null, day: null, ownDay: null })
  }, [stops, rounds, day, ownDay])
}

/** Read at a day before the dossier's own: what has no date of its own is then as it is recorded now. */
export const useIsReadEarlier = (): boolean =>
  useTime(({ day, ownDay }) => day !== null && ownDay !== null && day < ownDay)

/** The dossier's own day is worth a stop, whether or not anything happened on it. */
function withDay(stops: readonly TimeStop[], day: string): readonly TimeStop[] {
  if (stops.some((stop) => stop.day === day)) return stops
  const own: TimeStop = { day, lastDay: day, rounds: [], changes: 0 }
  return [...stops, own].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** The dossier's own day is not a date chosen by the reader: when the dossier's changes, it is read at the new one. */
export function readAtDay(day: string): void {
  readAsOf(day === useTime.getState().ownDay ? null : day)
}

/** The last day that a date may mean; an open one is its own words. */
export const lastDayOf = (date: string): string => edtfBounds(date).last ?? date

/** The round that a date is, by its day. */
export const roundOn = (rounds: readonly Round[], day: string): Round | null =>
  rounds.find((round) => lastDayOf(round.date) === day) ?? null

/** The newest round before a day; null where there is none. */
export function roundBefore(rounds: readonly Round[], day: string): Round | null {
  return rounds
    .filter((round) => lastDayOf(round.date) < day)
    .reduce<Round | null>(
      (newest, round) => (newest && lastDayOf(newest.date) >= lastDayOf(round.date) ? newest : round),
      null,
    )
}
