import { loneAttribution } from '../english/lone-attribution'
import type { Attribution, Range } from '../suggestion'
import { innerOf, quoteMask, type Part } from './any-language'
import type { LanguagePack } from './language-pack'

type Given = { text: string; masked: string; paragraph: Range; sentence: Range; parts: readonly Part[] }
type Found = { attributions: Attribution[]; used: Set<Part> }

/** One sentence in a language of a pack; quotations are masked, so that offsets are those of the text. */
export function readMaskedSentence(pack: LanguagePack, given: Given): Found {
  const { masked, paragraph, sentence, parts } = given
  const found: Found = { attributions: [], used: new Set() }
  const words = masked.slice(sentence.start - paragraph.start, sentence.end - paragraph.start)
  const reader: Reader = { pack, words, offset: sentence.start, parts, found, text: given.text }
  let floor = 0
  for (let round = 0; round < 6 && floor < words.length; round++) {
    const next = readNext(reader, floor)
    if (next === null) break
    floor = next
  }
  return found
}

type Reader = {
  pack: LanguagePack
  words: string
  offset: number
  parts: readonly Part[]
  found: Found
  text: string
}

type Match = { kind: 'say' | 'intend' | 'source'; index: number; length: number; subject: Range | null }

function readNext(reader: Reader, floor: number): number | null {
  for (let from = floor; ; ) {
    const match = nextMatch(reader, from)
    if (match === null) return null
    const end =
      match.kind === 'source'
        ? readSource(reader, match, floor)
        : match.kind === 'intend'
          ? readIntention(reader, match, floor)
          : readSaying(reader, match, floor)
    if (end !== null) return end
    from = match.index + match.length
  }
}

function nextMatch({ pack, words }: Reader, from: number): Match | null {
  const rest = words.slice(from)
  const candidates: Match[] = []
  const note = (kind: Match['kind'], found: RegExpExecArray | null) => {
    if (found === null) return
    const subject = found.groups?.subject1 ?? found.groups?.subject2
    const at = from + found.index
    const subjectAt = subject === undefined ? -1 : at + found[0].lastIndexOf(subject)
    candidates.push({
      kind,
      index: at,
      length: found[0].length,
      subject: subject === undefined ? null : { start: subjectAt, end: subjectAt + subject.length },
    })
  }
  note('source', pack.as.exec(rest))
  note('source', pack.according.exec(rest))
  if (pack.clitic !== null && rest.includes('-')) note('say', pack.clitic.exec(rest))
  note('intend', pack.intend.exec(rest))
  note('say', pack.say.exec(rest))
  // The first in the sentence; of two that begin together, the longer.
  return candidates.toSorted((a, b) => a.index - b.index || b.length - a.length)[0] ?? null
}

const edge = /^[\s,،;:.—–-]+|[\s,،;:—–-]+$/gu

function trimmed(reader: Reader, start: number, end: number): Range | null {
  while (start < end && /[\s,،;:.—–]/u.test(reader.words[start] ?? '')) start++
  while (end > start && /[\s,،;:.!?…؟—–]/u.test(reader.words[end - 1] ?? '')) end--
  return end > start ? { start: start + reader.offset, end: end + reader.offset } : null
}

/** What lies in the stretch, as quotations alone, as words with quotations, or as words. */
function contentIn(reader: Reader, start: number, end: number): Pick<Attribution, 'form' | 'spans'> | null {
  const range = trimmed(reader, start, end)
  if (range === null) return null
  const inside = reader.parts.filter(({ part }) => part.outer.start >= range.start && part.outer.start < range.end)
  const bare = reader.words.slice(range.start - reader.offset, range.end - reader.offset).replaceAll(quoteMask, '')
  for (const part of inside) reader.found.used.add(part)
  if (inside.length === 0) return { form: 'paraphrase', spans: [range] }
  if (/[\p{L}\p{N}]/u.test(bare)) return { form: 'partial', spans: [range] }
  const spans = inside.flatMap(innerOf)
  return spans.length === 0 ? null : { form: 'verbatim', spans }
}

function push(reader: Reader, attribution: Parameters<typeof loneAttribution>[0]): void {
  const cue = attribution.cue
  reader.found.attributions.push(
    loneAttribution({ ...attribution, act: cue == null ? 'say' : reader.text.slice(cue.start, cue.end).toLowerCase() }),
  )
}

const cueOf = (reader: Reader, { index, length }: Match): Range => {
  const words = reader.words.slice(index, index + length).trimEnd()
  return { start: reader.offset + index, end: reader.offset + index + words.length }
}

