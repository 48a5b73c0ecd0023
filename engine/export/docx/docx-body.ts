import type {
  AnnexTable,
  BriefingDocument,
  BriefingSection,
  ComparisonCell,
  ComparisonTable,
  Line,
  PrintedColumnGroup,
} from '../../../app/rules/briefing/briefing-document'
import { isShortOn } from '../../../app/rules/briefing/tall-rows'
import { isRightToLeft, xmlHead } from '../xml-text'
import { isAllNotes } from './docx-footnotes'
import { sectionProperties, twips, wordNamespaces } from './docx-parts'
import { paragraph, paragraphProperties, runs, textRun, type TextSetting } from './docx-text'

export function* bodyXml(document: BriefingDocument, setting: TextSetting): Generator<string> {
  const { language } = document
  yield `${xmlHead}<w:document ${wordNamespaces}><w:body>`
  yield styled(runs([document.title], setting), 'Title', language)
  if (document.question !== null) yield styled(runs([document.question], setting), 'Subtitle', language)
  for (const { term, text } of document.particulars) {
    yield styled(
      textRun(`${term}: `, '<w:rStyle w:val="Quiet"/>', null) + textRun(text, '', null),
      '',
      language,
    )
  }
  if (document.emptiness !== null) yield styled(textRun(document.emptiness, '', null), 'Subtitle', language)
  for (const section of document.sections) yield* sectionXml(section, document, setting, 1)
  yield `${sectionProperties(document)}</w:body></w:document>`
}

const styled = (content: string, style: string, language: string) =>
  `<w:p>${paragraphProperties(style, language)}${content}</w:p>`

type HeadingPlace = 'in the text' | 'on a new page' | 'above a table'

const placeProperties: Readonly<Record<HeadingPlace, string>> = {
  'in the text': '',
  'on a new page': '<w:pageBreakBefore/>',
  'above a table': '<w:keepNext w:val="0"/>',
}

function headingXml(
  text: string,
  level: number,
  { language }: TextSetting,
  place: HeadingPlace = 'in the text',
): string {
  if (text === '') return ''
  const properties = paragraphProperties(`Heading${level}`, language)
  const paged = properties.replace('</w:pPr>', `${placeProperties[place]}</w:pPr>`)
  return `<w:p>${inOrder(paged)}${textRun(text, '', null)}</w:p>`
}

/** Where it stands is said before the direction, as the schema has it. */
const inOrder = (properties: string) =>
  properties.replace(/(<w:bidi\/>)(<w:pageBreakBefore\/>|<w:keepNext w:val="0"\/>)/, '$2$1')

function* sectionXml(
  section: BriefingSection,
  document: BriefingDocument,
  setting: TextSetting,
  level: number,
): Generator<string> {
  if (setting.notesAt === 'foot' && isAllNotes(section)) return
  switch (section.is) {
    case 'comparison':
      yield* comparisonXml(document, setting)
      return
    case 'group':
      yield headingXml(
        section.heading,
        level,
        setting,
        section.layout === 'pages' ? 'on a new page' : 'in the text',
      )
      for (const [index, page] of section.sections.entries()) {
        if (section.layout === 'pages' && page.is === 'group') {
          const startsPage = index > 0 || section.heading === ''
          yield headingXml(page.heading, 2, setting, startsPage ? 'on a new page' : 'in the text')
          for (const each of page.sections) yield* sectionXml(each, document, setting, 3)
        } else {
          yield* sectionXml(page, document, setting, 3)
        }
      }
      return
    case 'table':
      yield headingXml(section.heading, level, setting, 'above a table')
      yield* annexXml(section.table, setting)
      return
    case 'assessment':
      yield headingXml(section.heading, 3, setting)
      for (const line of section.lines) yield paragraph(line, 'Assessment', setting)
      return
    case 'notes':
      yield headingXml(section.heading, level, setting)
      for (const { number, line } of section.notes) {
        const figure = textRun(`${number} `, '<w:rStyle w:val="Strong"/>', null)
        yield styled(figure + runs(line.runs, setting), '', setting.language)
      }
      return
    case 'list':
    case 'note':
      yield headingXml(section.heading, level, setting)
      for (const line of section.lines) {
        const box = section.is === 'list' && section.marker === 'box' ? textRun('☐ ', '', null) : ''
        yield `<w:p>${paragraphProperties('', setting.language)}${box}${runs(line.runs, setting)}</w:p>`
      }
  }
}

function* comparisonXml(document: BriefingDocument, setting: TextSetting): Generator<string> {
  const { comparison, assessments } = document
  if (comparison === null) return
  yield headingXml(comparison.heading, 1, setting, 'above a table')
  for (const [index, group] of comparison.groups.entries()) {
    if (index > 0) yield styled('', '', setting.language)
    yield* groupXml(comparison, group, setting)
  }
  const key = comparison.key.map((entry) => runs(entry, setting)).join(textRun(' · ', '', null))
  if (key !== '') yield styled(key, '', setting.language)
  if (assessments === null) return
  yield headingXml(assessments.heading, 3, setting)
  for (const line of assessments.lines) yield paragraph(line, 'Assessment', setting)
}

