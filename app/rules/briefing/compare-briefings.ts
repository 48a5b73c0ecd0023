import { wordDifferences, type Difference } from '../word-differences'
import type { BriefingDocument, BriefingSection, Line, Run } from './briefing-document'

/** A line of a briefing with the place where it stands, in words. */
export type PlacedLine = { place: string; text: string }

export type ChangedLine = { place: string; differences: Difference[] }

/** What the later of two briefings says otherwise, line by line, in the order of the later; what it dropped comes last. */
export function compareBriefings(before: BriefingDocument, after: BriefingDocument): ChangedLine[] {
  const earlier = new Map(placed(before))
  const later = new Map(placed(after))
  const changed: ChangedLine[] = []
  for (const [key, line] of later) {
    const old = earlier.get(key)
    if (old?.text === line.text) continue
    changed.push({ place: line.place, differences: wordDifferences(old?.text ?? '', line.text, {}) })
  }
  for (const [key, line] of earlier) {
    if (!later.has(key))
      changed.push({ place: line.place, differences: [{ kind: 'removed', text: line.text }] })
  }
  return changed
}

/** A place is known by the records that it is about, so that a row more or less moves nothing else. */
function* placed(document: BriefingDocument): Generator<[key: string, line: PlacedLine]> {
  yield ['title', { place: '', text: document.title.text }]
  yield ['question', { place: '', text: document.question?.text ?? '' }]
  yield ['marking', { place: '', text: document.running.marking }]
  const { comparison } = document
  for (const row of comparison?.rows ?? []) {
    const issue = `${row.number} ${lineWords(row.heading[0])}`
    yield [`${row.issueId} heading`, { place: issue, text: words(row.heading) }]
    for (const [index, cell] of row.cells.entries()) {
      const party = comparison!.parties[index]!
      yield [`${row.issueId} ${party.id}`, { place: `${issue} · ${party.name}`, text: words(cell.lines) }]
    }
    if (row.landingZone.length > 0) {
      yield [
        `${row.issueId} zone`,
        { place: `${issue} · ${comparison!.zoneHeading}`, text: words(row.landingZone) },
      ]
    }
  }
  for (const [index, line] of (document.assessments?.lines ?? []).entries()) {
    yield [
      `assessment ${subjectKey(line) ?? index}`,
      { place: document.assessments!.heading, text: words([line]) },
    ]
  }
  yield* placedSections(document.sections, '')
}

function* placedSections(
  sections: readonly BriefingSection[],
  above: string,
): Generator<[key: string, line: PlacedLine]> {
  for (const section of sections) {
    const place = section.heading || above
    if (section.is === 'comparison') continue
    if (section.is === 'group') {
      yield* placedSections(section.sections, place)
    } else if (section.is === 'table') {
      for (const [index, row] of section.table.rows.entries()) {
        const key =
          row.about === undefined ? words(row.cells[0] ?? []) || String(index) : JSON.stringify(row.about)
        // Its number is where it stands, not what it says.
        const cells = row.number === null ? row.cells : row.cells.slice(1)
        yield [`${section.id} ${key}`, { place, text: cells.map(words).filter(Boolean).join(' | ') }]
      }
    } else if (section.is === 'notes') {
      for (const { number, line, about } of section.notes) {
        const key = about === undefined ? String(number) : JSON.stringify(about)
        yield [`${section.id} ${key}`, { place, text: words([line]) }]
      }
    } else {
      for (const [index, line] of section.lines.entries()) {
        yield [`${section.id} ${subjectKey(line) ?? index}`, { place, text: words([line]) }]
      }
    }
  }
}

const subjectKey = ({ about }: Line): string | null => (about === undefined ? null : JSON.stringify(about))

const lineWords = (line: Line | undefined): string => {
  const run = line?.runs[0]
  return run?.is === 'words' ? run.text : ''
}

/** Without the figures: a note more at the beginning renumbers all and says nothing new. */
const words = (lines: readonly Line[]): string =>
  lines
    .map(({ runs }) =>
      runs
        .map(runWords)
        .filter((text) => text !== '')
        .join(' '),
    )
    .join('\n')

function runWords(run: Run): string {
  switch (run.is) {
    case 'words':
      return run.text
    case 'differences':
      return run.parts.map(({ text }) => text).join('')
    case 'cites':
      return ''
    case 'kind':
    case 'status':
      return run.word
  }
}
