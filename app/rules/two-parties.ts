import type { Party, PartyId } from '../model/party'
import type { Answer, Condition, PositionId, Stance } from '../model/position'
import type { Cell, CellPosition, ComparedIssue } from './comparison'
import type { ComparisonReading } from './comparison-reading'
import { answerOf, isAnswerable, isSaid } from './demand-answers'
import { pairReasons } from './pair-reasons'
import type { ScaleRange } from './scale'

/**
 * How two parties stand to each other on an issue. `unjudged`: both have spoken, and nothing recorded says how near
 * they are. The last four are silences, and none of them is a kind of agreement or of difference.
 */
export const pairRelations = [
  'agreed',
  'close',
  'mixed',
  'opposed',
  'unjudged',
  'only ours',
  'only theirs',
  'nothing found',
  'unseen',
] as const
export type PairRelation = (typeof pairRelations)[number]

/** What speaks for a relation, and by which positions; null speaks for none, and keeps from being agreed. */
export type PairReason = {
  points: 'agreed' | 'close' | 'opposed' | null
  positionIds: readonly PositionId[]
} & (
  | { is: 'same words' }
  | { is: 'scale'; ours: ScaleRange; theirs: ScaleRange; distance: number; isRedLine: boolean }
  | { is: 'stance'; ours: Stance; theirs: Stance }
  | { is: 'answer'; answer: Answer; byOurs: boolean }
  | { is: 'refusal'; byOurs: boolean }
  | { is: 'mutual demands' }
  | { is: 'unanswered' }
  | { is: 'condition' }
)

/** What one of the two asks of the other, or offers it, and how that was answered. */
export type PairDemand = { position: CellPosition; isOurs: boolean; answer: Answer | null }

/** A condition of one that the other has to meet. */
export type WaitingCondition = { condition: Condition; position: CellPosition; isOurs: boolean }

export type IssuePair = {
  issue: ComparedIssue
  /** Its place in the reading. */
  row: number
  ours: Cell
  theirs: Cell
  relation: PairRelation
  reasons: readonly PairReason[]
  demands: readonly PairDemand[]
  waiting: readonly WaitingCondition[]
}

export type PartyPair = { ours: Party; theirs: Party; issues: readonly IssuePair[] }

/** What can be asked of the issues of two parties besides how they stand to each other. */
export const pairQuestions = ['unanswered', 'waiting', 'gap', 'unseen cell'] as const
export type PairQuestion = (typeof pairQuestions)[number]
export type PairFilter = PairRelation | PairQuestion

/** Two parties issue by issue, in reading order; null where one of them is not in the dossier. */
export function pairParties(
  reading: ComparisonReading,
  oursId: PartyId,
  theirsId: PartyId,
): PartyPair | null {
  const ourColumn = reading.index.columnOf.get(oursId)
  const theirColumn = reading.index.columnOf.get(theirsId)
  if (ourColumn === undefined || theirColumn === undefined) return null
  return {
    ours: reading.parties[ourColumn]!,
    theirs: reading.parties[theirColumn]!,
    issues: reading.issues.map((issue, row) =>
      pairCells(
        issue,
        row,
        { ours: reading.cellAt(row, ourColumn), theirs: reading.cellAt(row, theirColumn) },
        reading.asOf,
      ),
    ),
  }
}

function pairCells(
  issue: ComparedIssue,
  row: number,
  cells: { ours: Cell; theirs: Cell },
  day: string,
): IssuePair {
  const { ours, theirs } = cells
  const demands = [
    ...demandsOn(ours, theirs.partyId, true, day),
    ...demandsOn(theirs, ours.partyId, false, day),
  ]
  const silence = silenceOf(ours, theirs)
  const reasons = silence === null ? pairReasons(ours, theirs, demands) : []
  return {
    issue,
    row,
    ours,
    theirs,
    relation: silence ?? relationOf(reasons),
    reasons,
    demands,
    waiting: [...waitingOn(ours, theirs, true), ...waitingOn(theirs, ours, false)],
  }
}

function silenceOf(ours: Cell, theirs: Cell): PairRelation | null {
  if (ours.positions.length > 0 && theirs.positions.length > 0) return null
  if (ours.positions.length > 0) return 'only ours'
  if (theirs.positions.length > 0) return 'only theirs'
  return ours.gap !== null && theirs.gap !== null ? 'nothing found' : 'unseen'
}

/** Where something brings two together and something sets them apart, both count. */
function relationOf(reasons: readonly PairReason[]): PairRelation {
  const points = (to: PairReason['points']) => reasons.some((reason) => reason.points === to)
  const isNear = points('agreed') || points('close')
  if (points('opposed')) return isNear ? 'mixed' : 'opposed'
  if (!isNear) return 'unjudged'
  return points('close') || points(null) ? 'close' : 'agreed'
}

function demandsOn(cell: Cell, otherId: PartyId, isOurs: boolean, day: string): PairDemand[] {
  return cell.positions.flatMap((position) => {
    if (!isAnswerable(position)) return []
    const answer = answerOf(position.answers, otherId, day)
    return position.addresseeId === otherId || answer !== null ? [{ position, isOurs, answer }] : []
  })
}

function waitingOn(cell: Cell, other: Cell, isOurs: boolean): WaitingCondition[] {
  return cell.positions.flatMap((position) =>
    position.conditions
      .filter(
        (condition) =>
          condition.state === 'open' &&
          (condition.byPartyId === other.partyId ||
            other.positions.some(({ id }) => id === condition.onPositionId)),
      )
      .map((condition) => ({ condition, position, isOurs })),
  )
}

/** Whether an issue is one of those that are looked for. */
export function isAmong(pair: IssuePair, filter: PairFilter): boolean {
  switch (filter) {
    case 'unanswered':
      return pair.demands.some(isUnanswered)
    case 'waiting':
      return pair.waiting.length > 0
    case 'gap':
      return pair.ours.gap !== null || pair.theirs.gap !== null
    case 'unseen cell':
      return pair.ours.state === 'unseen' || pair.theirs.state === 'unseen'
    default:
      return pair.relation === filter
  }
}

/** Whether nobody has said anything to it: no answer is recorded, or that there was none. */
const isUnanswered = ({ answer }: PairDemand): boolean => answer === null || !isSaid(answer)

export type PairCounts = Readonly<Record<PairFilter, number>>

/** How many issues each filter leaves. The relations add up to all of them. */
export function countPairs({ issues }: PartyPair): PairCounts {
  const filters = [...pairRelations, ...pairQuestions]
  // One entry for each filter, which the type of `fromEntries` forgets.
  return Object.fromEntries(
    filters.map((filter) => [filter, issues.filter((pair) => isAmong(pair, filter)).length]),
  ) as Record<PairFilter, number>
}
