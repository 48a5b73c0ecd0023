import { createHash } from 'node:crypto'
import type {
  AnnexTable,
  BriefingDocument,
  BriefingSection,
  ComparisonTable,
  Line,
  Run,
} from '../../app/rules/briefing/briefing-document'
import type { OnPart } from './export-form'
import { pageScript, pageStyle } from './html-page'
import { escapeXml, isRightToLeft } from './xml-text'

/** Words of the page itself, beside the document's. */
export type PageWords = { evidence: string; close: string; hint: string; hintBeside: string; back: string }

/** As wide as a screen shows without scrolling sideways. */
const widestParties = 5

/**
 * The briefing as one file that asks for nothing else. A figure leads to its statement and the statement back, with
 * scripts off as well; with them on, the statements of a cell are shown beside it.
 */
export function* briefingAsHtml(
  document: BriefingDocument,
  words: PageWords,
  onPart: OnPart,
): Generator<string> {
  const { title, question, particulars, emptiness, sections, running, language } = document
  yield head(document)
  yield `<header class="head"><div class="running"><b>${escapeXml(running.marking)}</b><span>${escapeXml(running.asOf)}</span></div>`
  yield `<h1>${runHtml(title)}</h1>${question === null ? '' : `<p class="question">${runHtml(question)}</p>`}`
  yield `<dl>${particulars.map(({ term, text }) => `<div><dt>${escapeXml(term)}</dt><dd>${escapeXml(text)}</dd></div>`).join('')}</dl></header>\n`
  if (emptiness !== null) yield `<p class="emptiness">${escapeXml(emptiness)}</p>\n`
  yield '<main>\n'
  for (const section of sections) yield* sectionHtml(section, { document, words, onPart, level: 2 })
  yield `</main>\n<footer>${escapeXml(running.recordedOn)}</footer>\n`
  yield `<aside id="pane" lang="${escapeXml(language)}" aria-label="${escapeXml(words.evidence)}" hidden><div class="bar"><h2>${escapeXml(words.evidence)}</h2><button type="button" aria-label="${escapeXml(words.close)}">×</button></div><div class="held"></div></aside>\n`
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing but what stands in the file itself, and of that only the style and the script that we wrote. */
const policy = `default-src 'none'; style-src ${hashOf(pageStyle)}; script-src ${hashOf(pageScript)}; base-uri 'none'; form-action 'none'`

function head({ language, documentTitle }: BriefingDocument): string {
  return (
    `<!doctype html>\n<html lang="${escapeXml(language)}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n' +
    `<title>${escapeXml(documentTitle)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n`
  )
}

function* comparisonHtml(comparison: ComparisonTable, words: PageWords, onPart: OnPart): Generator<string> {
  const { heading, issueHeading, zoneHeading, parties, rows, key } = comparison
  const isWide = parties.length > widestParties
  const hasZone = rows.some(({ landingZone }) => landingZone.length > 0)
  yield `<section class="comparison${isWide ? ' wide' : ''}"><h2>${escapeXml(heading)}</h2>\n`
  // Said by the script, which is what shows them.
  const beside = `<span id="beside" hidden>${escapeXml(words.hintBeside)}</span>`
  yield `<p class="hint">${escapeXml(words.hint)} ${beside}</p>`
  yield `<div class="scroller"${isWide ? ' tabindex="0"' : ''}><table><thead><tr><th scope="col">${escapeXml(issueHeading)}</th>`
  yield parties
    .map(
      ({ name, role, colour }) =>
        `<th scope="col" class="party ${colour}"><bdi>${escapeXml(name)}</bdi> <small>${escapeXml(role)}</small></th>`,
    )
    .join('')
  yield `${hasZone ? `<th scope="col">${escapeXml(zoneHeading)}</th>` : ''}</tr></thead>\n<tbody>\n`
  for (const [at, row] of rows.entries()) {
    let html = `<tr><th scope="row" data-depth="${Math.min(row.depth, 6)}"><span class="number">${escapeXml(row.number)}</span> ${linesHtml(row.heading)}</th>`
    for (const [column, cell] of row.cells.entries()) {
      html += `<td class="${cell.state}" data-party="${escapeXml(parties[column]!.name)}">${linesHtml(cell.lines)}</td>`
    }
    yield `${html}${hasZone ? `<td class="zone" data-party="${escapeXml(zoneHeading)}">${linesHtml(row.landingZone)}</td>` : ''}</tr>\n`
    onPart(at + 1, rows.length)
  }
  yield '</tbody></table></div>\n'
  yield `<ul class="key">${key.map((runs) => `<li>${runsHtml(runs)}</li>`).join('')}</ul></section>\n`
}

const headingHtml = (heading: string, level: number): string => {
  const tag = `h${Math.min(6, level)}`
  return heading === '' ? '' : `<${tag}>${escapeXml(heading)}</${tag}>`
}

type Setting = { document: BriefingDocument; words: PageWords; onPart: OnPart; level: number }

function* sectionHtml(section: BriefingSection, setting: Setting): Generator<string> {
  const { document, words, onPart, level } = setting
  if (section.is === 'comparison') {
    const { comparison, assessments } = document
    if (comparison !== null) yield* comparisonHtml(comparison, words, onPart)
    if (assessments !== null) {
      yield `<section class="assessments">${headingHtml(assessments.heading, level)}${linesHtml(assessments.lines)}</section>\n`
    }
    return
  }
  const look = section.is === 'assessment' ? ' class="assessments"' : ''
  yield `<section id="${escapeXml(section.id)}"${look}>${headingHtml(section.heading, level)}\n`
  switch (section.is) {
    case 'group':
      for (const each of section.sections) yield* sectionHtml(each, { ...setting, level: level + 1 })
      break
    case 'assessment':
      yield linesHtml(section.lines)
      break
    case 'table':
      yield* section.table.rows.some(({ number }) => number !== null)
        ? statementCards(section.table, words)
        : tableHtml(section.table)
      break
    case 'notes':
      for (const { number, line } of section.notes) {
        yield `<article class="statement" id="statement-${number}" tabindex="-1">${backLink(number, words)}<div><p>${toSources(runsHtml(line.runs))}</p></div></article>\n`
      }
      break
    case 'list':
      yield `<ul class="${section.marker}">${section.lines.map((line) => `<li${sourceAnchor([line])}>${runsHtml(line.runs)}</li>`).join('')}</ul>`
      break
    case 'note':
      yield linesHtml(section.lines)
  }
  yield '</section>\n'
}

const backLink = (number: number, { back }: PageWords): string =>
  `<a class="back" href="#cite-${number}" title="${escapeXml(back)}">${number}</a>`

/** Who said it, for whom, when, through what: each after its heading, as in the side pane. */
function* statementCards({ columns, rows }: AnnexTable, words: PageWords): Generator<string> {
  for (const { number, cells } of rows) {
    const [said = [], ...particulars] = cells.slice(1)
    const list = particulars
      .map((lines, at) => ({ heading: columns[at + 2]!.heading, html: linesHtml(lines) }))
      .filter(({ html }) => html !== '')
      .map(({ heading, html }) => `<div><dt>${escapeXml(heading)}</dt><dd>${toSources(html)}</dd></div>`)
    yield `<article class="statement" id="statement-${number}" tabindex="-1">${backLink(number!, words)}<div>${linesHtml(said)}<dl>${list.join('')}</dl></div></article>\n`
  }
}

function* tableHtml({ columns, rows }: AnnexTable): Generator<string> {
  yield `<table class="annex"><thead><tr>${columns.map(({ heading }) => `<th scope="col">${escapeXml(heading)}</th>`).join('')}</tr></thead><tbody>\n`
  for (const { cells } of rows) {
    const [first = [], ...rest] = cells
    yield `<tr${sourceAnchor(first)}><th scope="row">${linesHtml(first)}</th>${rest.map((lines) => `<td>${linesHtml(lines)}</td>`).join('')}</tr>\n`
  }
  yield '</tbody></table>\n'
}

/** The annex names a source as `S1`, and statements name it so. */
function sourceAnchor(lines: readonly Line[]): string {
  const mark = lines[0]?.runs[0]
  return mark?.is === 'words' && /^S\d+$/.test(mark.text) ? ` id="source-${mark.text}" tabindex="-1"` : ''
}

/** Text between tags alone, and never part of a word. */
const toSources = (html: string): string =>
  html.replace(/(>|, |; |^)(S\d+)(?=<|,|;|$)/g, '$1<a href="#source-$2">$2</a>')

const linesHtml = (lines: readonly Line[]): string =>
  lines.map((line) => `<p class="${line.is}">${runsHtml(line.runs)}</p>`).join('')

function runsHtml(runs: readonly Run[]): string {
  let html = ''
  for (const run of runs) {
    const inner = runHtml(run)
    if (inner !== '') html += html === '' || run.is === 'cites' ? inner : ` ${inner}`
  }
  return html
}

function runHtml(run: Run): string {
  switch (run.is) {
    case 'kind':
      return `<span class="kind ${run.kind}">${escapeXml(run.word)}</span>`
    case 'status':
      return `<span class="status">${escapeXml(run.word)}</span>`
    case 'differences': {
      const language = run.language === null ? '' : ` lang="${escapeXml(run.language)}" dir="auto"`
      const tags = { same: 'span', added: 'ins', removed: 'del' } as const
      return `<span${language}>${run.parts.map(({ kind, text }) => `<${tags[kind]}>${escapeXml(text)}</${tags[kind]}>`).join('')}</span>`
    }
    case 'cites':
      return `<sup class="cites">${run.cites.map(citeHtml).join(' ')}</sup>`
    case 'words': {
      const text = escapeXml(run.text)
      const language = run.language === null ? '' : ` lang="${escapeXml(run.language)}" dir="auto"`
      const tag = run.tone === 'quotation' ? 'q' : 'span'
      if (run.tone === 'plain' && language === '') return text
      return `<${tag} class="${run.tone.replace(' ', '-')}"${language}>${text}</${tag}>`
    }
  }
}

const citeHtml = ({ number, isFirst }: { number: number; isFirst: boolean }): string =>
  `<a${isFirst ? ` id="cite-${number}"` : ''} href="#statement-${number}">${number}</a>`
