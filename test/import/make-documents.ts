import { randomBytes } from 'node:crypto'
import type { ErrorCode } from '../../app/errors'
import { makeLongPdf, makePdf, makeProsePage } from './make-pdf'
import { makeDocx, makeZip, paragraph, type ZipEntry } from './make-zip'

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
export const utf16 = (text: string, { isBigEndian = false, hasMark = true } = {}): Buffer => {
  const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

/** Bytes of Cyrillic text in an encoding that Node can only read. */
export function inEncoding(text: string, encoding: string): Buffer {
  const byLetter = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--) {
    byLetter.set(new TextDecoder(encoding).decode(new Uint8Array([byte])), byte)
  }
  return Buffer.from([...text].map((letter) => byLetter.get(letter) ?? 0x3f))
}

/** Two bytes a letter, from a table made by reading all of them. */
export function inGb18030(text: string): Buffer {
  const byLetter = new Map<string, [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++)
      byLetter.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  }
  return Buffer.from(
    [...text].flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : byLetter.get(letter)!)),
  )
}

const article = paragraph('The ministers met in the old harbour and agreed on nothing.')
const docxWith = (...more: ZipEntry[]) => makeDocx({ body: article, more })
const proseLines = Array.from({ length: 20 }, (_, line) => `This is line ${line} of a page that says little.`)
export const goodPdf = () =>
  makePdf({
    pages: [makeProsePage(1, proseLines), makeProsePage(2, proseLines), makeProsePage(3, proseLines)],
  })

/** Entries that all point at the same bytes, so that a small file claims to hold much. */
function overlapping(): Uint8Array {
  const zip = Buffer.from(
    makeZip([
      { name: 'word/document.xml', content: 'a'.repeat(5_000) },
      { name: 'b', content: 'b' },
    ]),
  )
  const second = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  zip.writeUInt32LE(0, second + 42)
  return zip
}

const billionLaughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
const outsideEntity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

