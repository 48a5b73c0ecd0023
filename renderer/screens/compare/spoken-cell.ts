import type { Say } from '../../../app/messages/say'
import type { DateLabel } from '../../../app/messages/date-words'
import type { Party, PartyId } from '../../../app/model/party'
import type { Cell, CellPosition, ComparedIssue } from '../../../app/rules/comparison'
import type { Difference } from '../../../app/rules/word-differences'
import { differencesOf } from '../../state/differences'
import type { ComparedCell } from './use-baseline'

type Speaking = { nameOf: (id: PartyId) => string; say: Say }

/** A party's head as one sentence, for those who hear it. */
export function spokenParty(party: Party, { isBaseline, say }: { isBaseline: boolean; say: Say }): string {
  const role = say(`role.${party.role}`)
  return say(isBaseline ? 'spoken.baseline' : 'spoken.party', { party: party.shortName, role })
}

/** A cell as one sentence, for those who hear it; beside a baseline, with what differs in place of its words. */
export function spokenCell(
  cell: Cell,
  {
    issue,
    party,
    dateLabel,
    compared,
    ...speaking
  }: Speaking & { issue: ComparedIssue; party: Party; dateLabel: DateLabel; compared: ComparedCell | null },
): string {
  const { say } = speaking
  const silence =
    cell.gap !== null
      ? say('spoken.gap', { date: dateLabel(cell.gap.asOf, 'long') })
      : cell.positions.length === 0
        ? say('spoken.unseen')
        : null
  const content = compared
    ? spokenBeside(compared, { ...speaking, silence })
    : (silence ?? cell.positions.map((position) => spokenPosition(position, speaking)).join('; '))
  return say('spoken.cell', { issue: issue.title, party: party.shortName, content })
}

function spokenBeside(
  { baseline, isBaselineEmpty, pairs }: ComparedCell,
  { silence, ...speaking }: Speaking & { silence: string | null },
): string {
  const { say } = speaking
  const party = baseline.shortName
  if (silence !== null) return say('spoken.nothingHere', { content: silence, party })
  const spoken = pairs.map((pair) => {
    if (pair.held === null) return say('spoken.onlyThere', { party, text: shortened(pair.baseline.text) })
    if (isBaselineEmpty) return spokenPosition(pair.held, speaking)
    const text =
      pair.baseline === null
        ? `${say('compare.onlyHere')}, ${pair.held.text}`
        : spokenDifferences(differencesOf(pair.baseline.text, pair.held.text), { say, party })
    return spokenPosition({ ...pair.held, text }, speaking)
  })
  return [...(isBaselineEmpty ? [say('compare.nothingThere', { party })] : []), ...spoken].join('; ')
}

function spokenDifferences(
  differences: readonly Difference[] | null,
  { say, party }: { say: Say; party: string },
): string {
  if (differences === null) return say('compare.comparing')
  const wordsOf = (kind: Difference['kind']) =>
    shortened(
      differences
        .filter((part) => part.kind === kind && part.text.trim() !== '')
        .map(({ text }) => text.trim())
        .join(', '),
    )
  const added = wordsOf('added')
  const removed = wordsOf('removed')
  if (added === '' && removed === '') return say('compare.sameWords', { party })
  const parts = [
    ...(added === '' ? [] : [say('spoken.added', { words: added })]),
    ...(removed === '' ? [] : [say('spoken.leftOut', { words: removed })]),
  ]
  return say('spoken.compared', { party, differences: parts.join(', ') })
}

/** In UTF-16 units, some twenty words: more is better read than heard. */
const longestHeard = 120

function shortened(text: string): string {
  if (text.length <= longestHeard) return text
  const lastSpace = text.lastIndexOf(' ', longestHeard)
  return `${text.slice(0, lastSpace > 0 ? lastSpace : longestHeard)}…`
}

function spokenPosition(position: CellPosition, { nameOf, say }: Speaking): string {
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
