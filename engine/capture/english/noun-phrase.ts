import { verbs } from '../languages/en'
import { months, weekdays } from '../languages/en-nouns'
import { skipDateBack } from './dates'
import type { Token } from './tokens'
import {
  auxiliaries,
  finiteAuxiliaries,
  headOf,
  isAdverb,
  isDash,
  isDateWord,
  isDeterminer,
  isMark,
  isNameLike,
  isPlural,
  isPossessive,
  isPreposition,
  isPronoun,
  isSubordinator,
  isVerbLike,
  notNames,
  subjectKindOf,
  titles,
  type SubjectKind,
} from './word-classes'

/** Indices into the sentence; `to` is exclusive. `outerFrom` takes in what stands before it by apposition. */
export type NounPhrase = {
  from: number
  to: number
  outerFrom: number
  outerTo: number
  kind: SubjectKind
  isPlural: boolean
}

/** The subject whose verb group begins at `verb`, looking back no further than `floor`. */
export function subjectBefore(sentence: readonly Token[], verb: number, floor: number): NounPhrase | null {
  let end = skipAdverbsBack(sentence, verb, floor)
  const outerTo = end
  let name: { from: number; to: number } | null = null
  for (let round = 0; round < 4; round++) {
    const opened = parentheticalBefore(sentence, end, floor)
    if (opened === null) break
    const inside = { from: opened + 1, to: beforeOrigin(sentence, opened + 1, end - 1) }
    if (isNameAlone(sentence.slice(inside.from, inside.to))) name = inside
    end = skipAdverbsBack(sentence, opened, floor)
  }
  end = skipDateBack(sentence, end, floor)
  if (end <= floor) return null
  const last = sentence[end - 1]
  if (last === undefined || last.kind === 'mark' || last.kind === 'quotation') return null

  let from = end - 1
  while (from > floor && !isBoundary(sentence, from - 1, floor)) from--
  from = innermostClause(sentence, skipLeadingAdjuncts(sentence, from, end), end)
  if (from >= end) return null
  const relative = relativeWithin(sentence, from, end)
  const to = relative ?? end
  const words = sentence.slice(from, to)
  if (words.length > 22 || words.length === 0) return null
  if (words.some((word) => word.kind === 'word' && finiteAuxiliaries.has(word.low) && !isNameLike(word)))
    return null
  const kind = isCommonPlural(words, from) ? 'other' : subjectKindOf(words)
  // "His opponent, Petra Lisk," is Petra Lisk.
  if (name !== null && kind === 'person')
    return { ...name, outerFrom: from, outerTo, kind: 'name', isPlural: false }
  return { from, to, outerFrom: from, outerTo, kind, isPlural: isPlural(words) }
}

/** "Ann Kerr of Kesh": the name ends before where she is from. */
function beforeOrigin(sentence: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to - 1; at++) {
    if (sentence[at]!.low === 'of' && sentence[at + 1]!.isCapital) return at
  }
  return to
}

const isNameAlone = (words: readonly Token[]) =>
  words.length >= 1 &&
  words.length <= 5 &&
  words.every(({ isCapital, low }) => isCapital || /^(?:al|bin|de|van|von|el)$/.test(low))

/** A capital at the head of a sentence makes no name: "Prices", "Offers from three ports". */
function isCommonPlural(words: readonly Token[], from: number): boolean {
  const first = words[0]!
  if (from !== 0 || headOf(words) !== first || words[1]?.isCapital) return false
  return (
    subjectKindOf(words) === 'name' &&
    /[^s]s$/.test(first.low) &&
    !/(?:ans|is|os|ers|ors|ists|ents|ants|ees|crats|kins|es)$/.test(first.low)
  )
}

/** "something the islanders have refused": an article that no preposition leads to begins the clause. */
function innermostClause(sentence: readonly Token[], from: number, end: number): number {
  for (let at = end - 1; at > from; at--) {
    const before = sentence[at - 1]!
    if (
      sentence[at]!.low !== 'the' ||
      isPreposition(before) ||
      /^(?:and|all|both|half|even|not|only)$/.test(before.low)
    )
      continue
    if (before.kind === 'word' && !isVerbLike(before)) return at
  }
  return from
}

