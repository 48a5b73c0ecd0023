import type { Subject } from '../../../app/rules/briefing/briefing-document'

/** A subject as an attribute of what speaks of it, so that one listener serves a whole paper. */
export function subjectMark(about: Subject | undefined): { 'data-about'?: string } {
  if (about === undefined) return {}
  const parts = about.is === 'cell' ? ['cell', about.issueId, about.partyId] : [about.kind, about.id]
  return { 'data-about': parts.join(' ') }
}

export function subjectOf(mark: string | undefined): Subject | null {
  const [kind, first, second] = mark?.split(' ') ?? []
  if (kind === undefined || first === undefined) return null
  // What was written above is read back; nothing else writes this attribute.
  if (kind === 'cell') return { is: 'cell', issueId: first, partyId: second } as Subject
  return { is: 'record', kind, id: first } as Subject
}
