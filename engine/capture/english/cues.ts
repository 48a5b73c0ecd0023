import { attitudes, verbPhrases, verbs, type VerbEntry } from '../languages/en'
import type { Token } from './tokens'
import { auxiliaries, beForms, demonyms, isAdverb, isDeterminer, isPossessive, isPreposition, negations } from './word-classes'

/** A verb of saying with its helpers: "has repeatedly refused", "is calling on", "is ready". Indices; `to` exclusive. */
export type Cue = {
  /** Where the verb group begins: the subject stands before. */
  groupFrom: number
  /** The reporting verb itself, with its helpers where they make the sense. */
  from: number
  to: number
  entry: VerbEntry
  frames: string
  lemma: string
  isNegated: boolean
  /** The subject is taken over: ", adding that". */
  isParticiple: boolean
  isQuotedAs: boolean
}

export function cueAt(sentence: readonly Token[], at: number): Cue | null {
  const token = sentence[at]
  if (token === undefined || token.kind !== 'word') return null
  const quoted = quotedAs(sentence, at)
  if (quoted !== null) return quoted
  const attitude = attitudeAt(sentence, at)
  if (attitude !== null) return attitude

  const low = token.low
  if (low === 'like' && sentence[at - 1]?.low === 'would') return wouldLike(at)
  const entry = verbs.get(low)
  if (entry === undefined) return null
  if (token.isCapital && at > 0 && token.text !== token.text.toUpperCase()) return null
  const group = groupBefore(sentence, at)
  if (group.isInfinitive || group.isHypothetical) return null
  if (isBlocked(sentence, at, entry, group)) return null

  const { frames, to } = framesAt(sentence, at, entry)
  if (frames === '') return null
  return {
    groupFrom: group.from,
    from: at,
    to,
    entry,
    frames,
    lemma: entry.lemma,
    isNegated: group.isNegated,
    isParticiple: entry.form === 'ing' && !group.hasBe,
    isQuotedAs: false,
  }
}

function wouldLike(at: number): Cue {
  const entry: VerbEntry = { lemma: 'want', form: 'past', isAlsoParticiple: false, frames: 'ioa' }
  const plain = { isNegated: false, isParticiple: false, isQuotedAs: false }
  return { groupFrom: at - 1, from: at - 1, to: at + 1, entry, frames: 'ioa', lemma: 'want', ...plain }
}

type Group = {
  from: number
  hasBe: boolean
  hasHave: boolean
  hasModal: boolean
  hasDo: boolean
  isNegated: boolean
  isInfinitive: boolean
  isHypothetical: boolean
}

