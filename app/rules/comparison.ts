import type { Dossier } from '../model/dossier'
import { compareEdtf, edtfBounds } from '../model/edtf-date'
import type { Issue, IssueId, Mark } from '../model/issue'
import type { Party, PartyId } from '../model/party'
import type { Answer, Condition, Gap, Position, PositionId } from '../model/position'
import type { Reliability } from '../model/source'
import type { EvidenceRelation } from '../model/statement'
import { bestGrade } from './grade'
import { placeIssues, type PlacedIssue } from './issue-tree'

/** What a statement means for a position, without its words. */
export type EvidenceFact = {
  positionId: PositionId
  relation: EvidenceRelation
  onBehalfOfId: PartyId | null
  isAnonymous: boolean
  saidOn: string | null
  issued: string | null
  /** Sources with one origin count once; a source without is its own. */
  origin: string
  reliability: Reliability
  credibility: number
}

export type EvidenceSummary = {
  /** How many statements stand behind the position: they support or qualify it. */
  statements: number
  origins: number
  newest: string | null
  bestGrade: string | null
}

/** Who contradicts the position: the party's own speakers, only others, or nobody. */
export type Contradiction = 'own' | 'others' | null

export type CellPosition = Position & {
  conditions: Condition[]
  answers: Answer[]
  evidence: EvidenceSummary
  contradiction: Contradiction
  /** Everything behind it was said by a source without a name. */
  isAnonymousOnly: boolean
}

export type CellState = 'stated' | 'reported' | 'inferred' | 'gap' | 'unseen'

export type Cell = {
  issueId: IssueId
  partyId: PartyId
  state: CellState
  /** In force at the as-of date, in the author's order. */
  positions: CellPosition[]
  /** The documented absence, where nothing is in force. */
  gap: Gap | null
}

export type ComparedIssue = PlacedIssue & { marks: Mark[] }

export type Comparison = {
  /** The ISO day at which it is read. */
  asOf: string
  parties: Party[]
  issues: ComparedIssue[]
  /** Every issue × party, row by row. */
  cells: Cell[]
}

export type ComparedRecords = {
  parties: readonly Party[]
  issues: readonly Issue[]
  marks: readonly Mark[]
  positions: readonly Position[]
  conditions: readonly Condition[]
  answers: readonly Answer[]
  gaps: readonly Gap[]
  facts: readonly EvidenceFact[]
}

/** Issues down, parties across, read at an ISO day. Silence stays silence: no cell is filled from another. */
export function compare(records: ComparedRecords, asOf: string): Comparison {
  const inForce = positionsInForce(records.positions, asOf)
  const positions = Map.groupBy(inForce, cellKey)
  const gaps = Map.groupBy(records.gaps, cellKey)
  const conditions = Map.groupBy(records.conditions, (condition) => condition.positionId)
  const answers = Map.groupBy(records.answers, (answer) => answer.positionId)
  const facts = Map.groupBy(
    records.facts.filter((fact) => !hasBegunAfter(asOf, fact.saidOn ?? fact.issued)),
    (fact) => fact.positionId,
  )
  const marks = Map.groupBy(records.marks, (mark) => mark.issueId)
  const issues = placeIssues(records.issues).map((issue) => ({ ...issue, marks: marks.get(issue.id) ?? [] }))

  const cells = issues.flatMap((issue) =>
    records.parties.map((party): Cell => {
      const key = cellKey({ issueId: issue.id, partyId: party.id })
      const held = (positions.get(key) ?? []).map((position) => ({
        ...position,
        conditions: conditions.get(position.id) ?? [],
        answers: answers.get(position.id) ?? [],
        ...weighEvidence(position, facts.get(position.id) ?? []),
      }))
      const gap = held.length > 0 ? null : gapAt(gaps.get(key) ?? [], asOf)
      return { issueId: issue.id, partyId: party.id, state: stateOf(held, gap), positions: held, gap }
    }),
  )
  return { asOf, parties: [...records.parties], issues, cells }
}

const cellKey = ({ issueId, partyId }: { issueId: IssueId; partyId: PartyId }) => `${issueId} ${partyId}`

/** The ISO day that a comparison is read at, given what the reader or the dossier says; a period means its end. */
export function readingDay(asOf: string | null, dossier: Pick<Dossier, 'asOf'>, today: string): string {
  const wanted = asOf ?? dossier.asOf
  return wanted === null ? today : (edtfBounds(wanted).last ?? today)
}

/** Begun, not over, and not superseded by one that has itself begun. A position without dates always holds. */
export function positionsInForce(positions: readonly Position[], asOf: string): Position[] {
  const begun = positions.filter((position) => !hasBegunAfter(asOf, position.from))
  const superseded = new Set(begun.map((position) => position.supersedesId))
  return begun.filter((position) => !superseded.has(position.id) && !isOver(asOf, position.until))
}

function hasBegunAfter(day: string, from: string | null): boolean {
  const first = from === null ? null : edtfBounds(from).first
  return first !== null && first > day
}

function isOver(day: string, until: string | null): boolean {
  const last = until === null ? null : edtfBounds(until).last
  return last !== null && last < day
}

/** The newest search up to the day; where all came later, the earliest of them. */
function gapAt(gaps: readonly Gap[], asOf: string): Gap | null {
  const sorted = gaps.toSorted((a, b) => compareEdtf(a.asOf, b.asOf))
  return sorted.findLast((gap) => !hasBegunAfter(asOf, gap.asOf)) ?? sorted[0] ?? null
}

function stateOf(positions: readonly CellPosition[], gap: Gap | null): CellState {
  for (const basis of ['stated', 'reported', 'inferred'] as const) {
    if (positions.some((position) => position.basis === basis)) return basis
  }
  return gap === null ? 'unseen' : 'gap'
}

function weighEvidence(
  position: Position,
  facts: readonly EvidenceFact[],
): Pick<CellPosition, 'evidence' | 'contradiction' | 'isAnonymousOnly'> {
  const behind = facts.filter((fact) => fact.relation !== 'contradicts')
  const against = facts.filter((fact) => fact.relation === 'contradicts')
  const isOwn = against.some((fact) => fact.onBehalfOfId === position.partyId)
  return {
    evidence: {
      statements: behind.length,
      origins: new Set(behind.map((fact) => fact.origin)).size,
      newest: behind
        .map((fact) => fact.saidOn ?? fact.issued)
        .filter((date) => date !== null)
        .reduce<string | null>(
          (last, date) => (last !== null && compareEdtf(last, date) > 0 ? last : date),
          null,
        ),
      bestGrade: bestGrade(behind),
    },
    contradiction: against.length === 0 ? null : isOwn ? 'own' : 'others',
    isAnonymousOnly: behind.length > 0 && behind.every((fact) => fact.isAnonymous),
  }
}
