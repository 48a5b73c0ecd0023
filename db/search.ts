import { foldText } from '../app/rules/fold-text'
import { isWordBeginning } from '../app/rules/word-beginnings'
import { prepare, type ReadDb } from './connection'
import type { SearchedKind } from './search-index'

export type SearchHit = { recordKind: SearchedKind; recordId: string }

/**
 * The records that hold every one of the words, in any order, oldest first. Three characters and more are found
 * anywhere in a word. One or two are found where a word begins, or, beside longer words, anywhere.
 */
export function searchRecords(
  db: ReadDb,
  { words, kinds, limit }: { words: string; kinds: readonly SearchedKind[]; limit: number },
): SearchHit[] {
  const terms = termsOf(words)
  if (terms.length === 0) return []

  const { index, match, scanned } = planSearch(terms)
  const byScan = scanned.map((_, index) => `AND entry.body LIKE @scan${index} ESCAPE '\\'`).join(' ')
  return prepare<SearchHit>(
    db,
    // The index comes first and gives its rows in order, so that the first hits cost what they are, not what
    // all of them would.
    `SELECT entry.recordKind, entry.recordId
     FROM ${index === null ? '' : `${index} AS found CROSS JOIN`} searchEntry AS entry
     WHERE ${index === null ? 'TRUE' : `${index} MATCH @match AND entry.number = found.rowid`} ${byScan}
       AND entry.recordKind IN (SELECT value FROM json_each(@kinds))
     ORDER BY ${index === null ? 'entry.number' : 'found.rowid'} LIMIT @limit`,
  ).all({
    kinds: JSON.stringify(kinds),
    limit,
    match,
    ...Object.fromEntries(
      scanned.map((term, index) => [`scan${index}`, `%${term.replace(/[\\%_]/g, '\\$&')}%`]),
    ),
  })
}

/** A hit costs some 5 µs to rank, and ranking is to cost 50 ms at most. */
const rankedAtMost = 5_000
const countedWithinMs = 20

/**
 * The same, best match first, by BM25 as SQLite's FTS5 has it; null where there are too many to rank while
 * somebody types, or only words that are too short to be ranked.
 */
export function rankRecords(
  db: ReadDb,
  { words, kinds, limit }: { words: string; kinds: readonly SearchedKind[]; limit: number },
): SearchHit[] | null {
  const terms = termsOf(words)
  const { index, match, scanned } = planSearch(terms)
  if (index !== 'searchIndex' || scanned.length > 0) return null

  const begun = performance.now()
  const { found } = prepare<{ found: number }>(
    db,
    'SELECT count(*) AS found FROM (SELECT 1 FROM searchIndex WHERE searchIndex MATCH @match LIMIT @most)',
  ).get({ match, most: rankedAtMost + 1 })!
  if (found > rankedAtMost || performance.now() - begun > countedWithinMs) return null

  return prepare<SearchHit>(
    db,
    `SELECT entry.recordKind, entry.recordId
     FROM searchIndex AS found CROSS JOIN searchEntry AS entry
     WHERE searchIndex MATCH @match AND entry.number = found.rowid
       AND entry.recordKind IN (SELECT value FROM json_each(@kinds))
     ORDER BY found.rank, found.rowid LIMIT @limit`,
  ).all({ match, kinds: JSON.stringify(kinds), limit })
}

const termsOf = (words: string) =>
  foldText(words)
    .split(/\s+/u)
    .filter((term) => term.length > 0)

/** Which index is asked for what, and which words are then looked for in the texts themselves. */
type Plan = { index: 'searchIndex' | 'searchBeginning' | null; match: string; scanned: string[] }

function planSearch(terms: readonly string[]): Plan {
  const long = terms.filter((term) => [...term].length >= 3)
  const short = terms.filter((term) => [...term].length < 3)
  if (long.length > 0) return { index: 'searchIndex', match: quotedTerms(long), scanned: short }

  const beginnings = short.filter(isWordBeginning)
  const scanned = short.filter((term) => !isWordBeginning(term))
  return { index: beginnings.length > 0 ? 'searchBeginning' : null, match: quotedTerms(beginnings), scanned }
}

/** Inside double quotes FTS5 knows no operators; a quote is doubled. */
const quotedTerms = (terms: readonly string[]) =>
  terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' ')
