import { hasScale, standsOnRow } from '../../../../app/rules/scale'
import { shortNumber } from '../../../../app/rules/short-number'
import type { ArrangedRow } from '../../../../app/rules/arrangement'
import type { RowStatus } from '../../../../app/model/issue'
import type { StatusSuggestion } from '../../../../app/rules/status-suggestion'
import type { Say } from '../../../../app/messages/say'
import { statusShape } from '../../../elements/status-mark'
import { foldButton, foldedLine } from './fold-button'
import styles from './issue-head.module.css'
import { makeDrawing, makeElement } from './make-element'
import { setAttribute } from './paint-cell'
import { measureLine } from './row-measure'
import { scaleStrip } from './scale-strip'
import { headWidth, type Scene } from './scene'

/** What is negotiated about, in the elements of one row's head: whatever issue comes next is written over it. */
export type IssueHead = ReturnType<typeof makeIssueHead>

export function makeIssueHead() {
  const number = makeElement('span', { className: styles.number })
  const words = makeElement('span', { className: styles.words })
  const question = makeElement('span', { className: styles.question })
  for (const element of [words, question]) element.dir = 'auto'
  const status = makeStatus()
  const statusLine = makeElement('span', { className: styles.status }, status.element)
  const title = makeElement('span', { className: styles.title }, number, words)
  /** What few issues have, made anew for each that has it. */
  const others: HTMLElement[] = []
  return { elements: [title, statusLine], title, number, words, question, status, statusLine, others }
}

/** Number, title, question and status; and unless it is to be brief, what only some issues have. */
export function writeIssueHead(
  head: IssueHead,
  row: ArrangedRow,
  scene: Scene,
  { isToCome, isBrief }: { isToCome: boolean; isBrief: boolean },
): void {
  const { issue } = row
  const { say } = scene.wording
  const { title, number, words, question, status, others } = head
  const short = shortNumber(issue.number)
  setText(number, short)
  setAttribute(number, 'title', short === issue.number ? null : issue.number)
  setText(words, issue.title)
  setText(question, issue.question)
  if (issue.question === '') question.remove()
  else if (title.nextElementSibling !== question) title.after(question)
  writeStatus(status, issue.status, say)

  for (const element of others.splice(0)) element.remove()
  if (!isBrief) writeOthers(head, row, scene, isToCome)
}

/** What is suggested beside the status, the parties on the scale, what is folded in, what it is sorted by. */
function writeOthers(
  { statusLine, others }: IssueHead,
  row: ArrangedRow,
  scene: Scene,
  isToCome: boolean,
): void {
  const { issue } = row
  const { say } = scene.wording
  const suggestion = isToCome ? null : scene.suggestionOf(issue.id)
  const suggested = suggestion && suggestedMark(suggestion, say)
  if (suggested) statusLine.append(suggested)
  const stands = hasScale(issue) && !isToCome ? standsOnRow(scene.reading, row.row) : []
  const below = [
    stands.length > 0
      ? scaleStrip(stands, { issue, parties: scene.reading.parties, say, width: headWidth(scene, row.depth) })
      : null,
    foldButton(row, say),
    foldedLine(row, say),
    measureLine(row.measure, scene.wording),
  ].filter((element) => element !== null)
  statusLine.after(...below)
  others.push(...below, ...(suggested ? [suggested] : []))
}

/** As shape and word. */
function makeStatus() {
  const { drawing, outline } = makeDrawing('0 0 10 10')
  outline.setAttribute('fill', 'none')
  outline.setAttribute('stroke', 'currentColor')
  const words = document.createTextNode('')
  const element = makeElement('span', {}, drawing)
  element.append(words)
  return { element, outline, words, shown: null as RowStatus | null }
}

function writeStatus(made: ReturnType<typeof makeStatus>, status: RowStatus, say: Say): void {
  const { element, outline, words } = made
  const { className, outline: shape, thickness } = statusShape(status)
  if (made.shown !== status) {
    made.shown = status
    element.className = className
    element.dataset.status = status
    outline.setAttribute('d', shape)
    outline.setAttribute('stroke-width', String(thickness))
  }
  const said = say(`status.${status}`)
  if (words.data !== said) words.data = said
}

/** A faint sign that the positions suggest another status. */
function suggestedMark({ status }: StatusSuggestion, say: Say): HTMLElement {
  const words = say('suggest.mark', { status: say(`status.${status}`) })
  const sign = makeStatus()
  writeStatus(sign, status, say)
  return makeElement(
    'span',
    { className: styles.suggested, title: words },
    makeElement('span', { isUnspoken: true }, sign.element, '?'),
    makeElement('span', { className: 'visuallyHidden' }, words),
  )
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
