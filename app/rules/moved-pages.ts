import { anchorFor, findAnchor } from './anchor'

const tellingLength = 60

/**
 * Where pages begin in a text that was corrected. Ahead of the first change they stay, behind the last one they
 * move along; in between each is looked for by the words that it begins with, and else keeps its share of the way.
 */
export function movedPages(before: string, after: string, pages: readonly number[]): number[] {
  if (pages.length === 0 || before === after) return [...pages]
  const head = commonHead(before, after)
  const tail = commonTail(before, after, head)
  const moved = after.length - before.length
  let last = 0
  return pages.map((page) => {
    const place = page <= head ? page : page >= before.length - tail ? page + moved : lookFor(page)
    last = Math.min(after.length, Math.max(last, place))
    return last
  })

  function lookFor(page: number): number {
    const end = Math.min(before.length, page + tellingLength)
    const isWhole = before.slice(0, page).isWellFormed() && before.slice(0, end).isWellFormed()
    const found = isWhole && end > page ? findAnchor(after, anchorFor(before, page, end)) : null
    if (found?.state === 'found') return found.start
    const [changed, became] = [before.length - tail - head, after.length - tail - head]
    return head + Math.round(((page - head) / Math.max(1, changed)) * became)
  }
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
