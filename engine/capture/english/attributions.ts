import type { Quotation, QuotationPart } from '../quotation-marks'
import type { Attribution, Range } from '../suggestion'
import { innerRanges, wordsIn } from './content'
import { readHeadline } from './headlines'
import { loneAttribution } from './lone-attribution'
import { nounPhraseAt, subjectOf, type NounPhrase } from './noun-phrase'
import { rangeOf, readSentence } from './sentence-attributions'
import { sentencesOf, tokensOf, type Token } from './tokens'
import { isDash, isMark } from './word-classes'

type Part = { whole: Quotation; part: QuotationPart }

/** Who is speaking as the text runs on, and where that was last seen. */
type Running = { speaker: Range | null; paragraph: number; last: Attribution | null }

/** All attributions of an English text, in order. `partsOf` gives the quotations of each paragraph. */
export function englishAttributions(
  text: string,
  paragraphs: readonly Range[],
  partsOf: (paragraph: number) => readonly Part[],
): Attribution[] {
  const attributions: Attribution[] = []
  const running: Running = { speaker: null, paragraph: -2, last: null }
  for (const [index, paragraph] of paragraphs.entries()) {
    const tokens = tokensOf(text, withoutTime(text, paragraph), partsOf(index))
    const sentences = sentencesOf(text, tokens)
    const headline = readHeadline(text, sentences)
    if (headline !== null) {
      attributions.push(headline)
      running.last = null
      continue
    }
    readParagraph(text, { sentences, index, running, attributions })
  }
  return attributions
}

const timeOfDay = /^\[?\d{1,2}[:.]\d{2}(?::\d{2})?\]?(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|BST|CET|ET|EST|EDT|local))?(?:\s?[-–—|:])?\s+/i

/** The time that heads an entry of a live blog belongs to no sentence. */
function withoutTime(text: string, { start, end }: Range): Range {
  const time = timeOfDay.exec(text.slice(start, Math.min(end, start + 30)))
  return { start: start + (time?.[0].length ?? 0), end }
}

function readParagraph(
  text: string,
  {
    sentences,
    index,
    running,
    attributions,
  }: { sentences: readonly Token[][]; index: number; running: Running; attributions: Attribution[] },
): void {
  let before: Attribution | null = null
  let previous: readonly Token[] | null = null
  for (const sentence of sentences) {
    const found = readSentence(text, sentence)
    const loose = sentence.filter((token) => token.kind === 'quotation' && !found.used.has(token))
    const added: Attribution[] =
      found.attributions.length > 0
        ? found.attributions
        : loose.length > 0
          ? looseAttributions(text, { sentence, loose, before, previous, running, index })
          : []
    // A sentence of nothing but quotations may go on with the attribution before it.
    for (const attribution of added) if (attribution !== before) attributions.push(attribution)
    const last: Attribution | undefined = added.at(-1)
    if (last !== undefined) {
      before = last
      const isByName = last.speaker !== null && last.act !== 'loose'
      if (isByName || last.form === 'verbatim') Object.assign(running, { speaker: last.speaker, paragraph: index, last })
    } else before = null
    previous = sentence
  }
}

type Loose = {
  sentence: readonly Token[]
  loose: readonly Token[]
  before: Attribution | null
  previous: readonly Token[] | null
  running: Running
  index: number
}

function looseAttributions(text: string, given: Loose): Attribution[] {
  const { sentence, loose, before } = given
  const spans = loose.flatMap(innerRanges)
  if (spans.length === 0) return []
  if (sentence.every(({ kind }) => kind === 'quotation' || kind === 'mark')) {
    if (before !== null && before.form === 'verbatim') {
      before.spans.push(...spans)
      return [before]
    }
    return [bareQuotation(text, given, spans)]
  }
  return describedQuotation(text, given) ?? []
}

/** A sentence of quotations alone: the one who spoke before goes on, or the subject of the sentence before. */
function bareQuotation(text: string, { loose, previous, running, index, before }: Loose, spans: Range[]): Attribution {
  const words = loose.reduce((sum, token) => sum + wordsIn(text, token), 0)
  const isNear = running.paragraph === index || running.paragraph === index - 1
  let speaker = isNear ? running.speaker : null
  let isSure = isNear && speaker !== null
  let around: Range[] = []
  if (previous !== null && before === null) {
    const subject = subjectOf(previous)
    around = previous.filter(({ kind }) => kind !== 'quotation').map(({ start, end }) => ({ start, end }))
    if (subject !== null && /^(?:name|person|pronoun|body)$/.test(subject.kind)) {
      speaker = rangeOf(previous, subject)
      isSure = false
    }
  }
  return loneAttribution({
    form: 'verbatim',
    speaker,
    spans,
    around,
    continues: isNear && around.length === 0,
    confidence: (isSure ? 0.85 : speaker === null ? 0.5 : 0.6) - (words < 4 ? 0.2 : 0),
  })
}

