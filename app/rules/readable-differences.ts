import type { Difference } from './word-differences'

const word = /[\p{L}\p{N}]/u
const words = /[\p{L}\p{N}\p{M}]+/gu
/** A lone shared word is drowned where more words than this changed on either side of it. */
const wordsAround = 2

type Change = { removed: string; added: string }

/**
 * The same differences with fewer interruptions: a space or sign between two changes belongs to both, and so does a
 * lone word between two long ones. They put together to the same two texts.
 */
export function readableDifferences(differences: readonly Difference[]): Difference[] {
  const parts = inTurn(differences)
  const joined: (Change | string)[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!
    const last = joined.at(-1)
    const before = joined.at(-2)
    // A change after a stretch that is the same, after a change: the stretch may join the two.
    if (isChange(part) && typeof last === 'string' && isChange(before) && isIsland(last, before, part)) {
      joined.splice(-2, 2, {
        removed: before.removed + last + part.removed,
        added: before.added + last + part.added,
      })
    } else joined.push(part)
  }
  return joined.flatMap((part): Difference[] =>
    isChange(part)
      ? [
          ...(part.removed === '' ? [] : [{ kind: 'removed' as const, text: part.removed }]),
          ...(part.added === '' ? [] : [{ kind: 'added' as const, text: part.added }]),
        ]
      : [{ kind: 'same', text: part }],
  )
}

const isChange = (part: Change | string | undefined): part is Change => typeof part === 'object'

/** What is the same as text, and between two of those one change. */
function inTurn(differences: readonly Difference[]): (Change | string)[] {
  const parts: (Change | string)[] = []
  for (const { kind, text } of differences) {
    const last = parts.at(-1)
    if (kind === 'same') parts.push(text)
    else if (isChange(last)) last[kind] += text
    else parts.push({ removed: '', added: '', [kind]: text })
  }
  return parts
}

function isIsland(between: string, before: Change, after: Change): boolean {
  // A new line is a stop for the reader.
  if (between.includes('\n')) return false
  // What is only added, or only removed, reads well word by word.
  if (isOneSided(before) && isOneSided(after)) return false
  if (!word.test(between)) return true
  return wordCount(between) === 1 && [before, after].every((change) => mostWords(change) > wordsAround)
}

const isOneSided = ({ removed, added }: Change) => removed === '' || added === ''
const wordCount = (text: string) => text.match(words)?.length ?? 0
const mostWords = ({ removed, added }: Change) => Math.max(wordCount(removed), wordCount(added))
