import type { Passage } from '../../../app/rules/capture'

/** The words selected in the text, at their place in it and without white space around them; null for none. */
export function selectedPassage(container: HTMLElement, text: string): Passage | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!container.contains(range.commonAncestorContainer)) return null
  let start = placeOf(container, range.startContainer, range.startOffset)
  let end = placeOf(container, range.endContainer, range.endOffset)
  if (start === null || end === null) return null
  while (start < end && /\s/u.test(text[start]!)) start += 1
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1
  return start === end ? null : { start, end, text: text.slice(start, end) }
}

/** Every piece of the text says where it begins; between pieces, the next one's beginning is meant. */
function placeOf(container: HTMLElement, node: Node, offset: number): number | null {
  const piece = node.parentElement?.closest<HTMLElement>('[data-at]')
  if (node.nodeType === Node.TEXT_NODE && piece) return Number(piece.dataset.at) + offset
  const within = document.createRange()
  within.setStart(node, offset)
  within.collapse(true)
  const pieces = [...container.querySelectorAll<HTMLElement>('[data-at]')]
  const next = pieces.find((each) => within.comparePoint(each, 0) >= 0)
  if (next) return Number(next.dataset.at)
  const last = pieces.at(-1)
  return last ? Number(last.dataset.at) + (last.textContent?.length ?? 0) : null
}

/** The word after or before what is selected, or one more of them; from the beginning of `from` where nothing is. */
export function selectWord(
  from: HTMLElement | null,
  { direction, isExtending }: { direction: 'forward' | 'backward'; isExtending: boolean },
): void {
  const selection = document.getSelection()
  if (selection === null) return
  if (selection.rangeCount === 0 || selection.isCollapsed) {
    if (from === null) return
    selection.selectAllChildren(from)
    selection.collapseToStart()
    selection.modify('extend', 'forward', 'word')
    return
  }
  if (!isExtending) {
    if (direction === 'forward') selection.collapseToEnd()
    else {
      selection.collapseToStart()
      selection.modify('move', 'backward', 'word')
    }
    selection.modify('extend', 'forward', 'word')
    return
  }
  selection.modify('extend', direction, 'word')
}

export function forgetSelection(): void {
  document.getSelection()?.removeAllRanges()
}
