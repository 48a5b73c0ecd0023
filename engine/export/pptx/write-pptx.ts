import type { Line, Run, Tone } from '../../../app/rules/briefing/briefing-document'
import type { Slide, SlideDeck } from '../../../app/rules/briefing/slides'
import { beginsRightToLeft, xmlText } from '../xml-text'
import { zipStream, type ZipEntry } from '../zip-stream'
import {
  box,
  contentTypesXml,
  coreXml,
  layoutXml,
  masterXml,
  notesMasterXml,
  notesSlideXml,
  presentationXml,
  relationsXml,
  slideSize,
  slideXml,
  themeXml,
} from './pptx-parts'

/** Slides as a presentation program's document: text as text, tables as tables, notes as notes. */
export function writePptx(deck: SlideDeck): AsyncGenerator<Uint8Array> {
  return zipStream(entriesOf(deck))
}

function* entriesOf(deck: SlideDeck): Generator<ZipEntry> {
  const { slides, title, language } = deck
  const one = (name: string, xml: string): ZipEntry => ({ name, pieces: [xml] })
  yield one(
    '_rels/.rels',
    relationsXml([
      ['officeDocument', 'ppt/presentation.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
  )
  yield one('docProps/core.xml', coreXml(title, language))
  yield one('ppt/slideMasters/slideMaster1.xml', masterXml)
  yield one(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    relationsXml([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
  )
  yield one('ppt/slideLayouts/slideLayout1.xml', layoutXml)
  yield one(
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
    relationsXml([['slideMaster', '../slideMasters/slideMaster1.xml']]),
  )
  yield one('ppt/notesMasters/notesMaster1.xml', notesMasterXml)
  yield one('ppt/notesMasters/_rels/notesMaster1.xml.rels', relationsXml([['theme', '../theme/theme2.xml']]))
  yield one('ppt/theme/theme1.xml', themeXml)
  yield one('ppt/theme/theme2.xml', themeXml)
  let number = 0
  for (const slide of slides) {
    number += 1
    yield one(`ppt/slides/slide${number}.xml`, slideXml(shapesOf(slide, deck)))
    yield one(
      `ppt/slides/_rels/slide${number}.xml.rels`,
      relationsXml([
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['notesSlide', `../notesSlides/notesSlide${number}.xml`],
      ]),
    )
    yield one(
      `ppt/notesSlides/notesSlide${number}.xml`,
      notesSlideXml(paragraphs(slide.notes, { deck, size: 12 })),
    )
    yield one(
      `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
      relationsXml([
        ['notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', `../slides/slide${number}.xml`],
      ]),
    )
  }
  yield* listsOf(number)
}

/** What lists the slides comes last, when it is known how many they are. */
function* listsOf(slides: number): Generator<ZipEntry> {
  const numbers = Array.from({ length: slides }, (_each, index) => index + 1)
  const relations = relationsXml([
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['notesMaster', 'notesMasters/notesMaster1.xml'],
    ...numbers.map((number) => ['slide', `slides/slide${number}.xml`] as const),
  ])
  yield { name: 'ppt/presentation.xml', pieces: [presentationXml(slides)] }
  yield { name: 'ppt/_rels/presentation.xml.rels', pieces: [relations] }
  yield { name: '[Content_Types].xml', pieces: [contentTypesXml(slides)] }
}

const inner = slideSize.width - 1_040_000
const left = 520_000

function shapesOf(slide: Slide, deck: SlideDeck): string {
  const { running } = deck
  const top = slide.lines.length === 0 ? 1_450_000 : 1_450_000 + Math.min(slide.lines.length, 8) * 340_000
  return [
    textShape(
      2,
      'Marking',
      box(left, 200_000, inner, 300_000),
      [quietLine(`${running.marking} · ${running.asOf}`)],
      { deck, size: 12 },
    ),
    `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr lIns="0" rIns="0" anchor="b"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs([titleLine(slide)], { deck, size: slide.title.length > 70 ? 20 : 28 })}</p:txBody></p:sp>`,
    slide.lines.length === 0
      ? ''
      : textShape(
          4,
          'Text',
          box(left, 1_400_000, inner, slide.table === null ? 4_900_000 : top - 1_450_000),
          slide.lines,
          { deck, size: 18 },
        ),
    slide.table === null ? '' : tableShape(slide.table, top, deck),
  ].join('')
}

const quietLine = (text: string): Line => ({
  is: 'line',
  runs: [{ is: 'words', text, tone: 'quiet', language: null }],
})

const titleLine = ({ title, above }: Slide): Line => ({
  is: 'line',
  runs: [
    { is: 'words', text: title, tone: 'plain', language: null },
    ...(above === '' ? [] : [{ is: 'words', text: above, tone: 'quiet', language: null } as const]),
  ],
})

type Setting = { deck: SlideDeck; size: number }

const textShape = (
  id: number,
  name: string,
  place: string,
  lines: readonly Line[],
  setting: Setting,
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${place}<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs(lines, setting)}</p:txBody></p:sp>`

function tableShape({ widths, rows }: NonNullable<Slide['table']>, top: number, deck: SlideDeck): string {
  const columns = widths.map((share) => Math.round(inner * share))
  const grid = columns.map((width) => `<a:gridCol w="${width}"/>`).join('')
  const rule = (side: string) =>
    `<a:${side} w="6350"><a:solidFill><a:srgbClr val="CFC9BD"/></a:solidFill></a:${side}>`
  const none = (side: string) => `<a:${side} w="0"><a:noFill/></a:${side}>`
  const borders = `${none('lnL')}${none('lnR')}${rule('lnT')}${rule('lnB')}<a:noFill/>`
  const body = rows
    .map((cells) => {
      const xml = cells.map(
        (lines) =>
          `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs(lines, { deck, size: 18 })}</a:txBody><a:tcPr marL="60000" marR="60000">${borders}</a:tcPr></a:tc>`,
      )
      return `<a:tr h="360000">${xml.join('')}</a:tr>`
    })
    .join('')
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Table"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${inner}" cy="${rows.length * 360_000}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

function paragraphs(lines: readonly Line[], setting: Setting): string {
  if (lines.length === 0) return `<a:p><a:endParaRPr lang="${xmlText(setting.deck.language)}"/></a:p>`
  return lines
    .map((line) => {
      const isRtl = beginsRightToLeft(line.runs.map((run) => (run.is === 'words' ? run.text : '')).join(' '))
      const indent = ` marL="${line.is === 'condition' ? 240_000 : 0}"`
      return `<a:p><a:pPr${indent}${isRtl ? ' algn="r" rtl="1"' : ''}/>${runsXml(line.runs, setting)}</a:p>`
    })
    .join('')
}

function runsXml(runs: readonly Run[], setting: Setting): string {
  let xml = ''
  let before: Run | null = null
  for (const run of runs) {
    if (before !== null && run.is !== 'cites') xml += textRun(' ', '', null, setting)
    xml += oneRun(run, setting)
    before = run
  }
  return xml
}

const toneOf: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: ' b="1"',
  quiet: ' b="0"',
  relation: ' b="1"',
  'red line': ' b="1" u="heavy"',
  quotation: '',
  assessed: ' i="1"',
}

function oneRun(run: Run, setting: Setting): string {
  switch (run.is) {
    case 'words':
      return textRun(run.text, toneOf[run.tone], run.language, setting)
    case 'differences':
      return run.parts
        .map(({ kind, text }) =>
          textRun(
            text,
            kind === 'added' ? ' u="sng"' : kind === 'removed' ? ' strike="sngStrike"' : '',
            run.language,
            setting,
          ),
        )
        .join('')
    case 'kind':
    case 'status':
      return textRun(run.word, ' b="1"', null, setting)
    case 'cites':
      return textRun(run.cites.map(({ number }) => number).join(', '), ' baseline="30000"', null, setting)
  }
}

function textRun(text: string, properties: string, language: string | null, { deck, size }: Setting): string {
  const isQuiet = properties === toneOf.quiet
  const lang = language === null || language === 'und' ? deck.language : language
  const points = isQuiet ? Math.max(12, Math.round(size * 0.75)) : size
  const colour = isQuiet ? '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>' : ''
  const face = size >= 20 && !isQuiet ? '+mj-lt' : '+mn-lt'
  const run = (part: string) =>
    `<a:r><a:rPr lang="${xmlText(lang)}" sz="${points * 100}"${properties}>${colour}<a:latin typeface="${face}"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:rPr><a:t>${xmlText(part)}</a:t></a:r>`
  return text.split(/\r?\n/).map(run).join('<a:br/>')
}
