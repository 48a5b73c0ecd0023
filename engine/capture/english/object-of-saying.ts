import { skipCircumstances, type Circumstances } from './adjuncts'
import { contentEnd, isClause, withoutTail } from './content'
import type { Stretch } from './stretch'
import { cueAt, type Cue } from './cues'
import { labelOf } from './label'
import { nounPhraseAt, type NounPhrase } from './noun-phrase'
import type { Token } from './tokens'
import {
  finiteAuxiliaries,
  isAdverb,
  isDateWord,
  isMark,
  isPreposition,
  isPronoun,
  isSubordinator,
  isVerbLike,
} from './word-classes'

/** What follows a verb of saying and is said. */
export type Said = Stretch & {
  /** Quoted speech and not words within a clause. */
  isDirect: boolean
  addressee: NounPhrase | null
  listener: NounPhrase | null
  circumstances: Circumstances
  /** Index after everything that belongs to the cue. */
  cueEnd: number
}

export function saidAfter(text: string, sentence: readonly Token[], cue: Cue, limit: number): Said | null {
  const quoted = introducedQuotation(text, sentence, cue, limit)
  if (quoted !== null) return quoted

  const has = (frame: string) => cue.frames.includes(frame)
  let circumstances = skipCircumstances(sentence, cue.to, limit)
  let at = circumstances.next
  const make = (from: number, given: Partial<Said> & { hasVerb: boolean }): Said | null => {
    const end = given.to ?? subordinateEnd(sentence, cue, from, limit)
    const to = contentEnd(sentence, { from, to: end, hasVerb: given.hasVerb, form: cue.entry.form })
    const stretch = given.hasVerb ? { from, to } : withoutTail(sentence, { from, to })
    if (stretch.to <= stretch.from) return null
    const rest = { isDirect: false, addressee: null, listener: null, circumstances, cueEnd: at, ...given }
    return { ...rest, from: stretch.from, to: stretch.to }
  }

  if (sentence[at] === undefined || at >= limit) return null
  if (
    isMark(sentence[at], ',') &&
    sentence[at + 1]?.kind === 'quotation' &&
    isTitleOfWork(text, sentence[at + 1]!)
  ) {
    at += isMark(sentence[at + 2], ',') ? 3 : 2
    if (at >= limit) return null
  }
  at = pastInsertion(sentence, at, limit)
  const late = lateThat(sentence, cue, at, limit)
  if (late !== null) return make(late + 1, { hasVerb: true })
  const afterComma = isMark(sentence[at], ',') && sentence[at + 1]?.low === 'that' ? at + 1 : at
  if (sentence[afterComma]?.low === 'that' && /[tT]/.test(cue.frames) && afterComma + 1 < limit) {
    return make(afterComma + 1, {
      hasVerb: true,
      addressee: demandedOf(sentence, cue, afterComma + 1, limit),
    })
  }
  const word = sentence[at]!
  if (word.kind === 'quotation') {
    if (/[qtTnld]/.test(cue.frames)) return make(at, { hasVerb: false })
    return null
  }
  if (isMark(word, ':') && /[qtd]/.test(cue.frames)) return make(at + 1, { hasVerb: true })
  if (word.kind === 'mark' && !/^[$€£¥#"'(]$/.test(word.text)) return null
  if (has('w') && /^(?:whether|if|why|how)$/.test(word.low)) return make(at, { hasVerb: true })
  if (has('i') && (word.low === 'to' || (word.low === 'not' && sentence[at + 1]?.low === 'to'))) {
    return isNoComment(sentence, at, cue) ? null : make(at, { hasVerb: false })
  }

  if (has('l')) {
    const labelled = labelOf(sentence, at, limit)
    if (labelled !== null) return make(labelled.from, { hasVerb: false, to: labelled.to })
  }
  if (/[dof]/.test(cue.frames)) {
    const told = nounPhraseAt(sentence, at, limit)
    const addressed = told === null ? null : toldContent(sentence, { at, told, cue, limit, make })
    if (addressed !== null) return addressed
    if (cue.lemma === 'tell') {
      // "told Radio Andina": what was told stands before.
      if (told !== null) circumstances = { ...circumstances, next: told.to }
      return null
    }
  }
  if (has('t') && startsClause(sentence, at, limit)) return make(at, { hasVerb: true })
  if (cue.lemma === 'welcome' && isGuest(sentence, at, limit)) return null
  if (has('n') && startsNoun(sentence, at)) return make(at, { hasVerb: false })
  return null
}

/** "acknowledged, however, that" */
function pastInsertion(sentence: readonly Token[], at: number, limit: number): number {
  if (!isMark(sentence[at], ',')) return at
  for (let end = at + 2; end < Math.min(limit - 1, at + 9); end++) {
    if (sentence[end]!.kind === 'quotation') return at
    if (isMark(sentence[end], ',')) return sentence[end + 1]!.low === 'that' ? end + 1 : at
  }
  return at
}

/** "said in a briefing held overnight that": far off, but nothing else is between than when and where. */
function lateThat(sentence: readonly Token[], cue: Cue, at: number, limit: number): number | null {
  const first = sentence[cue.to]
  if (
    !/[tT]/.test(cue.frames) ||
    first === undefined ||
    first.kind !== 'word' ||
    sentence[at]?.low === 'that'
  )
    return null
  if (!isPreposition(first) && !isDateWord(first) && !isAdverb(first)) return null
  for (let ahead = cue.to; ahead < Math.min(limit, cue.to + 16); ahead++) {
    const token = sentence[ahead]!
    if (token.low === 'that') return ahead > at ? ahead : null
    if (
      token.kind === 'quotation' ||
      isMark(token, ',;:') ||
      isPronoun(token) ||
      finiteAuxiliaries.has(token.low)
    )
      return null
    const other = ahead > cue.to ? cueAt(sentence, ahead) : null
    if (other !== null && other.frames.includes('q')) return null
  }
  return null
}

function toldContent(
  sentence: readonly Token[],
  {
    at,
    told,
    cue,
    limit,
    make,
  }: {
    at: number
    told: NounPhrase
    cue: Cue
    limit: number
    make: (from: number, given: Partial<Said> & { hasVerb: boolean }) => Said | null
  },
): Said | null {
  const after = sentence[told.to]
  const next = after === undefined || told.to >= limit ? undefined : after
  const has = (frame: string) => cue.frames.includes(frame)
  if (has('o') && (next?.low === 'to' || (next?.low === 'not' && sentence[told.to + 1]?.low === 'to'))) {
    return make(at, { hasVerb: false, addressee: told.kind === 'other' ? null : told })
  }
  if (has('f') && next !== undefined && /^(?:of|for)$/.test(next.low))
    return make(at, { hasVerb: false, addressee: told })
  if (has('f')) {
    // "accused the government of": the phrase ran on over its "of".
    const words = sentence.slice(told.from, told.to)
    if (words.some(({ low }) => low === 'of' || low === 'for'))
      return make(at, { hasVerb: false, addressee: null })
    return null
  }
  if (!has('d')) return null
  const circumstances = skipCircumstances(sentence, told.to, limit)
  const from = circumstances.next
  const that =
    sentence[from]?.low === 'that'
      ? from + 1
      : isMark(sentence[from], ',') && sentence[from + 1]?.low === 'that'
        ? from + 2
        : null
  if (that !== null && that < limit) return make(that, { hasVerb: true, listener: told, circumstances })
  if (cue.lemma !== 'tell' || from >= limit) return null
  if (sentence[from]!.kind === 'quotation')
    return make(from, { hasVerb: false, listener: told, circumstances })
  if (isMark(sentence[from], ':')) return make(from + 1, { hasVerb: true, listener: told, circumstances })
  return startsClause(sentence, from, limit)
    ? make(from, { hasVerb: true, listener: told, circumstances })
    : null
}

/** "said at the gate of the plant: “…”": whatever lies between the verb and the colon. */
function introducedQuotation(text: string, sentence: readonly Token[], cue: Cue, limit: number): Said | null {
  if (!/[qtd]/.test(cue.frames)) return null
  for (let at = cue.to; at < limit; at++) {
    const token = sentence[at]!
    if (token.kind === 'quotation') {
      const before = sentence[at - 1]!
      const isColon = isMark(before, ':')
      const isComma = isMark(before, ',')
      if (isComma && isTitleOfWork(text, token)) continue
      if (!isColon && !(isComma && opensLikeSpeech(text, token))) return null
      if (isColon && saysMore(sentence, cue, at - 1)) return null
      let to = at + 1
      while (to < limit && (sentence[to]!.kind === 'quotation' || isMark(sentence[to], ',.'))) to++
      const circumstances = between(sentence, cue.to, at - 1)
      return { from: at, to, isDirect: true, addressee: null, ...circumstances, cueEnd: at - 1 }
    }
    if (isMark(token, ';')) return null
    if (token.low === 'that' && at <= cue.to + 6 && !isColonAhead(sentence, at, limit)) return null
    const other = at > cue.to ? cueAt(sentence, at) : null
    if (other !== null && !other.isParticiple && /q|d/.test(other.frames)) return null
  }
  return null
}

/** "said he had not slept: “…”": a clause of its own stands before the quotation. */
function saysMore(sentence: readonly Token[], cue: Cue, colon: number): boolean {
  if (!cue.frames.includes('t')) return false
  const from = skipCircumstances(sentence, cue.to, colon).next
  if (colon - from < 4 || isPreposition(sentence[from]!)) return false
  return sentence.slice(from + 1, colon).some(isVerbLike)
}

function isColonAhead(sentence: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < limit; at++) {
    if (sentence[at]!.kind === 'quotation') return isMark(sentence[at - 1], ':')
  }
  return false
}

/** “The Long Corridor”: every longer word with a capital, and no mark that ends a sentence. */
function isTitleOfWork(text: string, token: Token): boolean {
  const inner = token.quotation?.part.inner
  if (inner === undefined) return false
  const words = text.slice(inner.start, inner.end).split(/\s+/u)
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    words.every(
      (word) =>
        /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|a|an|in|on|and|for|to|at|by|from|with|or)$/u.test(word),
    ) &&
    /[\p{L}\p{N}]$/u.test(words.at(-1)!) &&
    /\p{Ll}/u.test(words.join(''))
  )
}

