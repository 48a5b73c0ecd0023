import { deflateSync, inflateSync } from 'node:zlib'

/** A face that PDF text can be written in: glyphs and widths by character. */
export type StampFont = {
  glyphOf: (character: string) => number
  /** In thousandths of the size. */
  widthOf: (text: string) => number
  /** The font's objects from `firstId` on; the first is the font itself. */
  objects: (firstId: number) => string[]
}

/** Reads a face in WOFF 1, which is a TrueType font with its tables compressed (W3C, 2012). */
export function readStampFont(woff: Buffer): StampFont {
  const tables = tablesOf(woff)
  const table = (tag: string) => {
    const found = tables.get(tag)
    if (found === undefined) throw new Error(`The face has no table ${tag}.`)
    return found
  }
  const unitsPerEm = table('head').readUInt16BE(18)
  const glyphs = charactersOf(table('cmap'))
  const metrics = table('hhea').readUInt16BE(34)
  const advance = (glyph: number) => {
    const at = Math.min(glyph, metrics - 1) * 4
    return (table('hmtx').readUInt16BE(at) * 1_000) / unitsPerEm
  }
  const glyphOf = (character: string) => glyphs.get(character.codePointAt(0)!) ?? 0
  return {
    glyphOf,
    widthOf: (text) => [...text].reduce((total, character) => total + advance(glyphOf(character)), 0),
    objects: (firstId) => fontObjects(firstId, { file: asTrueType(tables), glyphs, advance }),
  }
}

function tablesOf(woff: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < woff.readUInt16BE(12); index += 1) {
    const at = 44 + index * 20
    const offset = woff.readUInt32BE(at + 4)
    const [compressed, length] = [woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const bytes = woff.subarray(offset, offset + compressed)
    tables.set(woff.toString('latin1', at, at + 4), compressed < length ? inflateSync(bytes) : bytes)
  }
  return tables
}

/** Glyphs by code point, from a table in format 4 (OpenType 1.9, cmap). */
function charactersOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4)
    if (cmap.readUInt16BE(at) !== 4) continue
    const segments = cmap.readUInt16BE(at + 6) / 2
    const word = (list: number, segment: number) =>
      at + 14 + list * segments * 2 + (list > 0 ? 2 : 0) + segment * 2
    for (let segment = 0; segment < segments; segment += 1) {
      const [end, start] = [cmap.readUInt16BE(word(0, segment)), cmap.readUInt16BE(word(1, segment))]
      const delta = cmap.readUInt16BE(word(2, segment))
      const rangeAt = word(3, segment)
      const range = cmap.readUInt16BE(rangeAt)
      for (let code = start; code <= end && code < 0xffff; code += 1) {
        const raw = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - start) * 2)
        if (raw !== 0 || range === 0) glyphs.set(code, (raw + delta) & 0xffff)
      }
    }
  }
  return glyphs
}

function asTrueType(tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.alloc(12 + tables.size * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.size, 4)
  const body: Buffer[] = []
  let offset = head.length
  for (const [index, [tag, bytes]] of [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const at = 12 + index * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    body.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head, ...body])
}

type FontParts = {
  file: Buffer
  glyphs: ReadonlyMap<number, number>
  advance: (glyph: number) => number
}

function fontObjects(firstId: number, { file, glyphs, advance }: FontParts): string[] {
  const [cid, descriptor, program, unicode] = [1, 2, 3, 4].map((step) => `${firstId + step} 0 R`)
  const used = [...glyphs].filter(([code]) => code >= 0x20 && code < 0x250)
  const widths = used.map(([, glyph]) => `${glyph} [${Math.round(advance(glyph))}]`).join(' ')
  const mapped = used.map(([code, glyph]) => `<${hex(glyph)}> <${hex(code)}>`)
  const ranges = Array.from({ length: Math.ceil(mapped.length / 100) }, (_each, index) => {
    const some = mapped.slice(index * 100, index * 100 + 100)
    return `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`
  })
  const map = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${ranges.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`
  return [
    `<</Type /Font\n/Subtype /Type0\n/BaseFont /NotoSans\n/Encoding /Identity-H\n/DescendantFonts [${cid}]\n/ToUnicode ${unicode}>>`,
    `<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /NotoSans\n/CIDToGIDMap /Identity\n/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>\n/FontDescriptor ${descriptor}\n/DW 600\n/W [${widths}]>>`,
    `<</Type /FontDescriptor\n/FontName /NotoSans\n/Flags 32\n/FontBBox [-600 -300 3000 1100]\n/ItalicAngle 0\n/Ascent 1069\n/Descent -293\n/CapHeight 714\n/StemV 80\n/FontFile2 ${program}>>`,
    streamObject(file),
    streamObject(Buffer.from(map, 'latin1')),
  ]
}

export const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

function streamObject(bytes: Buffer): string {
  const packed = deflateSync(bytes)
  return `<</Filter /FlateDecode\n/Length1 ${bytes.length}\n/Length ${packed.length}>> stream\n${packed.toString('latin1')}\nendstream`
}
