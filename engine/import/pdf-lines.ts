/** A piece of text as PDF.js hands it over: `transform` holds its place, in points from the lower left corner. */
export type PdfPiece = {
  str: string
  transform: readonly number[]
  width: number
  height: number
  hasEOL: boolean
}

/** A line of a page; `left`, `right`, `base` and `size` in points. */
export type PdfLine = { text: string; left: number; right: number; base: number; size: number }

/** The lines of a page in the order in which they are written, which is the order of reading as a rule. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | null = null
  for (const piece of pieces) {
    const [, , , , left = 0, base = 0] = piece.transform
    const size = piece.height || Math.hypot(piece.transform[2] ?? 0, piece.transform[3] ?? 0)
    const isSameLine =
      line !== null && Math.abs(base - line.base) <= Math.max(2, 0.6 * Math.max(size, line.size))
    if (line === null || (!isSameLine && piece.str.trim() !== '')) {
      if (piece.str.trim() === '' && line === null) continue
      line = { text: '', left, right: left, base, size }
      lines.push(line)
    }
    line.text += piece.str
    line.right = Math.max(line.right, left + piece.width)
    line.size = Math.max(line.size, piece.str.trim() === '' ? 0 : size)
    if (piece.hasEOL) line = null
  }
  return lines
    .map((each) => ({ ...each, text: each.text.replace(/\s+/gu, ' ').trim() }))
    .filter((each) => each.text !== '')
}

const edgeLines = 2
const leastRepeats = 3
const leastShare = 0.25

/** Which lines at the head and foot of pages are repeated from page to page: running titles, page numbers. */
export function repeatedLines(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const byKey = new Map<string, { lines: PdfLine[]; pages: number }>()
  for (const lines of pages) {
    const seen = new Set<string>()
    for (const { line, edge } of edgesOf(lines)) {
      // Their numbers change from page to page, their place does not.
      const key = `${edge} ${Math.round(line.base / 4)} ${line.text.replace(/\d+|\b[ivxlc]+\b/giu, '#')}`
      const known = byKey.get(key) ?? { lines: [], pages: 0 }
      known.lines.push(line)
      if (!seen.has(key)) known.pages++
      seen.add(key)
      byKey.set(key, known)
    }
  }
  const least = Math.max(leastRepeats, pages.length * leastShare)
  return new Set([...byKey.values()].filter((each) => each.pages >= least).flatMap((each) => each.lines))
}

function edgesOf(lines: readonly PdfLine[]): { line: PdfLine; edge: 'head' | 'foot' }[] {
  const fromTop = lines.toSorted((a, b) => b.base - a.base)
  return [
    ...fromTop.slice(0, edgeLines).map((line) => ({ line, edge: 'head' as const })),
    ...fromTop.slice(-edgeLines).map((line) => ({ line, edge: 'foot' as const })),
  ]
}

/** A paragraph in pieces, as joining them line by line would copy it each time; with the place in its text where another page begins, where one does. */
type Paragraph = { pieces: string[]; length: number; pageStarts: { page: number; at: number }[] }

/**
 * Lines as paragraphs, across pages, words divided at the end of a line joined. `pages` are the offsets at which
 * pages begin in the text.
 */
export function textOfPages(pages: readonly (readonly PdfLine[])[]): { text: string; pages: number[] } {
  const vocabulary = wordsIn(pages)
  const paragraphs: Paragraph[] = []
  let previous: PdfLine | null = null
  pages.forEach((lines, page) => {
    const layout = layoutOf(lines)
    let isFirst = true
    for (const line of lines) {
      const isNew: boolean =
        previous === null || (isFirst ? !runsOn(previous, line) : beginsParagraph(previous, line, layout))
      if (isNew) paragraphs.push({ pieces: [], length: 0, pageStarts: [] })
      const paragraph = paragraphs.at(-1)!
      if (!isNew) endLine(paragraph, line.text, vocabulary)
      if (isFirst) paragraph.pageStarts.push({ page, at: paragraph.length })
      append(paragraph, line.text)
      isFirst = false
      previous = line
    }
  })
  return assembled(paragraphs, pages.length)
}

