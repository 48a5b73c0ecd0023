import type { EvidenceItem } from '../evidence-item'
import type { RowStatus } from '../../model/issue'
import { blocksOf } from './wall-blocks'
import type { WallBlock, WallParty, WallQuotation } from './wall-content'
import { quotationOf, quotationsFor } from './wall-quotations'
import { openRow, type WallRecords, type WallWish } from './wall-row'

/** One issue on paper for those in the room: nothing is on it that the wall would not show. */
export type HandOut = {
  number: string
  title: string
  question: string
  status: RowStatus
  statusWord: string
  parties: { party: WallParty; blocks: { block: WallBlock; quotation: WallQuotation | null }[] }[]
  scale: { low: string; high: string } | null
}

/** The landing zone is left to be written by hand: its wording is the presenter's until she shows it. */
export function composeHandOut(
  records: Omit<WallRecords, 'evidence' | 'tagsOf'> & { evidence: readonly EvidenceItem[] },
  wish: Omit<WallWish, 'allowed'>,
): HandOut {
  const row = openRow({ ...records, tagsOf: () => [] }, { ...wish, allowed: new Set(['speakers']) })
  const { issue, presented } = row
  const shown = new Set(presented.parties.map(({ party }) => party.id))
  const steps = new Set<string>(presented.steps)
  // One statement may stand behind several things on the page; its words are there once.
  const quoted = new Set<string>()
  return {
    number: issue.number,
    title: issue.title,
    question: issue.question,
    status: issue.status,
    statusWord: wish.say(`status.${issue.status}`),
    parties: presented.parties
      .filter(({ party }) => steps.has(`party ${party.id}`))
      .map((each) => ({
        party: row.wallParty(each),
        blocks: blocksOf(row, { party: each, cell: row.cellOf(each), revealed: shown }).map((block) => {
          // An answer’s words stand with the position by which the other party answered.
          const [item] = block.is === 'answer' ? [] : quotationsFor(row, block.id)
          if (item === undefined || quoted.has(item.statement.id)) return { block, quotation: null }
          quoted.add(item.statement.id)
          return { block, quotation: quotationOf(row, item, each.party.colour) }
        }),
      })),
    scale:
      issue.scaleLow === '' && issue.scaleHigh === '' ? null : { low: issue.scaleLow, high: issue.scaleHigh },
  }
}
