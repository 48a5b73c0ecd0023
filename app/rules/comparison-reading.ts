import { compareEdtf, edtfBounds } from '../model/edtf-date'
import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Answer, Condition, Gap, Position } from '../model/position'
import { readsAlike } from './cell-days'
import { doubtsAt } from './certainty'
import type { Cell, CellPosition, CellState, Comparison, EvidenceFact } from './comparison'
import { heldAt, isInForce, type ComparisonIndex, type HeldCell, type HeldPosition } from './comparison-index'
import { isGivenBy } from './demand-answers'
import { bestGrade } from './grade'
import { wholePosition } from './kept-position'

/** The comparison at one day. A cell is read when it is first asked for, and kept while few others are. */
export type ComparisonReading = Omit<Comparison, 'cells'> & {
  index: ComparisonIndex
  /** By the places of issue and party in `issues` and `parties`. In a row that is awaited, nothing has been seen. */
  cellAt: (row: number, column: number) => Cell
}

export function readComparison(index: ComparisonIndex, asOf: string): ComparisonReading {
  const { parties } = index.records
  const { kept } = index
  const readAgain = (at: number, row: number, column: number): Cell => {
    const held = index.held[at]
    const last = kept.get(at)
    const cell =
      last !== undefined && readsAlike(held, last.day, asOf)
        ? last.cell
        : readCell(held, { issueId: index.issues[row]!.id, partyId: parties[column]!.id, asOf })
    // A reader who goes through all of a large comparison would else keep it twice.
    if (kept.size >= mostKept) kept.clear()
    kept.set(at, { cell, day: asOf })
    return cell
  }
  return {
    asOf,
    parties: parties as Comparison['parties'],
    issues: index.issues as Comparison['issues'],
    index,
    cellAt(row, column) {
      const at = row * parties.length + column
      if (index.awaited.has(row)) return unseenCell(index.issues[row]!.id, parties[column]!.id)
      const last = kept.get(at)
      return last?.day === asOf ? last.cell : readAgain(at, row, column)
    },
  }
}

/** Some screens of cells. */
const mostKept = 6_000

const unseenCell = (issueId: IssueId, partyId: PartyId): Cell => ({
  issueId,
  partyId,
  state: 'unseen',
  positions: [],
  gap: null,
})

/** One cell, which is not kept: all cells of a large comparison take more memory than its records. */
export const readOneCell = (index: ComparisonIndex, row: number, column: number, asOf: string): Cell =>
  readCell(heldAt(index, row, column), {
    issueId: index.issues[row]!.id,
    partyId: index.records.parties[column]!.id,
    asOf,
  })

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
  (held: HeldPosition): CellPosition => {
    const { position, conditions, answers, facts } = held
    return {
      ...wholePosition(position),
      doubts: doubtsAt(position, held, asOf),
      conditions: conditions as Condition[],
      answers: answers.length === 0 ? (answers as Answer[]) : answers.filter((each) => isGivenBy(each, asOf)),
      ...weighEvidence(
        position,
        facts.filter(({ day }) => day === null || day <= asOf),
      ),
    }
  }

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

const nothingBehind: ReturnType<typeof weighEvidence> = {
  evidence: { statements: 0, origins: 0, newest: null, bestGrade: null },
  contradiction: null,
  isAnonymousOnly: false,
}

function weighEvidence(
  position: Position,
  facts: readonly EvidenceFact[],
): Pick<CellPosition, 'evidence' | 'contradiction' | 'isAnonymousOnly'> {
  if (facts.length === 0) return nothingBehind
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

/** The cells of one row, in the parties' order. */
export const cellsOfRow = (reading: ComparisonReading, row: number): Cell[] =>
  reading.parties.map((_party, column) => reading.cellAt(row, column))

/** Every cell, row by row. */
export const allCells = (reading: ComparisonReading): Cell[] =>
  reading.issues.flatMap((_issue, row) => cellsOfRow(reading, row))

const none: readonly never[] = []
