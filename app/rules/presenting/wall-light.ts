import type { WallSpot } from './wall-moment'

/** What can be put in the light, in reading order, with how much was said for it. */
export type Lightable = readonly { blockId: string; quotations: number }[]

/** What a presenter asks of the light: the next or the one before, none, or this one and some of its words. */
export type LightWish = 'next' | 'previous' | 'none' | Pick<WallSpot, 'blockId' | 'phrase'>

/** The light moved; null is no light, as before the first and after the last. */
export function moveLight(all: Lightable, spot: WallSpot | null, wish: LightWish): WallSpot | null {
  if (wish === 'none') return null
  if (typeof wish === 'object')
    return all.some(({ blockId }) => blockId === wish.blockId) ? { ...wish, quotation: null, page: 0 } : null
  if (all.length === 0) return spot
  const at = all.findIndex(({ blockId }) => blockId === spot?.blockId)
  const found = all[wish === 'next' ? at + 1 : at === -1 ? all.length - 1 : at - 1]
  return found === undefined ? null : unread(found.blockId)
}

/** What was said for what is lit: more of it, then the next quotation, then back to none. */
export function nextQuotation(
  all: Lightable,
  lit: WallSpot | null,
  pagesOf: (spot: WallSpot) => number,
): WallSpot | null {
  const quoted = all.filter(({ quotations }) => quotations > 0)
  const spot = lit ?? (quoted[0] && unread(quoted[0].blockId))
  const count = quoted.find(({ blockId }) => blockId === spot?.blockId)?.quotations ?? 0
  if (spot === undefined || count === 0) return lit
  if (spot.quotation === null) return { ...spot, quotation: 0, page: 0 }
  if (spot.page + 1 < pagesOf(spot)) return { ...spot, page: spot.page + 1 }
  if (spot.quotation + 1 < count) return { ...spot, quotation: spot.quotation + 1, page: 0 }
  return { ...spot, quotation: null, page: 0 }
}

const unread = (blockId: string): WallSpot => ({ blockId, phrase: null, quotation: null, page: 0 })
