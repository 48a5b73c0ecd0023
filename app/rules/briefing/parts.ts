/** What a briefing may consist of, in the order in which it is usually read. */
export const briefingParts = [
  'findings',
  'comparison',
  'changes',
  'conditions',
  'issues',
  'parties',
  'annex',
  'timeline',
  'gaps',
  'workshop',
  'method',
] as const
export type BriefingPart = (typeof briefingParts)[number]

/** What an edition holds when nobody chose. */
export const usualParts: Readonly<Record<'summary' | 'sourced', readonly BriefingPart[]>> = {
  summary: ['findings', 'comparison', 'changes', 'annex', 'timeline', 'gaps'],
  sourced: ['findings', 'comparison', 'changes', 'annex', 'timeline', 'gaps', 'method'],
}