function assembled(paragraphs: readonly Paragraph[], count: number): { text: string; pages: number[] } {
  const starts = new Map<number, number>()
  let text = ''
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n'
    for (const { page, at } of paragraph.pageStarts) starts.set(page, text.length + at)
    text += paragraph.pieces.join('')
  }
  // A page without text begins where the next one does.
  const pages: number[] = []
  let next = text.length
  for (let page = count - 1; page >= 0; page--) pages[page] = next = starts.get(page) ?? next
  return { text, pages }
}

type Layout = { gap: number; left: number; right: number }

function layoutOf(lines: readonly PdfLine[]): Layout {
  const gaps = lines.slice(1).map((line, index) => lines[index]!.base - line.base)
  return {
    gap: middle(gaps.filter((gap) => gap > 1)),
    left: middle(lines.map((line) => line.left)),
    right:
      lines.length === 0
        ? 0
        : lines.map((line) => line.right).toSorted((a, b) => a - b)[Math.floor(lines.length * 0.8)]!,
  }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const endsSentence = /[.!?:…。！？؟][”"»’')\]]*$/u
/** A line of a table of contents: dots that lead to a number. */
const leads = /(?:\.\s?){4,}\s*\S{1,6}$/u
const bullet = /^(?:[•◦▪‣–—-]|\(?(?:\d{1,3}|[a-z])[.)])\s/u

function beginsParagraph(previous: PdfLine, line: PdfLine, { gap, left, right }: Layout): boolean {
  const drop = previous.base - line.base
  // Upwards is the next column, which goes on where the last one ended.
  if (drop < -1) return !runsOn(previous, line)
  if (gap > 0 && drop > gap * 1.35) return true
  if (Math.abs(line.size - previous.size) > 0.15 * Math.max(line.size, previous.size)) return true
  if (bullet.test(line.text) || leads.test(previous.text)) return true
  const isIndented =
    line.left > Math.min(previous.left, left) + line.size * 0.8 && line.left < left + (right - left) * 0.4
  if (isIndented && previous.left <= left + line.size * 0.5) return true
  const isShort = previous.right < right - (right - left) * 0.15
  return isShort && endsSentence.test(previous.text)
}

/** Whether a sentence goes on from the foot of one page or column to the head of the next. */
function runsOn(previous: PdfLine, line: PdfLine): boolean {
  if (Math.abs(line.size - previous.size) > 0.15 * Math.max(line.size, previous.size)) return false
  return (
    !endsSentence.test(previous.text) &&
    (/^[\p{Ll}\p{Lo}\d“"«(]/u.test(line.text) || divided.test(previous.text))
  )
}

const divided = /\p{L}[-\u00ad\u2010]$/u

function append(paragraph: Paragraph, piece: string): void {
  paragraph.pieces.push(piece)
  paragraph.length += piece.length
}

/** Gets a paragraph ready for its next line: a space, or nothing where a word was divided. */
function endLine(paragraph: Paragraph, next: string, vocabulary: ReadonlySet<string>): void {
  const last = paragraph.pieces.at(-1) ?? ''
  // A pattern that is tied to the end is tried at every place of a text.
  const end = last.slice(-40)
  const isDivided = divided.test(end) && /^\p{Ll}/u.test(next)
  if (end.endsWith('\u00ad') || (isDivided && !isCompound(end, next, vocabulary))) {
    paragraph.pieces[paragraph.pieces.length - 1] = last.slice(0, -1)
    paragraph.length--
  } else if (!isDivided && !(unspacedEnd.test(end) && unspacedStart.test(next))) append(paragraph, ' ')
}

/** Whether the document writes the word with a hyphen elsewhere, and never without. */
function isCompound(end: string, next: string, vocabulary: ReadonlySet<string>): boolean {
  const head = (/[\p{L}\p{M}]+(?=[-\u2010]$)/u.exec(end)?.[0] ?? '').toLowerCase()
  const tail = (/^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? '').toLowerCase()
  return vocabulary.has(`${head}-${tail}`) && !vocabulary.has(head + tail)
}

// Chinese and Japanese go on in the next line without a space.
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const unspacedEnd = new RegExp(`[${unspaced}，。、；：？！”」）]$`, 'u')
const unspacedStart = new RegExp(`^[${unspaced}“「（]`, 'u')

/** The words that stand whole within lines, compounds with their hyphen. */
function wordsIn(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const words = new Set<string>()
  for (const lines of pages) {
    for (const { text } of lines) {
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu)) {
        words.add(word.replaceAll('\u2010', '-'))
      }
    }
  }
  return words
}
