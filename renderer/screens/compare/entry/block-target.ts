import type { Say } from '../../../../app/messages/say'
import type { IssueId } from '../../../../app/model/issue'
import type { PartyId } from '../../../../app/model/party'
import { positionKind } from '../../../../app/model/position'
import type { ShownGrid } from '../../../../app/rules/block-lines'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { BlockWords, Held } from '../../../../app/rules/pasted-block'
import type { ShownOrder } from '../../../state/selection'

/** The comparison as the rules of a block see it: what is shown, in that order, and what is not after it. */
export function shownGrid(
  { issues, parties }: ComparisonReading,
  {
    order,
    start,
    say,
  }: { order: ShownOrder; start: { issueId: IssueId; partyId: PartyId } | null; say: Say },
): ShownGrid {
  const issueById = new Map(issues.map((issue) => [issue.id, issue]))
  const partyById = new Map(parties.map((party) => [party.id, party]))
  const shown = {
    issues: order.issueIds.flatMap((id) => issueById.get(id) ?? []),
    parties: order.partyIds.flatMap((id) => partyById.get(id) ?? []),
  }
  // Before anything is shown there is still an order.
  return {
    issues: shown.issues.length > 0 ? shown.issues : issues,
    parties: shown.parties.length > 0 ? shown.parties : parties,
    isTransposed: order.isTransposed,
    start,
    cornerWords: { issue: ['issue', say('compare.issue')], party: ['party', say('field.partyId')] },
  }
}

/** What the comparison holds at the day that it is read. */
export function heldIn(comparison: ComparisonReading): Held {
  return (issueId, partyId) => {
    const row = comparison.index.rowOf.get(issueId)
    const column = comparison.index.columnOf.get(partyId)
    if (row === undefined || column === undefined) return { texts: [], hasGap: false }
    const { positions, gap } = comparison.cellAt(row, column)
    return { texts: positions.map(({ text }) => text), hasGap: gap !== null }
  }
}

/** The words that mean something in a cell, in the reader's language; the models' own are understood in all. */
export function blockWords(say: Say): BlockWords {
  return {
    kinds: positionKind.options.flatMap((kind) => [
      { word: kind, kind },
      { word: say(`kind.${kind}`), kind },
      { word: say(`kindLetter.${kind}`), kind },
    ]),
    silences: [say('compare.gap'), ...say('entry.silences').split('|')],
  }
}
