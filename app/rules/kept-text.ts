/** A text in memory: with one byte for each of its letters where that can be, else as it is. */
export type KeptText = string | { asItIs: string }

/**
 * Signs that are in many a text and take two bytes, and with them all other letters of that text: they are kept as the
 * 32 letters that no text has, control characters from U+0080 on.
 */
const signs = '‘’‚‛“”„‟‹›–—‑…•−→←≤≥≈€₂™‰†‡ŒœŠšž'
const firstPlace = 0x80

const placeOf = new Map([...signs].map((sign, at) => [sign.charCodeAt(0), firstPlace + at]))
const hasWide = /[^\0-\xff]/
const hasOtherWide = new RegExp(`[^\\0-\\xff${signs}]`)
const hasKept = /[\x80-\x9f]/
const keptSigns = /[\x80-\x9f]/g
/** UTF-16 units that are written at once; a function takes no more arguments than some ten thousand. */
const mostAtOnce = 4_096

export function lettersOfOneByte(text: string): KeptText {
  if (hasKept.test(text)) return { asItIs: text }
  if (!hasWide.test(text) || hasOtherWide.test(text)) return text
  let kept = ''
  for (let from = 0; from < text.length; from += mostAtOnce) {
    const length = Math.min(mostAtOnce, text.length - from)
    const codes = new Uint8Array(length)
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(from + at)
      codes[at] = code > 0xff ? placeOf.get(code)! : code
    }
    kept += String.fromCharCode(...codes)
  }
  return kept
}

export function wholeText(kept: KeptText): string {
  if (typeof kept !== 'string') return kept.asItIs
  return hasKept.test(kept)
    ? kept.replace(keptSigns, (letter) => signs[letter.charCodeAt(0) - firstPlace]!)
    : kept
}
