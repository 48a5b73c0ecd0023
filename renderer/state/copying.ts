import type { Say } from '../../app/messages/say'
import { cellAsText } from '../../app/rules/pasted-block'
import { issueAt, gapAt, positionsAt } from './cell-editing'
import { asBlock, selectedPlaces, shownOrder, type SelectablePlace } from './selection'
import { writeClipboard } from './clipboard-table'

/** What is selected as a spreadsheet takes it. Answers how many cells were copied; 0 where there was nothing to copy. */
export function copySelected(say: Say): number {
  const places = selectedPlaces()
  const block = asBlock(shownOrder(), places).map((row) =>
    row.map((place) => (place ? textOf(place, say) : '')),
  )
  if (block.length === 0) return 0
  const { text, html } = writeClipboard(block)
  const write = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
  }
  // Without a selected text, the browser asks first whether there is anything to copy.
  const allow = (event: Event) => event.preventDefault()
  document.addEventListener('copy', write, { capture: true })
  document.addEventListener('beforecopy', allow, { capture: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', write, { capture: true })
  document.removeEventListener('beforecopy', allow, { capture: true })
  return isDone ? places.length : 0
}

/** An unseen cell stays empty; a gap says that it is one, in the words that a paste understands. */
function textOf(place: SelectablePlace, say: Say): string {
  if (place.kind === 'zone') return issueAt(place.issueId)?.landingZone ?? ''
  const texts = positionsAt(place).map(({ text }) => text)
  return texts.length === 0 && gapAt(place) !== null ? say('compare.gap') : cellAsText(texts)
}
