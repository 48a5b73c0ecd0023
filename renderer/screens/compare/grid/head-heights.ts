import type { Say } from '../../../../app/messages/say'
import type { ArrangedColumn } from '../../../../app/rules/arrangement'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import { hasScale } from '../../../../app/rules/scale'
import { shortNumber } from '../../../../app/rules/short-number'
import type { LineCounter } from './line-breaks'

/** CSS pixels; the sizes are those of issue-head.module.css and scale-strip.module.css. */
const line = { title: 20.25, question: 17.5, status: 22, ends: 15.59 }
const numberGap = 7
const leastWords = 90
const stripHeight = 10 + 12 + 3

/** How high an issue's head is: number and title, question, status, and the strip of its scale. */
export function issueHeadHeight(
  issue: ComparedIssue,
  { width, hasStands, counter }: { width: number; hasStands: boolean; counter: LineCounter },
): number {
  const shown = shortNumber(issue.number)
  const number = counter.linesOf([{ text: shown, font: 'summary' }], width) > 1 ? width : 0
  const beside = width - numberGap - (number || counter.widthOf(shown, 'summary'))
  const isBelow = beside < leastWords
  const title =
    counter.linesOf([{ text: issue.title, font: 'strong' }], isBelow ? width : beside) + (isBelow ? 1 : 0)
  const question =
    issue.question === ''
      ? 0
      : 2 + counter.linesOf([{ text: issue.question, font: 'answer' }], width) * line.question
  return (
    title * line.title +
    question +
    6 +
    line.status +
    (hasStands ? stripHeight + endsHeight(issue, { width, counter }) : 0)
  )
}

/** What an issue's head cannot be taller than, found without making its words. */
export function mostIssueHeadHeight(
  issue: ComparedIssue,
  { width, counter }: { width: number; counter: LineCounter },
): number {
  const { title, question } = issue
  return (
    // A long number takes a line of its own.
    (1 + counter.atMost(title, 'strong', Math.max(leastWords, width - leastWords), Infinity)) * line.title +
    (question === '' ? 0 : 2 + counter.atMost(question, 'answer', width, Infinity) * line.question) +
    6 +
    line.status +
    (hasScale(issue) ? stripHeight + 4 * line.ends : 0)
  )
}

function endsHeight(
  issue: ComparedIssue,
  { width, counter }: { width: number; counter: LineCounter },
): number {
  const low = issue.scaleLow || (issue.marks[0]?.wording ?? '')
  const high = issue.scaleHigh || (issue.marks.at(-1)?.wording ?? '')
  const room = Math.min(width, 180) - 12
  const wide = { low: counter.widthOf(low, 'quiet'), high: counter.widthOf(high, 'quiet') }
  if (wide.low + wide.high <= room) return line.ends
  // Both shrink by as much as they are wide, as a flexible box has it.
  const scale = room / (wide.low + wide.high)
  return (
    line.ends *
    Math.max(
      counter.linesOf([{ text: low, font: 'quiet' }], wide.low * scale),
      counter.linesOf([{ text: high, font: 'quiet' }], wide.high * scale),
    )
  )
}

/** CSS pixels of a party's head across, its name on as many lines as it needs. */
export function partyHeadHeight(
  { party, members }: Pick<ArrangedColumn, 'party' | 'members'>,
  { width, say, counter }: { width: number; say: Say; counter: LineCounter },
): number {
  const lines = counter.linesOf(
    [
      { text: '', font: 'strong', before: 17, isApart: true },
      { text: party.shortName, font: 'head' },
      { text: ' ', font: 'head' },
      { text: say(`role.${party.role}`), font: 'answer', before: 7 },
    ],
    width - 28,
  )
  return bandHeight + lines * 22 + (members.length > 0 ? 18 : 0)
}

/** CSS pixels of an issue's head across, where parties stand down. */
export function issueColumnHeadHeight(
  issue: ComparedIssue,
  { width, counter }: { width: number; counter: LineCounter },
): number {
  const title = counter.linesOf([{ text: `${issue.number} ${issue.title}`, font: 'head' }], width - 28)
  return bandHeight + title * 22 + line.status
}

/** Padding, the coloured band above the name, and the line below. */
const bandHeight = 10 + 3 + 7 + 8 + 1
