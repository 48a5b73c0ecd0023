import { anchorFor, type Anchor } from '../app/rules/anchor'

/** The anchor for words of a text; throws unless they stand in it exactly once. */
export function quote(text: string, words: string): Anchor {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`The text does not hold: ${words}`)
  if (text.indexOf(words, start + 1) !== -1) throw new Error(`The text holds more than once: ${words}`)
  return anchorFor(text, start, start + words.length)
}
