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

export type BlockState = { isOpen: boolean; isLonger: boolean }

/** A block as elements: the paragraph, and “more” below it where there is more. */
export function paintBlock(parent: Element, block: Block, { isOpen, isLonger }: BlockState, say: Say): void {
  const element = document.createElement('p')
  const isClamped = isLonger && !isOpen
  element.className = `${styles.block} ${blockClass[block.look]}${block.isNext ? ` ${styles.isNext}` : ''}${
    isClamped ? ` ${styles.clamped}` : ''
  }`
  if (isClamped) element.style.webkitLineClamp = String(block.clamp)
  if (block.colour) element.dataset.colour = block.colour
  if (block.tone) element.dataset.tone = block.tone
  if (block.mark) element.append(kindMark(block.mark, say))
  let room = isClamped ? mostInLine * block.clamp! : Infinity
  for (const run of block.runs) {
    paintRun(element, run, room)
    room = Math.max(0, room - run.text.length)
  }
  parent.append(element)
  if (!isLonger) return

  const more = document.createElement('button')
  more.type = 'button'
  more.tabIndex = -1
  more.className = styles.more!
  more.dataset.more = block.key
  more.setAttribute('aria-expanded', String(isOpen))
  more.textContent = say(isOpen ? 'compare.less' : 'compare.more')
  parent.append(more)
}

function paintRun(parent: Element, { text, look, isAuthors }: Run, room: number): void {
  if (look === 'plain' && !isAuthors && text.length <= room) {
    parent.append(text)
    return
  }
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
  parent.append(element)
}

function kindMark(kind: NonNullable<Block['mark']>, say: Say): Element {
  const mark = document.createElement('span')
  mark.className = `${kindMarkStyles.mark} ${styles.kindMark}`
  mark.dataset.kind = kind
  mark.role = 'img'
  mark.ariaLabel = say(`kind.${kind}`)
  mark.title = say(`kind.${kind}`)
  const letter = document.createElement('span')
  letter.ariaHidden = 'true'
  letter.textContent = say(`kindLetter.${kind}`)
  mark.append(letter)
  return mark
}
