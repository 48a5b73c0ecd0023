/** A face that the wall is set in. Bold and serif run wider than the sans that was measured. */
export type Face = 'sans' | 'bold' | 'serif' | 'serif bold'

/** Some 2 % more than measured, for kerning, shaping and rounding: a line that is taken for longer than it is, fits. */
const widening: Record<Face, number> = { sans: 1.02, bold: 1.08, serif: 1.07, 'serif bold': 1.1 }

/** Of Noto Sans in hundredths of the size, measured: U+0020 to U+007E. */
const ascii = [
  26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27,
  27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 60, 78, 62, 55, 56, 73,
  60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 61, 48, 61, 56, 34, 61, 62, 26, 26, 53, 26, 93, 62, 60, 61,
  61, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
]
/** U+0410 to U+044F. */
const cyrillic = [
  64, 61, 65, 51, 73, 56, 90, 58, 76, 76, 62, 70, 91, 74, 76, 73, 60, 64, 56, 62, 82, 59, 74, 67, 103, 103,
  68, 85, 61, 65, 100, 64, 56, 60, 56, 44, 61, 55, 76, 49, 62, 62, 53, 59, 77, 61, 59, 61, 61, 49, 46, 51, 74,
  51, 61, 59, 89, 90, 62, 76, 54, 49, 80, 58,
]

/** How wide one character is, in its size. Never less than it is drawn, as far as its script is known. */
function widthOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code >= 0x20 && code < 0x7f) return ascii[code - 0x20]! / 100
  if (code >= 0x410 && code < 0x450) return cyrillic[code - 0x410]! / 100
  const known = otherWidths.get(character)
  if (known !== undefined) return known
  const width = otherWidth(character, code)
  otherWidths.set(character, width)
  return width
}

const otherWidths = new Map<string, number>()

function otherWidth(character: string, code: number): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) return 1
  if (code >= 0x3000 && code < 0x3040) return 1
  if (code >= 0xff00 && code < 0xff61) return 1
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(character)) return 0.52
  if (/\p{Script=Latin}/u.test(character)) {
    const base = character.normalize('NFD').charCodeAt(0) - 0x20
    return base >= 0 && base < ascii.length ? ascii[base]! / 100 : 0.95
  }
  if (character === '\u00a0' || character === '\u2009' || character === '\u202f') return 0.26
  if (/[‘’‚“”„«»·…–]/u.test(character)) return 0.62
  return 1
}

/** How wide a text is when it is set on one line, in the unit of `size`. */
export function textWidth(text: string, { face, size }: { face: Face; size: number }): number {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return sum * size * widening[face]
}

/** Where a line may end: after white space and hyphens, and around each ideograph. */
const piece =
  /\n|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][。，、；：？！」』）]?|[^\s\-\u2013\u2014/\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*(?:[-\u2013\u2014/]|[^\S\n]+|(?=\n|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]))/gu

/**
 * Where each line ends when the text is set in a column, in UTF-16 units; the last is the text's length. A word
 * that is wider than the column is broken, as the wall breaks it. `first` is what stands before it on its first line.
 */
export function lineEnds(
  text: string,
  { width, face, size, first = 0 }: { width: number; face: Face; size: number; first?: number },
): number[] {
  const ends: number[] = []
  let at = 0
  let used = first
  for (const [part] of text.matchAll(piece)) {
    if (part === '') continue
    if (part === '\n') {
      at += 1
      ends.push(at)
      used = 0
      continue
    }
    const drawn = textWidth(part.trimEnd(), { face, size })
    if (used > 0 && used + drawn > width) {
      ends.push(at)
      used = 0
    }
    if (drawn > width) {
      used = breakWord(part, { at, ends, width, face, size })
    } else {
      used += textWidth(part, { face, size })
    }
    at += part.length
  }
  if (ends.at(-1) !== text.length || ends.length === 0) ends.push(text.length)
  return ends
}

/** Breaks anywhere; returns how far its last line is filled. */
function breakWord(
  word: string,
  { at, ends, width, face, size }: { at: number; ends: number[]; width: number; face: Face; size: number },
): number {
  let used = 0
  let offset = 0
  for (const character of word) {
    const wide = textWidth(character, { face, size })
    if (used > 0 && used + wide > width && character.trim() !== '') {
      ends.push(at + offset)
      used = 0
    }
    used += wide
    offset += character.length
  }
  return used
}
