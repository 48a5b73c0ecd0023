import type { Quotation, QuotationPart } from '../quotation-marks'
import type { Range } from '../suggestion'

export type Token = Range & {
  kind: 'word' | 'number' | 'mark' | 'quotation'
  text: string
  /** Lower case, with a straight apostrophe. */
  low: string
  /** Begins with a capital letter. */
  isCapital: boolean
  quotation: { whole: Quotation; part: QuotationPart } | null
}

const piece =
  /(?:\p{Lu}\.){2,}(?:['’]s)?|[\p{L}\p{M}]+(?:[’'ʼ‑&.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*[’']?(?<=\p{L}|[sS][’'])|\d+(?:[.,:/]\d+)*(?:[\p{L}%-]+)?|\.{3}|--|\S/gu
const abbreviation =
  /^(?:mr|mrs|ms|dr|prof|gen|lt|col|sgt|capt|maj|brig|adm|sen|rep|gov|rev|st|jr|sr|no|vs|etc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|inc|ltd|co|corp|dept|fr|hon|pres|supt|insp|mt|ft|cf|viz|approx|\p{L})$/iu

/** The words and marks of a paragraph; a quotation is one token. `parts` are those of this paragraph. */
export function tokensOf(
  text: string,
  paragraph: Range,
  parts: readonly { whole: Quotation; part: QuotationPart }[],
): Token[] {
  const tokens: Token[] = []
  let from = paragraph.start
  for (const quotation of parts) {
    readWords(text, { start: from, end: quotation.part.outer.start }, tokens)
    const { start, end } = quotation.part.outer
    tokens.push({ kind: 'quotation', text: '', low: '', isCapital: false, start, end, quotation })
    from = end
  }
  readWords(text, { start: from, end: paragraph.end }, tokens)
  return tokens
}

function readWords(text: string, { start, end }: Range, tokens: Token[]): void {
  const words = text.slice(start, end)
  for (const found of words.matchAll(piece)) {
    const word = found[0]
    const at = start + found.index
    const kind = /^[\p{L}\p{M}]/u.test(word) ? 'word' : /^\d/u.test(word) ? 'number' : 'mark'
    const previous = tokens.at(-1)
    if (word === '.' && previous?.kind === 'word' && previous.end === at && isAbbreviation(previous)) {
      previous.end++
      previous.text += '.'
      continue
    }
    tokens.push({
      kind,
      text: word,
      low: word.toLowerCase().replaceAll('’', "'"),
      isCapital: /^\p{Lu}/u.test(word),
      start: at,
      end: at + word.length,
      quotation: null,
    })
  }
}

function isAbbreviation({ text, low }: Token): boolean {
  // A single capital is an initial; a single small letter, "No." and "Co." before a full stop may end a sentence.
  return abbreviation.test(low) && /^\p{Lu}/u.test(text)
}

const opensSentence = /^[\p{Lu}\p{N}]/u

/** Runs of tokens; a sentence holds the mark that ends it. */
export function sentencesOf(text: string, tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = []
  let current: Token[] = []
  for (const [index, token] of tokens.entries()) {
    current.push(token)
    const next = tokens[index + 1]
    if (next !== undefined && !endsHere(text, { token, next, tokens, index })) continue
    sentences.push(current)
    current = []
  }
  if (current.length > 0) sentences.push(current)
  return sentences
}

function endsHere(
  text: string,
  { token, next, tokens, index }: { token: Token; next: Token; tokens: readonly Token[]; index: number },
): boolean {
  const mayOpen = next.kind === 'quotation' || opensSentence.test(next.text)
  if (token.kind === 'mark') {
    if (/^[!?…؟]$|^\.{3}$/u.test(token.text)) return mayOpen || next.text === '['
    return (token.text === '.' || token.text === '。') && (mayOpen || /^[([—–•-]/u.test(next.text))
  }
  if (/^(?:\p{Lu}\.){2,}$/u.test(token.text)) {
    return next.isCapital && startsClause.has(next.low) && next.end - next.start > 1
  }
  if (token.kind !== 'quotation') return false
  const last = lastCharacter(text, token)
  if (next.kind === 'quotation') return /[.!?…]/u.test(last)
  if (!mayOpen || !/[.!?…]/u.test(last)) return false
  // “Really?” Kerr said. The name goes with the quotation, although a capital follows its question mark.
  return last === '.' || last === '…' ? true : !isFollowedByVerbOfSaying(tokens, index + 1)
}

const startsClause = new Set('the a an he she it they we i in on at but and this that these those his her its'.split(' '))

function lastCharacter(text: string, token: Token): string {
  const inner = token.quotation?.part.inner
  if (inner === undefined) return ''
  const last = text[inner.end - 1] ?? ''
  return /[”’"'»\])]/u.test(last) ? (text[inner.end - 2] ?? '') : last
}

const plainSaying = /^(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|replied|shouted|cried|wondered|tweeted|posted|demanded|exclaimed|continued|declared|responded|quipped|answered|recalls?|recalled)$/

function isFollowedByVerbOfSaying(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 12); at++) {
    const token = tokens[at]
    if (token === undefined || token.text === '.' || token.kind === 'quotation') return false
    if (plainSaying.test(token.low)) return true
  }
  return false
}
