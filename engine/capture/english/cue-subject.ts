import type { Cue } from './cues'
import { subjectBefore, subjectOf, type NounPhrase } from './noun-phrase'
import type { Reading } from './sentence-reading'
import type { Token } from './tokens'
import { isAdverb, isMark } from './word-classes'

/** Who says what a cue tells of; null where nobody is named. */
export function subjectOfCue(reading: Reading, groupFrom: number, cue?: Cue): NounPhrase | null {
  const { sentence, floor } = reading
  const inherited = () => reading.subject ?? subjectOf(sentence, groupFrom)
  if (cue?.isParticiple) return inherited()
  let before = groupFrom - 1
  while (before >= 0 && isAdverb(sentence[before]!)) before--
  const word = sentence[before]
  if (word === undefined) return null
  if (/^(?:and|but|or|yet)$/.test(word.low)) return inherited()
  if (isMark(word, ',') && reading.subject !== null && before <= floor) return reading.subject
  if (/^(?:who|which)$/.test(word.low) && before > 0) {
    const end = isMark(sentence[before - 1], ',') ? before - 1 : before
    return reading.subject !== null && floor >= end - 1
      ? reading.subject
      : subjectBefore(sentence, end, Math.min(floor, end))
  }
  return subjectBefore(sentence, groupFrom, floor) ?? subjectOfRelative(reading, groupFrom)
}

/** "An official who asked not to be named because the talks are private said": past the whole of "who …". */
function subjectOfRelative({ sentence, subject }: Reading, groupFrom: number): NounPhrase | null {
  if (subject === null || subject.to >= groupFrom || sentence[subject.to]!.low !== 'who') return null
  for (let at = subject.to; at < groupFrom; at++) if (sentence[at]!.kind !== 'word') return null
  return subject
}

export function isFit(sentence: readonly Token[], subject: NounPhrase, cue: Cue): boolean {
  const first = sentence[subject.from]!.low
  const isAlone = subject.to - subject.from === 1
  // "sent word that it wanted": what is wanted is told by somebody else.
  const isTold =
    subject.from > 1 &&
    /^(?:that|whether)$/.test(sentence[subject.from - 1]!.low) &&
    !cue.frames.includes('q')
  if (isTold && sentence[subject.from - 2]!.kind === 'word') return false
  if (isAlone && /^(?:you|nobody|everyone|one|i)$/.test(first)) return first === 'i' || first === 'one'
  if (cue.entry.form === 'base' && cue.groupFrom === cue.from && !subject.isPlural) return false
  if (cue.entry.form === 'third' && isAlone && /^(?:they|we|i|some|many|others|few|both|those)$/.test(first))
    return false
  return true
}

const plainSaying =
  /^(?:say|tell|add|argue|warn|insist|claim|explain|note|write|read|state|complain|continue|reply|ask|recall|stress|recount|remark|declare|conclude|go|put|announce)$/

/** Things do not want or refuse; and only plain verbs of saying are believed of anybody at all. */
export function fitsFrame(subject: NounPhrase, cue: Cue, isDirect: boolean): boolean {
  if (subject.kind !== 'other') {
    if (subject.kind !== 'document') return true
    return !/^(?:want|think|believe|feel|fear|hope|doubt|plan)$/.test(cue.lemma)
  }
  return isDirect || plainSaying.test(cue.lemma)
}

export function confidenceOf(cue: Cue, subject: NounPhrase, isDirect: boolean): number {
  if (isDirect) return 0.97
  const base = plainSaying.test(cue.lemma) ? 0.9 : cue.frames.includes('q') ? 0.85 : 0.7
  return subject.kind === 'other' ? base - 0.3 : base
}
