import type { PartyId } from '../../model/party'
import type { Cell, CellPosition } from '../comparison'
import type { PresentedParty } from './running-steps'
import type { WallBlock } from './wall-content'
import type { WallRow } from './wall-row'

const plain = {
  kind: null,
  lead: '',
  tail: '',
  isRedLine: false,
  remarks: [],
  continues: '',
  light: 'plain',
  phrase: null,
} satisfies Partial<WallBlock>

/** A cell as the wall shows it. What other parties answered is left out until they are shown themselves. */
export function blocksOf(
  row: WallRow,
  { party, cell, revealed }: { party: PresentedParty; cell: Cell; revealed: ReadonlySet<PartyId> },
): WallBlock[] {
  if (cell.positions.length === 0) return [silenceBlock(row, party, cell)]
  return cell.positions.flatMap((position) => [
    positionBlock(row, position),
    ...position.conditions.map(
      (condition): WallBlock => ({
        ...plain,
        id: condition.id,
        is: 'condition',
        lead: row.say(`relation.${condition.relation}`),
        text: condition.text,
        tail: row.say(`conditionState.${condition.state}`),
      }),
    ),
    ...position.answers
      .filter((answer) => revealed.has(answer.partyId))
      .map(
        (answer): WallBlock => ({
          ...plain,
          id: answer.id,
          is: 'answer',
          lead: row.nameOf(answer.partyId) ?? '',
          text: row.say(`outcome.${answer.outcome}`),
        }),
      ),
  ])
}

function positionBlock({ say, nameOf, ...row }: WallRow, position: CellPosition): WallBlock {
  const addressee = position.addresseeId === null ? null : nameOf(position.addresseeId)
  const parts = [
    say(`kind.${position.kind}`),
    position.basis === 'stated' ? null : say(`basis.${position.basis}`),
    position.stance === null ? null : say(`stance.${position.stance}`),
  ].filter((part) => part !== null)
  const lead = capitalised(parts.join(', '), row.language)
  const isRedLine = position.firmness === 'red line'
  return {
    ...plain,
    id: position.id,
    is: 'position',
    kind: { is: position.kind, letter: say(`kindLetter.${position.kind}`) },
    lead: addressee === null ? lead : say('wall.to', { lead, addressee }),
    text: position.text,
    tail: isRedLine ? say('firmness.red line') : '',
    isRedLine,
    remarks: remarksOn({ ...row, say, nameOf }, position),
  }
}

/** Only what was switched on. */
function remarksOn({ say, allowed, tagsOf }: WallRow, position: CellPosition): string[] {
  const grade = position.evidence.bestGrade
  const tags = tagsOf(position.id)
  return [
    allowed.has('grades') && grade !== null && say('wall.grade', { grade }),
    allowed.has('needs research') && position.needsResearch && say('wall.needsResearch'),
    allowed.has('tags') && tags.length > 0 && say('wall.tags', { tags: tags.join(', ') }),
    allowed.has('assessments') &&
      position.assessment.trim() !== '' &&
      say('wall.assessment', { text: position.assessment }),
  ].filter((remark) => remark !== false)
}

function silenceBlock({ say, dateLabel, nameOf }: WallRow, { party }: PresentedParty, cell: Cell): WallBlock {
  const block = { ...plain, id: `silence ${party.id}`, is: 'silence' } satisfies Partial<WallBlock>
  if (cell.gap === null) {
    return {
      ...block,
      text: say('wall.unseen'),
      tail: say('wall.unseen.more', { party: nameOf(party.id) ?? '' }),
    }
  }
  const { asOf, searchedWhere } = cell.gap
  return {
    ...block,
    text: say('wall.gap', { date: dateLabel(asOf, 'long') }),
    tail: searchedWhere === '' ? '' : say('wall.gap.where', { where: searchedWhere }),
  }
}

const capitalised = (text: string, language: string): string =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
