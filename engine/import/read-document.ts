import {
  largestDocumentBytes,
  readDocument as readDocumentSchema,
  type DocumentFormat,
  type ReadDocument,
} from '../../app/contract/import-contract'
import { AppError } from '../../app/errors'
import { longestText } from '../../app/model/source'
import { asLine } from './clean-text'
import { detectLanguage } from './detect-language'
import { problem, refusal, type FormatReader, type ReaderOptions } from './reader'
import { formatByName, sniffFormat } from './sniff-format'

const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  mhtml: 'multipart/related',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  email: 'message/rfc822',
}

// Each library is loaded when a document first needs it: the process lives for one document.
const readers: Readonly<Record<DocumentFormat, () => Promise<FormatReader>>> = {
  text: async () => (await import('./read-plain-text')).readPlainText,
  markdown: async () => (await import('./read-markdown')).readMarkdown,
  html: async () => (await import('./read-html')).readHtml,
  mhtml: async () => (await import('./read-html')).readSavedPage,
  pdf: async () => (await import('./read-pdf')).readPdf,
  docx: async () => (await import('./read-docx')).readDocx,
  email: async () => (await import('./read-email')).readEmail,
}

/**
 * Reads a document of any format. Throws AppError: a `document-…` code with the `file`. What it is given is not
 * trusted, so it belongs in a process of its own: see read-apart.ts.
 */
export async function readDocument(
  bytes: Uint8Array,
  { asked = null, ...options }: ReaderOptions & { asked?: DocumentFormat | null },
): Promise<ReadDocument> {
  const { fileName } = options
  if (bytes.length > largestDocumentBytes) {
    throw refusal('document-too-large', fileName, { limit: largestDocumentBytes / 1024 / 1024 })
  }
  if (bytes.length === 0) throw refusal('document-empty', fileName)
  const format = sniffFormat(bytes, { fileName, asked })
  refuseLongText(bytes, format, fileName)
  const read = await readers[format]()
  try {
    const found = await read(bytes, options)
    if (found.text.trim() === '') throw refusal('document-empty', fileName)
    if (found.text.length > longestText) throw tooLong(fileName)
    const named = formatByName(fileName)
    const isOtherwise = named !== null && asked === null && named !== format
    return readDocumentSchema.parse({
      ...found,
      format,
      mediaType: mediaTypes[format],
      title: asLine(found.title, 1_000) || asLine(fileName, 1_000) || '?',
      language: found.language ?? detectLanguage(found.text),
      problems: [...(isOtherwise ? [problem('name-says-otherwise', 1, format)] : []), ...found.problems],
    })
  } catch (error) {
    // Nesting that no page of a person has.
    if (error instanceof RangeError) throw refusal('document-broken', fileName)
    throw error
  }
}

/** Plain text is as long as its bytes say, within the widest of encodings; no need to read it first. */
function refuseLongText(bytes: Uint8Array, format: DocumentFormat, fileName: string): void {
  const isPlain = format === 'text' || format === 'markdown'
  if (isPlain && bytes.length > longestText * 4) throw tooLong(fileName)
}

const tooLong = (fileName: string): AppError =>
  refusal('document-text-too-long', fileName, { limit: longestText / 1_000_000 })
