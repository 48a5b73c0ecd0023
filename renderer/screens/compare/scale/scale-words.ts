import type { Say } from '../../../../app/messages/say'
import type { ComparedIssue } from '../../../../app/rules/comparison'
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