function groupBefore(sentence: readonly Token[], at: number): Group {
  let from = at
  let [hasBe, hasHave, hasModal, hasDo, isNegated, isInfinitive, isHypothetical] = [false, false, false, false, false, false, false]
  while (from > 0) {
    const { low, kind } = sentence[from - 1]!
    if (kind !== 'word') break
    if (auxiliaries.has(low)) {
      if (beForms.has(low)) hasBe = true
      if (/^(?:has|have|had|hasn't|haven't|hadn't|having)$/.test(low)) hasHave = true
      if (/^(?:will|would|shall|should|can|could|may|might|must|won't|wouldn't|can't|cannot|couldn't|shouldn't)$/.test(low)) hasModal = true
      if (/^(?:could|may|might|should|would|can|couldn't|must)$/.test(low)) isHypothetical = true
      if (/^(?:do|does|did|don't|doesn't|didn't)$/.test(low)) hasDo = true
      if (negations.has(low)) isNegated = true
    } else if (low === 'to') {
      isInfinitive = true
    } else if (negations.has(low)) {
      isNegated = true
    } else if (!isAdverb(sentence[from - 1]!) || /^(?:both|all|each)$/.test(low)) break
    from--
  }
  return { from, hasBe, hasHave, hasModal, hasDo, isNegated, isInfinitive, isHypothetical }
}

/** The same letters as a noun or in the passive. */
function isBlocked(sentence: readonly Token[], at: number, entry: VerbEntry, group: Group): boolean {
  const before = sentence[at - 1]
  const next = sentence[at + 1]
  const isPast = entry.form === 'past' || entry.form === 'participle'
  if (entry.form === 'participle' && !group.hasHave && !group.hasBe) return true
  if (isPast && group.hasBe) return true
  if (isPast && (group.hasModal || group.hasDo) && !group.hasHave && entry.form === 'past' && entry.lemma !== 'read') return true
  if (isPast && next?.low === 'by') return true
  if (entry.lemma === 'read' && entry.form === 'past' && group.hasModal) return true
  if (before === undefined) return entry.form === 'base'
  if (entry.form === 'ing') {
    if (group.hasBe) return false
    // ", adding that"; elsewhere it is a noun or belongs to another verb.
    return !(before.kind === 'mark' && (before.text === ',' || /^[—–]$/.test(before.text))) && before.kind !== 'quotation'
  }
  if (group.from < at && auxiliaries.has(sentence[group.from]!.low)) return false
  if (isPast) return isDeterminer(before) || (isPossessive(before) && before.kind === 'word')
  if (isDeterminer(before) && !/^(?:this|that|some|many|both|most|all|those|these|several)$/.test(before.low)) return true
  if (isPossessive(before) || (isPreposition(before) && before.low !== 'off')) return true
  if (demonyms.test(before.low)) return true
  if (next?.low === 'for' && !(verbPhrases[entry.lemma] ?? []).some(([words]) => words === 'for')) return true
  return next !== undefined && /^(?:of|is|are|was|were|has|have|had|will|would|could|by|from)$/.test(next.low)
}

function framesAt(sentence: readonly Token[], at: number, entry: VerbEntry): { frames: string; to: number } {
  for (const [words, frames] of verbPhrases[entry.lemma] ?? []) {
    const wanted = words.split(' ')
    for (const skip of [0, 1]) {
      if (skip === 1 && !isAdverbAt(sentence, at + 1)) break
      if (wanted.every((word, index) => sentence[at + 1 + skip + index]?.low === word)) {
        // "to" belongs to what is meant to be done, not to the cue.
        const isTo = wanted.at(-1) === 'to' && (frames.includes('i') || entry.lemma === 'agree')
        return { frames, to: at + 1 + skip + wanted.length - (isTo ? 1 : 0) }
      }
    }
  }
  return { frames: entry.frames, to: at + 1 }
}

const isAdverbAt = (sentence: readonly Token[], at: number) => sentence[at] !== undefined && isAdverb(sentence[at]!)

function attitudeAt(sentence: readonly Token[], at: number): Cue | null {
  const { low } = sentence[at]!
  const frames = attitudes[low]
  if (frames === undefined || frames === 'x') return null
  const group = groupBefore(sentence, at)
  const helper = sentence[group.from]?.low ?? ''
  const isAfterBe = group.hasBe || /^(?:remains?|remained|stands?|stood)$/.test(sentence[group.from - 1]?.low ?? '')
  if (!isAfterBe || group.isInfinitive || group.isHypothetical) return null
  let from = group.from
  if (!auxiliaries.has(helper)) from = Math.max(0, group.from - 1)
  const next = sentence[at + 1]?.low ?? ''
  const fits =
    (frames.includes('i') && next === 'to') ||
    (/[tT]/.test(frames) && next === 'that') ||
    (frames.includes('n') && (next === 'to' || low === 'against'))
  if (!fits) return null
  const isObject = !frames.includes('i') && frames.includes('n')
  const verbNext = sentence[at + 2]
  const takesNoun = isObject || (low === 'open' && next === 'to')
  return {
    groupFrom: from,
    from: at,
    to: takesNoun && low !== 'against' ? at + 2 : at + 1,
    entry: { lemma: low, form: 'past', isAlsoParticiple: false, frames },
    frames: takesNoun ? 'na' : verbNext === undefined ? '' : frames.replace('n', ''),
    lemma: low,
    isNegated: group.isNegated,
    isParticiple: false,
    isQuotedAs: false,
  }
}

/** "was quoted as saying" */
function quotedAs(sentence: readonly Token[], at: number): Cue | null {
  if (!/^(?:quoted|cited|reported|heard)$/.test(sentence[at]!.low)) return null
  const [second, third] = [sentence[at + 1]?.low, sentence[at + 2]?.low]
  const isQuoted = second === 'as' && /^(?:saying|telling|stating|arguing|warning)$/.test(third ?? '')
  if (!isQuoted) return null
  const group = groupBefore(sentence, at)
  if (!group.hasBe) return null
  return {
    groupFrom: group.from,
    from: at,
    to: at + 3,
    entry: { lemma: 'say', form: 'past', isAlsoParticiple: false, frames: 'qt' },
    frames: 'qt',
    lemma: 'say',
    isNegated: false,
    isParticiple: false,
    isQuotedAs: true,
  }
}
