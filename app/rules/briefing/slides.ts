import { lengthOf } from './briefing-context'
import type { BriefingDocument, BriefingSection, ComparisonRow, Line, Run } from './briefing-document'
import { noteLines, notesOf, type Notes } from './notes-by-number'

/** One slide: a title, a table or lines under it, and what the speaker reads. */
export type Slide = {
  title: string
  /** Above the title, in small. */
  above: string
  table: { headings: string[] /** Shares of the width. */; widths: number[]; rows: Line[][][] } | null
  lines: Line[]
  notes: Line[]
}

export type SlideDeck<Slides extends Iterable<Slide> = Iterable<Slide>> = {
  title: string
  language: string
  running: { marking: string; asOf: string }
  slides: Slides
}

/** Characters that a slide has room for in a size that a room can read. */
const slideLength = 760
/** What a row takes besides its text, in characters. */
export const rowLength = 40

/**
 * A briefing for a projector: its title, the findings, then the issues one by one with the statements as notes. Slides
 * are made as they are gone through.
 */
export function slidesOf(
  document: BriefingDocument,
  onIssue: (done: number, of: number) => void = () => {},
): SlideDeck {
  return {
    title: document.documentTitle,
    language: document.language,
    running: { marking: document.running.marking, asOf: document.running.asOf },
    slides: { [Symbol.iterator]: () => makeSlides(document, onIssue) },
  }
}

function* makeSlides(
  document: BriefingDocument,
  onIssue: (done: number, of: number) => void,
): Generator<Slide> {
  const { comparison, sections } = document
  const notes = notesOf(document)
  yield openingSlide(document)
  for (const section of sections) {
    if (section.is === 'group' && section.layout === 'columns') yield* findingSlides(section, notes)
  }
  if (comparison === null) return
  const { rows, parties, zoneHeading } = comparison
  for (const [at, row] of rows.entries()) {
    yield* issueSlides(row, parties, { heading: zoneHeading, notes })
    onIssue(at + 1, rows.length)
  }
}

function openingSlide({ title, question, particulars, emptiness }: BriefingDocument): Slide {
  return {
    title: title.text,
    above: '',
    table: null,
    lines: [
      ...(question === null ? [] : [{ is: 'line' as const, runs: [question] }]),
      ...particulars.map(
        ({ term, text }): Line => ({
          is: 'line',
          runs: [
            { is: 'words', text: term, tone: 'quiet', language: null },
            { is: 'words', text, tone: 'plain', language: null },
          ],
        }),
      ),
      ...(emptiness === null
        ? []
        : [
            {
              is: 'line' as const,
              runs: [{ is: 'words' as const, text: emptiness, tone: 'plain' as const, language: null }],
            },
          ]),
    ],
    notes: [],
  }
}

function findingSlides(group: BriefingSection & { is: 'group' }, notes: Notes): Slide[] {
  const lines = group.sections.flatMap((section): Line[] => {
    const heading: Line[] =
      section.heading === ''
        ? []
        : [{ is: 'line', runs: [{ is: 'words', text: section.heading, tone: 'strong', language: null }] }]
    return [...heading, ...('lines' in section ? section.lines : [])]
  })
  return pagesOf(lines.flatMap(divided), (line) => lengthOf([line]) + rowLength).map((some) => ({
    title: group.heading,
    above: '',
    table: null,
    lines: some,
    notes: notesFor(some, notes),
  }))
}

/** Only those who spoke, or were looked for in vain; who nobody has looked at is named in one line. */
function issueSlides(
  { number, heading: lines, cells, landingZone }: ComparisonRow,
  parties: readonly { name: string }[],
  { heading, notes }: { heading: string; notes: Notes },
): Slide[] {
  const [first, ...rest] = lines
  const title = first?.runs[0]?.is === 'words' ? first.runs[0].text : ''
  const status = first?.runs.find((run) => run.is === 'status')
  const said = cells.map((cell, index) => ({ name: parties[index]!.name, lines: cell.lines }))
  const zone = landingZone.length === 0 ? [] : [{ name: heading, lines: landingZone }]
  const rows = [...said, ...zone].flatMap(({ name, lines }) =>
    pagesOf(lines.flatMap(divided), (line) => lengthOf([line])).map((some) => [[nameLine(name)], some]),
  )
  const pages = pagesOf(rows, ([, lines]) => lengthOf(lines!) + rowLength)
  return pages.map((some, index) => ({
    title: `${number} ${title}${pages.length > 1 ? ` (${index + 1}/${pages.length})` : ''}`,
    above: status?.word ?? '',
    table: { headings: [], widths: [0.2, 0.8], rows: some },
    lines: index === 0 ? rest : [],
    notes: notesFor(some.flat(2), notes),
  }))
}

export const nameLine = (name: string): Line => ({
  is: 'line',
  runs: [{ is: 'words', text: name, tone: 'strong', language: null }],
})

/** In order, as many as a slide has room for. */
export function pagesOf<Item>(items: readonly Item[], lengthOfItem: (item: Item) => number): Item[][] {
  const pages: Item[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const item of items) {
    const own = lengthOfItem(item)
    if (length + own > slideLength) {
      pages.push([])
      length = 0
    }
    pages.at(-1)!.push(item)
    length += own
  }
  return pages
}

/** A line that no slide has room for, in pieces that end at a word; nothing of it is left out. */
export function divided(line: Line): Line[] {
  if (lengthOf([line]) <= slideLength) return [line]
  const pieces: Run[][] = [[]]
  let length = 0
  const put = (run: Run, own: number) => {
    if (length > 0 && length + own > slideLength) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)!.push(run)
    length += own
  }
  for (const run of line.runs) {
    if (run.is !== 'words') put(run, 3)
    else for (const text of textPieces(run.text)) put({ ...run, text }, text.length)
  }
  return pieces.map((runs) => ({ ...line, runs }))
}

function textPieces(text: string): string[] {
  if (text.length <= slideLength) return [text]
  const pieces: string[] = []
  let rest = text
  while (rest.length > slideLength) {
    const space = rest.lastIndexOf(' ', slideLength - 20)
    const surrogate = /[\uD800-\uDBFF]/.test(rest[slideLength - 21] ?? '')
    const at = space > slideLength / 2 ? space : slideLength - 20 - (surrogate ? 1 : 0)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

function notesFor(lines: readonly Line[], notes: Notes): Line[] {
  const numbers = lines.flatMap(({ runs }) =>
    runs.flatMap((run) => (run.is === 'cites' ? run.cites.map(({ number }) => number) : [])),
  )
  return [...new Set(numbers)].flatMap((number): Line[] => {
    const note = notes.get(number)
    if (note === undefined) return []
    const figure: Run = { is: 'words', text: String(number), tone: 'strong', language: null }
    return [{ is: 'line', runs: [figure, ...noteLines(note).flatMap(({ runs }) => runs)] }]
  })
}
