import type { BriefingDocument, BriefingSection, Line } from './briefing-document'

/** The note of every number, for forms that set it elsewhere than in the annex. */
export type Notes = ReadonlyMap<number, readonly Line[]>

/** The numbers alone, without making a note. */
export function noteNumbers({ sections }: Pick<BriefingDocument, 'sections'>): ReadonlySet<number> {
  const numbers = new Set<number>()
  const take = (section: BriefingSection) => {
    if (section.is === 'group') section.sections.forEach(take)
    if (section.is === 'notes') for (const { number } of section.notes) numbers.add(number)
    if (section.is !== 'table') return
    for (const { number } of section.table.rows) if (number !== null) numbers.add(number)
  }
  sections.forEach(take)
  return numbers
}

export function notesOf({ sections }: Pick<BriefingDocument, 'sections'>): Notes {
  const notes = new Map<number, readonly Line[]>()
  const take = (section: BriefingSection) => {
    if (section.is === 'group') section.sections.forEach(take)
    if (section.is === 'notes') for (const { number, line } of section.notes) notes.set(number, [line])
    if (section.is !== 'table') return
    for (const { number, cells } of section.table.rows) {
      // The first cell is the number itself.
      if (number !== null) notes.set(number, cells.slice(1).flat())
    }
  }
  sections.forEach(take)
  return notes
}
