import { marginsMm, pageSizeMm } from '../../../app/rules/briefing/page-layout'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'
import { isRightToLeft, xmlHead, xmlText } from '../xml-text'

export const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1_440)

/** Beside the running lines, which a word processor sets inside the margin. */
const runningMm = 7

export function sectionProperties({ page, language }: BriefingDocument): string {
  const { width, height } = pageSizeMm(page)
  const { top, inline, bottom } = marginsMm(page)
  const turned = page.orientation === 'landscape' ? ' w:orient="landscape"' : ''
  const margins = `w:top="${twips(top)}" w:right="${twips(inline)}" w:bottom="${twips(bottom)}" w:left="${twips(inline)}" w:header="${twips(runningMm)}" w:footer="${twips(runningMm - 1)}" w:gutter="0"`
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${turned}/><w:pgMar ${margins}/>${isRightToLeft(language) ? '<w:bidi/>' : ''}</w:sectPr>`
}

/** Title, marking and date above: left, middle and right of the measure. */
export function headerXml(document: BriefingDocument): string {
  const { running } = document
  const cell = (text: string) => `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
  const strong = (text: string) =>
    `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
  return `${xmlHead}<w:hdr ${wordNamespaces}><w:p>${runningTabs(document, 'Header')}${strong(running.title)}${tab}${strong(running.marking)}${tab}${cell(running.asOf)}</w:p></w:hdr>`
}

/** When it was made, and the number of the page and of all. */
export function footerXml(document: BriefingDocument): string {
  const { running } = document
  const [before = '', rest = ''] = running.pageOf.split('{page}')
  const [between = '', after = ''] = rest.split('{pages}')
  const words = (text: string) => `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  return `${xmlHead}<w:ftr ${wordNamespaces}><w:p>${runningTabs(document, 'Footer')}${words(running.recordedOn)}${tab}${tab}${words(before)}${field('PAGE')}${words(between)}${field('NUMPAGES')}${words(after)}</w:p></w:ftr>`
}

const tab = '<w:r><w:tab/></w:r>'

function runningTabs({ page, language }: BriefingDocument, style: string): string {
  const measure = pageSizeMm(page).width - 2 * marginsMm(page).inline
  const direction = isRightToLeft(language) ? '<w:bidi/>' : ''
  return `<w:pPr><w:pStyle w:val="${style}"/><w:tabs><w:tab w:val="center" w:pos="${twips(measure / 2)}"/><w:tab w:val="right" w:pos="${twips(measure)}"/></w:tabs>${direction}</w:pPr>`
}

export const contentTypesXml = `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['/word/document.xml', 'wordprocessingml.document.main'],
  ['/word/styles.xml', 'wordprocessingml.styles'],
  ['/word/settings.xml', 'wordprocessingml.settings'],
  ['/word/footnotes.xml', 'wordprocessingml.footnotes'],
  ['/word/header1.xml', 'wordprocessingml.header'],
  ['/word/footer1.xml', 'wordprocessingml.footer'],
]
  .map(
    ([name, type]) =>
      `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  )
  .join(
    '',
  )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const packageRelationsXml = `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

export const documentRelationsXml = `${xmlHead}<Relationships xmlns="${packageRelations}">${(
  [
    ['header', 'header1.xml'],
    ['footer', 'footer1.xml'],
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['footnotes', 'footnotes.xml'],
  ] as const
)
  .map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  )
  .join('')}</Relationships>`

/** No author: a name leaves only where somebody wishes it to. */
export const coreXml = ({ documentTitle, language }: BriefingDocument): string =>
  `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(documentTitle)}</dc:title><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`

export const settingsXml = `${xmlHead}<w:settings ${wordNamespaces}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const face =
  '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans Arabic" w:eastAsia="Noto Sans SC"/>'
const serif = '<w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Sans Arabic"/>'
/** In half points. */
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`

function paragraphStyle(id: string, name: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}

const characterStyle = (id: string, name: string, run: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`

const heading = (level: number, points: number, before: number) =>
  paragraphStyle(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:bCs/>${size(points)}`,
  )

export const stylesXml = ({ language }: BriefingDocument): string =>
  [
    `${xmlHead}<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr>${face}${size(8.5)}<w:lang w:val="${xmlText(language)}" w:eastAsia="zh-Hans" w:bidi="${isRightToLeft(language) ? xmlText(language) : 'ar'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="20" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    paragraphStyle(
      'Title',
      'Title',
      '<w:keepNext/><w:spacing w:after="40"/>',
      `${serif}<w:b/><w:bCs/>${size(22)}`,
    ),
    paragraphStyle(
      'Subtitle',
      'Subtitle',
      '<w:spacing w:after="80"/>',
      `${serif}${size(12)}<w:color w:val="4A4843"/>`,
    ),
    heading(1, 13, 240),
    heading(2, 15, 120),
    heading(3, 9.5, 120),
    paragraphStyle(
      'Assessment',
      'Assessment',
      '<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="1D1C1A"/></w:pBdr><w:ind w:left="140"/>',
      '',
    ),
    paragraphStyle(
      'Condition',
      'Condition',
      '<w:pBdr><w:left w:val="single" w:sz="8" w:space="4" w:color="4A4843"/></w:pBdr><w:ind w:left="120"/>',
      '',
    ),
    paragraphStyle('Header', 'header', '', size(8)),
    paragraphStyle('Footer', 'footer', '', `${size(8)}<w:color w:val="4A4843"/>`),
    paragraphStyle(
      'FootnoteText',
      'footnote text',
      '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
      size(8),
    ),
    paragraphStyle('Silence', 'Silence', '<w:jc w:val="center"/>', `${size(8)}<w:color w:val="4A4843"/>`),
    characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle('Strong', 'Strong', '<w:b/><w:bCs/>'),
    characterStyle('Quiet', 'Quiet', `<w:color w:val="4A4843"/>${size(8)}`),
    characterStyle('Relation', 'Relation', '<w:b/><w:bCs/><w:smallCaps/>'),
    characterStyle('RedLine', 'Red line', '<w:b/><w:bCs/><w:u w:val="thick"/>'),
    characterStyle('Quotation', 'Quotation', serif),
    characterStyle('Added', 'Added', '<w:u w:val="single"/>'),
    characterStyle('Removed', 'Removed', '<w:strike/>'),
    characterStyle('Assessed', 'Assessed', '<w:i/><w:iCs/>'),
    characterStyle(
      'Kind',
      'Kind',
      '<w:b/><w:bCs/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="1D1C1A"/>',
    ),
    '</w:styles>',
  ].join('')
