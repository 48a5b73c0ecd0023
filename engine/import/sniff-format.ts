import type { DocumentFormat } from '../../app/contract/import-contract'
import { isArchive } from './archive-gate'
import { decodeText, looksBinary } from './decode-text'
import { looksLikeMessage } from './mime'
import { refusal } from './reader'

const byEnding: Readonly<Record<string, DocumentFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  eml: 'email',
}

export function formatByName(fileName: string): DocumentFormat | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return byEnding[ending] ?? null
}

/**
 * The format by the content, and by the name where the content fits several. A name that promises a format with a
 * mark of its own and does not keep it is refused: `document-not-what-it-says`.
 */
export function sniffFormat(
  bytes: Uint8Array,
  { fileName, asked }: { fileName: string; asked: DocumentFormat | null },
): DocumentFormat {
  const named = asked ?? formatByName(fileName)
  const marked = formatByContent(bytes, { fileName, named })
  const refuseName = () => refusal('document-not-what-it-says', fileName, { format: named ?? 'text' })
  if (asked !== null) {
    if (fits(asked, marked)) return asked
    throw refuseName()
  }
  if (marked === 'unknown') throw named === null ? refusal('document-format-unknown', fileName) : refuseName()
  if (marked !== 'words') return marked
  if (named === null) return 'text'
  if (named === 'text' || named === 'markdown' || named === 'html') return named
  throw refuseName()
}

type Marked = DocumentFormat | 'words' | 'unknown'

/** Words may be anything that is written in letters; the other formats have marks that cannot be mistaken. */
function fits(asked: DocumentFormat, marked: Marked): boolean {
  if (asked === marked) return true
  if (asked === 'text' || asked === 'markdown') return !['pdf', 'docx', 'unknown'].includes(marked)
  return asked === 'html' && marked === 'words'
}

function formatByContent(
  bytes: Uint8Array,
  { fileName, named }: { fileName: string; named: DocumentFormat | null },
): Marked {
  if (isPdf(bytes, named)) return 'pdf'
  if (isArchive(bytes)) return 'docx'
  if (isCompoundFile(bytes)) {
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      throw refusal('document-encrypted', fileName)
    }
    return 'unknown'
  }
  if (looksBinary(bytes)) return 'unknown'
  const head = decodeText(bytes.subarray(0, 8_192))
    .text.trimStart()
    .replace(/^\uFEFF/u, '')
  if (head.startsWith('{\\rtf')) return 'unknown'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(head))
    return 'html'
  if (looksLikeMessage(bytes)) return isSavedPage(head) ? 'mhtml' : 'email'
  return 'words'
}

const isSavedPage = (head: string): boolean =>
  /^(?:snapshot-content-location:|from:.*saved by)/imu.test(head) &&
  /^content-type:\s*multipart\/related/imu.test(head)

/** Readers take a PDF whose mark stands anywhere in the first kilobyte; a text may speak of that mark. */
function isPdf(bytes: Uint8Array, named: DocumentFormat | null): boolean {
  const at = Buffer.from(bytes.subarray(0, 1_024)).indexOf('%PDF-')
  return at === 0 || (at > 0 && (named === 'pdf' || looksBinary(bytes)))
}

/** The container of Office before 2007, and of Office documents with a password. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)
}
