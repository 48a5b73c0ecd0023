import { lengthOf } from './briefing-context'
import type { Line } from './briefing-document'

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
