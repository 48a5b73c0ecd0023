import type { ArrangedColumn } from '../../../../app/rules/arrangement'
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
  /** In a party's head, for its menu, which React draws. */
  menu: HTMLElement
  issue: IssueHead | null
  /** What is written in it, and what its words were made from: as long as that is the same, they stay. */
  shown: { kind: Line['kind']; source: readonly unknown[] } | null
}

export function makeRowHead(): RowHead {
  const element = document.createElement('div')
  element.role = 'rowheader'
  element.className = styles.rowHead!
  element.ariaColIndex = '1'
  return { element, menu: makeElement('span', { className: styles.menu }), issue: null, shown: null }
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
  const source = [line, now.wording, now.reading, now.suggestionOf, isToCome, isBrief]
  const before = head.shown
  if (before && source.every((part, at) => part === before.source[at])) return
  head.shown = { kind: line.kind, source }
  if (line.kind === 'issue') {
    head.issue ??= makeIssueHead()
    if (before?.kind !== 'issue') element.replaceChildren(...head.issue.elements)
    writeIssueHead(head.issue, line.issue, now, { isToCome, isBrief })
  } else if (line.kind === 'party') element.replaceChildren(partyName(line.party, head.menu, now))
  else element.replaceChildren(now.wording.say('compare.landingZone'))
}

function partyName({ party, column }: ArrangedColumn, menu: HTMLElement, { wording }: Scene): HTMLElement {
  const { viewBox, className, outline: shape } = partyShape(column)
  const { drawing, outline } = makeDrawing(viewBox, className)
  outline.setAttribute('d', shape)
  const role = makeElement('small', {}, wording.say(`role.${party.role}`))
  const name = makeElement('span', { className: styles.partyName }, drawing, party.shortName, role, menu)
  name.dir = 'auto'
  return name
}
