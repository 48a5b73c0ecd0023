import type { Say } from '../../../app/messages/say'
import type { DateLabel } from '../../../app/messages/date-words'
import type { Party, PartyId } from '../../../app/model/party'
import type { Cell, CellPosition, ComparedIssue } from '../../../app/rules/comparison'

/** A cell as one sentence, for those who hear it. */
export function spokenCell(
  cell: Cell,
  {
    issue,
    party,
    nameOf,
    say,
    dateLabel,
  }: { issue: ComparedIssue; party: Party; nameOf: (id: PartyId) => string; say: Say; dateLabel: DateLabel },
): string {
  const content =
    cell.gap !== null
      ? say('spoken.gap', { date: dateLabel(cell.gap.asOf, 'long') })
      : cell.positions.length === 0
        ? say('spoken.unseen')
        : cell.positions.map((position) => spokenPosition(position, { nameOf, say })).join('; ')
  return say('spoken.cell', { issue: issue.title, party: party.shortName, content })
}

function spokenPosition(
  position: CellPosition,
  { nameOf, say }: { nameOf: (id: PartyId) => string; say: Say },
): string {
  const { kind, addresseeId, firmness, basis, text, conditions, evidence, contradiction, needsResearch } =
    position
  const words = say('spoken.position', {
    kind: say(`kind.${kind}`),
    to: addresseeId === null ? '' : say('spoken.to', { party: nameOf(addresseeId) }),
    firmness:
      firmness === 'unstated' ? '' : say('spoken.firmness', { firmness: say(`firmness.${firmness}`) }),
    text,
  })
  return [
    words,
    ...(conditions.length === 0 ? [] : [say('count.conditions', { count: conditions.length })]),
    evidence.statements === 0
      ? say('compare.noStatement')
      : say('spoken.evidence', {
          statements: say('count.statements', { count: evidence.statements }),
          origins: say('count.origins', { count: evidence.origins }),
        }),
    ...(basis === 'stated' ? [] : [say(`basis.${basis}`)]),
    ...(contradiction === null ? [] : [say(`compare.contradiction.${contradiction}`)]),
    ...(needsResearch ? [say('compare.needsResearch')] : []),
  ].join(', ')
}