function readSource(reader: Reader, match: Match, floor: number): number | null {
  const { words, pack } = reader
  const from = match.index + match.length
  const isFirst = words.slice(floor, match.index).replace(edge, '') === ''
  const comma = words.slice(from).search(/[,،]\s|:\s/u)
  const nameEnd = comma === -1 ? words.length : from + comma
  const speaker = trimmed(reader, from, isFirst ? nameEnd : Math.min(nameEnd, stopAt(pack, words, from)))
  if (speaker === null || (isFirst && comma === -1)) return null
  const content = isFirst ? contentIn(reader, nameEnd, words.length) : contentIn(reader, floor, match.index)
  if (content === null || wordCount(reader, content.spans) < 3) return null
  push(reader, { ...content, cue: cueOf(reader, match), speaker, confidence: 0.85 })
  return isFirst ? words.length : nameEnd
}

function stopAt(pack: LanguagePack, words: string, from: number): number {
  const found = pack.stop.exec(words.slice(from))
  return found === null ? words.length : from + found.index
}

const wordCount = (reader: Reader, spans: readonly Range[]) =>
  spans.reduce((sum, { start, end }) => sum + reader.text.slice(start, end).split(/\s+/u).length, 0)

function readIntention(reader: Reader, match: Match, floor: number): number | null {
  const { words, pack } = reader
  const end = match.index + match.length
  if (pack.isVerbFirst && words.slice(floor, match.index).replace(edge, '') === '') {
    const parted = /\s(?:ب(?=\p{L})|إلى\s|على\s|أن\s|بأن\s)/u.exec(words.slice(end))
    if (parted === null || parted.index > 70) return null
    const speaker = trimmed(reader, end, end + parted.index)
    const content = contentIn(reader, end + parted.index, words.length)
    if (speaker === null || content === null) return null
    push(reader, { ...content, cue: cueOf(reader, match), speaker, confidence: 0.7 })
    return words.length
  }
  const speaker = speakerBefore(reader, floor, match.index)
  if (speaker === null) return null
  const stop = words.slice(end).search(/;|(?:,|،)\s(?:mais|tandis|alors que|pero|mientras|но|а|але|لكن)\s/u)
  const to = stop === -1 ? words.length : end + stop
  const content = contentIn(reader, end, to)
  if (content === null || wordCount(reader, content.spans) < 2) return null
  push(reader, { ...content, cue: cueOf(reader, match), speaker, confidence: 0.7 })
  return to
}

function readSaying(reader: Reader, match: Match, floor: number): number | null {
  const { words, pack } = reader
  const end = match.index + match.length
  const before = words.slice(floor, match.index)
  const after = words.slice(end)
  const cue = cueOf(reader, match)
  const subject = match.subject === null ? null : { start: match.subject.start + reader.offset, end: match.subject.end + reader.offset }

  // Q, said X — and «Q», X said.
  const quoted = /\ufffc\s*[,،]?\s*[—–-]?\s*([^\ufffc,،;:]{0,90})$/u.exec(before)
  if (quoted !== null) {
    const between = quoted[1]!.trim()
    const isDirect = between === '' || pack.lead.test(`${between} `) || pack.time.test(between)
    const named = isDirect ? (subject ?? speakerAfter(pack, after, reader.offset + end)) : speakerBefore(reader, floor, match.index)
    const hasClause = after.search(pack.clauseWord) >= 0 && after.search(pack.clauseWord) < 30
    const content = hasClause ? null : contentIn(reader, floor, isDirect ? match.index - between.length : floor + quoted.index + 1)
    if (content !== null) {
      const more = /^[^\ufffc;:]{0,160}?[,:.—–]?\s*[—–-]?\s*(\ufffc+)/u.exec(after)
      let to = named === null ? end : Math.max(end, named.end - reader.offset)
      if (more !== null && !pack.say.test(more[0])) {
        const second = contentIn(reader, end + more[0].length - more[1]!.length, end + more[0].length)
        if (second?.form === 'verbatim') content.spans.push(...second.spans)
        to = end + more[0].length
      }
      push(reader, { ...content, cue, speaker: named, around: [{ start: cue.start, end: reader.offset + to }], confidence: 0.95 })
      return Math.max(to, end)
    }
  }

  // X said: Q — and, where the verb comes first, said X: Q.
  const introduced = /^([^\ufffc;.]{0,140}?)(?:[:,،]?\s*)(\ufffc+)/u.exec(after)
  const clause = pack.clauseWord.exec(after)
  const isClauseFirst = clause !== null && (introduced === null || clause.index < introduced[1]!.length)
  if (introduced !== null && !isClauseFirst && (/[:]\s*\ufffc/u.test(introduced[0]) || introduced[1]!.trim() === '')) {
    const speaker = speakerBefore(reader, floor, match.index) ?? (pack.isVerbFirst ? speakerAfter(pack, introduced[1]!, reader.offset + end) : subject)
    const hasColon = introduced[0].includes(':')
    const content = speaker === null && !hasColon && !pack.isVerbFirst ? null : contentIn(reader, end + introduced[1]!.length, words.length)
    if (content !== null) {
      push(reader, { ...content, cue, speaker, confidence: 0.95 })
      return words.length
    }
  }
  if (clause !== null && clause.index < 110 && !/[;.:]/u.test(after.slice(0, clause.index))) {
    const lead = after.slice(0, clause.index)
    const speaker = pack.isVerbFirst
      ? (speakerAfter(pack, lead, reader.offset + end) ?? speakerBefore(reader, floor, match.index))
      : (speakerBefore(reader, floor, match.index) ?? subject)
    const content = contentIn(reader, end + clause.index + clause[0].length, words.length)
    if (content !== null && wordCount(reader, content.spans) >= 2) {
      push(reader, { ...content, cue, speaker, confidence: 0.85 })
      return words.length
    }
  }

  // The boats will leave, said X.
  if (/[,،]\s*[—–]?\s*$/u.test(before) && wordsOf(before) >= 3) {
    const speaker = subject ?? speakerAfter(pack, after, reader.offset + end)
    const content = contentIn(reader, floor, match.index)
    if (speaker !== null && content !== null && speaker.end - reader.offset >= words.trimEnd().length - 40) {
      push(reader, { ...content, cue, speaker, confidence: 0.75 })
      return words.length
    }
  }
  return null
}

