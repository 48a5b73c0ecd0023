import type { AnnexTable, BriefingDocument, BriefingNote, BriefingSection, Line } from './briefing-document'

type Note = BriefingNote | AnnexTable['rows'][number]

/** The note of every number, for forms that set it elsewhere than in the annex. */
export type Notes = ReadonlyMap<number, Note>

export function notesOf({ sections }: Pick<BriefingDocument, 'sections'>): Notes {
  const notes = new Map<number, Note>()
  const take = (section: BriefingSection) => {
    if (section.is === 'group') section.sections.forEach(take)
    if (section.is === 'notes') for (const note of section.notes) notes.set(note.number, note)
    if (section.is !== 'table') return
    for (const row of section.table.rows) if (row.number !== null) notes.set(row.number, row)
  }
  sections.forEach(take)
  return notes
}

/** Of a row of the annex without its first cell, which is the number itself. */
export const noteLines = (note: Note): readonly Line[] =>
  'line' in note ? [note.line] : note.cells.slice(1).flat()
