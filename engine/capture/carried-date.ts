import { paragraphAt, type TextRange } from '../../app/rules/paragraphs'
import { findSaidOn } from './said-on'
import type { Suggestion } from './suggestion'

/**
 * When the text names the day once and then only goes on quoting: the date in the nearest earlier sentence of the
 * paragraph that names the speaker. Null where none does.
 */
export function carriedDate(
  { text, issued, paragraphs }: { text: string; issued: string | null; paragraphs: readonly TextRange[] },
  { suggestion, name }: { suggestion: Suggestion; name: string | null },
): Suggestion['saidOn'] {
  const surname = name?.split(' ').at(-1)
  const first = Math.min(...suggestion.spans.map(({ start }) => start))
  const paragraph = paragraphs[paragraphAt(paragraphs, first)]
  if (surname === undefined || paragraph === undefined) return null
  const sentences = sentencesBetween(text, paragraph.start, first)
  for (const sentence of sentences.toReversed()) {
    const words = text.slice(sentence.start, sentence.end)
    // What is said inside quotation marks is about another day than that of saying it.
    if (!words.includes(surname) || /[“”«»"]/u.test(words)) continue
    const found = findSaidOn(text, [sentence], issued)
    if (found !== null) return found
  }
  return null
}

function sentencesBetween(text: string, from: number, to: number): TextRange[] {
  return [...text.slice(from, to).matchAll(/[^.!?]+[.!?]+/gu)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }))
}
