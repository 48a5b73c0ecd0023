import type { Say } from '../../../../app/messages/say'
import kindMarkStyles from '../../../elements/kind-mark.module.css'
import type { Block, Run } from './cell-anatomy'
import type { BlockLook, RunLook } from './cell-looks'
import changed from '../word-changes.module.css'
import styles from './cell.module.css'

const blockClass: Record<BlockLook, string> = {
  summary: styles.summary!,
  firmness: styles.firmness!,
  condition: styles.condition!,
  answer: styles.answer!,
  evidence: styles.evidence!,
  gap: styles.gap!,
  gapWhere: styles.gapWhere!,
  tag: styles.tagBlock!,
  mark: styles.mark!,
  unseen: styles.unseen!,
  zone: styles.zone!,
}

const runClass: Record<Exclude<RunLook, 'plain'>, string> = {
  addressee: styles.addressee!,
  added: changed.added!,
  removed: changed.removed!,
  relation: styles.relation!,
  state: styles.state!,
  grade: styles.grade!,
  flag: styles.flag!,
  contradiction: styles.contradiction!,
  redLine: styles.redLine!,
  tag: styles.tag!,
}

const elementOf: Partial<Record<RunLook, string>> = { added: 'ins', removed: 'del', relation: 'b' }

/**
 * Laying out a text of a hundred pages for the sake of its first three lines takes longer than a frame. What no
 * clamped line can reach is on the page, to be found, but not laid out. UTF-16 units for one line.
 */
const mostInLine = 220

/** A block, and whether it has more lines than it shows. */
export type StatedBlock = { block: Block; isOpen: boolean; isLonger: boolean }

/** The elements of a block, and what they say: whatever is said next is written over it. */
type PaintedBlock = {
  look: BlockLook
  /** As last written: asking the page for it would take as long as writing it. */
  written: { className: string; lines: string; colour: string | null; tone: string | null }
  element: HTMLElement
  mark: HTMLElement | null
  runs: PaintedRun[]
  more: HTMLButtonElement | null
}
type PaintedRun = { node: Text | HTMLElement; look: RunLook; isAuthors: boolean; text: string; room: number }

const painted = new WeakMap<Element, PaintedBlock[]>()

/** Blocks that are on no page. Making elements anew for every row that is scrolled in would soon fill the memory. */
const spare = new Map<BlockLook, PaintedBlock[]>()
const mostSpare = 80

/** A cell as elements: a paragraph for each block, and “more” below it where there is more. */
export function paintBlocks(cell: Element, blocks: readonly StatedBlock[], say: Say): void {
  const before = painted.get(cell) ?? []
  const now: PaintedBlock[] = []
  let at = 0
  for (const { block, isOpen, isLonger } of blocks) {
    const found = before.findIndex(({ look }, index) => index >= at && look === block.look)
    let made: PaintedBlock
    if (found === -1) {
      made = spare.get(block.look)?.pop() ?? makeBlock(block.look)
      const next = before[at]?.element ?? null
      cell.insertBefore(made.element, next)
      if (made.more) cell.insertBefore(made.more, next)
    } else {
      for (; at < found; at += 1) putAway(before[at]!)
      made = before[at]!
      at += 1
    }
    write(made, block, { isOpen, isLonger }, say)
    now.push(made)
  }
  for (; at < before.length; at += 1) putAway(before[at]!)
  painted.set(cell, now)
}

function makeBlock(look: BlockLook): PaintedBlock {
  return {
    look,
    written: { className: '', lines: '', colour: null, tone: null },
    element: document.createElement('p'),
    mark: null,
    runs: [],
    more: null,
  }
}

function putAway(block: PaintedBlock): void {
  block.element.remove()
  block.more?.remove()
  const kept = spare.get(block.look)
  if (kept === undefined) spare.set(block.look, [block])
  else if (kept.length < mostSpare) kept.push(block)
}

