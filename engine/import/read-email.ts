import { authorFrom } from './author-names'
import { asLine, cleanText, joinBlocks, stemOf } from './clean-text'
import { decodeText } from './decode-text'
import { blocksOf, isTooDeep, parseHtml } from './html-text'
import { issuedDate } from './issued-date'
import { headerText, parseMime, splitHead, type MimePart } from './mime'
import { nothingFound, problem, refusal, type FormatReader } from './reader'

/** A message: its plain text, else its HTML as text. Attachments are named and never opened. */
export const readEmail: FormatReader = async (bytes, { fileName }) => {
  if (!looksLikeMessage(bytes)) throw refusal('document-not-what-it-says', fileName, { format: 'email' })
  const message = parseMime(bytes)
  const leaves = leavesOf(message)
  const attachments = leaves.filter(isAttachment)
  const body = leaves.filter((part) => !isAttachment(part))
  const plain = body.filter(({ mediaType }) => mediaType === 'text/plain').map(plainText)
  const hasPlain = plain.some(({ text }) => text.trim() !== '')
  const shown = hasPlain ? plain : body.filter(({ mediaType }) => mediaType === 'text/html').map(htmlText)
  const { text, problems } = cleanText(joinBlocks(shown.map((part) => part.text)))
  if (text.trim() === '') throw refusal('document-empty', fileName)

  const header = (name: string) => headerText(message.headers.get(name) ?? '')
  const names = attachments.map(nameOf).join(', ')
  return {
    ...nothingFound,
    type: 'personal_communication',
    title: asLine(header('subject'), 1_000) || stemOf(fileName),
    author: [authorFrom(senderName(header('from')))].filter((author) => author !== null),
    issued: issuedDate(header('date')),
    text,
    problems: [
      ...shown.flatMap((part) => part.problems),
      ...problems,
      ...(attachments.length === 0
        ? []
        : [problem('attachments-left-out', attachments.length, asLine(names, 1_000))]),
    ],
  }
}

const telling = ['from', 'date', 'subject', 'to', 'message-id', 'mime-version', 'received', 'return-path']

/** Whether it begins with the headers of a message, which is all that a message can be known by. */
export function looksLikeMessage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 65_536))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
  if (!/^(?:From [^\n]*\n)?[!-9;-~]+:/.test(head)) return false
  const { headers } = splitHead(head.replace(/^From [^\n]*\n/, ''))
  const found = telling.filter((name) => headers.has(name))
  return found.length >= 2 && found.some((name) => name !== 'to' && name !== 'from' && name !== 'subject')
}

const leavesOf = (part: MimePart): MimePart[] =>
  part.parts.length === 0 ? [part] : part.parts.flatMap((inner) => leavesOf(inner))

function isAttachment({ headers, mediaType, parameters }: MimePart): boolean {
  const disposition = headers.get('content-disposition') ?? ''
  if (/^\s*attachment/i.test(disposition)) return true
  return !['text/plain', 'text/html'].includes(mediaType) || parameters.has('name')
}

function nameOf({ headers, mediaType, parameters }: MimePart): string {
  const disposition = headers.get('content-disposition') ?? ''
  const [, name] = /filename\*?\s*=\s*(?:[\w-]*''([^;]*)|"[^"]*"|[^;]*)/i.exec(disposition) ?? []
  const [, plain] = /filename\s*=\s*"?([^";]*)/i.exec(disposition) ?? []
  return headerText(name === undefined ? (plain ?? parameters.get('name') ?? mediaType) : decodeSafely(name))
}

function decodeSafely(text: string): string {
  try {
    return Buffer.from(decodeURIComponent(text), 'utf8').toString('latin1')
  } catch {
    return text
  }
}

function plainText({ bytes, parameters }: MimePart) {
  const decoded = decodeText(bytes, parameters.get('charset') ?? null)
  const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed'
  return isFlowed ? { ...decoded, text: unflowed(decoded.text) } : decoded
}

/** Lines that end in a space go on in the next (RFC 3676). */
function unflowed(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(/^(?!-- $)(.*) \n(?!>|-- )/gm, '$1 ')
}

function htmlText({ bytes, parameters }: MimePart) {
  const decoded = decodeText(bytes, parameters.get('charset') ?? null)
  const text = isTooDeep(decoded.text) ? '' : joinBlocks(blocksOf(parseHtml(decoded.text).body))
  return { ...decoded, text }
}

/** "Ann Lee" of `"Ann Lee" <ann@example.org>`, else the address. */
function senderName(from: string): string {
  const [, name] = /^\s*"?([^"<]*?)"?\s*<[^>]*>/u.exec(from) ?? []
  return name || from.replace(/[<>"]/gu, '')
}
