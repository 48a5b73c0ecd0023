import { knownEncoding } from './decode-text'

/** One part of a message: its headers, and its body as bytes with the transfer encoding undone. */
export type MimePart = {
  headers: ReadonlyMap<string, string>
  mediaType: string
  parameters: ReadonlyMap<string, string>
  bytes: Uint8Array
  parts: MimePart[]
}

const deepest = 20
const mostParts = 1_000

/** A message or one of its parts, by RFC 2045 to 2047; what breaks the rules is taken as text. */
export function parseMime(bytes: Uint8Array): MimePart {
  let count = 0
  return parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0)

  // Every byte is one character of the string, so that its offsets are those of the bytes.
  function parsePart(raw: string, depth: number): MimePart {
    const { headers, body } = splitHead(raw)
    const type = parseParameters(headers.get('content-type') ?? 'text/plain')
    const boundary = type.parameters.get('boundary')
    const isMany = type.value.startsWith('multipart/') && boundary !== undefined && depth < deepest
    const pieces = isMany ? splitParts(body, boundary) : []
    const parts: MimePart[] = []
    for (const piece of pieces) {
      if (++count > mostParts) break
      parts.push(parsePart(piece, depth + 1))
    }
    return {
      headers,
      mediaType: type.value,
      parameters: type.parameters,
      bytes: isMany
        ? new Uint8Array()
        : transferDecoded(body, headers.get('content-transfer-encoding') ?? ''),
      parts,
    }
  }
}

/** Header lines up to the first empty one, unfolded; the first of a name counts. */
function splitHead(raw: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n|\r\r/.exec(raw)
  const head = end === null ? raw : raw.slice(0, end.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/(?:\r\n|\n|\r)[ \t]+/g, ' ').split(/\r\n|\n|\r/)) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const key = name.toLowerCase()
    if (!headers.has(key)) headers.set(key, value)
  }
  return { headers, body: end === null ? '' : raw.slice(end.index + end[0].length) }
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

/** `text/html; charset="utf-8"` as its value and parameters, those cut in pieces by RFC 2231 joined. */
function parseParameters(field: string): { value: string; parameters: Map<string, string> } {
  const [value = ''] = field.split(';', 1)
  const parameters = new Map<string, string>()
  for (const match of field.matchAll(
    /;\s*([^\s=;*]+)(\*\d+)?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g,
  )) {
    const [, name, , extended, inQuotes, plain] = match
    const key = name!.toLowerCase()
    const text = inQuotes?.replace(/\\(.)/g, '$1') ?? plain ?? ''
    const whole = (parameters.get(key) ?? '') + (extended ? percentDecoded(text) : text)
    parameters.set(key, whole)
  }
  return { value: value.trim().toLowerCase(), parameters }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/^[\w-]*'[\w-]*'/, ''))
  } catch {
    return text
  }
}

function splitParts(body: string, boundary: string): string[] {
  const delimiter = `--${boundary}`
  const pieces: string[] = []
  let from = -1
  for (let at = findDelimiter(body, delimiter, 0); at !== -1; at = findDelimiter(body, delimiter, at + 1)) {
    if (from !== -1) pieces.push(body.slice(from, at).replace(/\r?\n$/, ''))
    const lineEnd = body.indexOf('\n', at + delimiter.length)
    from = lineEnd === -1 ? body.length : lineEnd + 1
    if (body.startsWith('--', at + delimiter.length)) return pieces
  }
  // The closing line is missing: what is there is taken.
  if (from !== -1) pieces.push(body.slice(from))
  return pieces
}

function findDelimiter(body: string, delimiter: string, from: number): number {
  let at = body.indexOf(delimiter, from)
  while (at > 0 && body[at - 1] !== '\n' && body[at - 1] !== '\r') at = body.indexOf(delimiter, at + 1)
  return at
}

function transferDecoded(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64')
    case 'quoted-printable':
      return quotedPrintable(body)
    default:
      return Buffer.from(body, 'latin1')
  }
}

function quotedPrintable(body: string): Uint8Array {
  const plain = body
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

/** Words as RFC 2047 has them in a header, and raw UTF-8 as it is often found there. */
export function headerText(value: string): string {
  const joined = value.replace(/(\?=)\s+(=\?)/g, '$1$2')
  const raw = Buffer.from(joined, 'latin1').toString('utf8')
  const text = raw.includes('\uFFFD') ? joined : raw
  return decodeWords(text)
}

function decodeWords(text: string): string {
  // Neighbouring words of one charset are joined as bytes: a letter may be cut between them.
  return text.replace(/(?:=\?[^?\s]+\?[bq]\?[^?\s]*\?=)+/giu, (run) => {
    const words = [...run.matchAll(/=\?([^?\s*]+)[^?\s]*\?([bq])\?([^?\s]*)\?=/giu)]
    const groups: { charset: string; bytes: Uint8Array[] }[] = []
    for (const [, charset, coding, content] of words) {
      const bytes = wordBytes(coding!, content!)
      const last = groups.at(-1)
      if (last?.charset.toLowerCase() === charset!.toLowerCase()) last.bytes.push(bytes)
      else groups.push({ charset: charset!, bytes: [bytes] })
    }
    return groups
      .map(({ charset, bytes }) =>
        new TextDecoder(knownEncoding(charset) ?? 'utf-8').decode(Buffer.concat(bytes)),
      )
      .join('')
  })
}

function wordBytes(coding: string, content: string): Uint8Array {
  if (coding.toLowerCase() === 'b') return Buffer.from(content, 'base64')
  return quotedPrintable(content.replaceAll('_', '=20'))
}