function* groupXml(
  comparison: ComparisonTable,
  group: PrintedColumnGroup,
  setting: TextSetting,
): Generator<string> {
  const parties = comparison.parties.slice(group.from, group.to)
  const heads = [
    textRun(comparison.issueHeading, '<w:rStyle w:val="Strong"/>', null),
    ...parties.map(
      ({ name, role }) =>
        textRun(name, '<w:rStyle w:val="Strong"/>', null) +
        textRun(` ${role}`, '<w:rStyle w:val="Quiet"/>', null),
    ),
    ...(group.hasLandingZone ? [textRun(comparison.zoneHeading, '<w:rStyle w:val="Strong"/>', null)] : []),
  ]
  const table = tableOf(heads, group.widthsMm, setting)
  const { cellStarts } = table
  yield* tableXml(table, comparison.rows, (row) => {
    // Each is composed as it is read.
    const { heading, landingZone } = row
    const cells = row.cells.slice(group.from, group.to).map(({ state, lines }) => ({ state, lines }))
    const all = [heading, ...cells.map(({ lines }) => lines), ...(group.hasLandingZone ? [landingZone] : [])]
    let xml = rowStart(all, table)
    xml += cellXml(cellStarts[0]!, '', numbered(row.number, heading, setting))
    cells.forEach((cell, index) => {
      xml += comparedCell(cell, cellStarts[index + 1]!, setting)
    })
    if (group.hasLandingZone) xml += cellXml(cellStarts.at(-1)!, '', linesXml(landingZone, setting))
    return `${xml}</w:tr>`
  })
}

/**
 * LibreOffice lays a table out in the square of its pages: 3,000 rows take it twenty seconds in one, four in thirty.
 * Its heading is not kept with it, and tall rows may be divided: else whole pages of rows were missing in print.
 */
const mostRows = 100

type Table = {
  heads: readonly string[]
  widthsMm: readonly number[]
  /** Of the cells of each column, which a long table has tens of thousands of. */
  cellStarts: readonly string[]
  setting: TextSetting
}

const tableOf = (heads: readonly string[], widthsMm: readonly number[], setting: TextSetting): Table => ({
  heads,
  widthsMm,
  cellStarts: widthsMm.map((width) => `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>`),
  setting,
})

/** In an annex of many rows that are kept whole, LibreOffice 7.4 left some of them out. */
const mostRowsOfAnnex = 20

/** A row that surely fits a page goes on to the next as a whole. */
const rowStart = (cells: readonly (readonly Line[])[], { widthsMm, setting }: Table): string =>
  setting.keepsRows && isShortOn(setting.page, cells, widthsMm)
    ? '<w:tr><w:trPr><w:cantSplit/></w:trPr>'
    : '<w:tr>'

/** Under its heads, which stand on every page; a long one as several, each on a page of its own. */
function* tableXml<Row>(
  { heads, widthsMm, cellStarts, setting }: Table,
  rows: readonly Row[],
  rowXml: (row: Row) => string,
): Generator<string> {
  const start = tableStart(widthsMm, setting) + headRow(heads, cellStarts, setting)
  yield start
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % mostRows === 0) yield `</w:tbl>${hair}${start}`
    yield rowXml(row)
    setting.onRow()
  }
  yield '</w:tbl>'
}

/** Two tables without a paragraph between them are one. */
const hair = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'

function numbered(number: string, lines: readonly Line[], setting: TextSetting): string {
  const [first, ...rest] = lines
  const number_ = textRun(`${number} `, '<w:rStyle w:val="Quiet"/>', null)
  return (
    `<w:p>${paragraphProperties('', setting.language)}${number_}${runs(first?.runs ?? [], setting)}</w:p>` +
    (rest.length === 0 ? '' : linesXml(rest, setting))
  )
}

const hatch = '<w:shd w:val="thinDiagStripe" w:color="D8D4CC" w:fill="FFFFFF"/>'

function comparedCell({ state, lines }: ComparisonCell, start: string, setting: TextSetting): string {
  if (state === 'unseen') {
    return cellXml(
      start,
      '<w:vAlign w:val="center"/>',
      lines.map((line) => paragraph(line, 'Silence', setting)).join(''),
    )
  }
  return cellXml(start, state === 'gap' ? hatch : '', linesXml(lines, setting))
}

function linesXml(lines: readonly Line[], setting: TextSetting): string {
  if (lines.length === 0) return '<w:p/>'
  let xml = ''
  for (const line of lines) xml += paragraph(line, line.is === 'condition' ? 'Condition' : '', setting)
  return xml
}

function* annexXml({ columns, rows }: AnnexTable, setting: TextSetting): Generator<string> {
  const widthsMm = columns.map(({ widthMm }) => widthMm)
  const heads = columns.map(({ heading }) => textRun(heading, '<w:rStyle w:val="Strong"/>', null))
  const table = tableOf(heads, widthsMm, setting)
  const isShort = rows.length <= mostRowsOfAnnex
  yield* tableXml(table, rows, (row) => {
    const { cells } = row
    let xml = isShort ? rowStart(cells, table) : '<w:tr>'
    cells.forEach((lines, index) => {
      xml += cellXml(table.cellStarts[index]!, '', linesXml(lines, setting))
    })
    return `${xml}</w:tr>`
  })
  yield styled('', '', setting.language)
}

/** Read from right to left where the document is; every row the same grid of fixed widths. */
function tableStart(widthsMm: readonly number[], { language }: TextSetting): string {
  const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="CFC9BD"/>`
  const borders = `<w:tblBorders>${['top', 'bottom', 'insideH', 'insideV'].map(edge).join('')}</w:tblBorders>`
  const total = widthsMm.reduce((sum, width) => sum + width, 0)
  const direction = isRightToLeft(language) ? '<w:bidiVisual/>' : ''
  const grid = widthsMm.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')
  return `<w:tbl><w:tblPr>${direction}<w:tblW w:w="${twips(total)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`
}

function headRow(heads: readonly string[], cellStarts: readonly string[], { language }: TextSetting): string {
  const cells = heads.map((head, index) => cellXml(cellStarts[index]!, '', styled(head, '', language)))
  return `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
}

const cellXml = (start: string, properties: string, content: string): string =>
  `${start}${properties}</w:tcPr>${content}</w:tc>`
