import type { Range } from './suggestion'

/**
 * Paragraphs without the white space around them. A line is a paragraph, unless the text is set in lines of
 * a fixed width: then a blank line ends one.
 */
export function findParagraphs(text: string): Range[] {
  const lines = linesOf(text)
  if (!isHardWrapped(text, lines)) return lines.filter(({ start, end }) => start < end)

  const paragraphs: Range[] = []
  let open: Range | null = null
  for (const line of lines) {
    if (line.start === line.end) open = null
    else if (open === null) paragraphs.push((open = { ...line }))
    else open.end = line.end
  }
  return paragraphs
}

function linesOf(text: string): Range[] {
  const lines: Range[] = []
  let from = 0
  while (from <= text.length) {
    const found = nextBreak(text, from)
    let [start, end] = [from, found]
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    lines.push({ start, end })
    from = found + (text.startsWith('\r\n', found) ? 2 : 1)
  }
  return lines
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return at
  }
  return text.length
}

function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    unit === 0x202f ||
    unit === 0x2009
  )
}

const endsSentence = /[.!?…:;"”’»)。！？」؟]$/u
const beginsMidSentence = /^[\p{Ll}\p{N}]/u

/** Lines that break off in mid-sentence, most of them, and none of them long. */
function isHardWrapped(text: string, lines: readonly Range[]): boolean {
  let followed = 0
  let broken = 0
  let continued = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (line.end - line.start > 130) return false
    if (next === undefined || line.start === line.end || next.start === next.end) continue
    followed++
    if (!endsSentence.test(text.slice(line.end - 1, line.end))) broken++
    if (beginsMidSentence.test(text.slice(next.start, next.start + 2))) continued++
  }
  return followed >= 2 && broken > followed * 0.5 && continued > followed * 0.3
}
