import type {
  AnnexTable,
  BriefingDocument,
  BriefingSection,
  ComparisonTable,
  Line,
  Run,
} from '../../app/rules/briefing/briefing-document'
import type { OnPart } from './export-form'

/**
 * The briefing as Markdown that reads well as it is: an issue is a heading, a party a list beneath it, because no
 * table holds paragraphs in plain text. Statements are footnotes; what is short stays a table.
 */
export function* briefingAsMarkdown(document: BriefingDocument, onPart: OnPart): Generator<string> {
  const { title, question, particulars, emptiness, sections, running } = document
  yield `# ${inline(title.text)}\n\n`
  if (question !== null) yield `*${inline(question.text)}*\n\n`
  yield `${particulars.map(({ term, text }) => `- **${inline(term)}:** ${inline(text)}`).join('\n')}\n\n`
  if (emptiness !== null) yield `${inline(emptiness)}\n\n`
  for (const section of sections) yield* sectionParts(section, { document, onPart, level: 2 })
  yield `---\n\n${[running.marking, running.asOf, running.recordedOn].map(inline).join(' · ')}\n`
}

function* comparisonParts(
  { heading, rows, parties, zoneHeading }: ComparisonTable,
  onPart: OnPart,
): Generator<string> {
  yield `## ${inline(heading)}\n\n`
  for (const [at, row] of rows.entries()) {
    const [first, ...rest] = row.heading
    const level = '#'.repeat(Math.min(6, 3 + row.depth))
    let piece = `${level} ${inline(row.number)} ${first === undefined ? '' : runsOf(first, { isHeading: true })}\n\n`
    for (const line of rest) piece += `*${runsOf(line)}*\n\n`
    for (const [column, cell] of row.cells.entries()) {
      const party = parties[column]!
      piece += `**${inline(party.name)}** (${inline(party.role)})\n\n`
      piece += `${cell.state === 'held' ? listOf(cell.lines) : cell.lines.map((line) => `- *${runsOf(line)}*`).join('\n')}\n\n`
    }
    if (row.landingZone.length > 0) {
      piece += `**${inline(zoneHeading)}**\n\n${row.landingZone.map((line) => `> ${runsOf(line)}`).join('\n')}\n\n`
    }
    yield piece
    onPart(at + 1, rows.length)
  }
}

const listOf = (lines: readonly Line[]): string =>
  lines.map((line) => `${line.is === 'condition' ? '  ' : ''}- ${runsOf(line)}`).join('\n')

const headingOf = (heading: string, level: number): string =>
  heading === '' ? '' : `${'#'.repeat(Math.min(6, level))} ${inline(heading)}\n\n`

const quoted = (lines: readonly Line[]): string => lines.map((line) => `> ${runsOf(line)}`).join('\n>\n')

type Setting = { document: BriefingDocument; onPart: OnPart; level: number }

function* sectionParts(section: BriefingSection, setting: Setting): Generator<string> {
  const { document, onPart, level } = setting
  if (section.is === 'comparison') {
    const { comparison, assessments } = document
    if (comparison !== null) yield* comparisonParts(comparison, onPart)
    if (assessments !== null) yield `${headingOf(assessments.heading, level)}${quoted(assessments.lines)}\n\n`
    return
  }
  yield headingOf(section.heading, level)
  switch (section.is) {
    case 'group':
      for (const each of section.sections) yield* sectionParts(each, { ...setting, level: level + 1 })
      return
    case 'assessment':
      yield `${quoted(section.lines)}\n`
      break
    case 'table':
      yield* section.table.rows.some(({ number }) => number !== null)
        ? footnotesOf(section.table)
        : tableOf(section.table)
      break
    case 'notes':
      for (const { number, line } of section.notes) yield `[^${number}]: ${runsOf(line)}\n`
      break
    case 'list':
      yield `${section.lines.map((line) => `- ${section.marker === 'box' ? '[ ] ' : ''}${runsOf(line)}`).join('\n')}\n`
      break
    case 'note':
      yield `${section.lines.map((line) => runsOf(line)).join('\n\n')}\n`
  }
  yield '\n'
}

/** A statement with everything known of it, each particular after its heading. */
function* footnotesOf({ columns, rows }: AnnexTable): Generator<string> {
  for (const { number, cells } of rows) {
    const [words = [], ...particulars] = cells.slice(1)
    const rest = particulars
      .map((lines, at) => ({
        heading: columns[at + 2]!.heading,
        text: lines.map((line) => runsOf(line)).join('; '),
      }))
      .filter(({ text }) => text !== '')
      .map(({ heading, text }) => `${inline(heading)}: ${text}`)
    yield `[^${number}]: ${[words.map((line) => runsOf(line)).join(' '), ...rest].join(' · ')}\n`
  }
}

function* tableOf({ columns, rows }: AnnexTable): Generator<string> {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  yield row(columns.map(({ heading }) => inline(heading)))
  yield row(columns.map(() => '---'))
  for (const { cells } of rows) {
    yield row(cells.map((lines) => lines.map((line) => runsOf(line)).join('<br>')))
  }
}

function runsOf({ runs }: Line, { isHeading = false } = {}): string {
  let text = ''
  for (const run of runs) {
    const words = runText(run, { isHeading })
    if (words === '') continue
    text += run.is === 'cites' || text === '' ? words : ` ${words}`
  }
  return text
}

function runText(run: Run, { isHeading }: { isHeading: boolean }): string {
  switch (run.is) {
    case 'kind':
      return `**${inline(run.word[0]!.toUpperCase() + run.word.slice(1))}:**`
    case 'status':
      return `(${inline(run.word)})`
    case 'differences':
      return run.parts
        .map(({ kind, text }) => {
          const words = inline(text)
          return kind === 'same' || words === ''
            ? words
            : kind === 'added'
              ? `**+ ${words}**`
              : `~~${words}~~`
        })
        .filter((words) => words !== '')
        .join(' ')
    case 'cites':
      return run.cites.map(({ number }) => `[^${number}]`).join('')
    case 'words': {
      const text = inline(run.text)
      if (isHeading || text === '') return text
      if (run.tone === 'strong' || run.tone === 'red line') return `**${text}**`
      if (run.tone === 'relation' || run.tone === 'assessed') return `*${text}*`
      return run.tone === 'quiet' ? `(${text})` : text
    }
  }
}

/** One line, in which nothing is taken for a mark. */
function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|#]/g, (mark) => `\\${mark}`)
    .replace(/^([+-]|\d+[.)])(?=\s)/, '\\$1')
}
