import type { Attribution, Range } from '../suggestion'
import { skipCircumstances, skipDate } from './adjuncts'
import { cueAt, type Cue } from './cues'
import { subjectBefore } from './noun-phrase'
import { refusalAt } from './refusals'
import type { Stretch } from './stretch'
import type { Token } from './tokens'
import { isAdverb, isDash, isMark, isPreposition, isSubordinator, isVerbLike } from './word-classes'

/** A clause has a subject and a verb of its own. */
export function isClause(sentence: readonly Token[], { from, to }: Stretch): boolean {
  if (to - from < 2) return false
  for (let at = from + 1; at < to; at++) {
    const token = sentence[at]!
    if (/^(?:where|which|who|whose|whom)$/.test(token.low)) return false
    if (isVerbLike(token)) return true
  }
  // A verb in the plural looks like a noun: long enough, it is believed.
  return to - from >= 5
}

/**
 * Where what is said ends: at the end of the sentence, or where the writer speaks again. `isClause` tells
 * content with a verb of its own, in which "and demanded" goes on, from one without.
 */
export function contentEnd(
  sentence: readonly Token[],
  { from, to, hasVerb }: Stretch & { hasVerb: boolean },
): number {
  for (let at = from; at < to; at++) {
    const token = sentence[at]!
    if (isMark(token, ';')) return at
    if (at > from + 1 && token.text === '(' && at > to - 12) return at
    if (at > from + 2 && isDash(token) && token.text !== '-' && !hasLaterDash(sentence, at + 1, to)) return at
    if (isMark(token, ',') && isWriterAfterComma(sentence, at, to)) return at
    if (/^(?:and|but)$/.test(token.low) && at > from && isWriterAfterAnd(sentence, { at, to, hasVerb })) {
      return isMark(sentence[at - 1], ',') ? at - 1 : at
    }
    if (/^(?:while|whereas)$/.test(token.low) && at > from + 2 && startsOwnCue(sentence, at + 1, to)) return at
  }
  return to
}

function hasLaterDash(sentence: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDash(sentence[at])) return true
  return false
}

function isWriterAfterComma(sentence: readonly Token[], comma: number, to: number): boolean {
  const next = sentence[comma + 1]
  if (next === undefined) return false
  if (next.low === 'according' && sentence[comma + 2]?.low === 'to') return true
  if (/^(?:while|whereas|something|although)$/.test(next.low)) return true
  if (next.low === 'in' && /^what$/.test(sentence[comma + 2]?.low ?? '')) return true
  if (/^(?:a|an)$/.test(next.low) && writersNoun.test(sentence[comma + 2]?.low ?? '')) return true
  let at = comma + 1
  while (at < to && isAdverb(sentence[at]!)) at++
  if (/^(?:referring|citing|speaking|alluding|quoting|using|echoing|pointing|apparently)$/.test(sentence[at]?.low ?? '')) return true
  const cue = cueAt(sentence, at)
  return cue !== null && cue.isParticiple && /[qtndo]/.test(cue.frames)
}

const writersNoun =
  /^(?:claim|charge|move|step|demand|reference|position|view|stance|remark|proposal|day|week|month|figure|sign|shift|reversal|departure|concession|condition|suggestion|statement|comment|nod|allusion|prospect|idea|threat|term)$/

function isWriterAfterAnd(
  sentence: readonly Token[],
  { at, to, hasVerb }: { at: number; to: number; hasVerb: boolean },
): boolean {
  const hasComma = isMark(sentence[at - 1], ',')
  let next = at + 1
  while (next < to && isAdverb(sentence[next]!)) next++
  if (!hasVerb && refusalAt(sentence, next) !== null) return true
  const direct = cueAt(sentence, next) ?? attitudeAhead(sentence, next, to)
  if (direct !== null && direct.groupFrom <= next && direct.entry.form !== 'ing') {
    return !hasVerb && direct.entry.form !== 'base'
  }
  if (!hasVerb && hasComma && isPronounWithVerb(sentence, next)) return true
  if (!hasVerb || hasComma) return startsOwnCue(sentence, at + 1, to)
  return false
}

/** "wants to talk, and it fights on": a sentence of its own. */
const isPronounWithVerb = (sentence: readonly Token[], at: number) =>
  /^(?:he|she|it|they)$/.test(sentence[at]?.low ?? '') && sentence[at + 1]?.kind === 'word'

