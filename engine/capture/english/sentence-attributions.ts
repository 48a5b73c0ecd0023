import type { Attribution, Range } from '../suggestion'
import { isOutlet, skipCircumstances, type Circumstances } from './adjuncts'
import { contentEnd, isClause, shapeOf } from './content'
import type { Stretch } from './stretch'
import { cueAt, type Cue } from './cues'
import { afterApposition, nounPhraseAt, subjectBefore, subjectOf, venueNoun, type NounPhrase } from './noun-phrase'
import { refusalAt } from './refusals'
import { saidAfter } from './object-of-saying'
import { sourcePhraseAt } from './source-phrases'
import type { Token } from './tokens'
import { isAdverb, isDash, isMark } from './word-classes'

/** What the rules found in one sentence, in order; `subject` carries over to what follows. */
export type SentenceFindings = {
  attributions: Attribution[]
  /** First tokens of quotations that are spoken for. */
  used: Set<Token>
}

type Reading = {
  text: string
  sentence: readonly Token[]
  /** Without the mark that ends the sentence. */
  limit: number
  /** Up to here the sentence is spoken for. */
  floor: number
  subject: NounPhrase | null
  /** Where ", says the ministry" closes the sentence; 0 where nothing does. All before it is said. */
  closing: number
  findings: SentenceFindings
}

export function readSentence(text: string, sentence: readonly Token[]): SentenceFindings {
  const findings: SentenceFindings = { attributions: [], used: new Set() }
  let limit = sentence.length
  while (limit > 0 && isMark(sentence[limit - 1], '.!?…')) limit--
  const reading: Reading = { text, sentence, limit, floor: 0, subject: null, closing: closingTag(sentence, limit), findings }
  for (let at = 0; at < limit; ) {
    const next = readSourcePhrase(reading, at) ?? readRefusal(reading, at) ?? readVerb(reading, at)
    at = next ?? at + 1
  }
  return findings
}

function closingTag(sentence: readonly Token[], limit: number): number {
  for (let at = limit - 2; at > 2 && limit - at < 14; at--) {
    if (!isMark(sentence[at], ',')) continue
    const cue = cueAt(sentence, at + 1)
    if (cue === null || !/^(?:say|report|add|claim|insist|warn|announce)$/.test(cue.lemma) || cue.isParticiple) continue
    const subject = nounPhraseAt(sentence, cue.to, limit)
    if (subject !== null && skipCircumstances(sentence, subject.to, limit).next === limit) return at
  }
  return 0
}

/** "According to …", "in the view of …". */
function readSourcePhrase(reading: Reading, at: number): number | null {
  const { sentence, limit, floor } = reading
  const phrase = sourcePhraseAt(sentence, at, { floor, limit })
  if (phrase === null) return null
  const contents: Stretch[] = []
  let next = phrase.next
  if (phrase.isBeforeContent) {
    const from = isMark(sentence[next], ',:') ? next + 1 : next
    const to = contentEnd(sentence, { from, to: limit, hasVerb: true })
    contents.push({ from, to })
    next = to
  } else {
    contents.push({ from: floor, to: at })
    if (isMark(sentence[next], ',') && !isClause(sentence, { from: floor, to: at })) {
      contents.push({ from: next + 1, to: limit })
      next = limit
    }
  }
  const isAdded = add(reading, {
    cue: phrase.cue,
    speaker: phrase.speaker,
    contents,
    act: 'say',
    isDirect: false,
    around: { from: at, to: phrase.next },
    circumstances: null,
    addressee: null,
    listener: null,
    confidence: 0.85,
  })
  if (!isAdded) return null
  reading.floor = next
  return next
}

