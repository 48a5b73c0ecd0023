import type { Say } from '../../../../app/messages/say'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import { firstOf } from '../../../../app/rules/first-of'
import { scalePlace, type RangePart, type ScaleRange } from '../../../../app/rules/scale'

/** What the scale says at a place: a mark's wording, or the name of an end; empty between them. */
export function wordingAt({ marks, scaleLow, scaleHigh }: ComparedIssue, at: number): string {
  const mark = marks.find((each) => each.at === at)
  if (mark) return mark.wording
  return at === 0 ? scaleLow : at === 100 ? scaleHigh : ''
}

/** A range in figures, and in the wording of its ends where they have one. */
export function rangeWords(say: Say, issue: ComparedIssue, { low, high }: ScaleRange): string {
  const place = scalePlace(say, low, high)!
  const wordings = [...new Set([wordingAt(issue, low), wordingAt(issue, high)])].filter((each) => each !== '')
  return wordings.length === 0 ? place : say('scale.worded', { place, wording: wordings.join(' – ') })
}

/** The part that is being moved, for those who hear it. */
export function partWords(say: Say, issue: ComparedIssue, range: ScaleRange, part: RangePart): string {
  if (part === 'whole') return rangeWords(say, issue, range)
  return rangeWords(say, issue, { low: range[part], high: range[part] })
}

/** As many are named before the rest is counted. */
const mostNamed = 12

/** How many stand in a stretch of the scale, and the first of them by name; one line where they are many. */
export function crowdWords(
  say: Say,
  { low, high, stands }: ScaleRange & { stands: readonly unknown[] },
  names: readonly string[],
): string {
  const crowd = say('scale.crowd', { count: stands.length, low: Math.ceil(low), high: Math.floor(high) })
  const apart = [...new Set(names)]
  const first = firstOf(apart, mostNamed)
  const named = first.join(', ')
  const rest = apart.length - first.length
  const all = rest === 0 ? named : say('scale.crowdMore', { names: named, count: rest })
  return say('scale.crowdNames', { crowd, names: all })
}
