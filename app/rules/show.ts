import type { Issue, IssueId, RowStatus } from '../model/issue'
import type { Party, PartyId } from '../model/party'
import type { Condition, Position } from '../model/position'
import type { CellState, Comparison, EvidenceSummary } from './comparison'
import { foldText } from './fold-text'

/** The comparison as `show --json` prints it. Scripts read it: fields may be added, never renamed or removed. */
export type ShownComparison = {
  asOf: string
  parties: Pick<Party, 'id' | 'name' | 'shortName' | 'role'>[]
  issues: {
    id: IssueId
    number: string
    title: string
    status: RowStatus
    landingZone: string
    /** On the issue's scale, 0 to 100. */
    zoneLow: number | null
    zoneHigh: number | null
  }[]
  cells: ShownCell[]
}

export type ShownCell = {
  issueId: IssueId
  partyId: PartyId
  state: CellState
  positions: ShownPosition[]
}

export type ShownPosition = Pick<
  Position,
  'id' | 'kind' | 'text' | 'stance' | 'firmness' | 'basis' | 'from' | 'until' | 'needsResearch'
> & {
  /** The addressed party's name. */
  addressee: string | null
  conditions: Pick<Condition, 'relation' | 'text' | 'state'>[]
  evidence: EvidenceSummary
  /** Some statement contradicts it, the party's own or another's. */
  isContradicted: boolean
}

export function showComparison({ asOf, parties, issues, cells }: Comparison): ShownComparison {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return {
    asOf,
    parties: parties.map(({ id, name, shortName, role }) => ({ id, name, shortName, role })),
    issues: issues.map(({ id, number, title, status, landingZone, zoneLow, zoneHigh }) => ({
      id,
      number,
      title,
      status,
      landingZone,
      zoneLow,
      zoneHigh,
    })),
    cells: cells.map(({ issueId, partyId, state, positions }) => ({
      issueId,
      partyId,
      state,
      positions: positions.map((position) => ({
        id: position.id,
        kind: position.kind,
        text: position.text,
        addressee: position.addresseeId === null ? null : (names.get(position.addresseeId) ?? null),
        stance: position.stance,
        firmness: position.firmness,
        basis: position.basis,
        from: position.from,
        until: position.until,
        needsResearch: position.needsResearch,
        conditions: position.conditions.map(({ relation, text, state }) => ({ relation, text, state })),
        evidence: position.evidence,
        isContradicted: position.contradiction !== null,
      })),
    })),
  }
}

/** The part of it that is about one issue, one party, or both. */
export function narrowComparison<
  Row extends { id: IssueId },
  Column extends { id: PartyId },
  Cell extends CellKey,
>(
  whole: { issues: Row[]; parties: Column[]; cells: Cell[] },
  { issueId, partyId }: { issueId?: IssueId | undefined; partyId?: PartyId | undefined },
): { issues: Row[]; parties: Column[]; cells: Cell[] } {
  return {
    issues: whole.issues.filter(({ id }) => issueId === undefined || id === issueId),
    parties: whole.parties.filter(({ id }) => partyId === undefined || id === partyId),
    cells: whole.cells.filter(
      (cell) =>
        (issueId === undefined || cell.issueId === issueId) &&
        (partyId === undefined || cell.partyId === partyId),
    ),
  }
}
type CellKey = { issueId: IssueId; partyId: PartyId }

/** By name or short name, whatever its case and accents. */
export function findParty<Column extends Pick<Party, 'name' | 'shortName'>>(
  parties: readonly Column[],
  wanted: string,
): Column | undefined {
  return parties.find(({ name, shortName }) => isSame(name, wanted) || isSame(shortName, wanted))
}

/** By number, or by title, whatever its case and accents. */
export function findIssue<Row extends Pick<Issue, 'title'> & { number: string }>(
  issues: readonly Row[],
  wanted: string,
): Row | undefined {
  return (
    issues.find(({ number }) => isSame(number, wanted)) ?? issues.find(({ title }) => isSame(title, wanted))
  )
}

const isSame = (text: string, wanted: string) => foldText(text.trim()) === foldText(wanted.trim())