function readRefusal(reading: Reading, at: number): number | null {
  const { sentence, limit } = reading
  const refusal = refusalAt(sentence, at)
  if (refusal === null) return null
  const subject = subjectOfCue(reading, refusal.groupFrom)
  if (subject === null || !/^(?:person|body|name|pronoun)$/.test(subject.kind)) return null
  if (/^(?:you|one|it|i)$/.test(sentence[subject.from]!.low) && subject.to - subject.from === 1 && sentence[subject.from]!.low !== 'it') return null
  const to = contentEnd(sentence, { from: refusal.content, to: limit, hasVerb: false })
  const isAdded = add(reading, {
    cue: refusal.cue,
    speaker: subject,
    contents: [{ from: refusal.content, to }],
    act: 'refuse',
    isDirect: false,
    around: { from: 0, to: subject.from },
    circumstances: null,
    addressee: null,
    listener: null,
    confidence: 0.6,
  })
  if (!isAdded) return null
  reading.subject = subject
  reading.floor = to
  return to
}

function readVerb(reading: Reading, at: number): number | null {
  const { sentence, limit, floor } = reading
  const cue = cueAt(sentence, at)
  if (cue === null || cue.groupFrom < floor) return null
  if (cue.isNegated && !/^(?:want|rule|expect|intend|plan|think|believe|agree|recogni[sz]e|accept|support|see|hope|seek|ready|prepared|willing|open|convinced|doubt|favou?r|oppose|deny|like|have|committed|confident)$/.test(cue.lemma)) return null
  if (cue.from < reading.closing && reading.closing > 0 && !/q/.test(cue.frames)) return null
  if (isImpersonal(reading, cue)) return readImpersonal(reading, cue)

  const subject = subjectOfCue(reading, cue.groupFrom, cue)
  if (subject === null || !isFit(sentence, subject, cue)) return readInverted(reading, cue)

  const said = saidAfter(reading.text, sentence, cue, limit)
  const before = said === null || said.isDirect ? contentBefore(reading, subject, cue) : null
  const openQuotation = said?.isDirect ? quotationRightBefore(reading, subject.outerFrom) : null
  if (said === null && before !== null) return addBefore(reading, { cue, subject, content: before })
  if (said === null) return carryOn(reading, cue, subject)
  if (!fitsFrame(subject, cue, said.isDirect)) return carryOn(reading, cue, subject)

  const isAdded = add(reading, {
    cue: cueRange(cue),
    speaker: subject,
    contents: openQuotation === null ? [said] : [openQuotation, said],
    act: cue.lemma,
    isDirect: said.isDirect,
    around: { from: Math.max(0, Math.min(floor, subject.outerFrom)), to: said.cueEnd },
    circumstances: said.circumstances,
    addressee: said.addressee,
    listener: said.listener,
    confidence: confidenceOf(cue, subject, said.isDirect),
  })
  if (!isAdded) return null
  reading.subject = subject
  reading.floor = said.to
  return Math.max(said.to, cue.to)
}

/** A verb of saying without content still gives its subject to the next: "thanked them and agreed to". */
function carryOn(reading: Reading, cue: Cue, subject: NounPhrase): number | null {
  reading.subject = subject
  return cue.to
}

const cueRange = (cue: Cue): Stretch => ({ from: cue.from, to: cue.to })

function subjectOfCue(reading: Reading, groupFrom: number, cue?: Cue): NounPhrase | null {
  const { sentence, floor } = reading
  const inherited = () => reading.subject ?? subjectOf(sentence, groupFrom)
  if (cue?.isParticiple) return inherited()
  let before = groupFrom - 1
  while (before >= 0 && isAdverb(sentence[before]!)) before--
  const word = sentence[before]
  if (word === undefined) return null
  if (/^(?:and|but|or|yet)$/.test(word.low)) return inherited()
  if (isMark(word, ',') && reading.subject !== null && before === groupFrom - 1 && subjectBefore(sentence, groupFrom, floor) === null) return null
  if (/^(?:who|which)$/.test(word.low) && before > 0) {
    const end = isMark(sentence[before - 1], ',') ? before - 1 : before
    return reading.subject !== null && floor >= end - 1 ? reading.subject : subjectBefore(sentence, end, Math.min(floor, end))
  }
  return subjectBefore(sentence, groupFrom, floor)
}

