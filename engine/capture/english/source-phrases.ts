import type { Stretch } from './stretch'
import { afterApposition, nounPhraseAt, subjectBefore } from './noun-phrase'
import type { Token } from './tokens'
import { isMark, isPossessive } from './word-classes'

/** A phrase that names who says it, without a verb of saying. `next` is the index after it. */
export type SourcePhrase = { cue: Stretch; speaker: Stretch | null; next: number; isBeforeContent: boolean }

export function sourcePhraseAt(
  sentence: readonly Token[],
  at: number,
  { floor, limit }: { floor: number; limit: number },
): SourcePhrase | null {
  return (
    accordingTo(sentence, at, limit) ??
    inTheWordsOf(sentence, at, limit) ??
    inTheirView(sentence, at, { floor, limit }) ??
    forThem(sentence, at, { floor, limit }) ??
    theirPositionIs(sentence, at, { floor, limit }) ??
    itIsReported(sentence, at, limit)
  )
}

function accordingTo(sentence: readonly Token[], at: number, limit: number): SourcePhrase | null {
  if (sentence[at]?.low !== 'according' || sentence[at + 1]?.low !== 'to') return null
  const speaker = nounPhraseAt(sentence, at + 2, limit)
  if (speaker === null || /^(?:plan|schedule|tradition|law)$/.test(sentence[speaker.to - 1]!.low)) return null
  return { cue: { from: at, to: at + 2 }, speaker, next: closed(sentence, wholeSource(sentence, speaker.to, limit), limit), isBeforeContent: at === 0 }
}

/** "two diplomats briefed on the matter", "a person who was there": up to the comma. */
function wholeSource(sentence: readonly Token[], to: number, limit: number): number {
  for (let at = to; at < limit && at - to < 14; at++) {
    const token = sentence[at]!
    if (token.kind === 'quotation') return to
    if (isMark(token, ',')) return at
    if (isMark(token, ';:—–')) return at
    if (at === limit - 1) return limit
  }
  return to
}

function closed(sentence: readonly Token[], to: number, limit: number): number {
  const after = afterApposition(sentence, to, limit)
  return after > to && after >= limit - 1 && !isMark(sentence[after], ',') ? to : after
}

function inTheWordsOf(sentence: readonly Token[], at: number, limit: number): SourcePhrase | null {
  const words = sentence
    .slice(at, at + 4)
    .map(({ low }) => low)
    .join(' ')
  const isPhrase =
    /^in the (?:words|view|opinion|eyes|telling|estimation|judgment|judgement|account|version|reading) of/.test(words)
  if (!isPhrase) return null
  const speaker = nounPhraseAt(sentence, at + 4, limit)
  if (speaker === null) return null
  const next = closed(sentence, speaker.to, limit)
  const isQuoted = sentence[next]?.kind === 'quotation' || sentence[next + 1]?.kind === 'quotation'
  return { cue: { from: at, to: at + 4 }, speaker, next, isBeforeContent: at === 0 || isQuoted }
}

const views = /^(?:view|words|opinion|account|telling|eyes|estimation|judgment|judgement|reading|version|assessment|phrase)$/

/** ", in his view," and "in Moscow's view". */
function inTheirView(
  sentence: readonly Token[],
  at: number,
  { limit }: { floor: number; limit: number },
): SourcePhrase | null {
  if (sentence[at]?.low !== 'in') return null
  for (let end = at + 2; end < Math.min(limit, at + 8); end++) {
    const token = sentence[end]!
    if (token.kind !== 'word') return null
    if (!views.test(token.low)) continue
    const owner = sentence[end - 1]!
    const isOwned = /^(?:his|her|its|their|our|my)$/.test(owner.low) || isPossessive(owner)
    if (!isOwned) return null
    const isClosed = end + 1 >= limit || isMark(sentence[end + 1], ',') || sentence[end + 1]?.kind === 'quotation'
    if (!isClosed) return null
    return { cue: { from: end, to: end + 1 }, speaker: { from: at + 1, to: end }, next: end + 1, isBeforeContent: at === 0 }
  }
  return null
}

const judgements =
  /\b(?:must|cannot|can be no|there is no|never|non-negotiable|out of the question|red line|unacceptable|unthinkable|no alternative|only way|comes first|essential|vital|should|no question)\b/

/** "For Ukraine, there is no end to the war before …": a judgement that is put into somebody's mouth. */
function forThem(
  sentence: readonly Token[],
  at: number,
  { floor, limit }: { floor: number; limit: number },
): SourcePhrase | null {
  if (at !== floor || at !== 0 || sentence[at]?.low !== 'for') return null
  const speaker = nounPhraseAt(sentence, at + 1, limit)
  if (speaker === null || !/^(?:name|body)$/.test(speaker.kind) || !isMark(sentence[speaker.to], ',')) return null
  const rest = sentence
    .slice(speaker.to, Math.min(limit, speaker.to + 14))
    .map(({ low }) => low)
    .join(' ')
  return judgements.test(rest) ? { cue: { from: at, to: at + 1 }, speaker, next: speaker.to, isBeforeContent: true } : null
}

const stances =
  /^(?:view|position|verdict|demand|message|line|stance|answer|response|argument|account|condition|goal|aim|opinion|assessment|reply|proposal|warning|claim|priority|objective|request|plea|contention|suggestion|mantra|insistence|advice|conclusion|fear|hope)$/

/** "The Kremlin's verdict on the year is that …", "Her answer was: …". */
function theirPositionIs(
  sentence: readonly Token[],
  at: number,
  { floor, limit }: { floor: number; limit: number },
): SourcePhrase | null {
  if (!stances.test(sentence[at]?.low ?? '')) return null
  let owner = at - 1
  while (owner > floor && owner > at - 4 && !isOwner(sentence[owner]!)) owner--
  if (owner < floor || sentence[owner] === undefined || !isOwner(sentence[owner]!)) return null
  for (let be = at + 1; be < Math.min(limit, at + 10); be++) {
    const token = sentence[be]!
    if (token.kind === 'quotation' || isMark(token, ';')) return null
    if (!/^(?:is|was|remains|remained|has been|are|were)$/.test(token.low)) continue
    const after = be + 1
    const isSaid = sentence[after]?.low === 'that' || isMark(sentence[after], ':') || sentence[after]?.kind === 'quotation'
    if (!isSaid) return null
    const subject = isPossessive(sentence[owner]!) ? subjectBefore(sentence, owner + 1, floor) : null
    const next = sentence[after]?.kind === 'quotation' ? after : after + 1
    return { cue: { from: at, to: be + 1 }, speaker: subject ?? { from: owner, to: owner + 1 }, next, isBeforeContent: true }
  }
  return null
}

const isOwner = (token: Token) => /^(?:his|her|its|their|our|my)$/.test(token.low) || isPossessive(token)

/** "It was reported that …": nobody is named. */
function itIsReported(sentence: readonly Token[], at: number, limit: number): SourcePhrase | null {
  if (sentence[at]?.low !== 'it' || !/^(?:is|was|has|had)$/.test(sentence[at + 1]?.low ?? '')) return null
  for (let verb = at + 2; verb < Math.min(limit, at + 6); verb++) {
    const low = sentence[verb]?.low ?? ''
    if (/^(?:reported|understood|believed|said|alleged|claimed|announced|rumoured|rumored|thought|stated|stressed|noted|emphasised|emphasized)$/.test(low)) {
      const isThat = sentence[verb + 1]?.low === 'that'
      return isThat ? { cue: { from: at + 1, to: verb + 1 }, speaker: null, next: verb + 2, isBeforeContent: true } : null
    }
  }
  return null
}
