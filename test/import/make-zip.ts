import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  name: string
  content: Uint8Array | string
  isStored?: boolean
  isEncrypted?: boolean
  isLink?: boolean
  /** A name in the entry's own header that is not the one in the table of contents. */
  localName?: string
}

/** A ZIP archive, hostile ones included: it writes what it is told to. */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.isStored ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const localName = Buffer.from(entry.localName ?? entry.name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(entry.isEncrypted ? 1 : 0, 6)
    head.writeUInt16LE(entry.isStored ? 0 : 8, 8)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(localName.length, 26)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(0x02014b50, 0)
    listed.writeUInt16LE((3 << 8) | 20, 4)
    head.copy(listed, 6, 4, 28)
    listed.writeUInt16LE(name.length, 28)
    listed.writeUInt32LE(entry.isLink ? 0o120777 * 0x10000 : 0o100644 * 0x10000, 38)
    listed.writeUInt32LE(at, 42)
    local.push(head, localName, packed)
    central.push(listed, name)
    at += 30 + localName.length + packed.length
  }
  const table = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, table, end])
}

const wordSpace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`

export type DocxParts = {
  /** What stands in the body: paragraphs and tables as XML. */
  body: string
  doctype?: string
  title?: string
  creator?: string
  created?: string
  footnotes?: string
  more?: ZipEntry[]
}

export function makeDocx({
  body,
  doctype = '',
  title,
  creator,
  created,
  footnotes,
  more = [],
}: DocxParts): Uint8Array {
  const core = [
    title && `<dc:title>${escapeXml(title)}</dc:title>`,
    creator && `<dc:creator>${escapeXml(creator)}</dc:creator>`,
    created && `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>`,
  ]
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
    },
    {
      name: 'word/document.xml',
      content: `${declaration}${doctype}<w:document ${wordSpace}><w:body>${body}<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>`,
    },
    ...(footnotes
      ? [
          {
            name: 'word/footnotes.xml',
            content: `${declaration}<w:footnotes ${wordSpace}>${footnotes}</w:footnotes>`,
          },
        ]
      : []),
    {
      name: 'docProps/core.xml',
      content: `${declaration}<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z">${core.filter(Boolean).join('')}</cp:coreProperties>`,
    },
    ...more,
  ])
}