function isFit(sentence: readonly Token[], subject: NounPhrase, cue: Cue): boolean {
  const first = sentence[subject.from]!.low
  const isAlone = subject.to - subject.from === 1
  if (isAlone && /^(?:you|nobody|everyone|one|i)$/.test(first)) return first === 'i' || first === 'one'
  if (cue.entry.form === 'base' && cue.groupFrom === cue.from && !subject.isPlural) return false
  if (cue.entry.form === 'third' && isAlone && /^(?:they|we|i|some|many|others|few|both|those)$/.test(first)) return false
  return true
}

const plainSaying =
  /^(?:say|tell|add|argue|warn|insist|claim|explain|note|write|read|state|complain|continue|reply|ask|recall|stress|recount|remark|declare|conclude|go|put|announce)$/

/** Things do not want or refuse; and only plain verbs of saying are believed of anybody at all. */
function fitsFrame(subject: NounPhrase, cue: Cue, isDirect: boolean): boolean {
  if (subject.kind !== 'other') {
    if (subject.kind !== 'document') return true
    return !/^(?:want|think|believe|feel|fear|hope|doubt|plan)$/.test(cue.lemma)
  }
  return isDirect || plainSaying.test(cue.lemma)
}

function confidenceOf(cue: Cue, subject: NounPhrase, isDirect: boolean): number {
  if (isDirect) return 0.97
  const base = plainSaying.test(cue.lemma) ? 0.9 : cue.frames.includes('q') ? 0.85 : 0.7
  return subject.kind === 'other' ? base - 0.3 : base
}

/** "It is reported that …": nobody is named. */
function isImpersonal({ sentence }: Reading, cue: Cue): boolean {
  return sentence[cue.groupFrom - 1]?.low === 'it' && (cue.lemma === 'clear' || cue.lemma === 'certain' || cue.lemma === 'emerge')
}
const readImpersonal = (_reading: Reading, cue: Cue): number => cue.to

/** “…,” said Kerr; the troops will leave, says the ministry. */
function readInverted(reading: Reading, cue: Cue): number | null {
  const { sentence, limit, floor } = reading
  if (!/[qtT]/.test(cue.frames) || cue.isParticiple || cue.groupFrom !== cue.from || cue.entry.form === 'base') return null
  const before = sentence[cue.from - 1]
  const isAfterContent = before?.kind === 'quotation' || isMark(before, ',') || isDash(before)
  if (!isAfterContent || cue.from <= floor) return null
  let at = cue.to
  const verbTail = skipCircumstances(sentence, at, limit)
  if (verbTail.next > at && verbTail.place === null && isAdverb(sentence[at]!)) at = verbTail.next
  const subject = nounPhraseAt(sentence, at, limit)
  if (subject === null || (subject.kind === 'other' && before?.kind !== 'quotation')) return null
  const content = { from: floor, to: cue.from }
  const quotation = quotationRightBefore(reading, cue.from)
  if (quotation === null && !isClause(sentence, content)) return null
  return addBefore(reading, { cue, subject, content: quotation ?? content })
}

/** The quotation that ends right before `at`, with those joined to it, when nothing but it is said. */
function quotationRightBefore({ sentence, floor }: Reading, at: number): Stretch | null {
  let to = at
  while (to > floor && (isMark(sentence[to - 1], ',') || isDash(sentence[to - 1]))) to--
  if (to <= floor || sentence[to - 1]!.kind !== 'quotation') return null
  let from = to - 1
  while (from > floor && (sentence[from - 1]!.kind === 'quotation' || isMark(sentence[from - 1], ','))) from--
  const lead = sentence.slice(floor, from).filter(({ kind }) => kind === 'word')
  return lead.length <= 1 ? { from, to } : null
}