function skipAdverbsBack(sentence: readonly Token[], end: number, floor: number): number {
  while (end > floor) {
    const token = sentence[end - 1]
    if (token === undefined || !isAdverb(token) || isPronounLike(token)) return end
    end--
  }
  return end
}

const isPronounLike = ({ low }: Token) => low === 'both' || low === 'all' || low === 'each' || low === 'first'

/** Index of the comma or dash that opens the insertion which ends right before `end`; null when there is none. */
function parentheticalBefore(sentence: readonly Token[], end: number, floor: number): number | null {
  const closing = sentence[end - 1]
  if (!isMark(closing, ',)') && !isDash(closing)) return null
  const opener = closing?.text === ')' ? '(' : closing?.text === ',' ? ',' : (closing?.text ?? '')
  for (let at = end - 2; at >= floor && end - at < 40; at--) {
    const token = sentence[at]
    if (token?.kind !== 'mark' || token.text !== opener) continue
    if (at <= floor || at + 1 >= end - 1) return null
    if (opener !== ',') return at
    return isInsertion(sentence.slice(at + 1, end - 1)) ? at : null
  }
  return null
}

const insertionOpeners =
  /^(?:a|an|the|his|her|its|their|who|whose|whom|which|one|head|chief|deputy|former|then|now|also|for|in|on|at|by|from|of|with|along|like|once|both|long|speaking|asked|himself|herself|itself|however|meanwhile|too|though|formerly|currently|too|himself|as|when|after|during|while|among|including|among|under|until|where|aged|born|known|flanked|dressed|clearly|nonetheless|nevertheless|moreover|therefore|instead|again|not|no|another|our|my|visibly|still|retired|newly|himself|if|unlike|despite|according|appearing|standing|sitting|citing|referring|addressing|answering|responding|pointing|tapping)$/

function isInsertion(words: readonly Token[]): boolean {
  const first = words[0]
  if (first === undefined || words.length > 36) return false
  if (first.kind === 'number' || insertionOpeners.test(first.low)) return true
  if (isPossessive(first) || /(?:ing|ed)$/.test(first.low)) return true
  const kind = subjectKindOf(words)
  return (kind === 'person' || kind === 'body' || kind === 'name') && words.length <= 14
}

function isBoundary(sentence: readonly Token[], at: number, floor: number): boolean {
  const token = sentence[at]
  if (token === undefined) return true
  if (token.kind === 'quotation') return true
  if (token.kind === 'mark') return !['/', '&', '’', "'", '.', '%', '$', '[', ']'].includes(token.text)
  if (token.low === 'and') return !joinsNouns(sentence, at, floor)
  return isSubordinator(token) && token.low !== 'whose'
}

/** Whether "and" stands between two nouns, so that both are the subject. */
function joinsNouns(sentence: readonly Token[], at: number, floor: number): boolean {
  const before = sentence[at - 1]
  if (before === undefined || at <= floor || before.kind === 'mark') return false
  for (let back = at - 1; back >= floor; back--) {
    const token = sentence[back]
    if (token === undefined || token.kind !== 'word') return back < at - 1 && token?.kind === 'mark'
    if (isVerbLike(token) || auxiliaries.has(token.low)) return false
    if (isSubordinator(token)) return true
  }
  return true
}

function skipLeadingAdjuncts(sentence: readonly Token[], from: number, end: number): number {
  for (let moved = true; moved && from < end - 1; ) {
    moved = false
    const token = sentence[from]
    if (token === undefined) break
    const next = sentence[from + 1]
    if (isAdverb(token) && !isPronounLike(token) && token.low !== 'the') {
      from++
      moved = true
    } else if (isTimeStart(token) && next !== undefined) {
      let at = from + 1
      while (at < end && (isDateWord(sentence[at]!) || isArticleInDate(sentence, at))) at++
      if (at > from + 1 && at < end) {
        from = at
        moved = true
      } else if (weekdays.has(token.low) && at < end) {
        from = at
        moved = true
      }
    }
  }
  const first = sentence[from]
  if (first !== undefined && isPreposition(first) && first.low !== 'of')
    return afterPrepositional(sentence, from, end)
  return from
}

