export const papers = ['A4', 'Letter'] as const
export type PaperName = (typeof papers)[number]
export const orientations = ['landscape', 'portrait'] as const
export type PageOrientation = (typeof orientations)[number]

/** A sheet of paper the way it is turned. */
export type Page = { paper: PaperName; orientation: PageOrientation }

/** Some columns of a table that is wider than the page: parties `from` to before `to`. */
export type ColumnGroup = { from: number; to: number; hasLandingZone: boolean }

export type ColumnWish = { weight: number; min: number; max: number }

const sheetsMm = { A4: { short: 210, long: 297 }, Letter: { short: 215.9, long: 279.4 } } as const

/** Room for the running lines above and below; millimetres. Letter has less height or width to give than A4. */
const pageMarginsMm = {
  A4: { top: 15, inline: 13, bottom: 13 },
  Letter: { top: 13, inline: 9, bottom: 11 },
} as const

export const marginsMm = ({ paper }: Page) => pageMarginsMm[paper]

/** At 8 pt, narrower than this a column of sentences falls apart into single words. */
const partyMinMm = 38
const issueMinMm = { landscape: 36, portrait: 30 } as const
const partyEasyMm = 51
const zoneMinMm = 26
const zoneWithTextMinMm = 32

export function pageSizeMm({ paper, orientation }: Page): { width: number; height: number } {
  const { short, long } = sheetsMm[paper]
  return orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long }
}

/** What a line of text or a table may fill, in millimetres. */
export function measureMm(page: Page): number {
  return pageSizeMm(page).width - 2 * marginsMm(page).inline
}

/**
 * The fewest groups in which every party has at least 38 mm beside the repeated issue column, as even as they
 * come; the last one also holds the landing zone. Without parties, one group of the landing zone alone.
 */
export function columnGroups(partyCount: number, page: Page): ColumnGroup[] {
  const room = measureMm(page) - issueMinMm[page.orientation]
  const most = Math.floor(room / partyMinMm)
  const mostInLast = Math.floor((room - zoneMinMm) / partyMinMm)

  const groupCount = 1 + Math.max(0, Math.ceil((partyCount - mostInLast) / most))
  const inLast = Math.min(mostInLast, Math.floor(partyCount / groupCount))
  const groups: ColumnGroup[] = []
  let from = 0
  for (let left = groupCount; left > 1; left -= 1) {
    const to = from + Math.ceil((partyCount - inLast - from) / (left - 1))
    groups.push({ from, to, hasLandingZone: false })
    from = to
  }
  return [...groups, { from, to: partyCount, hasLandingZone: true }]
}

/** Widths in millimetres of the issue column, each party's of the group, and the landing zone's if it is there. */
export function comparisonWidths(
  group: ColumnGroup,
  { issues, parties, zone }: { issues: number; parties: readonly number[]; zone: number },
  page: Page,
): number[] {
  const total = measureMm(page)
  const shown = parties.slice(group.from, group.to)
  const issueMin = issueMinMm[page.orientation]
  const beside = total - issueMin - shown.length * partyMinMm
  const zoneMin = zone === 0 ? zoneMinMm : Math.max(zoneMinMm, Math.min(zoneWithTextMinMm, beside))
  const room = total - issueMin - (group.hasLandingZone ? zoneMin : 0)
  // A gap with its date fits on one line, where that leaves a quarter to share out.
  const partyMin = Math.max(partyMinMm, Math.min(partyEasyMm, (room * 0.76) / Math.max(shown.length, 1)))
  return fitWidths(
    [
      { weight: softened(issues), min: issueMin, max: total * 0.17 },
      ...shown.map((weight) => ({ weight: softened(weight), min: partyMin, max: total * 0.42 })),
      ...(group.hasLandingZone ? [{ weight: softened(zone), min: zoneMin, max: total * 0.2 }] : []),
    ],
    total,
  )
}

/**
 * Shares the total out by weight, none below its least or, while there are others to take the rest, above its
 * most. Where even the least are too much, all shrink alike.
 */
export function fitWidths(columns: readonly ColumnWish[], total: number): number[] {
  const leastOfAll = sum(columns.map((column) => column.min))
  if (leastOfAll >= total) return columns.map((column) => (column.min * total) / leastOfAll)

  const widths = new Map<ColumnWish, number>()
  for (let settled = -1; settled !== widths.size; ) {
    settled = widths.size
    settle(columns, widths, total)
  }
  const open = columns.filter((column) => !widths.has(column))
  const shares = shareOut(open, total - sum([...widths.values()]))
  const fitted = columns.map((column) => widths.get(column) ?? shares.get(column)!)
  const spare = total - sum(fitted)
  return fitted.map((width) => width + (spare * width) / sum(fitted))
}

/** Fixes the columns that their share would push beyond a limit, on the side that is missed by more. */
function settle(columns: readonly ColumnWish[], widths: Map<ColumnWish, number>, total: number): void {
  const open = columns.filter((column) => !widths.has(column))
  const shares = shareOut(open, total - sum([...widths.values()]))
  const tooNarrow = open.filter((column) => shares.get(column)! < column.min)
  const tooWide = open.filter((column) => shares.get(column)! > column.max)
  const missing = sum(tooNarrow.map((column) => column.min - shares.get(column)!))
  const beyond = sum(tooWide.map((column) => shares.get(column)! - column.max))
  if (missing >= beyond) for (const column of tooNarrow) widths.set(column, column.min)
  else for (const column of tooWide) widths.set(column, column.max)
}

function shareOut(columns: readonly ColumnWish[], total: number): Map<ColumnWish, number> {
  const weights = columns.map((column) => Math.max(column.weight, 1))
  return new Map(columns.map((column, index) => [column, (total * weights[index]!) / sum(weights)]))
}

/** Rows are as tall as their tallest cell, so a column with twice the text gains less than twice the width. */
const softened = (length: number): number => length ** 0.6

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
