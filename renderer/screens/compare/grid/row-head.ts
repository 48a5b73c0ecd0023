import type { ArrangedColumn } from '../../../../app/rules/arrangement'
import { rowsBetween } from '../../../../app/rules/cell-days'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { partyShape } from '../../../elements/party-shape'
import { markPlace, setLength } from './fill-cell'
import type { Line } from './grid-plan'
import styles from './grid.module.css'
import { makeIssueHead, writeIssueHead, type IssueHead } from './issue-head'
import { makeDrawing, makeElement } from './make-element'
import { setAttribute } from './paint-cell'
import { headPadding, indentOf, isAwaited, type Scene } from './scene'

/** What stands before one row on the page. */
export type RowHead = {
  element: HTMLElement
  /** Around its words, which stay in sight in a row that is scrolled out above them. */
  box: HTMLElement
  /** In a party's head, for its menu, which React draws. */
  menu: HTMLElement
  issue: IssueHead | null
  /** What is written in it, and what its words were made from: as long as that is the same, they stay. */
  shown: { kind: Line['kind']; source: readonly unknown[]; reading: ComparisonReading } | null
}

export function makeRowHead(): RowHead {
  const element = document.createElement('div')
  element.role = 'rowheader'
  element.className = styles.rowHead!
  element.ariaColIndex = '1'
  const box = document.createElement('div')
  box.className = styles.rowWords!
  element.append(box)
  return { element, box, menu: makeElement('span', { className: styles.menu }), issue: null, shown: null }
}

/** Writes the head of a row of the scene over whatever it said before. */
export function fillHead(
  head: RowHead,
  now: Scene,
  row: number,
  { isBrief = false }: { isBrief?: boolean } = {},
): void {
  const { element } = head
  const line = now.plan.down[row]!
  setLength(element, 'inlineSize', now.widths.head)
  const indent = line.kind === 'issue' ? indentOf(line.issue.depth) : 0
  setLength(element, 'paddingInlineStart', headPadding.start + indent)
  setAttribute(element, 'data-colour', line.kind === 'party' ? line.party.party.colour : null)
  markPlace(element, now, row, -1)

  const isToCome = isAwaited(now, row)
  const suggestion = line.kind === 'issue' && !isToCome ? now.suggestionOf(line.issue.issue.id) : null
  const source = [line, now.wording, suggestion, now.widths.head, isToCome, isBrief]
  const before = head.shown
  const { reading } = now
  head.shown = { kind: line.kind, source, reading }
  if (
    before &&
    source.every((part, at) => part === before.source[at]) &&
    isReadAlike(before.reading, reading, line)
  ) {
    return
  }
  const { box, menu } = head
  if (line.kind !== 'party') menu.remove()
  if (line.kind === 'issue') {
    head.issue ??= makeIssueHead()
    if (before?.kind !== 'issue') box.replaceChildren(...head.issue.elements)
    writeIssueHead(head.issue, line.issue, now, { isToCome, isBrief })
  } else if (line.kind === 'party') {
    box.replaceChildren(partyName(line.party, now))
    if (before?.kind !== 'party') element.append(menu)
  } else box.replaceChildren(now.wording.say('compare.landingZone'))
}

/** Whether nothing on the line's issue begins, ends or is said between the days of the two. */
function isReadAlike(before: ComparisonReading, now: ComparisonReading, line: Line): boolean {
  if (before === now || line.kind !== 'issue') return true
  const { index } = now
  if (before.index !== index || index.awaited.size > 0) return false
  return before.asOf === now.asOf || !rowsBetween(index, before.asOf, now.asOf).has(line.issue.row)
}

/** Words stay in sight while their row is the first in sight; `below` is what is in sight above all rows, in CSS pixels. */
export function keepInSight({ box }: RowHead, below: number | null): void {
  box.classList.toggle(styles.stays!, below !== null)
  if (below === null) box.style.insetBlockStart = ''
  else setLength(box, 'insetBlockStart', below + headPadding.above)
}

function partyName({ party, column }: ArrangedColumn, { wording }: Scene): HTMLElement {
  const { viewBox, className, outline: shape } = partyShape(column)
  const { drawing, outline } = makeDrawing(viewBox, className)
  outline.setAttribute('d', shape)
  const role = makeElement('small', {}, wording.say(`role.${party.role}`))
  const name = makeElement('span', { className: styles.partyName }, drawing, party.shortName, role)
  name.dir = 'auto'
  return name
}