function opensLikeSpeech(text: string, token: Token): boolean {
  const inner = token.quotation?.part.inner
  return inner !== undefined && /^[\p{Lu}\p{N}[…'‘“]/u.test(text.slice(inner.start, inner.start + 2))
}

function between(
  sentence: readonly Token[],
  from: number,
  to: number,
): { circumstances: Circumstances; listener: NounPhrase | null } {
  const first = skipCircumstances(sentence, from, to)
  const listener = first.next < to ? nounPhraseAt(sentence, first.next, to) : null
  const rest = listener === null ? first : skipCircumstances(sentence, listener.to, to)
  return {
    circumstances: {
      next: to,
      place: first.place ?? rest.place,
      relayedBy: first.relayedBy ?? rest.relayedBy,
    },
    listener,
  }
}

/** "Though Kesh says …, the agency reported …": the subordinate clause ends at its comma. */
function subordinateEnd(sentence: readonly Token[], cue: Cue, from: number, limit: number): number {
  if (sentence[cue.groupFrom - 1]?.low === 'who' && isMark(sentence[cue.groupFrom - 2], ',')) {
    // "Kerr, who wants a deal, said": the insertion ends at its comma.
    const comma = sentence.findIndex((token, at) => at > from && at < limit && isMark(token, ','))
    return comma === -1 ? limit : comma
  }
  if (!/^(?:though|although|while|as|whereas|since|because|even|after|when|if)$/.test(sentence[0]?.low ?? ''))
    return limit
  for (let at = 0; at < cue.groupFrom; at++) if (isMark(sentence[at], ',')) return limit
  for (let at = from + 1; at < limit; at++) if (isMark(sentence[at], ',')) return at
  return limit
}

function demandedOf(sentence: readonly Token[], cue: Cue, from: number, limit: number): NounPhrase | null {
  if (!/^(?:demand|insist|propose|request|urge|ask|require|recommend|want)$/.test(cue.lemma)) return null
  const phrase = nounPhraseAt(sentence, from, limit)
  return phrase !== null && phrase.kind !== 'other' && phrase.kind !== 'pronoun' ? phrase : null
}

function startsClause(sentence: readonly Token[], at: number, limit: number): boolean {
  const first = sentence[at]
  if (first === undefined) return false
  if (first.kind === 'number') return isClause(sentence, { from: at, to: limit })
  if (first.kind !== 'word') return false
  if (isPreposition(first) || /^(?:to|as|about|and|or|but|than|because|while|so|yet)$/.test(first.low)) {
    return isClauseAfterComma(sentence, at, limit)
  }
  if (
    isSubordinator(first) &&
    !/^(?:if|unless|when|once|what|while|although|where|how|why|until|after|before)$/.test(first.low)
  )
    return false
  return isClause(sentence, { from: at, to: contentEnd(sentence, { from: at, to: limit, hasVerb: true }) })
}

/** "said in the end, nobody had won" */
function isClauseAfterComma(sentence: readonly Token[], at: number, limit: number): boolean {
  for (let index = at + 1; index < Math.min(limit, at + 14); index++) {
    if (isMark(sentence[index], ','))
      return isPreposition(sentence[at]!) && isClause(sentence, { from: index + 1, to: limit })
  }
  // "said under the deal the boats would leave"
  return isPreposition(sentence[at]!) && limit - at > 6 && isClause(sentence, { from: at, to: limit })
}

function startsNoun(sentence: readonly Token[], at: number): boolean {
  const first = sentence[at]!
  if (first.kind === 'number') return true
  if (first.kind !== 'word') return false
  if (isPreposition(first) || isSubordinator(first) || /^(?:and|or|to)$/.test(first.low)) return false
  if (isDateWord(first) && !/^(?:last|new|next|early)$/.test(first.low)) return false
  if (isPronoun(first) && !/^(?:both|most|many|some|those|one|few|others)$/.test(first.low)) return false
  return !isAdverb(first) || sentence[at + 1]?.kind === 'word'
}

/** "welcomed the minister to the capital" */
function isGuest(sentence: readonly Token[], at: number, limit: number): boolean {
  const phrase = nounPhraseAt(sentence, at, limit)
  return (
    phrase !== null &&
    /^(?:name|person|pronoun)$/.test(phrase.kind) &&
    (sentence[phrase.to]?.low === 'to' || phrase.to >= limit || phrase.kind === 'name')
  )
}

/** Silence is not a statement. */
function isNoComment(sentence: readonly Token[], to: number, cue: Cue): boolean {
  if (/^(?:not )?to be (?:named|identified|quoted)/.test(wordsAt(sentence, to))) return true
  if (!/^(?:refuse|decline)$/.test(cue.lemma)) return false
  const words = wordsAt(sentence, to)
  return /^(?:to )(?:immediately |directly |further )?(?:comment|elaborate|say|answer|respond|be (?:named|identified|interviewed|quoted)|name|identify|give (?:\w+ )?(?:details|name)|speculate|provide|confirm|discuss|disclose|reveal|specify|reply|speak to)/.test(
    words,
  )
}

const wordsAt = (sentence: readonly Token[], at: number) =>
  sentence
    .slice(at, at + 5)
    .map(({ low }) => low)
    .join(' ')
