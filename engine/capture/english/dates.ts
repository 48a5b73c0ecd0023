import type { Token } from './tokens'
import { isDateWord, isDeterminer, isMark, isPossessive } from './word-classes'

/** "on Thursday", "late last week", "in early November", "two days ago". */
export function skipDate(sentence: readonly Token[], at: number, limit: number): number {
  const first = sentence[at]
  if (first === undefined) return at
  const isOpening =
    /^(?:on|in|by|at|within|during|since|until|from|over|late|early|last|this|next|earlier|later)$/.test(
      first.low,
    )
  if (!isOpening && !isDateWord(first)) return at
  if (!isOpening && first.kind === 'number') {
    const unit = sentence[at + 1]
    const isDate = unit !== undefined && isDateWord(unit) && unit.kind === 'word'
    if (!isDate) return at
  }
  let to = at
  let hasDate = false
  while (to < limit) {
    const token = sentence[to]!
    if (token.kind === 'quotation') break
    const isLink = /^(?:on|in|at|of|the|a|an|by|within|during|since|from|over|until)$/.test(token.low)
    if (isMark(token, ',')) {
      const next = sentence[to + 1]
      if (next === undefined || next.kind !== 'number' || !/^(?:19|20)\d\d$/.test(next.text)) break
    } else if (isDateWord(token)) hasDate ||= token.kind === 'number' ? isYearOrDay(sentence, to) : true
    else if (!isLink || !leadsToDate(sentence, to, limit)) break
    to++
  }
  if (!hasDate) return at
  // "last week's meeting" is no date but what is spoken of.
  if (to < limit && isPossessive(sentence[to - 1]!) && sentence[to]?.kind === 'word') return at
  return to
}

function isYearOrDay(sentence: readonly Token[], at: number): boolean {
  if (/^(?:19|20)\d\d$/.test(sentence[at]!.text)) return true
  const beside = [sentence[at - 1], sentence[at + 1]]
  return beside.some((token) => token !== undefined && token.kind === 'word' && isDateWord(token))
}

function leadsToDate(sentence: readonly Token[], at: number, limit: number): boolean {
  for (let ahead = at + 1; ahead < Math.min(limit, at + 4); ahead++) {
    const token = sentence[ahead]!
    if (token.kind === 'number') return isYearOrDay(sentence, ahead)
    if (isDateWord(token)) return true
    if (!isDeterminer(token) && !/^(?:the|of)$/.test(token.low)) return false
  }
  return false
}

/** Where a date that ends right before `end` begins; `end` where there is none. */
export function skipDateBack(sentence: readonly Token[], end: number, floor: number): number {
  for (let at = Math.max(floor + 1, end - 6); at < end; at++) {
    const isOpened =
      /^(?:on|in|by|late|early|last|this|earlier|yesterday|today|overnight|since|mon|tues|wednes|thurs|fri|satur|sun)/.test(
        sentence[at]!.low,
      )
    if (isOpened && skipDate(sentence, at, end) === end) return at
  }
  return end
}
