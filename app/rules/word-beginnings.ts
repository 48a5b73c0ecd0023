const word = /[\p{L}\p{N}]+/gu
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/**
 * The first one and two characters of every word of a folded text, each once; in scripts that write without
 * spaces, where anything may be a word's beginning, every character and every pair.
 */
export function wordBeginnings(folded: string): string[] {
  const beginnings = new Set<string>()
  for (const [found] of folded.matchAll(word)) {
    const characters = [...found]
    const starts = withoutSpaces.test(found) ? characters.length : 1
    for (let start = 0; start < starts; start += 1) {
      beginnings.add(characters[start]!)
      if (start + 1 < characters.length) beginnings.add(characters[start]! + characters[start + 1]!)
    }
  }
  return [...beginnings]
}

/** Whether a folded search word of one or two characters can be such a beginning. */
export function isWordBeginning(term: string): boolean {
  return /^[\p{L}\p{N}]{1,2}$/u.test(term)
}
