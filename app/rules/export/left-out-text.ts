import type { Say } from '../../messages/say'
import { cellKey } from '../whole-dossier'
import type { LeftOut } from '../left-out'
import type { ExportContext } from './export-context'

/** The author's list as lines: what stayed here, by kind, with the words by which the author knows it. */
export function leftOutLines(
  { fields, records, resting }: LeftOut,
  say: Say,
): { text: string; words: string[] }[] {
  return [
    ...fields.map(({ field, count }) => ({ text: say(`export.leftOut.${field}`, { count }), words: [] })),
    ...records.map(({ kind, count, words }) => ({
      text: say('export.leftOut.records', { kind, count }),
      words: words.filter((each) => each !== ''),
    })),
    ...(resting === 0 ? [] : [{ text: say('export.leftOut.resting', { count: resting }), words: [] }]),
  ]
}

/** The same as a text file. */
export function leftOutText(leftOut: LeftOut, say: Say): string {
  const lines = leftOutLines(leftOut, say)
  const body = lines.length === 0 ? [say('export.leftOut.nothing')] : lines.flatMap(listed)
  return `${[say('export.leftOut.heading'), '', ...body].join('\n')}\n`
}

/** More than these nobody looks up on paper. */
const mostCells = 200

/**
 * For the last page of a copy, which may stay in it by mistake: kinds and counts, and the cells that show it anyway,
 * as `1.2 Norway`. No name and no word of what was left out.
 */
export function leftOutPageLines(leftOut: LeftOut, cells: readonly string[], say: Say): string[] {
  const lines = leftOutLines(leftOut, say).map(({ text }) => text)
  if (lines.length === 0) return [say('export.leftOut.nothing')]
  if (cells.length === 0) return lines
  const shown = cells.slice(0, mostCells).join('; ')
  const more = cells.length - mostCells
  const named = more > 0 ? say('export.leftOut.moreCells', { cells: shown, count: more }) : shown
  return [...lines, say('export.leftOut.cells', { count: cells.length, cells: named })]
}

/** The cells shown that a position was left out of. */
export const leavingCells = ({ leaving, rows, columns }: ExportContext): string[] =>
  rows.flatMap(({ issue }) =>
    columns
      .filter(({ party }) => leaving.withheldCells.has(cellKey({ issueId: issue.id, partyId: party.id })))
      .map(({ party }) => `${issue.number} ${party.shortName}`),
  )

const listed = ({ text, words }: { text: string; words: string[] }): string[] => [
  `- ${text}`,
  ...words.map((each) => `    - ${each}`),
]