function attitudeAhead(sentence: readonly Token[], from: number, to: number): Cue | null {
  for (let at = from; at < Math.min(to, from + 4); at++) {
    const cue = cueAt(sentence, at)
    if (cue !== null) return cue.groupFrom <= from ? cue : null
  }
  return null
}

/** Whether a clause begins here that has a verb of saying and somebody who says it. */
function startsOwnCue(sentence: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < Math.min(to, from + 16); at++) {
    if (sentence[at]!.kind === 'quotation') return false
    const cue = cueAt(sentence, at)
    if (cue === null) {
      if (isVerbLike(sentence[at]!) && !isVerbAhead(sentence, at, to)) return false
      continue
    }
    if (cue.isParticiple) continue
    const subject = subjectBefore(sentence, cue.groupFrom, from)
    return subject !== null && subject.from <= from + 3 && subject.kind !== 'other'
  }
  return false
}

/** A helper belongs to the verb after it: "has called". */
const isVerbAhead = (sentence: readonly Token[], at: number, to: number) =>
  [1, 2, 3].some((step) => at + step < to && cueAt(sentence, at + step)?.groupFrom === at)

/** Cuts what says when or where off the end: "the offer within hours" is about the offer. */
export function withoutTail(sentence: readonly Token[], { from, to }: Stretch): Stretch {
  for (let at = from + 1; at < to; at++) {
    const token = sentence[at]!
    if (token.kind !== 'word') continue
    if (token.low === 'since' && to - at <= 6) return { from, to: at }
    if (isSubordinator(token)) continue
    if (!/^(?:on|within|late|early|last|earlier|in|at|during)$/.test(token.low)) continue
    const dated = skipDate(sentence, at, to)
    if (dated === to && token.low !== 'in' && token.low !== 'at') return { from, to: at }
    if (isPreposition(token) && /^(?:in|at|during)$/.test(token.low)) {
      const skipped = skipCircumstances(sentence, at, to)
      if (skipped.next === to && skipped.place === null && dated !== to) return { from, to: at }
    }
  }
  return { from, to }
}

type Shape = { form: Attribution['form']; spans: Range[] }

/** How the content is given, by what of it stands in quotation marks. Null when nothing is left. */
export function shapeOf(
  text: string,
  sentence: readonly Token[],
  { from, to }: Stretch,
  { isDirect }: { isDirect: boolean },
): Shape | null {
  while (from < to && (isTrimmed(sentence[from]!) || isJoint(sentence, from, to))) from++
  while (to > from && isTrimmed(sentence[to - 1]!)) to--
  if (from >= to) return null
  const inside = sentence.slice(from, to)
  const quotations = inside.filter(({ kind }) => kind === 'quotation')
  const words = inside.filter(({ kind, low }) => (kind === 'word' || kind === 'number') && low !== 'and')
  const whole = { start: inside[0]!.start, end: inside.at(-1)!.end }
  if (quotations.length === 0) return { form: 'paraphrase', spans: [whole] }
  if (words.length > 0) return { form: 'partial', spans: [whole] }
  const spans = quotations.flatMap(innerRanges)
  const isSpeech = isDirect || quotations.some((quotation) => isLongSpeech(text, quotation))
  return spans.length === 0 ? null : { form: isSpeech ? 'verbatim' : 'partial', spans }
}

const isTrimmed = (token: Token) => token.kind === 'mark' && !/^[$€£¥(["'#@%]$/.test(token.text)
const isJoint = (sentence: readonly Token[], at: number, to: number) =>
  at + 1 < to && /^(?:and|but|or|so)$/.test(sentence[at]!.low) && sentence[at + 1]!.kind === 'quotation'

/** Every paragraph's part of the quotation, when this token is its first. */
export function innerRanges(token: Token): Range[] {
  const whole = token.quotation?.whole
  if (whole === undefined || whole.parts[0] !== token.quotation?.part) return []
  return whole.parts.map(({ inner }) => inner).filter(({ start, end }) => end > start)
}

export function wordsIn(text: string, token: Token): number {
  return innerRanges(token).reduce((sum, { start, end }) => sum + text.slice(start, end).split(/\s+/u).length, 0)
}

function isLongSpeech(text: string, token: Token): boolean {
  const first = innerRanges(token)[0]
  if (first === undefined) return false
  const words = wordsIn(text, token)
  return words >= 7 || (words >= 4 && /^[\p{Lu}\p{N}]/u.test(text.slice(first.start, first.end)))
}
