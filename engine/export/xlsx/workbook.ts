import type { ZipEntry } from '../zip-stream'
import { escapeXml, officeText, xmlHead } from '../xml-text'
import { columnName, rowXml, type SheetCell, type SheetRow } from './sheet-rows'
import { createSharedStrings, type SharedStrings } from './shared-strings'
import { styleOf, styleSheet } from './styles'

export type Sheet = {
  name: string
  /** In characters, column by column. */
  widths: readonly number[]
  head: readonly SheetCell[]
  rows: Iterable<SheetRow>
  /** Columns that stay in view and are printed again on every page. */
  frozen: number
  isFiltered: boolean
}

export type Workbook = {
  title: string
  author: string
  language: string
  isRightToLeft: boolean
  /** Printed on every page, above and below. */
  running: { title: string; marking: string; asOf: string; pageOf: string }
  words: { continued: string; continuesBelow: string }
  sheets: readonly Sheet[]
}

/** Excel's limit is 1,048,576. */
const mostRows = 1_000_000
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type WrittenSheet = { name: string; sheet: Sheet; rows: number }

/** The parts of the file; what lists the sheets comes last, when it is known how many they are. */
export function* workbookParts(workbook: Workbook): Generator<ZipEntry> {
  const written: WrittenSheet[] = []
  const shared = createSharedStrings()
  for (const sheet of workbook.sheets) {
    const rows = sheet.rows[Symbol.iterator]()
    for (let part = 1, isDone = false; !isDone; part += 1) {
      const entry: WrittenSheet = { name: sheetName(sheet.name, part), sheet, rows: 0 }
      written.push(entry)
      const tell = (done: boolean) => (isDone = done)
      yield {
        name: `xl/worksheets/sheet${written.length}.xml`,
        pieces: sheetXml({ ...workbook, shared }, entry, rows, tell),
      }
    }
  }
  yield { name: 'xl/sharedStrings.xml', pieces: shared.xml() }
  yield { name: 'xl/styles.xml', pieces: [styleSheet()] }
  yield { name: 'xl/workbook.xml', pieces: [workbookXml(workbook, written)] }
  yield { name: 'xl/_rels/workbook.xml.rels', pieces: [workbookRelationships(written.length)] }
  yield { name: 'docProps/core.xml', pieces: [coreProperties(workbook)] }
  yield { name: '_rels/.rels', pieces: [rootRelationships] }
  yield { name: '[Content_Types].xml', pieces: [contentTypes(written.length)] }
}

/** At most 31 characters, and none that a formula would take for its own. */
const sheetName = (name: string, part: number): string => {
  const suffix = part === 1 ? '' : ` (${part})`
  return `${name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31 - suffix.length)}${suffix}`
}

function* sheetXml(
  workbook: Workbook & { shared: SharedStrings },
  entry: WrittenSheet,
  rows: Iterator<SheetRow>,
  tellDone: (isDone: boolean) => void,
): Generator<string> {
  const { sheet } = entry
  yield sheetHead(workbook, entry, { isFirst: sheet === workbook.sheets[0] })
  const nextNumber = () => (entry.rows += 1)
  const setting = { widths: sheet.widths, words: workbook.words, shared: workbook.shared }
  yield* rowXml({ cells: sheet.head, keys: 0 }, setting, nextNumber)
  let next = rows.next()
  for (; next.done !== true; next = rows.next()) {
    yield* rowXml(next.value, setting, nextNumber)
    if (entry.rows >= mostRows) break
  }
  tellDone(next.done === true)
  yield `</sheetData>${sheetTail(workbook, entry)}`
}

function sheetHead(
  { isRightToLeft }: Workbook,
  { sheet }: WrittenSheet,
  { isFirst }: { isFirst: boolean },
): string {
  const { frozen, widths } = sheet
  const corner = `${columnName(frozen)}2`
  const pane =
    frozen === 0
      ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
      : `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>` +
        `<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styleOf('plain')}" customWidth="1"/>`,
  )
  return (
    `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relationships}">` +
    '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="0"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}${isRightToLeft ? ' rightToLeft="1"' : ''}>${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  )
}

function sheetTail({ running }: Workbook, { sheet, rows }: WrittenSheet): string {
  const filter =
    sheet.isFiltered && rows > 1 ? `<autoFilter ref="A1:${columnName(sheet.head.length - 1)}${rows}"/>` : ''
  return (
    `${filter}<pageMargins left="0.45" right="0.45" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>` +
    // 9 is A4.
    `<pageSetup paperSize="9" scale="${printScale(sheet.widths)}" orientation="landscape" pageOrder="downThenOver"/>` +
    `<headerFooter><oddHeader>${pageLine(running.title, running.marking, running.asOf)}</oddHeader>` +
    `<oddFooter>${pageLine('', sheet.name, '', running.pageOf)}</oddFooter></headerFooter></worksheet>`
  )
}

/** In the widths of a digit: what a page has across, between its margins. */
const pageWidth = 130
/** In per cent; smaller, printed words are hard to read. */
const leastScale = 65

/** A sheet a little wider than a page is printed smaller; one that is much wider goes on beside it. */
export function printScale(widths: readonly number[]): number {
  const scale = Math.floor((pageWidth / widths.reduce((sum, width) => sum + width, 0)) * 100)
  return scale < leastScale ? 100 : Math.min(100, scale)
}

/** `&` begins a code there, and the whole may have 255 characters. */
function pageLine(left: string, middle: string, right: string, codes = ''): string {
  const part = (text: string) => {
    const line = text.replace(/\s+/g, ' ')
    return (line.length > 70 ? `${line.slice(0, 69).toWellFormed()}…` : line).replaceAll('&', '&&')
  }
  // A figure straight after a size would be read as part of it.
  const size = '&8 '
  return escapeXml(`&L${size}${part(left)}&C${size}${part(middle)}&R${size}${codes || part(right)}`)
}

function workbookXml({ language: _language }: Workbook, written: readonly WrittenSheet[]): string {
  const sheets = written.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const names = written.map(({ name, sheet, rows }, at) => {
    const quoted = `'${name}'`
    const columns = sheet.frozen === 0 ? '' : `${quoted}!$A:$${columnName(sheet.frozen - 1)},`
    const last = columnName(sheet.head.length - 1)
    const filter =
      sheet.isFiltered && rows > 1
        ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${officeText(`${quoted}!$A$1:$${last}$${rows}`)}</definedName>`
        : ''
    return `${filter}<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${officeText(`${columns}${quoted}!$1:$1`)}</definedName>`
  })
  return (
    `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
  )
}

function workbookRelationships(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_nothing, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return (
    `${xmlHead}<Relationships xmlns="${packageRelationships}">${each.join('')}` +
    `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId${sheets + 2}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
  )
}

/** The title, and a name only where it is to leave; no clock, no user. */
function coreProperties({ title, author, language }: Workbook): string {
  const creator = author === '' ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>${creator}` +
    `<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`
  )
}

const rootRelationships =
  `${xmlHead}<Relationships xmlns="${packageRelationships}">` +
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
  '</Relationships>'

function contentTypes(sheets: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const each = Array.from(
    { length: sheets },
    (_nothing, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )
  return (
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${each.join('')}` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
  )
}
