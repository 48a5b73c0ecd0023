import type { Subject } from '../../../app/rules/briefing/briefing-document'
import { showRecord } from '../../state/briefing-desk'
import { openPane, openSheet, select, type PaneSheet } from '../../state/compare-view'

/** Opens what a line of the paper speaks of beside it: a cell with its evidence, or the record itself. */
export function openSubject(subject: Subject): void {
  if (subject.is === 'cell') {
    select({ kind: 'cell', issueId: subject.issueId, partyId: subject.partyId })
    openPane('evidence')
    showRecord(true)
    return
  }
  const sheet = sheetOf(subject)
  if (sheet === null) return
  select(null)
  openPane('row')
  openSheet(sheet)
  showRecord(true)
}

function sheetOf({ kind, id }: Subject & { is: 'record' }): PaneSheet | null {
  // The paper was composed from the records themselves, so an id is of its kind.
  switch (kind) {
    case 'statement':
      return { kind, id, target: null } as PaneSheet
    case 'source':
    case 'event':
      return { kind, id } as PaneSheet
    case 'point':
      return { kind, id, issueId: null } as PaneSheet
    default:
      return null
  }
}
