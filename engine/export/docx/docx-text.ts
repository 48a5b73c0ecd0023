import type { Cite, Line, Run, Tone } from '../../../app/rules/briefing/briefing-document'
import type { Page } from '../../../app/rules/briefing/page-layout'
import { remember } from '../../../app/remember'
import { beginsRightToLeft, isPlain, isRightToLeft, xmlText } from '../xml-text'

const toneStyle: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '<w:rStyle w:val="Strong"/>',
  quiet: '<w:rStyle w:val="Quiet"/>',
  relation: '<w:rStyle w:val="Relation"/>',
  'red line': '<w:rStyle w:val="RedLine"/>',
  quotation: '<w:rStyle w:val="Quotation"/>',
  assessed: '<w:rStyle w:val="Assessed"/>',
}

/** Where a footnote is first called its own mark stands; later calls refer to it. */
export type FootnoteCalls = {
  /** Null for a number that has no note. */
  call: (cite: Cite) => string | null
  /** Numbers that were called so far, in the order of their first calls. */
  called: ReadonlySet<number>
}

export type TextSetting = {
  language: string
  page: Page
  calls: FootnoteCalls
  /** Whether notes stand at the foot of each page, or where the document has them. */
  notesAt: 'foot' | 'annex'
  /** Whether short rows of the comparison go on to the next page as a whole. */
  keepsRows: boolean
  /** Called as each row of a table is written. */
  onRow: () => void
}

export function paragraph(line: Line, style: string, setting: TextSetting): string {
  return `<w:p>${paragraphProperties(style, setting.language)}${runs(line.runs, setting)}</w:p>`
}

const directionOf = remember((language) => (isRightToLeft(language) ? '<w:bidi/>' : ''))

export const paragraphProperties = (style: string, language: string): string => {
  const direction = directionOf(language)
  return style === '' && direction === ''
    ? ''
    : `<w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${direction}</w:pPr>`
}

/** With a space between runs, except before a figure and after the letter of a kind. */
export function runs(all: readonly Run[], setting: TextSetting): string {
  let xml = ''
  let before: Run | null = null
  for (const run of all) {
    if (before !== null && run.is !== 'cites') xml += before.is === 'kind' ? thinSpace : space
    xml += oneRun(run, setting)
    before = run
  }
  return xml
}

const space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
const thinSpace = '<w:r><w:t xml:space="preserve">\u00a0</w:t></w:r>'

const differenceStyle = {
  same: '',
  added: '<w:rStyle w:val="Added"/>',
  removed: '<w:rStyle w:val="Removed"/>',
} as const

const betweenFigures =
  '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t xml:space="preserve">, </w:t></w:r>'

function oneRun(run: Run, { calls, notesAt }: TextSetting): string {
  switch (run.is) {
    case 'words':
      return textRun(
        notesAt === 'foot' ? (run.atFoot ?? run.text) : run.text,
        toneStyle[run.tone],
        run.language,
      )
    case 'kind':
      return textRun(run.letter, '<w:rStyle w:val="Kind"/>', null)
    case 'status':
      return textRun(run.word, '<w:rStyle w:val="Quiet"/>', null)
    case 'differences':
      return run.parts.map(({ kind, text }) => textRun(text, differenceStyle[kind], run.language)).join('')
    case 'cites':
      return run.cites
        .map((cite) => calls.call(cite))
        .filter((call) => call !== null)
        .join(betweenFigures)
  }
}

export function textRun(text: string, style: string, language: string | null): string {
  if (isPlain(text)) return plainRun(text, style, language)
  const isRtl = beginsRightToLeft(text)
  const properties = `${style}${isRtl ? '<w:rtl/>' : ''}${languageOf(language, isRtl)}`
  const lines = text.includes('\n') ? text.split(/\r?\n/) : [text]
  const content = lines.map((each) => textElement(xmlText(each))).join('<w:br/>')
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}

/** The same where nothing of the text needs to be looked at, as nearly everywhere. */
function plainRun(text: string, style: string, language: string | null): string {
  const properties = language === null ? style : style + languageOf(language, false)
  return properties === ''
    ? `<w:r>${textElement(text)}</w:r>`
    : `<w:r><w:rPr>${properties}</w:rPr>${textElement(text)}</w:r>`
}

/** Spaces at an end, and several in a row, are kept only where it is said that they are. */
const textElement = (xml: string): string =>
  xml.startsWith(' ') || xml.endsWith(' ') || xml.includes('  ') || xml.includes('\t')
    ? `<w:t xml:space="preserve">${xml}</w:t>`
    : `<w:t>${xml}</w:t>`

function languageOf(language: string | null, isRtl: boolean): string {
  if (language === null || language === 'und') return ''
  if (isRtl) return `<w:lang w:bidi="${xmlText(language)}"/>`
  return /^(zh|ja|ko)\b/i.test(language)
    ? `<w:lang w:eastAsia="${xmlText(language)}"/>`
    : `<w:lang w:val="${xmlText(language)}"/>`
}
