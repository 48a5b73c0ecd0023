import type { DateLabel } from '../../../../app/messages/date-words'
import type { Say } from '../../../../app/messages/say'
import type { Doubt } from '../../../../app/rules/certainty'

/** From and until in words; half a period says which half it is. */
export function periodWords(
  { from, until }: { from: string | null; until: string | null },
  say: Say,
  dateLabel: DateLabel,
): string {
  if (from !== null && until !== null) {
    return say('date.between', { from: dateLabel(from), to: dateLabel(until) })
  }
  if (from !== null) return say('date.since', { date: dateLabel(from) })
  return until === null ? '' : say('date.until', { date: dateLabel(until) })
}

/** What a position's dates leave open, in words. */
export function doubtWords({ end, why, date }: Doubt, say: Say, dateLabel: DateLabel): string {
  return say(`certainty.${end}.${why}`, { date: dateLabel(date) })
}
