import type { Attribution } from '../suggestion'
import { innerRanges, isClause } from './content'
import { loneAttribution } from './lone-attribution'
import { nounPhraseAt } from './noun-phrase'
import { rangeOf } from './sentence-attributions'
import type { Token } from './tokens'
import { isDash, isMark, subjectKindOf } from './word-classes'
import { cueAt } from './cues'

const labels =
  /^(?:analysis|opinion|live|update|updated|watch|video|exclusive|explainer|explained|breaking|factbox|timeline|profile|editorial|comment|review|interview|photos|pictures|listen|read|note|correction|topics|tags|source|sources|by|see|related|news|briefing|special|report|feature|column|letters|podcast|in|caption|photo|credit|subject|date|re|from|to|cc|place|participants|agenda|item|annex|article|section|chapter|part|table|figure|day|week|round|question|answer|key|background|context|summary)$/

const questions = /^(?:what|how|why|who|when|where|which|everything|all|five|three|four|six|seven|ten|inside|the|a|is|are|can|will|did|does)$/

/** A line that attributes in the manner of headlines: "Kerr: no deal", "No deal — diplomatic source". */
export function readHeadline(text: string, sentences: readonly Token[][]): Attribution | null {
  const line = sentences[0]
  if (line === undefined || sentences.length > 1 || line.length > 24 || line.length < 4) return null
  if (isMark(line.at(-1), '.')) return null
  return quotationThenSpeaker(line) ?? speakerThenColon(text, line) ?? dashThenSpeaker(line)
}

function speakerThenColon(text: string, line: readonly Token[]): Attribution | null {
  const colon = line.findIndex((token) => isMark(token, ':'))
  if (colon < 1 || colon > 6 || colon >= line.length - 2) return null
  const words = line.slice(0, colon)
  if (words.some(({ kind, low }) => kind === 'quotation' || labels.test(low))) return null
  for (let at = 1; at < colon; at++) if (cueAt(line, at) !== null) return null
  const rest = line.slice(colon + 1)
  if (rest.every(({ kind }) => kind === 'quotation' || kind === 'mark')) {
    const spans = rest.flatMap(innerRanges)
    if (spans.length === 0 || !isLikelySpeaker(words)) return null
    return loneAttribution({ form: 'verbatim', speaker: rangeOf(line, { from: 0, to: colon }), spans, confidence: 0.85 })
  }
  if (!isLikelySpeaker(words) || questions.test(rest[0]!.low) || rest.length < 3) return null
  const span = { start: rest[0]!.start, end: rest.at(-1)!.end }
  if (!/\p{Ll}/u.test(text.slice(span.start, span.end))) return null
  return loneAttribution({ form: 'paraphrase', speaker: rangeOf(line, { from: 0, to: colon }), spans: [span], confidence: 0.65 })
}

/** A name of up to four words, an office or a body; a topic is none. */
function isLikelySpeaker(words: readonly Token[]): boolean {
  const kind = subjectKindOf(words)
  if (kind === 'person' || kind === 'body') return true
  return kind === 'name' && words.length <= 4 && words.every(({ isCapital, low }) => isCapital || /^(?:of|the|de|al|bin)$/.test(low))
}

function quotationThenSpeaker(line: readonly Token[]): Attribution | null {
  const first = line[0]!
  if (first.kind !== 'quotation' || !isMark(line[1], ':')) return null
  const speaker = nounPhraseAt(line, 2, line.length)
  const spans = innerRanges(first)
  if (speaker === null || speaker.kind === 'other' || spans.length === 0) return null
  return loneAttribution({ form: 'verbatim', speaker: rangeOf(line, speaker), spans, confidence: 0.8 })
}

function dashThenSpeaker(line: readonly Token[]): Attribution | null {
  const dash = line.findLastIndex((token) => isDash(token))
  if (dash < 3 || dash >= line.length - 1 || line.length - dash > 9) return null
  const isSpaced = line[dash]!.start > line[dash - 1]!.end && line[dash + 1]!.start > line[dash]!.end
  const words = line.slice(dash + 1)
  const kind = subjectKindOf(words)
  const isSomebody = kind === 'person' || kind === 'body' || (kind === 'name' && words.every(({ isCapital }) => isCapital))
  if (!isSpaced || !isSomebody || words.some(({ kind: type }) => type !== 'word')) return null
  const content = line.slice(0, dash)
  const quotations = content.filter(({ kind: type }) => type === 'quotation').flatMap(innerRanges)
  const isQuoted = content.every(({ kind: type }) => type === 'quotation' || type === 'mark')
  if (!isQuoted && !isClause(line, { from: 0, to: dash })) return null
  return loneAttribution({
    form: isQuoted ? 'verbatim' : 'paraphrase',
    speaker: rangeOf(line, { from: dash + 1, to: line.length }),
    spans: isQuoted ? quotations : [{ start: content[0]!.start, end: content.at(-1)!.end }],
    confidence: 0.7,
  })
}
