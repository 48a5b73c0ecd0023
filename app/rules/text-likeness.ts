import { foldText } from './fold-text'

const runWords = 5
/** Texts that come to fewer runs than this are too short to say anything. */
const leastRuns = 12
/** More runs than this are sampled, the same ones in every text. */
const mostRuns = 100_000

/** The runs of five words of a text, as hashes; scripts without spaces count each character as a word. */
export type TextRuns = { hashes: ReadonlySet<number>; count: number }

/**
 * Shingles of five words (Broder 1997) of the folded text, so that case, accents, quotation marks and line breaks do
 * not matter.
 */
export function textRuns(text: string): TextRuns {
  const words = foldText(text).match(word) ?? []
  const hashes = new Set<number>()
  for (let at = 0; at + runWords <= words.length; at++) {
    let hash = 0x811c9dc5
    for (let next = at; next < at + runWords; next++) hash = hashed(hash, words[next]!)
    hashes.add(hash >>> 0)
  }
  return { hashes, count: hashes.size }
}

/**
 * 0 to 1: how much of the shorter text stands in the longer one. 0 where either is too short to compare. Wire copy
 * that a paper cut, or put its own paragraphs around, stays close to 1.
 */
export function textLikeness(a: TextRuns, b: TextRuns): number {
  const [shorter, longer] = a.count <= b.count ? [a, b] : [b, a]
  if (shorter.count < leastRuns) return 0
  const every = Math.ceil(shorter.count / mostRuns)
  let looked = 0
  let shared = 0
  for (const hash of shorter.hashes) {
    if (hash % every !== 0) continue
    looked++
    if (longer.hashes.has(hash)) shared++
  }
  return looked === 0 ? 0 : shared / looked
}

/** Likeness from which two sources are offered a shared origin. */
export const alikeFrom = 0.5

/**
 * Passages by which a text can be looked for in others: some thirty characters from lines all through it, whole
 * words. Wire copy keeps most of its sentences letter for letter.
 */
export function tellingPassages(text: string, limit: number): string[] {
  const lines = text.split('\n').filter((line) => line.length >= 60)
  const step = Math.max(1, lines.length / limit)
  const passages: string[] = []
  for (let index = 0; index < lines.length && passages.length < limit; index += step) {
    const line = foldText(lines[Math.floor(index)]!.slice(0, 2_000)).trim()
    const middle = Math.max(0, Math.floor(line.length / 2) - 18)
    const from = middle === 0 ? 0 : line.indexOf(' ', middle) + 1
    const passage = line.slice(from, from + 36).replace(/\s\S*$/u, '')
    if (passage.length >= 12) passages.push(passage)
  }
  return [...new Set(passages)]
}

const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu

/** FNV-1a over UTF-16 units, with an end of word. */
function hashed(from: number, text: string): number {
  let hash = from
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ 0x20, 0x01000193)
}