/** What stands before "…, he said": all of the sentence so far. */
function contentBefore(reading: Reading, subject: NounPhrase, cue: Cue): Stretch | null {
  const { sentence, floor } = reading
  if (!/[qtTd]/.test(cue.frames) || cue.isParticiple) return null
  const at = subject.outerFrom
  if (at <= floor) return null
  const quotation = quotationRightBefore(reading, at)
  if (quotation !== null) return quotation
  const before = sentence[at - 1]!
  if (before.kind === 'quotation') return { from: floor, to: at }
  if (!isMark(before, ',') && !(isMark(before, ':') && sentence[at - 2]?.kind === 'quotation')) return null
  const content = { from: floor, to: at - 1 }
  const hasQuotation = sentence.slice(floor, at).some(({ kind }) => kind === 'quotation')
  if (hasQuotation) return content
  if (/^(?:when|after|before|as|asked|while|although|though|in|on|at|for|during|since|until|speaking|with|by|despite|and|but|also|once|if)$/.test(sentence[floor]!.low)) {
    const isLong = sentence.slice(floor, at - 1).some((token) => isMark(token, ','))
    if (!isLong && !/^(?:in|on|at|if|for|by|and|but)$/.test(sentence[floor]!.low)) return null
    if (!isLong && content.to - content.from < 8) return null
  }
  return isClause(sentence, content) || isParenthesis(reading, cue) ? content : null
}

const isParenthesis = ({ sentence, limit }: Reading, cue: Cue) => isMark(sentence[cue.to], ',') && cue.to < limit - 3

function addBefore(
  reading: Reading,
  { cue, subject, content }: { cue: Cue; subject: NounPhrase; content: Stretch },
): number | null {
  const { sentence, limit, floor } = reading
  if (!fitsFrame(subject, cue, sentence[content.from]?.kind === 'quotation')) return null
  const isInverted = subject.from >= cue.to
  let listener: NounPhrase | null = null
  let at = isInverted ? afterApposition(sentence, subject.to, limit) : cue.to
  let circumstances = skipCircumstances(sentence, at, limit)
  if (!isInverted && cue.frames.includes('d') && circumstances.next === at) {
    listener = nounPhraseAt(sentence, at, limit)
    if (listener !== null) circumstances = merged(circumstances, skipCircumstances(sentence, listener.to, limit))
  }
  at = circumstances.next
  const contents = [content]
  const rest = contentAfterInsertion(reading, { content, from: at })
  if (rest !== null) contents.push(rest)
  const isDirect = sentence[content.from]!.kind === 'quotation'
  const isAdded = add(reading, {
    cue: cueRange(cue),
    speaker: subject,
    contents,
    act: cue.lemma,
    isDirect,
    around: { from: Math.min(cue.from, subject.from), to: rest?.from ?? limit },
    circumstances,
    addressee: null,
    listener,
    confidence: isDirect ? 0.97 : 0.8,
  })
  if (!isAdded) return null
  reading.subject = subject
  reading.floor = Math.max(floor, rest?.to ?? Math.max(at, cue.to))
  return reading.floor
}

const merged = (one: Circumstances, other: Circumstances): Circumstances => ({
  next: other.next,
  place: one.place ?? other.place,
  relayedBy: one.relayedBy ?? other.relayedBy,
})

/** “A,” Kerr said, “b.” and: The boats, Kerr said, would leave. */
function contentAfterInsertion(
  { sentence, limit }: Reading,
  { content, from }: { content: Stretch; from: number },
): Stretch | null {
  const isQuoted = sentence[content.from]!.kind === 'quotation'
  if (isQuoted) {
    for (let at = from; at < limit; at++) {
      const token = sentence[at]!
      if (token.kind === 'quotation') {
        const before = sentence[at - 1]
        const joins = isMark(before, ',.:') || isDash(before) || at === from || before?.low === 'and'
        return joins ? { from: at, to: at + 1 } : null
      }
      if (cueAt(sentence, at) !== null || isMark(token, ';')) return null
    }
    return null
  }
  if (!isMark(sentence[from], ',')) return null
  const next = sentence[from + 1]
  if (next === undefined || from + 1 >= limit) return null
  const goesOn = next.low === 'and' && /^(?:that)$/.test(sentence[from + 2]?.low ?? '')
  if (isClause(sentence, content) && sentence.slice(content.from, content.to).some((token) => isFinite(token)) && !goesOn) {
    return next.low === 'but' || next.low === 'and' || next.low === 'with' ? { from: from + 1, to: contentEnd(sentence, { from: from + 1, to: limit, hasVerb: true }) } : null
  }
  return { from: from + 1, to: limit }
}

