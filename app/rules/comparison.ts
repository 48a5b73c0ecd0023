import type { Dossier } from '../model/dossier'
import { edtfBounds } from '../model/edtf-date'
import type { Issue, IssueId, Mark } from '../model/issue'
import type { Membership, Party, PartyId } from '../model/party'
import type { Answer, Condition, Gap, Position, PositionId } from '../model/position'
import type { OutletId, Reliability } from '../model/source'
import type { EvidenceRelation } from '../model/statement'
import type { Tagging } from '../model/tag'
import type { Doubt } from './certainty'
import { indexComparison } from './comparison-index'
import { allCells, readComparison } from './comparison-reading'
import type { PlacedIssue } from './issue-tree'

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
  outletId: OutletId | null
  reliability: Reliability
  credibility: number
  /** The first day that it may have been said or issued on, where that has been worked out; null is unknown. */
  day?: string | null
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
  /** Why it is not sure that it is in force at the day; empty where it is. */
  doubts: readonly Doubt[]
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
  memberships: readonly Membership[]
  /** Those of issues, positions and parties. */
  taggings: readonly Tagging[]
}

/** Issues down, parties across, read at an ISO day. Silence stays silence: no cell is filled from another. */
export function compare(records: ComparedRecords, asOf: string): Comparison {
  const reading = readComparison(indexComparison(records), asOf)
  const { parties, issues } = reading
  return { asOf, parties, issues, cells: allCells(reading) }
}

/** The ISO day that a comparison is read at, given what the reader or the dossier says; a period means its end. */
export function readingDay(asOf: string | null, dossier: Pick<Dossier, 'asOf'>, today: string): string {
  const wanted = asOf ?? dossier.asOf
  return wanted === null ? today : (edtfBounds(wanted).last ?? today)
}
