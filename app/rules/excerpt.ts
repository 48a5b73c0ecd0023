import { foldText, foldWithMap } from './fold-text'

export type Excerpt = { excerpt: string; marks: { from: number; to: number }[] }

/** In UTF-16 units, about two lines. */
const excerptLength = 160
const wordBreak = /\s/u

/** The words around the first hit in the first of the texts that has one, with every hit in them marked. */
export function excerptAround(texts: readonly string[], words: string): Excerpt {
  const terms = foldText(words)
    .split(/\s+/u)
    .filter((term) => term.length > 0)
  for (const text of texts) {
    const hits = firstHits(text, terms)
    if (hits.length > 0) return cut(text, hits)
  }
  return { excerpt: cut(texts[0] ?? '', []).excerpt, marks: [] }
}

type Hit = { from: number; to: number }

/** In UTF-16 units. A text is looked through part by part, so that a hit at its beginning costs no more than that. */
const partLength = 4_000
const overlap = 400

/** The hits in the first part of the text that has any. */
function firstHits(text: string, terms: readonly string[]): Hit[] {
  for (let start = 0; start < text.length; start += partLength - overlap) {
    const part = text.slice(start, start + partLength)
    const folded = foldText(part)
    if (!terms.some((term) => folded.includes(term))) continue
    return hitsIn(part, terms).map(({ from, to }) => ({ from: from + start, to: to + start }))
  }
  return []
}

function hitsIn(text: string, terms: readonly string[]): Hit[] {
  const { folded, at } = foldWithMap(text)
  const hits: Hit[] = []
  for (const term of terms) {
    for (let index = folded.indexOf(term); index !== -1; index = folded.indexOf(term, index + term.length)) {
      hits.push({ from: at[index]!, to: at[index + term.length]! })
    }
  }
  return hits.toSorted((a, b) => a.from - b.from)
}

function cut(text: string, hits: readonly Hit[]): Excerpt {
  const first = hits[0]?.from ?? 0
  let start = Math.max(0, first - excerptLength / 4)
  while (start > 0 && start < first && !wordBreak.test(text[start - 1]!)) start += 1
  let end = Math.min(text.length, start + excerptLength)
  while (end < text.length && end > start && !wordBreak.test(text[end]!)) end -= 1
  if (end === start) end = Math.min(text.length, start + excerptLength)

  const before = start > 0 ? '… ' : ''
  const after = end < text.length ? ' …' : ''
  const marks: Hit[] = []
  for (const { from, to } of hits) {
    const last = marks.at(-1)
    const shifted = { from: from - start + before.length, to: to - start + before.length }
    if (to > end) break
    if (last && shifted.from < last.to) last.to = Math.max(last.to, shifted.to)
    else marks.push(shifted)
  }
  return { excerpt: before + text.slice(start, end) + after, marks }
}
