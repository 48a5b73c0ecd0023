import type { Say } from '../../messages/say'
import type { IssueId } from '../../model/issue'
import type { PositionId } from '../../model/position'
import type { Cell, ComparedIssue, Comparison } from '../comparison'

/** What the records themselves say and an analyst may want to say first; never more than a proposal. */
export type SuggestedFinding = { title: string; text: string; issues: IssueId[]; positions: PositionId[] }

/** More than these nobody reads. */
const mostSuggested = 8

/** The sharpest first: red lines against each other, parties against themselves, refused demands, lone voices. */
export function suggestFindings(
  { issues, parties, cells }: Pick<Comparison, 'issues' | 'parties' | 'cells'>,
  say: Say,
): SuggestedFinding[] {
  const nameOf = (cell: Cell) => parties.find(({ id }) => id === cell.partyId)?.shortName ?? ''
  const rows = issues.map((issue, row) => ({
    issue,
    held: cells
      .slice(row * parties.length, (row + 1) * parties.length)
      .filter(({ positions }) => positions.length > 0),
  }))
  const kinds = [redLines, againstThemselves, notAccepted, loneVoices]
  return kinds.flatMap((kind) => rows.flatMap((row) => kind(row, nameOf, say))).slice(0, mostSuggested)
}

type Row = { issue: ComparedIssue; held: readonly Cell[] }
type NameOf = (cell: Cell) => string

const listed = (names: readonly string[], say: Say): string =>
  names.length < 2
    ? (names[0] ?? '')
    : say('cite.and', { before: names.slice(0, -1).join(say('cite.comma')), last: names.at(-1)! })

function redLines({ issue, held }: Row, nameOf: NameOf, say: Say): SuggestedFinding[] {
  const firm = held.filter((cell) => cell.positions.some(({ firmness }) => firmness === 'red line'))
  if (firm.length < 2) return []
  const positions = firm.flatMap((cell) => cell.positions.filter(({ firmness }) => firmness === 'red line'))
  const values = { issue: issue.title, parties: listed(firm.map(nameOf), say) }
  return [finding(issue, positions, say('finding.redLines.title', values), say('finding.redLines', values))]
}

function againstThemselves({ issue, held }: Row, nameOf: NameOf, say: Say): SuggestedFinding[] {
  return held.flatMap((cell) => {
    const positions = cell.positions.filter(({ contradiction }) => contradiction === 'own')
    const values = { issue: issue.title, party: nameOf(cell), words: positions[0]?.text ?? '' }
    return positions.length === 0
      ? []
      : [
          finding(
            issue,
            positions,
            say('finding.againstItself.title', values),
            say('finding.againstItself', values),
          ),
        ]
  })
}

function notAccepted({ issue, held }: Row, nameOf: NameOf, say: Say): SuggestedFinding[] {
  const refused = held.filter((cell) =>
    cell.positions.some(({ answers }) =>
      answers.some(({ outcome }) => outcome === 'rejected' || outcome === 'countered'),
    ),
  )
  if (refused.length < 2) return []
  const positions = refused.flatMap((cell) => cell.positions.filter(({ answers }) => answers.length > 0))
  const values = { issue: issue.title, parties: listed(refused.map(nameOf), say) }
  return [
    finding(issue, positions, say('finding.notAccepted.title', values), say('finding.notAccepted', values)),
  ]
}

function loneVoices({ issue, held }: Row, nameOf: NameOf, say: Say): SuggestedFinding[] {
  const [only, other] = held
  if (only === undefined || other !== undefined) return []
  const values = { issue: issue.title, party: nameOf(only) }
  return [finding(issue, only.positions, say('finding.lone.title', values), say('finding.lone', values))]
}

const finding = (
  issue: ComparedIssue,
  positions: readonly { id: PositionId }[],
  title: string,
  text: string,
): SuggestedFinding => ({
  title: title.length > 200 ? '' : title,
  text,
  issues: [issue.id],
  positions: positions.map(({ id }) => id),
})
