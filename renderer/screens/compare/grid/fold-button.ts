import type { ArrangedRow } from '../../../../app/rules/arrangement'
import type { Say } from '../../../../app/messages/say'
import styles from './fold-button.module.css'
import { makeDrawing, makeElement } from './make-element'

/** Before an issue that others nest in: folds them away, or shows them again. Its keys are those of the row's head. */
export function foldButton({ branch, isFolded }: ArrangedRow, say: Say): HTMLElement | null {
  if (branch === 0) return null
  const words = say(isFolded ? 'grid.unfoldIssue' : 'grid.foldIssue', { count: branch })
  const { drawing, outline } = makeDrawing('0 0 10 10')
  outline.setAttribute('d', 'M1.5 3l3.5 4.5L8.5 3z')
  const button = makeElement('button', { className: styles.button, title: words }, drawing)
  button.type = 'button'
  button.tabIndex = -1
  button.ariaExpanded = String(!isFolded)
  button.ariaLabel = words
  button.dataset.fold = ''
  return button
}

/** CSS pixels of the line that says how much is folded away. */
export const foldedLineHeight = 18

/** Below a folded issue: how many are folded away in it. */
export const foldedLine = ({ branch, isFolded }: ArrangedRow, say: Say): HTMLElement | null =>
  isFolded ? makeElement('span', { className: styles.folded }, say('grid.within', { count: branch })) : null
