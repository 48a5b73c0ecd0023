import { editScript, type EditScriptOptions } from './edit-script'
import type { Kept } from './shortest-edits'
import { wordTokens } from './word-tokens'

/** A stretch of two texts that both share, or that only the later or only the earlier one has. */
export type Difference = { kind: 'same' | 'added' | 'removed'; text: string }

export type DifferenceOptions = EditScriptOptions & {
  /** The language of the texts, as a BCP 47 tag; tells words apart in scripts without spaces. */
  locale?: string
}

/**
 * How one text became another, word by word. What is the same and removed, put together, is the text before; what is
 * the same and added is the text after. Within any change, what was removed comes first.
 */
export function wordDifferences(
  before: string,
  after: string,
  { locale, ...script }: DifferenceOptions = {},
): Difference[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const a = wordTokens(before, locale)
  const b = wordTokens(after, locale)
  const numbers = new Map<string, number>()
  return stretches(a, b, editScript(numbered(a, numbers), numbered(b, numbers), script))
}

function numbered(tokens: readonly string[], numbers: Map<string, number>): Uint32Array {
  const items = new Uint32Array(tokens.length)
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    let number = numbers.get(token)
    if (number === undefined) {
      number = numbers.size
      numbers.set(token, number)
    }
    items[at] = number
  }
  return items
}

function stretches(a: readonly string[], b: readonly string[], kept: Kept): Difference[] {
  const found: Difference[] = []
  const take = (kind: Difference['kind'], tokens: readonly string[], from: number, to: number) => {
    if (from < to) found.push({ kind, text: tokens.slice(from, to).join('') })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    let to = i
    while (to < a.length && kept.a[to] === 0) to += 1
    take('removed', a, i, to)
    i = to
    to = j
    while (to < b.length && kept.b[to] === 0) to += 1
    take('added', b, j, to)
    j = to
    to = i
    while (to < a.length && kept.a[to] === 1 && kept.b[j + to - i] === 1) to += 1
    take('same', a, i, to)
    j += to - i
    i = to
  }
  return found
}
