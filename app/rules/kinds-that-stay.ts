import { isNarrowed, type ExportScope } from '../model/export-scope'
import type { RecordKind } from '../model/records'

/** Kinds of which nothing leaves with such an export, because all that they hold is what it leaves out. */
export function kindsThatStay(scope: ExportScope): RecordKind[] {
  return [
    ...(scope.notes ? [] : analystsOwn),
    ...(scope.notes && scope.assessments ? [] : (['finding'] as const)),
    // What was issued holds its words as one text, from which nothing can be taken.
    ...(isNarrowed(scope) ? (['frozenBriefing'] as const) : []),
  ]
}

/** Arrangements of the analyst's, and what was written down before and while presenting. */
const analystsOwn = [
  'savedView',
  'briefing',
  'runningOrder',
  'orderItem',
  'workshop',
  'parkedPoint',
  'showOfHands',
] as const satisfies readonly RecordKind[]
