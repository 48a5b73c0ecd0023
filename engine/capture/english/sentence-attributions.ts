import { skipCircumstances } from './adjuncts'
import { add, type SentenceFindings } from './attribution-parts'
import { closingTag } from './closing-tag'
import { contentEnd, isClause } from './content'
import { confidenceOf, fitsFrame, isFit, subjectOfCue } from './cue-subject'
import { cueAt, type Cue } from './cues'
import { nounPhraseAt, type NounPhrase } from './noun-phrase'
import { saidAfter } from './object-of-saying'
import { refusalAt } from './refusals'
import { addBefore, contentBefore, quotationRightBefore } from './said-before'
import type { Reading } from './sentence-reading'
import { sourcePhraseAt } from './source-phrases'
import type { Stretch } from './stretch'
import type { Token } from './tokens'
import { isAdverb, isDash, isMark } from './word-classes'

export function readSentence(text: string, sentence: readonly Token[]): SentenceFindings {
  const findings: SentenceFindings = { attributions: [], used: new Set() }
  let limit = sentence.length
  while (limit > 0 && isMark(sentence[limit - 1], '.!?…')) limit--
  const reading: Reading = {
    text,
    sentence,
    limit,
    floor: 0,
    subject: null,
    closing: closingTag(sentence, limit),
    findings,
  }
  for (let at = 0; at < limit; ) {
    const next = readSourcePhrase(reading, at) ?? readRefusal(reading, at) ?? readVerb(reading, at)
    at = next ?? at + 1
  }
  return findings
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
  if (
    /^(?:you|one|it|i)$/.test(sentence[subject.from]!.low) &&
    subject.to - subject.from === 1 &&
    sentence[subject.from]!.low !== 'it'
  )
    return null
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
  if (
    cue.isNegated &&
    !/^(?:want|rule|expect|intend|plan|think|believe|agree|recogni[sz]e|accept|support|see|hope|seek|ready|prepared|willing|open|convinced|doubt|favou?r|oppose|deny|like|have|committed|confident)$/.test(
      cue.lemma,
    )
  )
    return null
  if (cue.from < reading.closing && reading.closing > 0 && !/q/.test(cue.frames)) return null
  if (isImpersonal(reading, cue)) return readImpersonal(reading, cue)

  const subject = subjectOfCue(reading, cue.groupFrom, cue)
  if (subject === null || !isFit(sentence, subject, cue)) return readInverted(reading, cue)

  const said = saidAfter(reading.text, sentence, cue, limit)
  const open =
    /[qtTd]/.test(cue.frames) && !cue.isParticiple ? quotationRightBefore(reading, subject.outerFrom) : null
  const openQuotation = said?.isDirect ? open : null
  const before =
    said === null || (open !== null && !said.isDirect) ? contentBefore(reading, subject, cue) : null
  if (before !== null) return addBefore(reading, { cue, subject, content: before })
  if (said === null) return carryOn(reading, cue, subject)
  if (!fitsFrame(subject, cue, said.isDirect)) return carryOn(reading, cue, subject)

  const isAdded = add(reading, {
    cue: { from: cue.from, to: cue.to },
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

/** "It is reported that …": nobody is named. */
function isImpersonal({ sentence }: Reading, cue: Cue): boolean {
  return (
    sentence[cue.groupFrom - 1]?.low === 'it' &&
    (cue.lemma === 'clear' || cue.lemma === 'certain' || cue.lemma === 'emerge')
  )
}
const readImpersonal = (_reading: Reading, cue: Cue): number => cue.to

/** “…,” said Kerr; the troops will leave, says the ministry. */
function readInverted(reading: Reading, cue: Cue): number | null {
  const { sentence, limit, floor } = reading
  if (
    !/[qtT]/.test(cue.frames) ||
    cue.isParticiple ||
    cue.groupFrom !== cue.from ||
    cue.entry.form === 'base'
  )
    return null
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
