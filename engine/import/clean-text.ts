import type { ReadingProblem } from '../../app/contract/import-contract'
import { problem } from './reader'

/**
 * Text as a source keeps it: lines end in `\n`, and control characters, which no text can show, are left out and
 * counted. Nothing else is changed.
 */
export function cleanText(raw: string): { text: string; problems: ReadingProblem[] } {
  let removed = 0
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  const text = hasControl.test(lines) ? lines.replace(control, countAndDrop) : lines
  function countAndDrop(found: string): string {
    // A form feed and its like part lines and pages.
    if (found === '\f' || found === '\v' || found === '\u0085') return '\n'
    removed++
    return ''
  }
  return {
    text: text.isWellFormed() ? text : text.toWellFormed(),
    problems: removed === 0 ? [] : [problem('control-characters-removed', removed)],
  }
}

// Everything in the category of control characters but line feed and tab.
const controlCharacter = '[^\\P{Cc}\\n\\t]'
const hasControl = new RegExp(controlCharacter, 'u')
const control = new RegExp(controlCharacter, 'gu')

/** Words for one line of a record: white space made one space, cut at the limit, never within a character. */
export function asLine(raw: string, limit: number): string {
  const line = raw
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line.length <= limit ? line : cutBefore(line, limit - 1).trimEnd() + '…'
}

function cutBefore(text: string, end: number): string {
  return text.slice(0, end).isWellFormed() ? text.slice(0, end) : text.slice(0, end - 1)
}

/** Blocks of prose as one text: outer white space gone, at most one empty line between. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks
    .map((block) => block.replace(/[ \t]+\n/g, '\n').trim())
    .filter((block) => block !== '')
    .join('\n\n')
}

/** The file's name without its ending. */
export const stemOf = (fileName: string): string => fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
