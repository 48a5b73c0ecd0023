import { weekdays } from '../languages/en-nouns'
import { skipDate } from './dates'
import { nounPhraseAt, venueNoun, type NounPhrase } from './noun-phrase'
import type { Token } from './tokens'
import {
  isAdverb,
  isDeterminer,
  isMark,
  isPossessive,
  isPreposition,
  isPronoun,
  isVerbLike,
} from './word-classes'

/** What the words beside a verb of saying tell: to whom, where, through whom. */
export type Circumstances = {
  /** Index of the first token that is none of them. */
  next: number
  place: { from: number; to: number } | null
  relayedBy: { from: number; to: number } | null
}

const setPhrases =
  /^(?:on|under) (?:the )?condition (?:of anonymity|that)|^(?:by|over the) (?:phone|telephone|email)|^in (?:english|french|russian|arabic|spanish|response|reply|turn|return|part|addition|public|private|particular|effect|general|writing|advance|so many words|no uncertain terms|a nutshell|passing|jest)|^at (?:the time|length|one point|least)|^for (?:his|her|its|their) part|^through (?:tears|a spokes\w+|an? \w+|his|her|its)|^once (?:again|more)|^so far|^as well|^of course|^time and again|^again and again|^with(?:out)? (?:a \w+|hesitation|elaborating)/

/** Past everything about time, place and manner that begins at `from`. */
export function skipCircumstances(sentence: readonly Token[], from: number, limit: number): Circumstances {
  const found: Circumstances = { next: from, place: null, relayedBy: null }
  for (let moved = true; moved && found.next < limit; ) {
    const before = found.next
    skipOne(sentence, found, limit)
    moved = found.next > before
  }
  return found
}

function skipOne(sentence: readonly Token[], found: Circumstances, limit: number): void {
  const at = found.next
  const token = sentence[at]
  if (token === undefined || token.kind !== 'word') return
  if (isAdverb(token) && token.low !== 'both' && token.low !== 'all' && token.low !== 'each') {
    found.next++
    return
  }
  const ahead = wordsFrom(sentence, at, Math.min(limit, at + 6))
  const phrase = setPhrases.exec(ahead)
  if (phrase !== null) {
    found.next = at + phrase[0].split(' ').length
    return
  }
  const afterDate = skipDate(sentence, at, limit)
  if (afterDate > at) {
    found.next = afterDate
    return
  }
  if (token.low === 'to') {
    const listener = sentence[at + 1]
    if (listener !== undefined && listener.low !== 'press' && audienceNoun.test(listener.low))
      found.next = at + 2
    else if (listener?.low === 'the' && audienceNoun.test(sentence[at + 2]?.low ?? '')) found.next = at + 3
    return
  }
  if (isPreposition(token)) skipVenue(sentence, found, limit)
}

const wordsFrom = (sentence: readonly Token[], from: number, to: number) =>
  sentence
    .slice(from, to)
    .map(({ low }) => low)
    .join(' ')

const audienceNoun =
  /^(?:reporters|journalists|lawmakers|parliament|supporters|mps|senators|deputies|diplomats|correspondents|newsmen|media|press|voters|troops|soldiers|viewers|listeners|delegates|investors|congress|residents|crowd|audience|council|assembly)$/

function skipVenue(sentence: readonly Token[], found: Circumstances, limit: number): void {
  const at = found.next
  const preposition = sentence[at]!.low
  if (
    !/^(?:in|at|during|on|via|through|over|after|before|following|from|ahead|by|with|upon|outside|inside|near|to)$/.test(
      preposition,
    )
  )
    return

  // "in an interview with the daily Vesta", "at a news conference in Belgrava"
  for (let ahead = at + 1; ahead < Math.min(limit, at + 8); ahead++) {
    const token = sentence[ahead]!
    if (token.kind === 'mark' ? token.text !== '-' : token.kind !== 'word') break
    if (
      token.low === 'that' ||
      isPronoun(token) ||
      (ahead > at + 1 && isVerbLike(token) && !venueNoun.test(token.low))
    )
      break
    if (venueNoun.test(token.low)) {
      found.next = ahead + 1
      skipTail(sentence, found, limit)
      return
    }
    if (ahead > at + 1 && isPreposition(token) && token.low !== 'of') break
  }
  const name = properRun(sentence, at + 1, limit)
  const isPlace = /^(?:in|at|from|near|outside)$/.test(preposition)
  if (isPlace && name > at + 1 && !isPossessive(sentence[name - 1]!)) {
    found.place ??= { from: at + 1, to: name }
    found.next = name
    if (isMark(sentence[name], ',') && properRun(sentence, name + 1, limit) > name + 1) {
      const region = properRun(sentence, name + 1, limit)
      if (isMark(sentence[region], ',') || region >= limit) found.next = region
    }
  }
}

/** What goes on after "interview" or "statement": with whom, published where, on which day. */
function skipTail(sentence: readonly Token[], found: Circumstances, limit: number): void {
  for (let round = 0; round < 4; round++) {
    const token = sentence[found.next]
    if (token === undefined || found.next >= limit || token.kind !== 'word') return
    const dated = skipDate(sentence, found.next, limit)
    if (dated > found.next) {
      found.next = dated
      continue
    }
    const isLink =
      /^(?:with|to|on|in|of|from|by|at|for|after|published|released|issued|posted|aired|broadcast|carried|late|given|held)$/.test(
        token.low,
      )
    if (!isLink) return
    const next = sentence[found.next + 1]
    if (next === undefined || found.next + 1 >= limit) return
    if (/^(?:published|released|issued|posted|aired|broadcast|carried|given|held)$/.test(token.low)) {
      found.next++
      continue
    }
    const listener = nounPhraseAt(sentence, found.next + 1, limit)
    if (listener === null) return
    const to = shortPhrase(sentence, listener)
    if (/^(?:in|at)$/.test(token.low) && next.isCapital) found.place ??= { from: found.next + 1, to }
    if (/^(?:with|to|by|on)$/.test(token.low) && isOutlet(sentence, listener.from, to)) {
      found.relayedBy ??= { from: listener.from, to }
    }
    found.next = to
  }
}

/** A phrase without article ends with its name: the clause that follows must not be swallowed. */
function shortPhrase(sentence: readonly Token[], { from, to }: NounPhrase): number {
  for (let at = from + 1; at < to; at++) {
    const token = sentence[at]!
    if (isDeterminer(token) && !isPreposition(sentence[at - 1]!)) return at
  }
  return to
}

function properRun(sentence: readonly Token[], from: number, limit: number): number {
  let to = from
  if (/^(?:the)$/.test(sentence[to]?.low ?? '')) to++
  const start = to
  while (
    to < limit &&
    sentence[to]!.kind === 'word' &&
    sentence[to]!.isCapital &&
    !weekdays.has(sentence[to]!.low)
  )
    to++
  return to > start ? to : from
}

const outletNoun =
  /^(?:media|television|tv|radio|agency|newspaper|newspapers|daily|broadcaster|channel|network|magazine|outlet|outlets|reuters|afp|ap|bbc|cnn|tass|interfax|xinhua|bloomberg|npr|nbc|cbs|abc|fox|guardian|times|post|journal|weekly|podcast|station|paper|website|press|politico|axios|euronews|dw|rt|wire|tabloid|programme|program|newswire|ria)$/

export function isOutlet(sentence: readonly Token[], from: number, to: number): boolean {
  const words = sentence.slice(from, to)
  return (
    words.some(({ low }) => outletNoun.test(low.replace(/'s$/, ''))) &&
    !/^(?:reporters|journalists)$/.test(words[0]?.low ?? '')
  )
}
