import { skipCircumstances } from './adjuncts'
import { isClause } from './content'
import { cueAt } from './cues'
import { nounPhraseAt, subjectBefore } from './noun-phrase'
import type { Token } from './tokens'
import { isMark } from './word-classes'

/** ", people close to the talks said on Monday." */
function closingSubject(sentence: readonly Token[], limit: number): number {
  for (let at = limit - 1; at > 3 && limit - at < 10; at--) {
    const cue = cueAt(sentence, at)
    if (
      cue === null ||
      cue.isParticiple ||
      !/^(?:say|report|add|claim|insist|warn|announce|tell)$/.test(cue.lemma)
    )
      continue
    let next = skipCircumstances(sentence, cue.to, limit).next
    const listener = cue.lemma === 'tell' ? nounPhraseAt(sentence, next, limit) : null
    if (listener !== null) next = skipCircumstances(sentence, listener.to, limit).next
    const subject = next === limit ? subjectBefore(sentence, cue.groupFrom, 0) : null
    const isAfterComma = subject !== null && isMark(sentence[subject.outerFrom - 1], ',')
    return isAfterComma && isClause(sentence, { from: 0, to: subject.outerFrom - 1 })
      ? subject.outerFrom - 1
      : 0
  }
  return 0
}

/** Where ", says the ministry" closes the sentence; 0 where nothing does. */
export function closingTag(sentence: readonly Token[], limit: number): number {
  for (let at = limit - 2; at > 2 && limit - at < 14; at--) {
    if (!isMark(sentence[at], ',')) continue
    const cue = cueAt(sentence, at + 1)
    if (
      cue === null ||
      !/^(?:say|report|add|claim|insist|warn|announce)$/.test(cue.lemma) ||
      cue.isParticiple
    )
      continue
    const subject = nounPhraseAt(sentence, cue.to, limit)
    if (subject !== null && skipCircumstances(sentence, subject.to, limit).next === limit) return at
  }
  return closingSubject(sentence, limit)
}
