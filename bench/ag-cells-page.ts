import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community'
import '@fontsource-variable/noto-sans'
import '@fontsource-variable/noto-sans-arabic'
import '@fontsource-variable/noto-sans-sc'
import { createDateLabel } from '../app/messages/date-words'
import { createSay } from '../app/messages/say'
import type { Cell, ComparedIssue, Comparison } from '../app/rules/comparison'
import { describeCell, type Block } from '../renderer/screens/compare/grid/cell-anatomy'
import { fonts } from '../renderer/screens/compare/grid/cell-looks'
import { paintBlocks } from '../renderer/screens/compare/grid/paint-cell'
import '../renderer/tokens.css'
import '../renderer/base.css'

type Row = { issue: ComparedIssue; cells: readonly Cell[] }

ModuleRegistry.registerModules([AllCommunityModule])

/** Whole cells as ours draw them, in AG Grid: its rows hold the records as they are read, at one day, without history. */
async function prepare(): Promise<void> {
  const comparison = (await (await fetch('./comparison.json')).json()) as Comparison
  const { parties } = comparison
  const rows = rowsOf(comparison)
  const say = createSay('en')
  const names = new Map(parties.map(({ id, shortName }) => [id, shortName]))
  const wording = {
    say,
    dateLabel: createDateLabel(say, 'en'),
    nameOf: (id: Comparison['parties'][number]['id']) => names.get(id) ?? '',
  }
  const drawCell = (cell: Cell): HTMLElement => {
    const element = document.createElement('div')
    element.setAttribute('data-colour', parties.find(({ id }) => id === cell.partyId)!.colour)
    const blocks = describeCell(cell, wording, { compared: null, marks: null, isWritable: true })
    paintBlocks(
      element,
      blocks.map((block) => ({ block, isOpen: false, isLonger: isLonger(block) })),
      say,
    )
    return element
  }
  const show = () =>
    createGrid<Row>(document.getElementById('root')!, {
      theme: themeQuartz.withParams({ fontSize: 15, fontFamily: 'inherit' }),
      rowData: rows,
      columnDefs: [
        {
          headerName: 'Issue',
          pinned: 'left',
          width: 216,
          cellRenderer: ({ data }: { data: Row }) => drawIssue(data.issue),
        },
        ...parties.map(({ shortName }, column) => ({
          headerName: shortName,
          width: 220,
          cellRenderer: ({ data }: { data: Row }) => drawCell(data.cells[column]!),
        })),
      ],
      defaultColDef: {
        wrapText: true,
        autoHeight: true,
        sortable: false,
        cellStyle: { lineHeight: '22px', padding: '10px 14px', whiteSpace: 'normal' },
      },
      animateRows: false,
      suppressColumnMoveAnimation: true,
    })
  await document.fonts.load(fonts.summary.css)
  Object.assign(window, { show, isPrepared: true })
}

const rowsOf = ({ parties, issues, cells }: Comparison): Row[] =>
  issues.map((issue, row) => ({
    issue,
    cells: cells.slice(row * parties.length, (row + 1) * parties.length),
  }))

/** Without measuring: as many characters as some lines of a column have. */
const isLonger = ({ clamp, runs }: Block): boolean =>
  clamp !== null && runs.reduce((sum, { text }) => sum + text.length, 0) > (clamp + 1) * 26

function drawIssue({ number, title, question, status }: ComparedIssue): HTMLElement {
  const element = document.createElement('div')
  for (const text of [`${number} ${title}`, question, status]) {
    const line = document.createElement('div')
    line.textContent = text
    element.append(line)
  }
  return element
}

void prepare()
