import type { Difference } from './word-differences'

const word = /[\p{L}\p{N}]/u
const words = /[\p{L}\p{N}\p{M}]+/gu
const outerSpaces = /^(\s*)(.*?)(\s*)$/su
/** A lone shared word is drowned where more words than this changed on either side of it. */
const wordsAround = 2
/** Where two texts share less than this of the shorter one, a few words in common are chance. */
const leastShared = 0.25
const fewWords = 3

type Change = { removed: string; added: string }

/**
 * The same differences with fewer interruptions: a space or sign between two changes belongs to both, and so does a
 * lone word between two long ones. They put together to the same two texts.
 */
export function readableDifferences(differences: readonly Difference[]): Difference[] {
  const parts = inTurn(differences)
  const islandWords = isByChance(differences) ? fewWords : 1
  const joined: (Change | string)[] = []
  for (const part of parts) {
    const between = joined.at(-1)
    const before = joined.at(-2)
    const isJoining =
      isChange(part) &&
      typeof between === 'string' &&
      isChange(before) &&
      isIsland(between, before, part, islandWords)
    if (isJoining) {
      joined.splice(-2, 2, {
        removed: before.removed + between + part.removed,
        added: before.added + between + part.added,
      })
    } else joined.push(part)
  }
  const readable: Difference[] = []
  for (const part of joined.flatMap(withoutSharedSpaces)) {
    if (isChange(part)) {
      if (part.removed !== '') readable.push({ kind: 'removed', text: part.removed })
      if (part.added !== '') readable.push({ kind: 'added', text: part.added })
    } else pushSame(readable, part)
  }
  return readable
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

function isByChance(differences: readonly Difference[]): boolean {
  const letters = { same: 0, added: 0, removed: 0 }
  for (const { kind, text } of differences) {
    for (const found of text.match(words) ?? []) letters[kind] += found.length
  }
  return letters.same < leastShared * (letters.same + Math.min(letters.added, letters.removed))
}

function isIsland(between: string, before: Change, after: Change, islandWords: number): boolean {
  // A new line is a stop for the reader.
  if (between.includes('\n')) return false
  // What is only added, or only removed, reads well word by word.
  if (isOneSided(before) && isOneSided(after)) return false
  if (!word.test(between)) return true
  const count = wordCount(between)
  if (islandWords > 1) return count <= islandWords
  return count === 1 && [before, after].every((change) => mostWords(change) > wordsAround)
}

const isOneSided = ({ removed, added }: Change) => removed === '' || added === ''
const wordCount = (text: string) => text.match(words)?.length ?? 0
const mostWords = ({ removed, added }: Change) => Math.max(wordCount(removed), wordCount(added))

/** Spaces at an end of both sides of a change are the same: no line goes through or under them. */
function withoutSharedSpaces(part: Change | string): (Change | string)[] {
  if (!isChange(part) || isOneSided(part)) return [part]
  const [, removedStart = '', removed = '', removedEnd = ''] = outerSpaces.exec(part.removed) ?? []
  const [, addedStart = '', added = '', addedEnd = ''] = outerSpaces.exec(part.added) ?? []
  if (removed === '' || added === '') return [part]
  const start = removedStart === addedStart ? removedStart : ''
  const end = removedEnd === addedEnd ? removedEnd : ''
  const inner = (text: string) => text.slice(start.length, text.length - end.length)
  return [start, { removed: inner(part.removed), added: inner(part.added) }, end]
}

function pushSame(differences: Difference[], text: string): void {
  const last = differences.at(-1)
  if (text === '') return
  if (last?.kind === 'same') last.text += text
  else differences.push({ kind: 'same', text })
}
