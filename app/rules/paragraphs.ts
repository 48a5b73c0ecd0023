/** In UTF-16 units of the whole text. */
export type TextRange = { start: number; end: number }

/**
 * Paragraphs without the white space around them. A line is a paragraph, unless the text is set in lines of a
 * fixed width: then a blank line ends one.
 */
export function paragraphsOf(text: string): TextRange[] {
  const lines = linesOf(text)
  if (!isHardWrapped(text, lines)) return lines.filter(({ start, end }) => start < end)

  const paragraphs: TextRange[] = []
  let open: TextRange | null = null
  for (const line of lines) {
    if (line.start === line.end) open = null
    else if (open === null) paragraphs.push((open = { ...line }))
    else open.end = line.end
  }
  return paragraphs
}

/** Which paragraph a place stands in, counted from 0; of a place between two, the one before. */
export function paragraphAt(paragraphs: readonly TextRange[], place: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (paragraphs[middle]!.start <= place) low = middle
    else high = middle - 1
  }
  return low
}

function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = []
  for (const found of text.matchAll(/[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|$)/g)) {
    const line = found[0]
    const words = line.trim()
    const start = found.index + (words === '' ? 0 : line.indexOf(words))
    lines.push({ start, end: start + words.length })
    if (found.index + line.length >= text.length) break
  }
  return lines
}

const endsSentence = /[.!?…:;"”’»)。！？」؟]$/u
const beginsMidSentence = /^[\p{Ll}\p{N}]/u
const longestWrappedLine = 130

/** Lines that break off in mid-sentence, most of them, and none of them long. */
function isHardWrapped(text: string, lines: readonly TextRange[]): boolean {
  let [followed, broken, continued] = [0, 0, 0]
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start > longestWrappedLine) return false
    const next = lines[index + 1]
    if (next === undefined || line.start === line.end || next.start === next.end) continue
    followed++
    if (!endsSentence.test(text.slice(line.end - 1, line.end))) broken++
    if (beginsMidSentence.test(text.slice(next.start, next.start + 2))) continued++
  }
  return followed >= 2 && broken > followed * 0.5 && continued > followed * 0.3
}
