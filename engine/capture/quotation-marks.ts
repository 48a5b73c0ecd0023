import type { Range } from './suggestion'

/** One paragraph's part of a quotation; `outer` has the marks, `inner` has not. */
export type QuotationPart = { outer: Range; inner: Range }

export type Quotation = {
  /** One for each paragraph that the quotation runs through. */
  parts: QuotationPart[]
  mark: string
  isClosed: boolean
}

const closersOf: Record<string, string> = {
  '“': '”',
  '”': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '「': '」',
  '『': '』',
  '"': '"',
  '＂': '＂',
  "'": "'",
}

const anyOpener = /[“”„‟«»‹‘‚「『"＂']/g

/** A single mark has to close soon: an apostrophe must not open a quotation that runs for pages. */
const singleReach = 3_000
/** How far a second opening mark of the same kind is believed to be nested and not mistaken. */
const nestedReach = 1_500

/** Outer quotations in order; those nested in one are part of it. Titles in 《》 are none. */
export function findQuotations(text: string, paragraphs: readonly Range[]): Quotation[] {
  const quotations: Quotation[] = []
  let open: Quotation | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    let from = paragraph.start
    if (open !== null) {
      const part = readPart(text, { at: from, limit: paragraph.end, mark: open.mark })
      open.parts.push(part.part)
      open.isClosed = part.isClosed
      from = part.part.outer.end
      if (part.isClosed || !continuesIn(text, paragraphs[index + 1], open.mark)) open = null
      if (open !== null) continue
    }
    open = readParagraph(text, { from, limit: paragraph.end, next: paragraphs[index + 1], quotations })
  }
  return quotations
}

type Part = { part: QuotationPart; isClosed: boolean }

/** Adds what it finds to `quotations`; returns the one that the next paragraph continues. */
function readParagraph(
  text: string,
  given: { from: number; limit: number; next: Range | undefined; quotations: Quotation[] },
): Quotation | null {
  const { from, limit, next, quotations } = given
  const hopeless = new Set<string>()
  anyOpener.lastIndex = from
  for (let found = anyOpener.exec(text); found !== null && found.index < limit; found = anyOpener.exec(text)) {
    const mark = found[0]
    const at = found.index
    if (hopeless.has(mark) || !opensAt(text, { at, limit, from, mark })) continue
    const read = readPart(text, { at, limit, mark })
    if (read.isClosed) {
      if (/[\p{L}\p{N}]/u.test(text.slice(read.part.inner.start, read.part.inner.end))) {
        quotations.push({ parts: [read.part], mark, isClosed: true })
      }
      anyOpener.lastIndex = read.part.outer.end
      continue
    }
    if (continuesIn(text, next, mark)) {
      const quotation = { parts: [read.part], mark, isClosed: false }
      quotations.push(quotation)
      return quotation
    }
    const isAlone = mark !== "'" && mark !== '‘' && mark !== '”' && mark !== '»'
    if (isAlone && beginsSpeech(text, at, from) && limit - at > 25) {
      quotations.push({ parts: [read.part], mark, isClosed: false })
      return null
    }
    hopeless.add(mark)
  }
  return null
}

function beginsSpeech(text: string, at: number, from: number): boolean {
  return at === from || /[:：,，]\s?$/u.test(text.slice(Math.max(from, at - 2), at))
}

/** A quotation that runs on repeats its opening mark; French may repeat the closing one. */
function continuesIn(text: string, next: Range | undefined, mark: string): boolean {
  if (next === undefined) return false
  const first = text[next.start]
  return first === mark || (mark === '«' && first === '»')
}

function opensAt(
  text: string,
  { at, limit, from, mark }: { at: number; limit: number; from: number; mark: string },
): boolean {
  const before = at === from ? ' ' : (text[at - 1] ?? ' ')
  const after = at + 1 < limit ? (text[at + 1] ?? ' ') : ' '
  if (mark === '«' || mark === '「' || mark === '『' || mark === '“' || mark === '„') {
    return mark !== '“' || !/[\p{L}\p{N}.,!?]/u.test(before) || /[\p{Script=Han}：，。]/u.test(before)
  }
  const startsWord = /[\s([{—–\-/“‘«:：，,>*_'"]/u.test(before) && !/[\s.,;:!?)]/u.test(after)
  if (!startsWord) return mark === '"' && /[\p{Script=Han}：，。\p{Script=Arabic}]/u.test(before) && after !== ' '
  if (mark === "'" || mark === '‘') return !/^(?:\d0s|tis\b|twas\b|em\b|n[’']|cause\b|til\b)/iu.test(text.slice(at + 1, at + 8))
  return true
}

/** From the mark at `at` to its closing mark, or to `limit` when there is none. */
function readPart(text: string, { at, limit, mark }: { at: number; limit: number; mark: string }): Part {
  const begins = closersOf[mark] !== undefined && (text[at] === mark || text[at] === '»') ? at + 1 : at
  const closing = isSingle(mark)
    ? singleCloser(text, { from: begins, limit: Math.min(limit, begins + singleReach), mark })
    : doubleCloser(text, { from: begins, limit, mark })
  const innerEnd = closing ?? limit
  const outer = { start: at, end: closing === null ? limit : closing + 1 }
  return { part: { outer, inner: trimmed(text, begins, innerEnd) }, isClosed: closing !== null }
}

const isSingle = (mark: string) => mark === "'" || mark === '‘' || mark === '‚'

function trimmed(text: string, start: number, end: number): Range {
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  return { start, end }
}

function doubleCloser(
  text: string,
  { from, limit, mark }: { from: number; limit: number; mark: string },
): number | null {
  const closers = closersOf[mark] ?? mark
  const isPaired = !closers.includes(mark)
  let first: number | null = null
  let depth = 0
  for (let at = from; at < limit; at++) {
    const character = text[at] ?? ''
    if (closers.includes(character)) {
      first ??= at
      if (depth === 0) return at
      depth--
    } else if (isPaired && character === mark && depth < 3) {
      if (opensAgain(text, at)) depth++
      // An opening mark set by mistake where a closing one belongs.
      else if (mark === '“' && depth === 0) return at
    }
    if (first !== null && at - first > nestedReach) return first
  }
  return first
}

function opensAgain(text: string, at: number): boolean {
  return !/[\p{L}\p{N}.,!?]/u.test(text[at - 1] ?? ' ') || /\p{Script=Han}/u.test(text[at - 1] ?? ' ')
}

/** The first mark that is no apostrophe; after an s it may be the plural's, so that a better one wins. */
function singleCloser(
  text: string,
  { from, limit, mark }: { from: number; limit: number; mark: string },
): number | null {
  const closers = closersOf[mark] ?? mark
  let fallback: number | null = null
  for (let at = from; at < limit; at++) {
    const character = text[at] ?? ''
    if (mark === '‘' && character === '‘' && fallback !== null) return fallback
    if (!closers.includes(character) || at === from) continue
    if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) continue
    const before = text[at - 1] ?? ' '
    if (/\s/u.test(before)) continue
    const isPlural = /[sS]/.test(before) && /^\s[\p{L}]/u.test(text.slice(at + 1, at + 3))
    if (!isPlural) return at
    fallback ??= at
  }
  return fallback
}