/** What each hostile or broken document is refused with. Made when asked for: some are large. */
export const refused: readonly [what: string, fileName: string, code: ErrorCode, make: () => Uint8Array][] = [
  ['an empty file', 'empty.txt', 'document-empty', () => new Uint8Array()],
  ['white space only', 'blank.txt', 'document-empty', () => latin1(' \n\t\r\n  ')],
  [
    'an empty page',
    'empty.html',
    'document-empty',
    () => latin1('<!doctype html><html><body><script>1</script></body></html>'),
  ],
  ['an empty DOCX', 'empty.docx', 'document-empty', () => makeDocx({ body: '<w:p/>' })],
  [
    'a message without a body',
    'empty.eml',
    'document-empty',
    () => latin1('From: a@b.c\r\nDate: Thu, 13 Nov 2025 10:00:00 +0000\r\nSubject: x\r\n\r\n'),
  ],

  [
    'a PDF with a password',
    'locked.pdf',
    'document-encrypted',
    () => makePdf({ pages: [[{ text: 'x', y: 700 }]], isEncrypted: true }),
  ],
  ['a scanned PDF', 'scan.pdf', 'document-scanned', () => makePdf({ pages: [[], [], []] })],
  [
    'a PDF with a stamp on each picture',
    'stamps.pdf',
    'document-scanned',
    () => makePdf({ pages: Array.from({ length: 9 }, () => [{ text: 'ok', y: 10 }]) }),
  ],
  ['a PDF cut in half', 'half.pdf', 'document-broken', () => goodPdf().subarray(0, goodPdf().length / 2)],
  ['a PDF without its end', 'cut.pdf', 'document-broken', () => goodPdf().subarray(0, -30)],
  [
    'a PDF of noise',
    'noise.pdf',
    'document-broken',
    () => Buffer.concat([latin1('%PDF-1.7\n'), randomBytes(5_000), latin1('\n%%EOF')]),
  ],
  [
    'a PDF without pages',
    'pageless.pdf',
    'document-broken',
    () => latin1('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF'),
  ],
  ['text called PDF', 'text.pdf', 'document-not-what-it-says', () => latin1('This is no PDF at all.')],

  ['text called DOCX', 'text.docx', 'document-not-what-it-says', () => latin1('This is no DOCX at all.')],
  [
    'another archive called DOCX',
    'archive.docx',
    'document-not-what-it-says',
    () => makeZip([{ name: 'readme.txt', content: 'hello' }]),
  ],
  [
    'a picture called DOCX',
    'picture.docx',
    'document-not-what-it-says',
    () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), randomBytes(900)]),
  ],
  ['a DOCX cut short', 'cut.docx', 'document-broken', () => docxWith().subarray(0, -200)],
  [
    'a DOCX with damaged bytes',
    'damaged.docx',
    'document-broken',
    () => {
      const zip = Buffer.from(makeDocx({ body: paragraph(randomBytes(4_000).toString('base64')) }))
      const at = zip.indexOf('word/document.xml') + 200
      randomBytes(400).copy(zip, at)
      return zip
    },
  ],
  [
    'a DOCX whose XML is cut short',
    'unclosed.docx',
    'document-broken',
    () => makeDocx({ body: '<w:p><w:r><w:t>one <' }),
  ],
  [
    'a DOCX with a password, in its container',
    'locked.docx',
    'document-encrypted',
    () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(400),
      ]),
  ],
  [
    'a DOCX with an encrypted entry',
    'entry.docx',
    'document-encrypted',
    () => docxWith({ name: 'word/media/a.bin', content: 'x', isEncrypted: true }),
  ],
  [
    'an old Word document',
    'old.doc',
    'document-format-unknown',
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_000)]),
  ],

  [
    'a name that climbs',
    'climb.docx',
    'document-archive-unsafe',
    () => docxWith({ name: '../../etc/cron.d/x', content: 'x' }),
  ],
  [
    'a name that climbs by backslashes',
    'climb2.docx',
    'document-archive-unsafe',
    () => docxWith({ name: 'word\\..\\..\\x', content: 'x' }),
  ],
  [
    'an absolute name',
    'absolute.docx',
    'document-archive-unsafe',
    () => docxWith({ name: '/etc/passwd', content: 'x' }),
  ],
  [
    'a drive’s name',
    'drive.docx',
    'document-archive-unsafe',
    () => docxWith({ name: 'C:\\x', content: 'x' }),
  ],
  [
    'a name twice',
    'double.docx',
    'document-archive-unsafe',
    () => docxWith({ name: 'WORD/document.xml', content: 'x' }),
  ],
  [
    'a link',
    'link.docx',
    'document-archive-unsafe',
    () => docxWith({ name: 'word/link', content: '/etc/passwd', isLink: true }),
  ],
  [
    'a name that contradicts the table',
    'liar.docx',
    'document-archive-unsafe',
    () => docxWith({ name: 'word/a', localName: 'word/b', content: 'x' }),
  ],
  [
    'an archive inside',
    'nested.docx',
    'document-archive-unsafe',
    () =>
      docxWith({ name: 'word/inner.zip', content: makeZip([{ name: 'a', content: 'a' }]), isStored: true }),
  ],
  [
    'an archive inside, packed',
    'nested2.docx',
    'document-archive-unsafe',
    () => docxWith({ name: 'word/inner', content: makeZip([{ name: 'a', content: 'a' }]) }),
  ],
  ['entries that share bytes', 'shared.docx', 'document-archive-unsafe', overlapping],
  [
    'too many entries',
    'many.docx',
    'document-archive-unsafe',
    () =>
      docxWith(
        ...Array.from({ length: 10_001 }, (_, index) => ({
          name: `word/${index}`,
          content: '',
          isStored: true,
        })),
      ),
  ],
  [
    'a bomb',
    'bomb.docx',
    'document-bomb',
    () => docxWith({ name: 'word/media/zeros.bin', content: Buffer.alloc(300 * 1024 * 1024) }),
  ],
  [
    'a bomb of text',
    'words.docx',
    'document-bomb',
    () => makeDocx({ body: paragraph('ha '.repeat(3_000_000)) }),
  ],
  [
    'an entity bomb',
    'laughs.docx',
    'document-bomb',
    () => makeDocx({ body: '<w:p><w:r><w:t>&c;</w:t></w:r></w:p>', doctype: billionLaughs }),
  ],
  [
    'an entity that reads a file',
    'outside.docx',
    'document-bomb',
    () => makeDocx({ body: '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', doctype: outsideEntity }),
  ],

  [
    'text called a message',
    'text.eml',
    'document-not-what-it-says',
    () => latin1('Dear all,\n\nthis was never sent.'),
  ],
  [
    'a picture',
    'picture.png',
    'document-format-unknown',
    () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), randomBytes(900)]),
  ],
  [
    'a picture called text',
    'picture.txt',
    'document-not-what-it-says',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5_000)]),
  ],
  ['rich text', 'letter.rtf', 'document-format-unknown', () => latin1('{\\rtf1\\ansi Hello \\par}')],
  [
    '50 MB of text',
    'long.txt',
    'document-text-too-long',
    () => Buffer.alloc(50 * 1024 * 1024, 'All work and no play makes a long source. '),
  ],
  [
    '50 MB of a page',
    'long.html',
    'document-text-too-long',
    () =>
      Buffer.concat([latin1('<html><body><p>'), Buffer.alloc(50 * 1024 * 1024, 'All work and no play. ')]),
  ],
  ['more than 100 MB', 'huge.txt', 'document-too-large', () => Buffer.alloc(101 * 1024 * 1024, 'x')],
  [
    'a page nested beyond measure',
    'deep.html',
    'document-broken',
    () => latin1(`<html><body>${'<div>'.repeat(200_000)}`),
  ],
]

export { makeLongPdf }
