import { emptinessOf } from '../../../app/rules/briefing/emptiness'
import { comparisonCell } from '../../../app/rules/export/comparison-cells'
import type { ExportContext } from '../../../app/rules/export/export-context'
import { leavingCells, leftOutPageLines } from '../../../app/rules/export/left-out-text'
import { markingOf, readmeRows } from '../../../app/rules/export/readme-rows'
import type { SheetColumn } from '../../../app/rules/export/sheet-table'
import { gapColumns, gapRows, sourceColumns } from '../../../app/rules/export/source-columns'
import { statementColumns } from '../../../app/rules/export/statement-columns'
import type { OnPart } from '../export-form'
import { isRightToLeft } from '../xml-text'
import type { SheetCell, SheetRow } from './sheet-rows'
import type { Sheet, Workbook } from './workbook'

/** The comparison as its first sheet, then what stands behind it. */
export function comparisonWorkbook(context: ExportContext, onPart: OnPart): Workbook {
  const { say, dateLabel, leaving, language, asOf } = context
  const { dossier, records } = leaving
  const gaps = gapRows(context)
  return {
    title: dossier.title,
    author: dossier.author,
    language,
    isRightToLeft: isRightToLeft(language),
    running: {
      title: dossier.title,
      marking: markingOf(context),
      asOf: say('briefing.asOf', { date: dateLabel(asOf, 'long') }),
      pageOf: say('briefing.pageOf', { page: '&P', pages: '&N' }),
    },
    words: { continued: say('export.continued'), continuesBelow: say('export.continuesBelow') },
    sheets: [
      comparisonSheet(context, onPart),
      // Heads without rows would be printed on page after page.
      ...(records.statement.length === 0
        ? []
        : [
            tableSheet(say('export.sheet.statements'), statementColumns(context), context.statements(), {
              frozen: 1,
              keys: 1,
            }),
          ]),
      ...(records.source.length === 0
        ? []
        : [
            tableSheet(say('export.sheet.sources'), sourceColumns(context), records.source, {
              frozen: 1,
              keys: 1,
            }),
          ]),
      ...(gaps.length === 0
        ? []
        : [tableSheet(say('export.sheet.gaps'), gapColumns(context), gaps, { frozen: 2, keys: 3 })]),
      readmeSheet(context),
      ...leftOutSheet(context),
    ],
  }
}

/** Characters. Three parties stand beside the issue on a page of A4 in landscape. */
const widths = { number: 6, issue: 22, status: 10, party: 33, zone: 30 }

function comparisonSheet(context: ExportContext, onPart: OnPart): Sheet {
  const { say, rows, columns, index, viewName } = context
  const emptiness = emptinessOf(say, {
    issues: rows.length,
    parties: columns.length,
    allIssues: index.issues.length,
    view: viewName,
  })
  if (emptiness !== null)
    return linesSheet(say('export.sheet.comparison'), say('export.sheet.comparison'), [emptiness])
  return {
    name: say('export.sheet.comparison'),
    frozen: 2,
    isFiltered: true,
    widths: [widths.number, widths.issue, widths.status, ...columns.map(() => widths.party), widths.zone],
    head: [
      { value: say('export.column.number'), look: 'head' },
      { value: say('export.column.issue'), look: 'head' },
      { value: say('export.column.issueStatus'), look: 'head' },
      ...columns.map(({ party }): SheetCell => ({ value: party.name, look: `head ${party.colour}` })),
      { value: say('briefing.landingZone'), look: 'head' },
    ],
    rows: comparisonRows(),
  }

  function* comparisonRows(): Generator<SheetRow> {
    for (const [at, { issue, row }] of rows.entries()) {
      yield {
        keys: 2,
        outline: issue.depth,
        cells: [
          { value: issue.number, look: 'issue' },
          {
            value: [
              { text: issue.title, look: 'strong' },
              ...(issue.question === '' ? [] : [{ text: `\n${issue.question}`, look: 'quiet' } as const]),
            ],
            look: 'issue',
          },
          { value: say(`status.${issue.status}`), look: 'cell' },
          ...columns.map(({ column }): SheetCell => {
            const { runs, state } = comparisonCell(context, row, column)
            return { value: runs, look: state === 'held' ? 'cell' : state === 'gap' ? 'gap' : 'quiet' }
          }),
          { value: issue.landingZone, look: 'zone' },
        ],
      }
      onPart(at + 1, rows.length)
    }
  }
}

function tableSheet<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: Iterable<Row>,
  { frozen, keys }: { frozen: number; keys: number },
): Sheet {
  const shown = columns.filter(({ isForPrograms }) => isForPrograms !== true)
  return {
    name,
    frozen,
    isFiltered: true,
    widths: shown.map(({ width }) => width),
    head: shown.map(({ heading }) => ({ value: heading, look: 'head' })),
    rows: (function* () {
      for (const row of rows) {
        yield {
          keys,
          cells: shown.map(({ value }, at) => ({ value: value(row), look: at === 0 ? 'number' : 'plain' })),
        }
      }
    })(),
  }
}

/** For the author, where it was asked for: how much stayed here, and of which cells. */
function leftOutSheet(context: ExportContext): Sheet[] {
  const { say, leftOut } = context
  if (leftOut === null) return []
  const lines = leftOutPageLines(leftOut, leavingCells(context), say)
  const about = say('briefing.leftOut.about')
  return [linesSheet(say('export.sheet.leftOut'), say('briefing.leftOut'), [about, ...lines])]
}

/** Sentences, one below the other. */
const linesSheet = (name: string, heading: string, lines: readonly string[]): Sheet => ({
  name,
  frozen: 0,
  isFiltered: false,
  widths: [100],
  head: [{ value: heading, look: 'head' }],
  rows: lines.map((words, at) => ({
    keys: 1,
    cells: [{ value: words, look: at === 0 ? 'strong' : 'plain' }],
  })),
})

function readmeSheet(context: ExportContext): Sheet {
  const { say } = context
  return {
    name: say('export.sheet.readme'),
    frozen: 0,
    isFiltered: false,
    widths: [22, 100],
    head: [
      { value: say('export.column.subject'), look: 'head' },
      { value: say('export.column.explanation'), look: 'head' },
    ],
    rows: readmeRows(context).map(({ subject, words }) => ({
      keys: 1,
      cells: [
        { value: subject, look: 'strong' },
        { value: words, look: 'plain' },
      ],
    })),
  }
}
