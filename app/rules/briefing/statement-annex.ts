import type { AnnexColumn } from './annex-table'
import { toTable } from './annex-table'
import { bearingsOf } from './bearing'
import type { BriefingContext } from './briefing-context'
import type { BriefingSection } from './briefing-document'
import {
  bearsOnCell,
  forCell,
  gradeCell,
  noteLine,
  numberCell,
  partyAndSourceLines,
  saidByCell,
  saidOnWithWordsCell,
  throughCell,
  wordsCell,
  type CitedStatement,
} from './statement-cells'

type Column = AnnexColumn<CitedStatement>

/** Every statement cited so far with its own words; null where none is. Call when all else has cited. */
export function composeStatements(context: BriefingContext): BriefingSection | null {
  const { say, edition, citations, page } = context
  const rows = citations.withoutNote()
  if (rows.length === 0) return null
  const heading = say(`briefing.statements.${edition}`)
  if (edition === 'summary') {
    const notes = rows.map((row) => ({ number: row.number, line: noteLine(context, row), about: about(row) }))
    return { is: 'notes', id: 'statements', heading, notes }
  }
  // The first note on a source names it in full, whichever is read first.
  for (const { number, inContext } of rows) citations.nameSource(inContext.source.id, number)
  const columns = page.orientation === 'landscape' ? wideColumns(context) : narrowColumns(context)
  const table = toTable(context, columns, rows, { aboutOf: about, citesNothing: true })
  return { is: 'table', id: 'statements', heading, table }
}

const about = ({ inContext }: CitedStatement) =>
  ({ is: 'record', kind: 'statement', id: inContext.statement.id }) as const

const numberAndWords = (context: BriefingContext): Column[] => [
  { heading: context.say('briefing.column.number'), min: 9, max: 9, cell: numberCell },
  {
    heading: context.say('briefing.column.words'),
    min: 60,
    max: 170,
    cell: (row) => wordsCell(context, row),
  },
]

function wideColumns(context: BriefingContext): Column[] {
  const { say } = context
  return [
    ...numberAndWords(context),
    { heading: say('briefing.column.saidBy'), min: 36, max: 46, cell: (row) => saidByCell(context, row) },
    { heading: say('briefing.column.for'), min: 17, max: 26, cell: (row) => forCell(context, row) },
    { heading: say('briefing.column.through'), min: 23, max: 30, cell: (row) => throughCell(context, row) },
    {
      heading: say('briefing.column.saidOn'),
      min: 33,
      max: 40,
      cell: (row) => saidOnWithWordsCell(context, row),
    },
    ...gradeAndBearing(context),
  ]
}

function narrowColumns(context: BriefingContext): Column[] {
  const { say } = context
  return [
    ...numberAndWords(context),
    {
      heading: say('briefing.column.saidBy'),
      min: 32,
      max: 40,
      cell: (row) => [...saidByCell(context, row), ...partyAndSourceLines(context, row)],
    },
    {
      heading: say('briefing.column.saidOn'),
      min: 24,
      max: 30,
      cell: (row) => saidOnWithWordsCell(context, row),
    },
    ...gradeAndBearing(context),
  ]
}

function gradeAndBearing(context: BriefingContext): Column[] {
  const bearings = bearingsOf(context)
  return [
    {
      heading: context.say('briefing.column.grade'),
      min: 17,
      max: 17,
      cell: (row) => gradeCell(context, row),
    },
    {
      heading: context.say('briefing.column.bearsOn'),
      min: 26,
      max: 36,
      cell: (row) => bearsOnCell(context, bearings(row.inContext.statement.id), row),
    },
  ]
}