const isTimeStart = (token: Token) =>
  /^(?:on|in|by|late|early|last|this|next|earlier|later|at|since)$/.test(token.low) ||
  weekdays.has(token.low) ||
  months.has(token.low)
const isArticleInDate = (sentence: readonly Token[], at: number) =>
  /^(?:the|a|of)$/.test(sentence[at]?.low ?? '') &&
  sentence[at + 1] !== undefined &&
  isDateWord(sentence[at + 1]!)

/** "In Geneva the mediator said": the subject begins at the article that no preposition stands before. */
function afterPrepositional(sentence: readonly Token[], from: number, end: number): number {
  for (let at = from + 2; at < end; at++) {
    const token = sentence[at]!
    const before = sentence[at - 1]!
    if ((isDeterminer(token) || isPronoun(token)) && !isPreposition(before)) return at
  }
  return end
}

function relativeWithin(sentence: readonly Token[], from: number, end: number): number | null {
  for (let at = from + 1; at < end; at++) {
    if (/^(?:who|which|whose)$/.test(sentence[at]!.low)) return at
  }
  return null
}

const stopsName = new Set(
  'on in at during after before as when while who that to via speaking adding late early earlier yesterday today last this referring pointing again with by but because following through over about which where since until if than through despite amid ahead then also'.split(
    ' ',
  ),
)
const audience = /^(?:parliament|reporters|journalists|lawmakers)$/

/** The noun phrase that begins at `at`, without what is put after a comma. */
export function nounPhraseAt(sentence: readonly Token[], at: number, limit: number): NounPhrase | null {
  const first = sentence[at]
  if (first === undefined || at >= limit || first.kind === 'quotation' || first.kind === 'mark') return null
  if (isPronoun(first) && first.low !== 'one' && sentence[at + 1]?.low !== 'of') {
    return phrase(sentence, at, at + 1, limit)
  }
  if (isPreposition(first) || isSubordinator(first) || (auxiliaries.has(first.low) && !isNameLike(first)))
    return null
  if (isDateWord(first) && !/^(?:last|former|new|next)$/.test(first.low) && first.kind !== 'number')
    return null

  let to = at
  let isNameOnly = first.isCapital && !notNames.has(first.low)
  while (to < limit) {
    const token = sentence[to]!
    if (token.kind === 'quotation') break
    if (token.kind === 'mark') {
      if (token.text === '-' || token.text === '&') {
        to++
        continue
      }
      break
    }
    if (to > at) {
      const next = sentence[to + 1]
      if (token.low === 'and') {
        if (next === undefined || to + 1 >= limit || !(next.isCapital || isDeterminer(next))) break
      } else if (isPreposition(token)) {
        if (!continuesPhrase(sentence, { at: to, isNameOnly, limit })) break
      } else if (stopsName.has(token.low) || (auxiliaries.has(token.low) && !isNameLike(token))) break
      else if (isDateWord(token) && !token.low.startsWith('new') && token.kind === 'word') break
      else if (isNameOnly && !token.isCapital && !particles.test(token.low)) {
        // "Foreign ministry spokesman Velko", but not "Velko and others".
        if (titles.has(token.low) || isPossessive(sentence[to - 1]!)) isNameOnly = false
        else break
      } else if (isAdverb(token) || isPronoun(token)) break
    }
    if (!token.isCapital && !isDeterminer(token)) isNameOnly = false
    to++
  }
  while (to > at + 1 && /^(?:and|of|the|for|in|at|from)$/.test(sentence[to - 1]!.low)) to--
  return phrase(sentence, at, to, limit)
}

const particles =
  /^(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|ben|y|e|of|the|af|av|ter|ten|zu)$/

