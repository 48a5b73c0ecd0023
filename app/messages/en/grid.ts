/** The comparison's own frame: what stands around its cells. */
export const grid = {
  'grid.party': 'Party',
  'grid.statusTodays': 'status: today’s',
  'grid.zoneTodays': 'today’s',
  'grid.foldIssue': '{count, plural, one {fold # issue} other {fold # issues}}',
  'grid.unfoldIssue': '{count, plural, =0 {unfold} one {unfold # issue} other {unfold # issues}}',
  'grid.within': '{count, plural, one {# issue folded away} other {# issues folded away}}',
  'grid.foldCoalition': '{count, plural, one {fold # member} other {fold # members}}',
  'grid.unfoldCoalition': '{count, plural, one {show # member} other {show # members}}',
} as const
