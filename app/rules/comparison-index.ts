import { compareEdtf, edtfBounds } from '../model/edtf-date'
import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Answer, Condition, Gap, Position, PositionId } from '../model/position'
import type {
  Cell,
  CellPosition,
  CellState,
  ComparedIssue,
  ComparedRecords,
  Comparison,
  EvidenceFact,
} from './comparison'
import { doubtsAt, periodOf, type Period } from './certainty'
import { bestGrade } from './grade'
import { placeIssues } from './issue-tree'

/** A position with all that hangs on it, and the days between which it may hold. */
export type HeldPosition = Period & {
  position: Position
  /** Those that supersede it. */
  successors: HeldPosition[]
  /** The one that it supersedes. In a damaged dossier the chain may lead back to itself. */
  forerunner: HeldPosition | null
  conditions: readonly Condition[]
  answers: readonly Answer[]
  facts: readonly DatedFact[]
}

type DatedFact = EvidenceFact & { day: string | null }

/** All that was ever recorded of one issue × party, in the author's order. */
export type HeldCell = { positions: readonly HeldPosition[]; gaps: readonly Gap[] }

/** The records of a comparison put in order once, so that it can be read at any day without going through them again. */
export type ComparisonIndex = {
  records: ComparedRecords
  issues: readonly ComparedIssue[]
  rowOf: ReadonlyMap<IssueId, number>
  columnOf: ReadonlyMap<PartyId, number>
  positionOf: ReadonlyMap<PositionId, HeldPosition>
  /** Row by row; undefined where nothing was ever recorded. */
  held: readonly (HeldCell | undefined)[]
}

/** The comparison at one day. A cell is read when it is first asked for and then kept. */
export type ComparisonReading = Omit<Comparison, 'cells'> & {
  index: ComparisonIndex
  /** By the places of issue and party in `issues` and `parties`. */
  cellAt: (row: number, column: number) => Cell
}

export function indexComparison(records: ComparedRecords): ComparisonIndex {
  const marks = Map.groupBy(records.marks, (mark) => mark.issueId)
  const issues = placeIssues(records.issues).map((issue) => ({ ...issue, marks: marks.get(issue.id) ?? [] }))
  const rowOf = new Map(issues.map((issue, row) => [issue.id, row]))
  const columnOf = new Map(records.parties.map((party, column) => [party.id, column]))
  const place = ({ issueId, partyId }: { issueId: IssueId; partyId: PartyId }) =>
    rowOf.get(issueId)! * records.parties.length + columnOf.get(partyId)!

  const bounds = rememberBounds()
  const conditions = Map.groupBy(records.conditions, (condition) => condition.positionId)
  const answers = Map.groupBy(records.answers, (answer) => answer.positionId)
  const facts = Map.groupBy(records.facts, (fact) => fact.positionId)
  const positionOf = new Map<PositionId, HeldPosition>()
  const held = Array.from(
    { length: issues.length * records.parties.length },
    (): { positions: HeldPosition[]; gaps: Gap[] } | undefined => undefined,
  )

  for (const position of records.positions) {
    const entry: HeldPosition = {
      position,
      ...periodOf(position, bounds),
      successors: [],
      forerunner: null,
      conditions: conditions.get(position.id) ?? none,
      answers: answers.get(position.id) ?? none,
      facts: (facts.get(position.id) ?? none).map((fact) => ({
        ...fact,
        day: bounds(fact.saidOn ?? fact.issued).first,
      })),
    }
    positionOf.set(position.id, entry)
    const at = place(position)
    const cell = (held[at] ??= { positions: [], gaps: [] })
    cell.positions.push(entry)
  }
  for (const entry of positionOf.values()) {
    const { supersedesId } = entry.position
    const forerunner = supersedesId === null ? undefined : positionOf.get(supersedesId)
    if (forerunner === undefined) continue
    entry.forerunner = forerunner
    forerunner.successors.push(entry)
  }
  for (const gap of records.gaps) {
    const cell = (held[place(gap)] ??= { positions: [], gaps: [] })
    cell.gaps.push(gap)
  }
  return { records, issues, rowOf, columnOf, positionOf, held }
}

const none: readonly never[] = []

export function readComparison(index: ComparisonIndex, asOf: string): ComparisonReading {
  const { parties } = index.records
  const read: (Cell | undefined)[] = []
  return {
    asOf,
    parties: parties as Comparison['parties'],
    issues: index.issues as Comparison['issues'],
    index,
    cellAt(row, column) {
      const at = row * parties.length + column
      return (read[at] ??= readCell(index.held[at], {
        issueId: index.issues[row]!.id,
        partyId: parties[column]!.id,
        asOf,
      }))
    },
  }
}

/** Begun, not over, and not superseded by one that has itself begun. A position without dates always holds. */
export function isInForce({ begins, ends, successors }: HeldPosition, day: string): boolean {
  if (begins !== null && begins > day) return false
  if (ends !== null && ends < day) return false
  return !successors.some((successor) => successor.begins === null || successor.begins <= day)
}

function readCell(
  held: HeldCell | undefined,
  { issueId, partyId, asOf }: { issueId: IssueId; partyId: PartyId; asOf: string },
): Cell {
  const positions = (held?.positions ?? none).filter((entry) => isInForce(entry, asOf)).map(weigh(asOf))
  const gap = positions.length > 0 ? null : gapAt(held?.gaps ?? none, asOf)
  return { issueId, partyId, state: stateOf(positions, gap), positions, gap }
}

const weigh =
  (asOf: string) =>
  ({ position, conditions, answers, facts, ...period }: HeldPosition): CellPosition => ({
    ...position,
    doubts: doubtsAt(position, period, asOf),
    conditions: conditions as Condition[],
    answers: answers as Answer[],
    ...weighEvidence(
      position,
      facts.filter(({ day }) => day === null || day <= asOf),
    ),
  })

/** The newest search up to the day; where all came later, the earliest of them. */
function gapAt(gaps: readonly Gap[], asOf: string): Gap | null {
  if (gaps.length === 0) return null
  const sorted = gaps.toSorted((a, b) => compareEdtf(a.asOf, b.asOf))
  return sorted.findLast((gap) => (edtfBounds(gap.asOf).first ?? '') <= asOf) ?? sorted[0]!
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

/** Many records share few dates, and reading one costs more than finding it again. */
function rememberBounds(): (date: string | null) => EdtfBounds {
  const known = new Map<string, EdtfBounds>()
  return (date) => {
    if (date === null) return open
    let found = known.get(date)
    if (!found) known.set(date, (found = edtfBounds(date)))
    return found
  }
}

type EdtfBounds = ReturnType<typeof edtfBounds>

const open: EdtfBounds = { first: null, last: null }

/** The cells of one row, in the parties' order. */
export const cellsOfRow = (reading: ComparisonReading, row: number): Cell[] =>
  reading.parties.map((_party, column) => reading.cellAt(row, column))

/** Every cell, row by row. */
export const allCells = (reading: ComparisonReading): Cell[] =>
  reading.issues.flatMap((_issue, row) => cellsOfRow(reading, row))