function continuesPhrase(
  sentence: readonly Token[],
  { at, isNameOnly, limit }: { at: number; isNameOnly: boolean; limit: number },
): boolean {
  const word = sentence[at]!.low
  const next = sentence[at + 1]
  if (next === undefined || at + 1 >= limit || next.kind === 'mark' || isDateWord(next)) return false
  if (word === 'of') return true
  if (isNameOnly) return false
  if (word === 'for' || word === 'from') return !isPronoun(next)
  if (word === 'in' || word === 'at') {
    const venue = sentence.slice(at + 1, at + 6)
    return !venue.some(({ low }) => venueNoun.test(low)) && (next.isCapital || isDeterminer(next))
  }
  return (
    /^(?:with|near|to|close|on)$/.test(word) && !audience.test(next.low) && sentence[at - 1]?.low === 'close'
  )
}

export const venueNoun =
  /^(?:statement|interview|interviews|speech|address|conference|briefing|briefings|letter|post|posts|tweet|message|call|meeting|talks|rally|visit|television|tv|radio|telegram|twitter|facebook|media|summit|session|hearing|testimony|email|e-mail|remarks|comments|press|podcast|video|debate|sermon|memoir|book|article|column|opinion|broadcast|phone|telephone|event|ceremony|appearance|forum|gathering|dinner|trip|tour|stop|panel|readout|note|report|website|blog|weibo|channel|show|program|programme|house|parliament|capital|court|clip|account)$/

function phrase(sentence: readonly Token[], from: number, to: number, _limit: number): NounPhrase | null {
  if (to <= from) return null
  const words = sentence.slice(from, to)
  return { from, to, outerFrom: from, outerTo: to, kind: subjectKindOf(words), isPlural: isPlural(words) }
}

const reportsFinitely = (low: string) => {
  const verb = verbs.get(low)
  return verb !== undefined && verb.frames.includes('q') && (verb.form === 'past' || verb.form === 'third')
}

/** Past the words between commas that follow a noun phrase: ", the Kremlin spokesman," */
export function afterApposition(sentence: readonly Token[], to: number, limit: number): number {
  if (!isMark(sentence[to], ',')) return to
  for (let at = to + 1; at < limit && at - to < 30; at++) {
    const token = sentence[at]!
    if (token.kind === 'quotation') return isMark(sentence[at - 1], ',') ? at - 1 : to
    if (isMark(token, ',') || at === limit - 1) {
      const inside = sentence.slice(to + 1, isMark(token, ',') ? at : at + 1)
      const isRelative = /^(?:who|which|whose|speaking)$/.test(inside[0]?.low ?? '')
      const hasVerb = inside.some(({ low }) => finiteAuxiliaries.has(low) || reportsFinitely(low))
      return isInsertion(inside) && (isRelative || !hasVerb) ? at : to
    }
  }
  return to
}

/** The subject of the sentence's first clause: past what is put before it, up to its verb. */
export function subjectOf(sentence: readonly Token[], limit = sentence.length): NounPhrase | null {
  let from = /^(?:and|but|so|yet|or)$/.test(sentence[0]?.low ?? '') ? 1 : 0
  for (let round = 0; round < 3; round++) {
    const first = sentence[from]
    if (first === undefined || from >= limit) return null
    const isIntroduction =
      isPreposition(first) ||
      isSubordinator(first) ||
      isAdverb(first) ||
      /(?:ing|ed)$/.test(first.low) ||
      first.low === 'asked'
    if (!isIntroduction) break
    const comma = sentence.findIndex((token, at) => at > from && at < limit && isMark(token, ','))
    if (comma === -1) {
      if (!isAdverb(first) && !isSubordinator(first)) return null
      from++
    } else from = comma + 1
  }
  let to = from
  while (to < limit) {
    const token = sentence[to]!
    if (token.kind === 'quotation' || (token.kind === 'mark' && token.text !== '-' && token.text !== '&'))
      break
    if (to > from && (isVerbLike(token) || (auxiliaries.has(token.low) && !isNameLike(token)))) break
    if (to > from && isAdverb(token)) break
    to++
  }
  const relative = relativeWithin(sentence, from, to)
  return phrase(sentence, from, relative ?? to, limit)
}
