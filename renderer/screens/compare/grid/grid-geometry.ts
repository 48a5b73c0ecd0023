/** Where lines lie one after the other: `starts[n]` is the sum of the sizes before line n, and has one entry more. */
export function startsOf(sizes: ArrayLike<number>): Float64Array {
  const starts = new Float64Array(sizes.length + 1)
  for (let index = 0; index < sizes.length; index += 1) starts[index + 1] = starts[index]! + sizes[index]!
  return starts
}

/** The line that holds the point; the first or last where it lies outside. -1 where there are no lines. */
export function lineAt(starts: Float64Array, point: number): number {
  let low = 0
  let high = starts.length - 2
  if (high < 0) return -1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= point) low = middle
    else high = middle - 1
  }
  return low
}

export type LineWindow = { first: number; last: number }

/** The lines of which something lies between two points, `beyond` further on either side; empty where last < first. */
export function linesBetween(
  starts: Float64Array,
  { from, to, beyond }: { from: number; to: number; beyond: number },
): LineWindow {
  if (starts.length < 2) return { first: 0, last: -1 }
  return { first: lineAt(starts, from - beyond), last: lineAt(starts, to + beyond) }
}

/** CSS pixels at 100 %, as wide as the interface's text wants it. */
const usualWidths = {
  head: 216,
  column: { least: 220, most: 420 },
  zone: { least: 190, most: 420, share: 0.17 },
}

/** The room shared among columns that have no width of their own; each a whole pixel. */
export function shareRoom(
  room: number,
  wanted: { head: number | null; columns: readonly { width: number | null; isZone: boolean }[] },
): { head: number; columns: number[] } {
  const head = wanted.head ?? usualWidths.head
  const zoneWidth = Math.round(
    between(room * usualWidths.zone.share, usualWidths.zone.least, usualWidths.zone.most),
  )
  const fixed = wanted.columns.map(({ width, isZone }) => width ?? (isZone ? zoneWidth : null))
  const shared = fixed.filter((width) => width === null).length
  const taken = head + fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const { least, most } = usualWidths.column
  const share = shared === 0 ? 0 : Math.floor(between((room - taken) / shared, least, most))
  return { head, columns: fixed.map((width) => width ?? share) }
}

export const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most))
