/**
 * Widths of Helvetica, which Arial and Liberation Sans share, for U+0020 to U+007E in thousandths of the type size
 * (Adobe font metrics).
 */
const asciiWidths = Uint16Array.from(
  `278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278
  584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944
  667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500
  278 556 500 722 500 500 500 334 260 334 584`
    .trim()
    .split(/\s+/)
    .map(Number),
)

/** From here on lines are set taller: Arabic, Indic and East Asian fonts reach further up and down. */
const tallFrom = 0x590

/** Dashes, quotation marks, arrows and the like are in every font. */
export const isTall = (text: string): boolean => /[\u0590-\u1fff\u2c00-\uffff]/.test(text)

function widthOf(code: number): number {
  if (code >= 0x20 && code < 0x7f) return asciiWidths[code - 0x20]!
  if (code < 0x300) return 650
  if (code < 0x370) return 0
  if (code < tallFrom) return 720
  if (code < 0x1100) return 640
  if (code >= 0x2000 && code < 0x2070) return 600
  // A surrogate pair counts twice, half each.
  return code >= 0xd800 && code < 0xe000 ? 650 : 1_000
}

/**
 * Where each line begins when a text is set greedily into a width in points, breaking at spaces alone: what a
 * spreadsheet breaks at as well gives it fewer lines, never more.
 */
export function lineStarts(text: string, { widthPt, sizePt }: { widthPt: number; sizePt: number }): number[] {
  const room = (widthPt / sizePt) * 1_000
  const starts = [0]
  let x = 0
  let wordStart = 0
  let wordWidth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      starts.push(at + 1)
      x = wordWidth = 0
      wordStart = at + 1
      continue
    }
    const width = widthOf(code)
    const isSpace = code === 32 || code === 9
    // Han, kana and hangul break anywhere.
    const isOwnWord = code >= 0x2e80 && code < 0xd800
    if (x + width > room && !isSpace) {
      const breaksWord = wordStart === starts.at(-1)
      starts.push(breaksWord || isOwnWord ? at : wordStart)
      x = breaksWord || isOwnWord ? 0 : wordWidth
      if (breaksWord || isOwnWord) {
        wordStart = at
        wordWidth = 0
      }
    }
    x += width
    wordWidth += width
    if (isSpace || isOwnWord) {
      wordStart = at + 1
      wordWidth = 0
    }
  }
  return starts
}
