import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'
import { notesOf } from '../../../app/rules/briefing/notes-by-number'
import { zipStream } from '../zip-stream'
import { bodyXml } from './docx-body'
import { createCalls, createFigures, footnotesXml } from './docx-footnotes'
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

/**
 * A briefing as a word processor's document that an office can edit, piece by piece. Its notes are footnotes;
 * where they are very many they stand in the annex under the same figures.
 */
export function writeDocx(document: BriefingDocument): AsyncGenerator<Uint8Array> {
  const { language } = document
  const notes = notesOf(document)
  const notesAt = notes.size > mostFootnotes ? 'annex' : 'foot'
  const numbering = { isNumberedByUs: (document.comparison?.groups.length ?? 0) > 1 }
  const calls = notesAt === 'annex' ? createFigures(notes) : createCalls(notes, numbering)
  const setting = { language, calls, notesAt } as const
  const withoutCalls = { ...setting, calls: { call: () => null } }
  const footnotes: typeof notes = notesAt === 'annex' ? new Map() : notes
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
