import { lengthOf } from './briefing-context'
import type {
  BriefingDocument,
  BriefingSection,
  ComparisonTable,
  Line,
  PrintedColumnGroup,
} from './briefing-document'

/** Characters in one band: some twenty to thirty pages, which a browser lays out and prints in less than a second. */
const bandLength = 75_000

/** What a row or section costs besides its text, in characters: its cells and their borders. */
const rowLength = 40

type Piece = {
  sections: BriefingSection[]
  comparison: ComparisonTable | null
  hasAssessments: boolean
  length: number
}

/**
 * The same briefing in pieces that follow each other, each short enough to be printed by itself. Together they
 * hold everything once, in order; a short briefing is one piece.
 */
export function bandsOf(document: BriefingDocument, { length = bandLength } = {}): BriefingDocument[] {
  const pieces = document.sections.flatMap((section) => piecesOf(section, document, length))
  if (sum(pieces.map((piece) => piece.length)) <= length) return [document]
  const bands: Piece[] = []
  for (const piece of pieces) {
    const last = bands.at(-1)
    if (last !== undefined && canJoin(last, piece) && last.length + piece.length <= length) {
      last.sections.push(...piece.sections)
      last.comparison ??= piece.comparison
      last.hasAssessments ||= piece.hasAssessments
      last.length += piece.length
    } else {
      bands.push({ ...piece, sections: [...piece.sections] })
    }
  }
  return bands.map(({ sections, comparison, hasAssessments }, index) => ({
    ...document,
    band: { index },
    sections,
    comparison,
    emptiness: index === 0 ? document.emptiness : null,
    assessments: hasAssessments ? document.assessments : null,
  }))
}

/** A band has room for one piece of the comparison. */
const canJoin = (band: Piece, piece: Piece): boolean => band.comparison === null || piece.comparison === null

function piecesOf(section: BriefingSection, document: BriefingDocument, length: number): Piece[] {
  const plain = (one: BriefingSection): Piece => ({
    sections: [one],
    comparison: null,
    hasAssessments: false,
    length: sectionLength(one),
  })
  switch (section.is) {
    case 'comparison':
      return comparisonPieces(section, document, length)
    case 'table': {
      const chunks = chunked(section.table.rows, ({ cells }) => sum(cells.map(lengthOf)) + rowLength, length)
      return chunks.map((rows, index) =>
        plain({ ...section, ...continued(section, index), table: { ...section.table, rows } }),
      )
    }
    case 'notes': {
      const chunks = chunked(section.notes, ({ line }) => lengthOf([line]) + rowLength, length)
      return chunks.map((notes, index) => plain({ ...section, ...continued(section, index), notes }))
    }
    case 'group': {
      if (section.layout !== 'pages') return [plain(section)]
      const chunks = chunked(section.sections, sectionLength, length)
      return chunks.map((sections, index) => plain({ ...section, ...continued(section, index), sections }))
    }
    default:
      return [plain(section)]
  }
}

/** The heading stands once, and no place is called twice by the same name. */
const continued = ({ id, heading }: BriefingSection, index: number) =>
  index === 0 ? { id, heading } : { id: `${id}-${index + 1}`, heading: '' }

function comparisonPieces(
  section: BriefingSection & { is: 'comparison' },
  document: BriefingDocument,
  length: number,
): Piece[] {
  const { comparison } = document
  if (comparison === null) return []
  const pieces = comparison.groups.flatMap((group) => {
    const textOf = (row: ComparisonTable['rows'][number]) => [
      ...row.heading,
      ...row.cells.slice(group.from, group.to).flatMap(({ lines }): Line[] => lines),
      ...(group.hasLandingZone ? row.landingZone : []),
    ]
    const rowCost = rowLength * (group.to - group.from + 1)
    return chunked(comparison.rows, (row) => lengthOf(textOf(row)) + rowCost, length).map((rows) => ({
      comparison: withRows(comparison, group, rows),
      length: sum(rows.map((row) => lengthOf(textOf(row)) + rowCost)),
    }))
  })
  return pieces.map(({ comparison: cut, length: own }, index) => {
    const isLast = index === pieces.length - 1
    return {
      sections: [{ ...section, ...continued(section, index) }],
      comparison: { ...cut, heading: index === 0 ? cut.heading : '', key: isLast ? cut.key : [] },
      hasAssessments: isLast,
      length: own,
    }
  })
}

/** These rows with the columns of one group and no others. */
function withRows(
  comparison: ComparisonTable,
  group: PrintedColumnGroup,
  rows: readonly ComparisonTable['rows'][number][],
): ComparisonTable {
  const { from, to } = group
  return {
    ...comparison,
    parties: comparison.parties.slice(from, to),
    groups: [{ ...group, from: 0, to: to - from }],
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
  }
}

/** In order, each at most so long unless one item alone is longer. At least one, even of nothing. */
function chunked<Item>(items: readonly Item[], lengthOfItem: (item: Item) => number, most: number): Item[][] {
  const chunks: Item[][] = [[]]
  let length = 0
  for (const item of items) {
    const own = lengthOfItem(item)
    if (length > 0 && length + own > most) {
      chunks.push([])
      length = 0
    }
    chunks.at(-1)!.push(item)
    length += own
  }
  return chunks
}

function sectionLength(section: BriefingSection): number {
  switch (section.is) {
    case 'comparison':
      return 0
    case 'group':
      return sum(section.sections.map(sectionLength))
    case 'table':
      return sum(section.table.rows.map(({ cells }) => sum(cells.map(lengthOf)) + rowLength))
    case 'notes':
      return sum(section.notes.map(({ line }) => lengthOf([line]) + rowLength))
    default:
      return lengthOf(section.lines) + rowLength
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
