import type { Say } from '../../../../app/messages/say'

type Counts = { positions: number; gaps: number; parties: number; issues: number }

/** What a block brings, in words; empty where it brings nothing. */
export function summaryOf(counts: Counts, say: Say): string {
  return (['positions', 'gaps', 'parties', 'issues'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => say(`entry.sum.${what}`, { count: counts[what] }))
    .join(', ')
}
