/** The number, from 1, of the page that a place in the text is on; null where the text has no pages. */
export function pageOf(pages: readonly number[], offset: number): number | null {
  if (pages.length === 0) return null
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pages[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(1, low)
}
