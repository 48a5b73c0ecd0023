import { attributeOf, XmlBroken, xmlTokens, type XmlToken } from './xml-tokens'

export type DocxBlock = { text: string; isTitle: boolean }

// Text boxes stand twice: once for programs that know them, once for those that do not.
const skipped = new Set(['mc:Fallback', 'w:instrText', 'w:delText', 'w:del', 'w:moveFrom', 'w:sectPr'])

type Place = {
  blocks: DocxBlock[]
  /** Cells of the rows that are open, innermost last. */
  rows: { cells: string[]; cell: string[] }[]
  /** Paragraphs that are open: a text box has its own inside another. */
  lines: { text: string; isTitle: boolean; isItem: boolean }[]
  /** A run's text stands in `w:t` only; white space between tags is layout of the file. */
  isInText: boolean
}

/** The paragraphs, list items and rows of tables of word/document.xml, in order. What was deleted is not there. */
export function docxBlocks(xml: string): DocxBlock[] {
  const place: Place = { blocks: [], rows: [], lines: [], isInText: false }
  let skipping: { name: string; depth: number } | null = null
  for (const token of xmlTokens(xml)) {
    if (skipping !== null) {
      skipping = stillSkipping(skipping, token)
      continue
    }
    if (token.kind === 'open' && skipped.has(token.name) && !token.isEmpty) {
      skipping = { name: token.name, depth: 1 }
    } else if (token.kind === 'open') open(place, token)
    else if (token.kind === 'close') close(place, token.name)
    else addText(place, token.text)
  }
  if (place.lines.length > 0 || place.rows.length > 0 || skipping !== null) throw new XmlBroken()
  return place.blocks
}

function stillSkipping(skipping: { name: string; depth: number }, token: XmlToken) {
  if (token.kind === 'text' || token.name !== skipping.name) return skipping
  const depth = token.kind === 'close' ? skipping.depth - 1 : skipping.depth + (token.isEmpty ? 0 : 1)
  return depth === 0 ? null : { ...skipping, depth }
}

function open(place: Place, { name, attributes, isEmpty }: Extract<XmlToken, { kind: 'open' }>): void {
  const line = place.lines.at(-1)
  switch (name) {
    case 'w:p':
      if (!isEmpty) place.lines.push({ text: '', isTitle: false, isItem: false })
      break
    case 'w:t':
      place.isInText = !isEmpty
      break
    case 'w:tr':
      if (!isEmpty) place.rows.push({ cells: [], cell: [] })
      break
    case 'w:tab':
      if (line && !/^\s*$/.test(line.text)) line.text += '\t'
      break
    case 'w:br':
    case 'w:cr':
      if (line) line.text += '\n'
      break
    case 'w:noBreakHyphen':
      if (line) line.text += '\u2011'
      break
    case 'w:numId':
      if (line && attributeOf(attributes, 'w:val') !== '0') line.isItem = true
      break
    case 'w:pStyle':
      if (line) line.isTitle = /^(?:title|heading1|titre|titel)/i.test(attributeOf(attributes, 'w:val') ?? '')
      break
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      if (line) line.text += `[${attributeOf(attributes, 'w:id') ?? ''}]`
      break
    default:
  }
}

function close(place: Place, name: string): void {
  if (name === 'w:t') place.isInText = false
  else if (name === 'w:p') closeParagraph(place)
  else if (name === 'w:tc') {
    const row = place.rows.at(-1)
    if (row) row.cells.push(row.cell.join(' ').replace(/\s+/g, ' ').trim())
    if (row) row.cell = []
  } else if (name === 'w:tr') {
    const row = place.rows.pop()
    if (row) add(place, { text: row.cells.filter((cell) => cell !== '').join(' | '), isTitle: false })
  }
}

function closeParagraph(place: Place): void {
  const line = place.lines.pop()
  if (line === undefined) throw new XmlBroken()
  const text = line.text.trim()
  if (text !== '') add(place, { text: line.isItem ? `- ${text}` : text, isTitle: line.isTitle })
}

/** To the open cell, where there is one. */
function add(place: Place, block: DocxBlock): void {
  const row = place.rows.at(-1)
  if (row) row.cell.push(block.text)
  else if (block.text !== '') place.blocks.push(block)
}

function addText({ lines, isInText }: Place, text: string): void {
  const line = lines.at(-1)
  if (isInText && line) line.text += text
}

/** Footnotes or endnotes, each with the number that the text refers to it by. */
export function docxNotes(xml: string): string[] {
  const notes: string[] = []
  // A note is a run of paragraphs between its tags; ids 0 and −1 are the separating lines.
  for (const [, attributes, body] of xml.matchAll(
    /<w:(?:footnote|endnote)( [^>]*)>([\s\S]*?)<\/w:(?:footnote|endnote)>/g,
  )) {
    const id = attributeOf(attributes!, 'w:id') ?? ''
    if (attributeOf(attributes!, 'w:type') !== null) continue
    const text = docxBlocks(body!)
      .map((block) => block.text)
      .join(' ')
    if (text !== '') notes.push(`[${id}] ${text}`)
  }
  return notes
}
