/** A page's first words, and fewer of them where some were corrected. */
const tellingLengths = [40, 16]
const mostPlaces = 200

/**
 * Where pages begin in a text that was corrected. Ahead of the first change they stay, behind the last one they move
 * along; in between each is put where the words that it begins with stand nearest to its share of the way.
 */
export function movedPages(before: string, after: string, pages: readonly number[]): number[] {
  if (pages.length === 0 || before === after) return [...pages]
  const head = commonHead(before, after)
  const tail = commonTail(before, after, head)
  const moved = after.length - before.length
  const pace = (after.length - tail - head) / Math.max(1, before.length - tail - head)
  let last = 0
  return pages.map((page) => {
    const expected = head + Math.round((page - head) * pace)
    const place =
      page <= head
        ? page
        : page >= before.length - tail
          ? page + moved
          : nearestPlace(after, before.slice(page, page + tellingLengths[0]!), expected)
    last = Math.min(after.length, Math.max(last, place))
    return last
  })
}

/** `expected` itself where the words are gone. */
function nearestPlace(text: string, words: string, expected: number): number {
  for (const length of tellingLengths) {
    const places = placesOf(text, words.slice(0, length))
    if (places.length === 0) continue
    return places.reduce((a, b) => (Math.abs(b - expected) < Math.abs(a - expected) ? b : a))
  }
  return expected
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  if (words === '') return places
  for (
    let at = text.indexOf(words);
    at !== -1 && places.length < mostPlaces;
    at = text.indexOf(words, at + 1)
  ) {
    places.push(at)
  }
  return places
}

function commonHead(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let at = 0
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function commonTail(a: string, b: string, head: number): number {
  const limit = Math.min(a.length, b.length) - head
  let length = 0
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++
  return length
}