const isFinite = (token: Token) => token.kind === 'word' && /^(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|do|does|did)$|ed$/.test(token.low)

type Given = {
  cue: Stretch
  speaker: Stretch | null
  contents: Stretch[]
  act: string
  isDirect: boolean
  around: Stretch
  circumstances: Circumstances | null
  addressee: NounPhrase | null
  listener: NounPhrase | null
  confidence: number
}

function add({ text, sentence, findings }: Reading, given: Given): boolean {
  const shapes = given.contents.flatMap((content) => shapeOf(text, sentence, content, given) ?? [])
  if (shapes.length === 0) return false
  const isQuoted = shapes.every(({ form }) => form !== 'paraphrase')
  const spans = isQuoted || given.contents.length === 1 ? shapes.flatMap((shape) => shape.spans) : shapes.flatMap((shape) => shape.spans)
  for (const content of given.contents) {
    for (const token of sentence.slice(content.from, content.to)) if (token.kind === 'quotation') findings.used.add(token)
  }
  const form = shapes.some((shape) => shape.form === 'partial') ? 'partial' : shapes.some((shape) => shape.form === 'paraphrase') ? (shapes.some((shape) => shape.form === 'verbatim') ? 'partial' : 'paraphrase') : 'verbatim'
  const { listener, circumstances } = given
  const heard = listener !== null && isOutlet(sentence, listener.from, listener.to) ? rangeOf(sentence, listener) : null
  findings.attributions.push({
    form,
    cue: rangeOf(sentence, given.cue),
    speaker: given.speaker === null ? null : speakerRange(sentence, given.speaker),
    spans,
    addressee: given.addressee === null ? listenerAsAddressee(sentence, listener) : rangeOf(sentence, given.addressee),
    relayedBy: heard ?? (circumstances?.relayedBy == null ? null : rangeOf(sentence, circumstances.relayedBy)),
    place: circumstances?.place == null ? null : rangeOf(sentence, circumstances.place),
    around: aroundOf(sentence, given),
    continues: false,
    act: given.act,
    confidence: given.confidence,
  })
  return true
}

/** "told Kyiv" addresses it; "told reporters" and "told a news conference" address nobody at the table. */
function listenerAsAddressee(sentence: readonly Token[], listener: NounPhrase | null): Range | null {
  if (listener === null || isOutlet(sentence, listener.from, listener.to)) return null
  if (listener.kind !== 'name' || venueNoun.test(sentence[listener.to - 1]!.low)) return null
  return rangeOf(sentence, listener)
}

/** The words of the sentence that are not said, as dates of saying stand there. */
function aroundOf(sentence: readonly Token[], { around, contents }: Given): Range[] {
  const first = Math.max(0, around.from)
  const ranges: Range[] = []
  for (let at = first; at < around.to && at < sentence.length; at++) {
    if (contents.some(({ from, to }) => at >= from && at < to)) continue
    const token = sentence[at]!
    const last = ranges.at(-1)
    if (last !== undefined && sentence[at - 1] !== undefined && last.end === sentence[at - 1]!.end) last.end = token.end
    else ranges.push({ start: token.start, end: token.end })
  }
  return ranges
}

export function rangeOf(sentence: readonly Token[], { from, to }: Stretch): Range {
  return { start: sentence[from]!.start, end: sentence[to - 1]!.end }
}

/** Without the ’s of a genitive and without a comma. */
function speakerRange(sentence: readonly Token[], stretch: Stretch): Range {
  const range = rangeOf(sentence, stretch)
  const last = sentence[stretch.to - 1]!
  return /'s$/.test(last.low) ? { start: range.start, end: range.end - 2 } : range
}
