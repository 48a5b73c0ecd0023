import { lengthOf } from './briefing-context'
import type { Line } from './briefing-document'
import { marginsMm, pageSizeMm, type Page } from './page-layout'

/** At 8.5 points, somewhat less than they are: a row is called tall only where it surely is. */
const characterWidthMm = 1.4
const lineHeightMm = 3.9
/** More than any sheet has room for, lying and standing. */
const tallestMm = { landscape: 200, portrait: 270 } as const

/**
 * On which sheets a row can fit no page, so that it may begin where it stands and be divided; null where it may fit
 * one and is kept whole. `widthsMm` are those of its cells.
 */
export function tallOn(
  cells: readonly (readonly Line[])[],
  widthsMm: readonly number[],
): 'landscape' | 'any' | null {
  const heights = cells.map((lines, index) => {
    const perLine = (widthsMm[index] ?? Infinity) / characterWidthMm
    return Math.floor(lengthOf(lines) / perLine) * lineHeightMm
  })
  const height = Math.max(0, ...heights)
  if (height > tallestMm.portrait) return 'any'
  return height > tallestMm.landscape ? 'landscape' : null
}

/** Somewhat more than they are: what is called short surely fits. */
const roomyCharacterMm = 2
const roomyLineMm = 4.6
/** What a cell keeps free on both sides. */
const paddingMm = 3.6

/** Whether a row takes less than half a page, so that it may go on to the next as a whole. */
export function isShortOn(
  page: Page,
  cells: readonly (readonly Line[])[],
  widthsMm: readonly number[],
): boolean {
  const { top, bottom } = marginsMm(page)
  const most = Math.floor((pageSizeMm(page).height - top - bottom) / 2 / roomyLineMm)
  return cells.every((lines, index) => {
    const perLine = Math.max(1, Math.floor((widthsMm[index]! - paddingMm) / roomyCharacterMm))
    let count = 0
    for (const line of lines) count += Math.ceil(Math.max(1, lengthOf([line])) / perLine)
    return count <= most
  })
}
