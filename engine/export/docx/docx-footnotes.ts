import type { BriefingSection } from '../../../app/rules/briefing/briefing-document'
import { noteLines, type Notes } from '../../../app/rules/briefing/notes-by-number'
import { xmlHead } from '../xml-text'
import { runs, type FootnoteCalls, type TextSetting } from './docx-text'
import { wordNamespaces } from './docx-parts'

/** Whether a section holds nothing but notes, which stand at the foot of the pages instead. */
export function isAllNotes(section: BriefingSection): boolean {
  if (section.is === 'notes') return true
  return section.is === 'table' && section.table.rows.every(({ number }) => number !== null)
}

/** Figures alone, where the notes stand in the annex. */
export function createFigures(notes: Notes): FootnoteCalls {
  return {
    called: new Set(),
    call: ({ number }) => (notes.has(number) ? `<w:r>${referenceStyle}<w:t>${number}</w:t></w:r>` : null),
  }
}

/**
 * Word counts footnotes by itself in the order of their calls. Where the columns of a comparison stand in several
 * tables that is not our order, so there the numbers are written out.
 */
export function createCalls(notes: Notes, { isNumberedByUs }: { isNumberedByUs: boolean }): FootnoteCalls {
  const called = new Set<number>()
  return {
    called,
    call({ number }) {
      if (!notes.has(number)) return null
      if (called.has(number)) return later(number)
      called.add(number)
      const reference = isNumberedByUs
        ? `<w:footnoteReference w:customMarkFollows="1" w:id="${called.size}"/><w:t>${number}</w:t>`
        : `<w:footnoteReference w:id="${called.size}"/>`
      const mark = `<w:r>${referenceStyle}${reference}</w:r>`
      return isNumberedByUs
        ? mark
        : `<w:bookmarkStart w:id="${number}" w:name="_note${number}"/>${mark}<w:bookmarkEnd w:id="${number}"/>`
    },
  }

  function later(number: number): string {
    const figure = `<w:r>${referenceStyle}<w:t>${number}</w:t></w:r>`
    return isNumberedByUs
      ? figure
      : `<w:fldSimple w:instr=" NOTEREF _note${number} \\f \\h ">${figure}</w:fldSimple>`
  }
}

const referenceStyle = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'

const markNamespaces =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'

/** Word wants a mark of our own repeated in its note; LibreOffice does that by itself, and knows no `w15`. */
const ownMark = (number: number): string =>
  `<mc:AlternateContent><mc:Choice Requires="w15"><w:t>${number}</w:t></mc:Choice><mc:Fallback/></mc:AlternateContent>`

export function* footnotesXml(
  notes: Notes,
  setting: TextSetting,
  { isNumberedByUs }: { isNumberedByUs: boolean },
): Generator<string> {
  // LibreOffice gives the first note to the first call, whatever their ids are.
  const inOrder = new Set([...setting.calls.called, ...notes.keys()])
  let id = 0
  yield `${xmlHead}<w:footnotes ${wordNamespaces} ${markNamespaces}>`
  yield '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
  yield '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
  for (const number of inOrder) {
    const note = notes.get(number)
    if (note === undefined) continue
    id += 1
    const mark = isNumberedByUs ? ownMark(number) : '<w:footnoteRef/>'
    const words = noteLines(note)
      .map((line) => runs(line.runs, setting))
      .filter((xml) => xml !== '')
      .join('<w:r><w:t xml:space="preserve"> · </w:t></w:r>')
    yield `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>${referenceStyle}${mark}</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>${words}</w:p></w:footnote>`
  }
  yield '</w:footnotes>'
}
