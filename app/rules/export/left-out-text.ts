import type { Say } from '../../messages/say'
import type { LeftOut } from '../left-out'

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

const listed = ({ text, words }: { text: string; words: string[] }): string[] => [
  `- ${text}`,
  ...words.map((each) => `    - ${each}`),
]
