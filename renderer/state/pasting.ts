import { unguardFormula } from '../../app/rules/tab-separated'
import { editCell } from './cell-editing'
import { readClipboard, type Clipboard } from './clipboard-table'
import { openSheet, useCompareView } from './compare-view'

/** One cell's words go into the chosen cell; a block is shown first for what it becomes. */
export function paste(clipboard: Clipboard): void {
  const { block, isTable } = readClipboard(clipboard)
  const { selected } = useCompareView.getState()
  const [[text = ''] = []] = block
  const isOne = block.length === 1 && block[0]!.length === 1
  if (isOne && selected !== null && selected.kind !== 'party') {
    const words = unguardFormula(text)
    if (words.trim() !== '') editCell(selected, { firstWords: words })
    return
  }
  openSheet({ kind: 'block', block, isTable, start: startOf() })
}

function startOf() {
  const { selected } = useCompareView.getState()
  return selected?.kind === 'cell' ? { issueId: selected.issueId, partyId: selected.partyId } : null
}

/** From the palette, where there is no key press that the browser would hand the clipboard over for: a field takes it. */
export function askForBlock(): void {
  openSheet({ kind: 'block', block: null, isTable: false, start: startOf() })
}
