/**
 * Text as search compares it: NFKD, lower case, without combining marks, tatweel and invisible characters,
 * with the variants of Arabic letters, quotes and dashes made one. Not for display: й becomes и and が becomes
 * か.
 */
export function foldText(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').toLowerCase().replace(variant, plainFormOf)
}

/**
 * The same folding, with `at[i]` the UTF-16 offset in `text` of the character that folded unit i came from,
 * and `at[folded.length]` = `text.length`. A hit folded[i..j) is text[at[i]..at[j]), marks that follow it
 * included. One character may fold to several units (ß to ss); when j lies among them, the hit ends at the
 * next larger `at`.
 */
export function foldWithMap(text: string): { folded: string; at: Uint32Array } {
  if (asciiOnly.test(text)) {
    return { folded: text.toLowerCase(), at: Uint32Array.from({ length: text.length + 1 }, (_, i) => i) }
  }

  // A document repeats few characters often, and folding one costs more than looking it up.
  const known = new Map<string, string>()
  const pieces: string[] = []
  const at: number[] = []
  let offset = 0
  for (const character of text) {
    let piece = known.get(character)
    if (piece === undefined) {
      piece = foldText(character)
      known.set(character, piece)
    }
    pieces.push(piece)
    for (let unit = 0; unit < piece.length; unit++) at.push(offset)
    offset += character.length
  }
  at.push(text.length)
  return { folded: pieces.join(''), at: Uint32Array.from(at) }
}

const asciiOnly = /^\p{ASCII}*$/u

const plainForms: Record<string, string> = {
  ß: 'ss',
  // Lower case writes Σ in two ways, by its place in the word.
  ς: 'σ',
  // Lower case of the Turkish I is ı, but toLowerCase makes it i.
  ı: 'i',
  '\u0671': '\u0627', // alef wasla; the alefs with hamza or madda come apart in NFKD
  '\u0649': '\u064a', // alef maksura
  '\u06cc': '\u064a', // Persian yeh
  '\u06a9': '\u0643', // Persian kaf
  '\u0629': '\u0647', // teh marbuta
  '\u2212': '-', // minus sign, which Unicode does not count among the dashes
}

// ʻ and ʼ are letters to Unicode, but serve as apostrophes, in Ukrainian by standard.
const singleQuotes = '\u2018\u2019\u201a\u201b\u2039\u203a\u02bb\u02bc'
const doubleQuotes = '\u201c\u201d\u201e\u201f\u00ab\u00bb'
for (const quote of singleQuotes) plainForms[quote] = "'"
for (const quote of doubleQuotes) plainForms[quote] = '"'

// One pass, so that removing a mark cannot join two halves of a surrogate pair before the rest is read.
const variant = new RegExp(
  `[\\p{M}\\p{Default_Ignorable_Code_Point}\\u0640]+|\\p{Pd}|[${Object.keys(plainForms).join('')}]`,
  'gu',
)

function plainFormOf(found: string): string {
  return plainForms[found] ?? (/^\p{Pd}$/u.test(found) ? '-' : '')
}
