import type { BriefingContext } from './briefing-context'
import type { BriefingSection, Line } from './briefing-document'
import { noteLine } from './statement-cells'

/** The notes of an issue that no earlier one has, where notes stand at the end of each; else none. */
export function composeNotes(
  context: BriefingContext,
  id: string,
  lines: readonly Line[],
): BriefingSection[] {
  const { say, citations, notesAt } = context
  if (notesAt === 'annex') return []
  const numbers = new Set(
    lines.flatMap(({ runs }) =>
      runs.flatMap((run) => (run.is === 'cites' ? run.cites.map(({ number }) => number) : [])),
    ),
  )
  const rows = citations.takeNotes(numbers)
  if (rows.length === 0) return []
  const notes = rows.map((row) => ({
    number: row.number,
    line: noteLine(context, row),
    about: { is: 'record', kind: 'statement', id: row.inContext.statement.id } as const,
  }))
  return [{ is: 'notes', id, heading: say('briefing.notes'), notes }]
}

/** The same for every row of the comparison, where no issue has a page of its own. */
export function composeRowNotes(
  context: BriefingContext,
  rows: readonly { issueId: string; number: string; cells: readonly { lines: readonly Line[] }[] }[],
): BriefingSection[] {
  const { say, notesAt } = context
  if (notesAt === 'annex') return []
  return rows.flatMap((row) =>
    composeNotes(
      context,
      `notes-${row.issueId}`,
      row.cells.flatMap(({ lines }) => lines),
    ).map((section) => ({ ...section, heading: say('briefing.notesToIssue', { number: row.number }) })),
  )
}
