import type { Position } from '../model/position'
import { foldText } from './fold-text'

type Paired = Pick<Position, 'kind' | 'partyId' | 'addresseeId' | 'text'>

/** A position and the one of the baseline that it is compared with; either may have no counterpart. */
export type PositionPair<P extends Paired> = { held: P; baseline: P | null } | { held: null; baseline: P }

/** From this share of common words on, positions of different kinds are still about the same thing. */
export const alikeAcrossKinds = 0.3

/**
 * Which position of a cell is compared with which of the baseline's cell: of the same kind and to the same party
 * first, then of the same kind, then of any kind where the words are alike; among equals, the likeliest words. In the
 * order of the cell, with what only the baseline has at the end.
 */
export function pairPositions<P extends Paired>(
  baseline: readonly P[],
  held: readonly P[],
  /** What shares fewer of its words has no counterpart, whatever its kind: from 0 to 1. */
  { leastLikeness = 0 }: { leastLikeness?: number } = {},
): PositionPair<P>[] {
  if (baseline.length === 0) return held.map((position) => ({ held: position, baseline: null }))
  if (held.length === 0) return baseline.map((position) => ({ held: null, baseline: position }))
  const [our, their] = [held[0]!, baseline[0]!]
  // One beside one of its kind, as most are: whatever their words, they are compared.
  if (leastLikeness === 0 && held.length + baseline.length === 2 && our.kind === their.kind) {
    return [{ held: our, baseline: their }]
  }
  const theirWords = baseline.map(({ text }) => wordsOf(text))
  const candidates = held.flatMap((position, at) => {
    const words = wordsOf(position.text)
    return baseline.map((other, otherAt) => {
      const likeness = wordLikeness(words, theirWords[otherAt]!)
      return { at, otherAt, likeness, closeness: closenessOf(position, other, likeness) }
    })
  })
  const chosen = new Map<number, number>()
  const taken = new Set<number>()
  for (const { at, otherAt, likeness, closeness } of candidates.toSorted(
    (a, b) => b.closeness - a.closeness || b.likeness - a.likeness || a.at - b.at || a.otherAt - b.otherAt,
  )) {
    if (closeness === 0 || likeness < leastLikeness || chosen.has(at) || taken.has(otherAt)) continue
    chosen.set(at, otherAt)
    taken.add(otherAt)
  }
  return [
    ...held.map((position, at) => ({ held: position, baseline: baseline[chosen.get(at) ?? -1] ?? null })),
    ...baseline.filter((_, at) => !taken.has(at)).map((position) => ({ held: null, baseline: position })),
  ]
}

function closenessOf(a: Paired, b: Paired, likeness: number): 0 | 1 | 2 | 3 {
  if (a.kind === b.kind) return isSameAddressee(a, b) ? 3 : 2
  return likeness >= alikeAcrossKinds ? 1 : 0
}

/** What two parties ask of each other is addressed alike. */
function isSameAddressee(a: Paired, b: Paired): boolean {
  if (a.addresseeId === b.addresseeId) return true
  return a.partyId === b.addresseeId && b.partyId === a.addresseeId
}

const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu

const wordsOf = (text: string): ReadonlySet<string> => new Set(foldText(text).match(word))

/** 0 to 1: the share of words that both have, twice counted, of all that either has. */
function wordLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.size + b.size
  return all === 0 ? 0 : (2 * [...a].filter((shared) => b.has(shared)).length) / all
}
