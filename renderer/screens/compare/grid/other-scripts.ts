import type { ComparisonIndex } from '../../../../app/rules/comparison-index'
import { fonts } from './cell-looks'

/** Letters of which each needs no file of its own: a font comes in files of some hundred characters. */
const mostCharacters = 3_000
const beyondLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu

/**
 * Has the fonts come that the comparison's other scripts are set in, before a reader scrolls to the first word of
 * them: rows that were reckoned in another font would change their height under the reader's eyes.
 */
export function fetchOtherScripts(index: ComparisonIndex): void {
  if (fetched.has(index)) return
  fetched.add(index)
  const { records } = index
  const characters = new Set<string>()
  for (const { text } of [...records.positions, ...records.conditions]) {
    // Most texts have none, and looking for a first one costs least.
    if (!hasOther.test(text)) continue
    for (const [character] of text.matchAll(beyondLatin)) characters.add(character)
    if (characters.size > mostCharacters) break
  }
  // What cannot be fetched is set in whatever font the system has.
  if (characters.size > 0) document.fonts?.load(fonts.summary.css, [...characters].join('')).catch(() => {})
}

const fetched = new WeakSet<ComparisonIndex>()

const hasOther = /[\u0370-\u1dff\u2e80-\uffff]/
