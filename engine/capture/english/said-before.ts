import { skipCircumstances, type Circumstances } from './adjuncts'
import { add } from './attribution-parts'
import { contentEnd, isClause } from './content'
import { fitsFrame } from './cue-subject'
import { cueAt, type Cue } from './cues'
import { afterApposition, nounPhraseAt, type NounPhrase } from './noun-phrase'
import type { Reading } from './sentence-reading'
import type { Stretch } from './stretch'
import type { Token } from './tokens'
import { isDash, isMark, isPreposition, isSubordinator } from './word-classes'

/** The quotation that ends right before `at`, with those joined to it, when nothing but it is said. */
export function quotationRightBefore({ sentence, floor }: Reading, at: number): Stretch | null {
  let to = at
  while (to > floor && (isMark(sentence[to - 1], ',') || isDash(sentence[to - 1]))) to--
  if (to <= floor || sentence[to - 1]!.kind !== 'quotation') return null
  let from = to - 1
  while (from > floor && (sentence[from - 1]!.kind === 'quotation' || isMark(sentence[from - 1], ','))) from--
  const lead = sentence.slice(floor, from).filter(({ kind }) => kind === 'word')
  // "Despite the losses, “we stay,” said Kerr."
  const first = lead[0]
  const isSetting =
    first !== undefined && (isPreposition(first) || isSubordinator(first)) && isMark(sentence[from], ',')
  return lead.length <= 1 || isSetting ? { from, to } : null
}

/** What stands before "…, he said": all of the sentence so far. */
export function contentBefore(reading: Reading, subject: NounPhrase, cue: Cue): Stretch | null {
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
  if (
    /^(?:when|after|before|as|asked|while|although|though|in|on|at|for|during|since|until|speaking|with|by|despite|and|but|also|once|if)$/.test(
      sentence[floor]!.low,
    )
  ) {
    const isLong = sentence.slice(floor, at - 1).some((token) => isMark(token, ','))
    if (!isLong && !/^(?:in|on|at|if|for|by|and|but)$/.test(sentence[floor]!.low)) return null
    if (!isLong && content.to - content.from < 8) return null
  }
  return isClause(sentence, content) || isParenthesis(reading, cue) ? content : null
}

const isParenthesis = ({ sentence, limit }: Reading, cue: Cue) =>
  isMark(sentence[cue.to], ',') && cue.to < limit - 2

/** Adds what was said before its speaker is named, with what goes on behind the name. */
export function addBefore(
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
    if (listener !== null)
      circumstances = merged(circumstances, skipCircumstances(sentence, listener.to, limit))
  }
  at = circumstances.next
  const contents = [content]
  const rest = contentAfterInsertion(reading, { content, from: at })
  if (rest !== null) contents.push(rest)
  const isDirect = sentence[content.from]!.kind === 'quotation'
  const isAdded = add(reading, {
    cue: { from: cue.from, to: cue.to },
    speaker: subject,
    contents,
    act: cue.lemma,
    isDirect,
    around: { from: Math.min(cue.from, subject.from), to: Math.max(at, cue.to) },
    circumstances,
    addressee: null,
    listener,
    confidence: isDirect ? 0.97 : 0.8,
  })
  if (!isAdded) return null
  reading.subject = subject
  // What is put after the name may report as well: "said Kerr, who also ruled out".
  reading.floor = Math.max(floor, rest?.to ?? Math.max(isInverted ? subject.to : at, cue.to))
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
  if (next.kind === 'quotation') return { from: from + 1, to: limit }
  const goesOn = next.low === 'and' && /^(?:that)$/.test(sentence[from + 2]?.low ?? '')
  if (
    isClause(sentence, content) &&
    sentence.slice(content.from, content.to).some((token) => isFinite(token)) &&
    !goesOn
  ) {
    return next.low === 'but' || next.low === 'and' || next.low === 'with'
      ? { from: from + 1, to: contentEnd(sentence, { from: from + 1, to: limit, hasVerb: true }) }
      : null
  }
  return { from: from + 1, to: limit }
}

const isFinite = (token: Token) =>
  token.kind === 'word' &&
  /^(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|do|does|did)$|ed$/.test(
    token.low,
  )
