import { AppError } from '../../app/errors'
import { openArchive } from './archive-gate'
import { authorsFrom } from './author-names'
import { asLine, cleanText, joinBlocks, stemOf } from './clean-text'
import { docxBlocks, docxNotes } from './docx-blocks'
import { madeOn } from './issued-date'
import { nothingFound, refusal, type FormatReader } from './reader'
import { XmlBroken, XmlDeclaresEntities, xmlTokens } from './xml-tokens'

const main = 'word/document.xml'
const notes = ['word/footnotes.xml', 'word/endnotes.xml']
const properties = 'docProps/core.xml'
const wanted = new Set([main, ...notes, properties])

/** Paragraphs, lists, tables and notes as blocks of text; never HTML. */
export const readDocx: FormatReader = async (bytes, { fileName }) => {
  const entries = await openArchive(bytes, { fileName, keep: (name) => wanted.has(name) })
  const xmlOf = (name: string) => {
    const content = entries.get(name)
    return content === undefined ? null : new TextDecoder(encodingOf(content)).decode(content)
  }
  const document = xmlOf(main)
  if (document === null) throw refusal('document-not-what-it-says', fileName, { format: 'docx' })
  try {
    const blocks = docxBlocks(document)
    const footnotes = notes.flatMap((name) => docxNotes(xmlOf(name) ?? ''))
    const { text, problems } = cleanText(joinBlocks([...blocks.map((block) => block.text), ...footnotes]))
    if (text.trim() === '') throw refusal('document-empty', fileName)
    const core = coreProperties(xmlOf(properties) ?? '')
    const heading = blocks.find((block) => block.isTitle)?.text ?? ''
    return {
      ...nothingFound,
      type: 'document',
      title: asLine(core.get('title') || heading, 1_000) || stemOf(fileName),
      author: authorsFrom(core.get('creator') ?? ''),
      issued: madeOn(core.get('created') ?? ''),
      text,
      problems,
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof XmlDeclaresEntities) throw refusal('document-bomb', fileName)
    if (error instanceof XmlBroken) throw refusal('document-broken', fileName)
    throw error
  }
}

/** XML is UTF-8 unless it begins in UTF-16. */
function encodingOf(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  return content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** `title`, `creator`, `created` and their like, by name without prefix. */
function coreProperties(xml: string): Map<string, string> {
  const found = new Map<string, string>()
  let name = ''
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open') name = token.name.replace(/^.*:/, '')
    else if (token.kind === 'text' && token.text.trim() !== '') found.set(name, token.text)
  }
  return found
}
