import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community'

type Row = { issue: string; [column: string]: string }

ModuleRegistry.registerModules([AllCommunityModule])

/** The same text as in our cells, in rows as tall as it, clamped nowhere but at 368 px. */
async function prepare(): Promise<void> {
  const rows = (await (await fetch('./rows.json')).json()) as Row[]
  const columns = Object.keys(rows[0]!).filter((name) => name !== 'issue')
  const show = () => {
    const root = document.getElementById('root')!
    createGrid(root, {
      theme: themeQuartz.withParams({ fontSize: 15 }),
      rowData: rows,
      columnDefs: [
        { field: 'issue', headerName: 'Issue', pinned: 'left', width: 216, wrapText: true, autoHeight: true },
        ...columns.map((field) => ({
          field,
          headerName: field,
          width: 220,
          wrapText: true,
          autoHeight: true,
        })),
      ],
      defaultColDef: {
        cellStyle: {
          lineHeight: '22px',
          padding: '10px 14px',
          whiteSpace: 'pre-line',
          maxHeight: '368px',
          overflow: 'hidden',
        },
        sortable: false,
      },
      animateRows: false,
      suppressColumnMoveAnimation: true,
    })
  }
  Object.assign(window, { show, isPrepared: true })
}

void prepare()
