import type { Say } from '../../messages/say'

/** Why nothing is compared; null where something is. `allIssues` are those of the dossier, `view` what chose from them. */
export function emptinessOf(
  say: Say,
  {
    issues,
    parties,
    allIssues,
    view,
  }: { issues: number; parties: number; allIssues: number; view: string | null },
): string | null {
  if (issues === 0 && allIssues > 0) return say('briefing.empty.view', { view: view ?? '' })
  if (issues === 0 && parties === 0) return say('briefing.empty.nothing')
  if (issues === 0) return say('briefing.empty.noIssues')
  return parties === 0 ? say('briefing.empty.noParties') : null
}