function write(
  made: PaintedBlock,
  block: Block,
  { isOpen, isLonger }: { isOpen: boolean; isLonger: boolean },
  say: Say,
): void {
  const { element, written } = made
  const isClamped = isLonger && !isOpen
  const className = `${styles.block} ${blockClass[block.look]}${block.isNext ? ` ${styles.isNext}` : ''}${
    isClamped ? ` ${styles.clamped}` : ''
  }`
  const lines = isClamped ? String(block.clamp) : ''
  const { colour = null, tone = null } = block
  if (written.className !== className) element.className = className
  if (written.lines !== lines) element.style.webkitLineClamp = lines
  if (written.colour !== colour) setAttribute(element, 'data-colour', colour)
  if (written.tone !== tone) setAttribute(element, 'data-tone', tone)
  made.written = { className, lines, colour, tone }
  writeMark(made, block.mark, say)

  let room = isClamped ? mostInLine * block.clamp! : Infinity
  block.runs.forEach((run, at) => {
    writeRun(made, at, run, room)
    room = Math.max(0, room - run.text.length)
  })
  for (const { node } of made.runs.splice(block.runs.length)) node.remove()
  writeMore(made, block.key, { isOpen, isLonger }, say)
}

function writeMark(made: PaintedBlock, kind: Block['mark'], say: Say): void {
  if (kind === undefined) {
    made.mark?.remove()
    made.mark = null
    return
  }
  if (made.mark === null) {
    made.mark = emptyMark()
    made.element.prepend(made.mark)
  }
  const { mark } = made
  const words = say(`kind.${kind}`)
  if (mark.dataset.kind === kind && mark.title === words) return
  mark.dataset.kind = kind
  mark.ariaLabel = words
  mark.title = words
  mark.firstElementChild!.textContent = say(`kindLetter.${kind}`)
}

function emptyMark(): HTMLElement {
  const mark = document.createElement('span')
  mark.className = `${kindMarkStyles.mark} ${styles.kindMark}`
  mark.role = 'img'
  const letter = document.createElement('span')
  letter.ariaHidden = 'true'
  mark.append(letter)
  return mark
}

function writeRun({ element, runs }: PaintedBlock, at: number, run: Run, room: number): void {
  const { text, look, isAuthors = false } = run
  const before = runs[at]
  const isWhole = text.length <= room
  if (before !== undefined && before.look === look && before.isAuthors === isAuthors) {
    const wasWhole = before.text.length <= before.room
    if (before.text === text && (before.room === room || (wasWhole && isWhole))) {
      before.room = room
      return
    }
    if (wasWhole && isWhole) {
      // One text node, in an element or by itself.
      const holder = before.node instanceof Text ? before.node : before.node.firstChild
      if (holder instanceof Text) holder.data = text
      else before.node.textContent = text
      before.text = text
      before.room = room
      return
    }
  }
  const node = makeRun(run, room)
  if (before === undefined) element.append(node)
  else before.node.replaceWith(node)
  runs[at] = { node, look, isAuthors, text, room }
}

function makeRun({ text, look, isAuthors = false }: Run, room: number): Text | HTMLElement {
  if (look === 'plain' && !isAuthors && text.length <= room) return document.createTextNode(text)
  const element = document.createElement(elementOf[look] ?? 'span')
  if (look !== 'plain') element.className = runClass[look]
  // With a direction of its own, it does not decide that of the words around it.
  if (isAuthors) element.dir = 'auto'
  if (text.length <= room) element.textContent = text
  else {
    const rest = document.createElement('span')
    rest.hidden = true
    rest.textContent = text.slice(room)
    element.append(text.slice(0, room), rest)
  }
  return element
}

function writeMore(
  made: PaintedBlock,
  key: string,
  { isOpen, isLonger }: { isOpen: boolean; isLonger: boolean },
  say: Say,
): void {
  if (!isLonger) {
    made.more?.remove()
    made.more = null
    return
  }
  if (made.more === null) {
    made.more = document.createElement('button')
    made.more.type = 'button'
    made.more.tabIndex = -1
    made.more.className = styles.more!
    made.element.after(made.more)
  }
  const { more } = made
  setAttribute(more, 'data-more', key)
  setAttribute(more, 'aria-expanded', String(isOpen))
  const words = say(isOpen ? 'compare.less' : 'compare.more')
  if (more.textContent !== words) more.textContent = words
}

/** Writing what is there already would be looked at by whatever follows the page. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