const wordsOf = (words: string) => words.trim().split(/\s+/u).length

/** The phrase right before the verb; "X, the minister," is taken with what is put after it. */
function speakerBefore(reader: Reader, floor: number, verb: number): Range | null {
  const { words, pack, offset } = reader
  let chunk = words.slice(floor, verb).replace(/\s+(?:не|n[’']|ne|no|también|aussi|также|також|ще|еще|se|lui-même)?\s*$/u, '')
  let start = floor
  const inserted = /([^,،;:\ufffc—–]+)[,،]\s[^,،;:\ufffc]+[,،]$/u.exec(chunk)
  if (inserted !== null) {
    start = floor + inserted.index
    chunk = inserted[0].replace(/[,،]$/u, '')
  } else {
    const boundary = Math.max(...[',', '،', ';', ':', '—', '–', quoteMask, '('].map((mark) => chunk.lastIndexOf(mark)))
    start = floor + boundary + 1
    chunk = chunk.slice(boundary + 1)
  }
  const spaces = chunk.length - chunk.trimStart().length
  start += spaces
  chunk = chunk.trim()
  for (let round = 0; round < 2; round++) {
    for (const pattern of [pack.lead, new RegExp(`^(?:${pack.time.source})\\s*`, 'iu')]) {
      const lead = pattern.exec(chunk)
      if (lead === null || lead.index !== 0) continue
      start += lead[0].length
      chunk = chunk.slice(lead[0].length)
    }
  }
  const trailing = new RegExp(`\\s*(?:${pack.time.source})$`, 'iu').exec(chunk)
  if (trailing !== null) chunk = chunk.slice(0, trailing.index)
  if (!/\p{L}/u.test(chunk) || wordsOf(chunk) > 16) return null
  return { start: start + offset, end: start + offset + chunk.length }
}

/** The phrase right after the verb, with a name put after a comma. `from` is the offset of `after` in the text. */
export function speakerAfter(pack: LanguagePack, after: string, from: number): Range | null {
  let start = after.length - after.trimStart().length
  for (let round = 0; round < 2; round++) {
    const time = pack.time.exec(after.slice(start))
    if (time === null || time.index !== 0) break
    start += time[0].length
    start += after.slice(start).length - after.slice(start).trimStart().length
  }
  const rest = after.slice(start)
  let length = rest.search(/[,،;:—–(\ufffc!?]|\.(?!\p{L})/u)
  if (length === -1) length = rest.length
  const stop = pack.stop.exec(rest.slice(0, length))
  if (stop !== null && stop.index > 1) length = stop.index
  else {
    const name = /^[,،]\s(?:\p{Lu}[\p{L}’'-]+\s?){2,4}(?=[,.;]|$)/u.exec(rest.slice(length))
    if (name !== null) length += name[0].trimEnd().length
  }
  const time = pack.time.exec(rest.slice(0, length))
  if (time !== null && time.index > 1) length = time.index
  const phrase = rest.slice(0, length).trimEnd()
  if (!/\p{L}/u.test(phrase) || wordsOf(phrase) > 16) return null
  return { start: from + start, end: from + start + phrase.length }
}