/** Quotations beside words that hold no verb of saying that we know. */
function describedQuotation(text: string, { sentence, loose, running, index }: Loose): Attribution[] | null {
  for (const token of loose) {
    const at = sentence.indexOf(token)
    const spans = innerRanges(token)
    if (spans.length === 0) continue
    const words = wordsIn(text, token)
    const isNear = running.paragraph === index || running.paragraph === index - 1
    const make = (speaker: Range | null, cue: Range | null, confidence: number) => [
      loneAttribution({
        form: 'verbatim',
        speaker,
        cue,
        spans,
        around: aroundQuotation(sentence, token),
        continues: false,
        confidence,
      }),
    ]
    const known = verblessSpeaker(text, sentence, at)
    if (known !== null) return make(known.speaker, known.cue, 0.8)
    if (isMark(sentence[at - 1], ':') && words >= 3) {
      const subject = subjectOf(sentence, at - 1)
      const isSpeaker = subject !== null && /^(?:name|person|pronoun|body|document)$/.test(subject.kind)
      if (isSpeaker) {
        const cueFrom = subject.to
        const cue = cueFrom < at - 1 ? rangeOf(sentence, { from: cueFrom, to: at - 1 }) : null
        return make(rangeOf(sentence, subject), cue, 0.7)
      }
      return make(isNear ? running.speaker : null, null, 0.6)
    }
    if (at === 0 && words >= 8 && isSpeech(text, token)) return make(isNear ? running.speaker : null, null, 0.4)
  }
  return null
}

const isSpeech = (text: string, token: Token) => {
  const inner = token.quotation?.part.inner
  return inner !== undefined && /^\p{Lu}/u.test(text.slice(inner.start, inner.end)) && /[.,!?…]$/u.test(text.slice(inner.start, inner.end))
}

function aroundQuotation(sentence: readonly Token[], quotation: Token): Range[] {
  return sentence.filter((token) => token !== quotation && token.kind !== 'quotation').map(({ start, end }) => ({ start, end }))
}

/** “…,” Kerr thundered; “…,” thundered Kerr; “…” — Kerr. */
function verblessSpeaker(
  text: string,
  sentence: readonly Token[],
  at: number,
): { speaker: Range; cue: Range | null } | null {
  const inner = sentence[at]!.quotation!.part.inner
  const endsWithComma = /[,?!…—–]$/u.test(text.slice(inner.start, inner.end)) || isMark(sentence[at + 1], ',')
  const next = isMark(sentence[at + 1], ',') ? at + 2 : at + 1
  if (isDash(sentence[at + 1])) {
    const subject = nounPhraseAt(sentence, at + 2, sentence.length)
    return subject !== null && isSomebody(subject) ? { speaker: rangeOf(sentence, subject), cue: null } : null
  }
  if (!endsWithComma) return null
  const direct = nounPhraseAt(sentence, next, sentence.length)
  const verbAfter = direct === null ? undefined : sentence[direct.to]
  if (direct !== null && isSomebody(direct)) {
    const verb = [direct.to, direct.to - 1].find((index) => index > direct.from && looksLikeVerb(sentence[index]))
    if (verb !== undefined) {
      const to = Math.min(direct.to, verb)
      return { speaker: rangeOf(sentence, { from: direct.from, to }), cue: rangeOf(sentence, { from: verb, to: verb + 1 }) }
    }
  }
  const inverted = looksLikeVerb(sentence[next]) ? nounPhraseAt(sentence, next + 1, sentence.length) : null
  if (inverted !== null && isSomebody(inverted)) {
    return { speaker: rangeOf(sentence, inverted), cue: rangeOf(sentence, { from: next, to: next + 1 }) }
  }
  return verbAfter === undefined ? null : null
}

const isSomebody = ({ kind }: NounPhrase) => /^(?:name|person|pronoun|body)$/.test(kind)
const looksLikeVerb = (token: Token | undefined) =>
  token !== undefined && token.kind === 'word' && !token.isCapital && /(?:ed|es|[a-z]s|ew|ang|ung|oke)$/.test(token.low)
