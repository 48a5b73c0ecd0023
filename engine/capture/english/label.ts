import type { Stretch } from './stretch'
import type { Token } from './tokens'
import { isMark } from './word-classes'

/** "described the demand as “a customs post”", "called it “an outrage”" */
export function labelOf(sentence: readonly Token[], at: number, limit: number): Stretch | null {
  let as: number | null = null
  for (let index = at; index < limit; index++) {
    const token = sentence[index]!
    if (token.kind === 'quotation') {
      const isClose = index - at <= 12
      return isClose ? { from: index, to: afterJoined(sentence, index, limit) } : null
    }
    if (isMark(token, ',;:') && as === null) return null
    if (token.low === 'as' && index > at) as ??= index
    if (/^(?:that|because|after|before|when|while|and|but)$/.test(token.low) && as === null) return null
  }
  return as === null || as + 1 >= limit || as - at > 14 ? null : { from: at, to: limit }
}

/** “A” and “B” */
function afterJoined(sentence: readonly Token[], quotation: number, limit: number): number {
  let to = quotation + 1
  while (
    to + 1 < limit &&
    (sentence[to]!.low === 'and' || isMark(sentence[to], ',')) &&
    sentence[to + 1]!.kind === 'quotation'
  )
    to += 2
  return to
}
