import type { BriefingDocument, BriefingSection } from '../../../app/rules/briefing/briefing-document'
import { lengthOf } from '../../../app/rules/briefing/briefing-context'
import { noteLines, notesOf, type Notes } from '../../../app/rules/briefing/notes-by-number'
import type { OnPart } from '../export-form'
import { zipStream } from '../zip-stream'
import { bodyXml } from './docx-body'
import { createCalls, createFigures, footnotesXml, isAllNotes } from './docx-footnotes'
import type { TextSetting } from './docx-text'
import {
  contentTypesXml,
  coreXml,
  documentRelationsXml,
  footerXml,
  headerXml,
  packageRelationsXml,
  settingsXml,
  stylesXml,
} from './docx-parts'

/** Of 750 at the foot of a table's pages LibreOffice 7.4 printed 44 nowhere, and 1,500 took it over four minutes. */
const mostFootnotes = 300

/** Characters: of a note that takes pages, below a row that does, LibreOffice 7.4 did not find an end in minutes. */
const longestFootnote = 2_000

const hasTallNote = (notes: Notes): boolean =>
  [...notes.values()].some((note) => lengthOf(noteLines(note)) > longestFootnote)

/** With 180 of them below rows that were kept whole, LibreOffice 7.4 put one row on a page. */
const mostFootnotesOfWholeRows = 40

/**
 * A briefing as a word processor's document that an office can edit, piece by piece. Its notes are footnotes;
 * where they are very many they stand in the annex under the same figures.
 */
export function writeDocx(document: BriefingDocument, onPart: OnPart = () => {}): AsyncGenerator<Uint8Array> {
  const { language, page } = document
  const notes = notesOf(document)
  const notesAt = notes.size > mostFootnotes || hasTallNote(notes) ? 'annex' : 'foot'
  const numbering = { isNumberedByUs: (document.comparison?.groups.length ?? 0) > 1 }
  const footnotes: Notes = notesAt === 'annex' ? new Map() : notes
  const calls = notesAt === 'annex' ? createFigures(notes) : createCalls(notes, numbering)
  const keepsRows = notesAt === 'annex' || notes.size <= mostFootnotesOfWholeRows
  const setting = {
    language,
    page,
    calls,
    notesAt,
    keepsRows,
    onRow: rowCounter(document, notesAt, onPart),
  } as const
  const withoutCalls = { ...setting, calls: { call: () => null, called: calls.called } }
  return zipStream([
    { name: '[Content_Types].xml', pieces: [contentTypesXml] },
    { name: '_rels/.rels', pieces: [packageRelationsXml] },
    { name: 'docProps/core.xml', pieces: [coreXml(document)] },
    { name: 'word/_rels/document.xml.rels', pieces: [documentRelationsXml] },
    { name: 'word/document.xml', pieces: bodyXml(document, setting) },
    { name: 'word/footnotes.xml', pieces: footnotesXml(footnotes, withoutCalls, numbering) },
    { name: 'word/styles.xml', pieces: [stylesXml(document)] },
    { name: 'word/settings.xml', pieces: [settingsXml] },
    { name: 'word/header1.xml', pieces: [headerXml(document)] },
    { name: 'word/footer1.xml', pieces: [footerXml(document)] },
  ])
}

/** Rows are what a long document is long by. */
function rowCounter(
  { comparison, sections }: BriefingDocument,
  notesAt: TextSetting['notesAt'],
  onPart: OnPart,
): () => void {
  const inSection = (section: BriefingSection): number => {
    if (notesAt === 'foot' && isAllNotes(section)) return 0
    if (section.is === 'group') return section.sections.reduce((sum, each) => sum + inSection(each), 0)
    return section.is === 'table' ? section.table.rows.length : 0
  }
  const inComparison = (comparison?.rows.length ?? 0) * (comparison?.groups.length ?? 0)
  const all = sections.reduce((sum, section) => sum + inSection(section), inComparison)
  let done = 0
  return () => {
    done += 1
    onPart(done, all)
  }
}
