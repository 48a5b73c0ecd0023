import { lengthOf } from '../briefing/briefing-context'
import type { Line } from '../briefing/briefing-document'
import { divided, nameLine, pagesOf, rowLength, type Slide } from '../briefing/slides'
import type { HandOut } from './hand-outs'
import type { WallBlock, WallQuotation } from './wall-content'

/**
 * The issues of a running order as slides. On them stands what the wall would show; in their notes, the presenter's
 * own and every quotation behind the issue.
 */
export function slidesOfOrder(issues: readonly { handOut: HandOut; notes: string }[]): Slide[] {
  return issues.flatMap(({ handOut, notes }) => {
    const { number, title, question, statusWord, parties } = handOut
    const rows = parties.flatMap(({ party, blocks }) =>
      pagesOf(blocks.map(({ block }) => blockLine(block)).flatMap(divided), (line) => lengthOf([line])).map(
        (some) => [[nameLine(party.name)], some],
      ),
    )
    // An issue of which nothing is shown keeps its question.
    const pages = rows.length === 0 ? [[]] : pagesOf(rows, ([, lines]) => lengthOf(lines!) + rowLength)
    const quotations = parties.flatMap(({ blocks }) => blocks.flatMap(({ quotation }) => quotation ?? []))
    return pages.map(
      (some, index): Slide => ({
        title: `${number} ${title}${pages.length > 1 ? ` (${index + 1}/${pages.length})` : ''}`,
        above: statusWord,
        table: some.length === 0 ? null : { headings: [], widths: [0.2, 0.8], rows: some },
        lines: index === 0 && question !== '' ? [plain(question)] : [],
        notes: index === 0 ? [...notesOf(notes), ...quotations.map(quotationLine)] : [],
      }),
    )
  })
}

const words = (text: string, tone: 'plain' | 'strong' | 'quiet') =>
  ({ is: 'words', text, tone, language: null }) as const

const plain = (text: string): Line => ({ is: 'line', runs: [words(text, 'plain')] })

const notesOf = (notes: string): Line[] =>
  notes
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map(plain)

function blockLine({ lead, text, tail }: WallBlock): Line {
  return {
    is: 'line',
    runs: [
      ...(lead === '' ? [] : [words(lead, 'strong')]),
      words(text, 'plain'),
      ...(tail === '' ? [] : [words(tail, 'quiet')]),
    ],
  }
}

const quotationLine = ({ text, who }: WallQuotation): Line => ({
  is: 'line',
  runs: [words(text, 'plain'), words(who, 'quiet')],
})
