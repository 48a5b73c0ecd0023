import { heldAt, type ComparisonIndex } from '../../../../app/rules/comparison-index'
import { fonts } from './cell-looks'

/** Letters of which each needs no file of its own: a font comes in files of some hundred characters. */
const mostCharacters = 3_000
const beyondLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu
const hasOther = /[\u0370-\u1dff\u2e80-\uffff]/

/** Asked for since the window was opened: a font that has come stays. */
const asked = new Set<string>()

/**
 * Has the fonts come that the other scripts of these rows are set in, before a reader scrolls to the first word of
 * them: rows that were reckoned in another font would change their height under the reader's eyes.
 */
export function fetchOtherScripts(index: ComparisonIndex, rows: Iterable<number>): void {
  const fresh = new Set<string>()
  const collect = ({ text }: { text: string }) => {
    // Most texts have none, and looking for a first one costs least.
    if (!hasOther.test(text)) return
    for (const [character] of text.matchAll(beyondLatin)) if (!asked.has(character)) fresh.add(character)
  }
  for (const row of rows) {
    for (let column = 0; column < index.columnOf.size; column += 1) {
      for (const { position, conditions } of heldAt(index, row, column)?.positions ?? []) {
        collect(position)
        conditions.forEach(collect)
      }
    }
    if (asked.size + fresh.size > mostCharacters) break
  }
  if (fresh.size === 0) return
  for (const character of fresh) asked.add(character)
  // What cannot be fetched is set in whatever font the system has.
  document.fonts?.load(fonts.summary.css, [...fresh].join('')).catch(() => {})
}
