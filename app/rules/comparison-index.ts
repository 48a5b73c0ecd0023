import { firstDayOf } from '../model/edtf-date'
import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Answer, Condition, Gap, Position, PositionId } from '../model/position'
import { periodOf, type Period } from './certainty'
import type { Cell, ComparedIssue, ComparedRecords, EvidenceFact } from './comparison'
import { placeIssues } from './issue-tree'
import type { ComparisonFrame, SaidRecords } from './packed-records'

/** A position with all that hangs on it, and the days between which it may hold. */
export type HeldPosition = Period & {
  position: Position
  /** Those that supersede it. */
  successors: readonly HeldPosition[]
  /** The one that it supersedes. In a damaged dossier the chain may lead back to itself. */
  forerunner: HeldPosition | null
  conditions: readonly Condition[]
  answers: readonly Answer[]
  facts: readonly DatedFact[]
}

type DatedFact = EvidenceFact & { day: string | null }

const isDated = (fact: EvidenceFact): fact is DatedFact => fact.day !== undefined

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
  /** Cells that were read, and for which day: from one day to another most stay the same. */
  kept: Map<number, KeptCell>
  /** Rows of which it is not known yet what is said on them; empty once everything has been read. */
  awaited: ReadonlySet<number>
}

type KeptCell = { cell: Cell; day: string }

/** The same while it is being made. */
type GrowingIndex = Omit<ComparisonIndex, 'records' | 'positionOf' | 'held' | 'awaited'> & {
  records: ComparedRecords & { [Kind in keyof SaidRecords]: SaidRecords[Kind][number][] }
  positionOf: Map<PositionId, HeldPosition>
  held: (HeldCell | undefined)[]
  awaited: Set<number>
}

/** An index that rows are still added to. */
export type ComingIndex = {
  index: ComparisonIndex
  /**
   * Enters what is said on these issues, of which nothing was known. Gives back the rows that have changed: theirs, and
   * any whose position one of theirs supersedes.
   */
  add: (said: SaidRecords, issueIds: readonly IssueId[]) => ReadonlySet<number>
}

/**
 * Puts the records in order. After an edit, `last` is the index before it with the issues that it touched: what is said
 * on the others is taken over as it stands.
 */
export function indexComparison(
  records: ComparedRecords,
  last?: { index: ComparisonIndex; touched: ReadonlySet<IssueId> },
): ComparisonIndex {
  const index = layOut(records)
  const isKnown = last && haveSameColumns(last.index, records) ? takeOver(last, index) : null
  if (isKnown === null) {
    enter(index, records)
    return index
  }
  const isNew = ({ issueId }: { issueId: IssueId }) => !isKnown(issueId)
  const positions = records.positions.filter(isNew)
  const ofNew = ({ positionId }: { positionId: PositionId | null }) =>
    positionId === null || !index.positionOf.has(positionId)
  const changed = enter(index, {
    positions,
    conditions: records.conditions.filter(ofNew),
    answers: records.answers.filter(ofNew),
    facts: records.facts.filter(ofNew),
    gaps: records.gaps.filter(isNew),
  })
  // A succession from one issue to another: what it leads to cannot be taken over as it stood.
  const isAcross = [...changed].some((row) => isKnown(index.issues[row]!.id))
  return isAcross ? indexComparison(records) : index
}

/** The rows and columns of a comparison, before anything is known of what is said. */
export function beginIndex(frame: ComparisonFrame): ComingIndex {
  const records = { ...frame, positions: [], conditions: [], answers: [], gaps: [], facts: [] }
  const index: GrowingIndex = layOut(records)
  for (const row of index.issues.keys()) index.awaited.add(row)
  const making = beginMaking()
  return {
    index,
    add(said, issueIds) {
      for (const kind of ['positions', 'conditions', 'answers', 'gaps', 'facts'] as const) {
        const known: unknown[] = index.records[kind]
        for (const record of said[kind]) known.push(record)
      }
      // An issue that was made since the rows were laid out has none of them.
      const isThere = ({ issueId, partyId }: { issueId: IssueId; partyId: PartyId }) =>
        index.rowOf.has(issueId) && index.columnOf.has(partyId)
      const changed = enter(
        index,
        {
          ...said,
          positions: said.positions.filter(isThere),
          gaps: said.gaps.filter(isThere),
        },
        making,
      )
      for (const id of issueIds) {
        const row = index.rowOf.get(id)
        if (row === undefined) continue
        index.awaited.delete(row)
        changed.add(row)
      }
      return changed
    },
  }
}

function layOut<Records extends ComparedRecords>(records: Records) {
  const { issues, marks, parties } = records
  const marksOf = Map.groupBy(marks, (mark) => mark.issueId)
  const placed = placeIssues(issues).map((issue) => ({ ...issue, marks: marksOf.get(issue.id) ?? [] }))
  return {
    records,
    issues: placed,
    rowOf: new Map(placed.map((issue, row) => [issue.id, row])),
    columnOf: new Map(parties.map((party, column) => [party.id, column])),
    positionOf: new Map<PositionId, HeldPosition>(),
    held: Array.from(
      { length: placed.length * parties.length },
      (): GrowingIndex['held'][number] => undefined,
    ),
    kept: new Map<number, KeptCell>(),
    awaited: new Set<number>(),
  }
}

type LaidOut = Pick<GrowingIndex, 'rowOf' | 'columnOf' | 'positionOf' | 'held' | 'kept'>

/** What outlasts a portion of what is said. */
type Making = {
  /** Positions by the one that they supersede, which is not known yet. */
  waiting: Map<PositionId, HeldPosition[]>
}

const beginMaking = (): Making => ({ waiting: new Map() })

/** Enters what is said; gives back the rows outside of it in which something is superseded now. */
function enter(index: LaidOut, said: SaidRecords, making = beginMaking()): Set<number> {
  const { rowOf, columnOf, positionOf, held } = index
  const width = columnOf.size
  const place = ({ issueId, partyId }: { issueId: IssueId; partyId: PartyId }) =>
    rowOf.get(issueId)! * width + columnOf.get(partyId)!

  const conditions = Map.groupBy(said.conditions, ({ positionId }) => positionId)
  const answers = Map.groupBy(said.answers, ({ positionId }) => positionId)
  const facts = Map.groupBy(said.facts, ({ positionId }) => positionId)
  const dated = (fact: EvidenceFact): DatedFact =>
    isDated(fact) ? fact : { ...fact, day: firstDayOf(fact.saidOn ?? fact.issued) }
  const entries: HeldPosition[] = []
  for (const position of said.positions) {
    const { begins, beginsBy, endsFrom, ends } = periodOf(position)
    // Written out, and lists no longer than they are: at fifty thousand, spreading and growing take half as much again.
    const entry: HeldPosition = {
      position,
      begins,
      beginsBy,
      endsFrom,
      ends,
      successors: none,
      forerunner: null,
      conditions: conditions.get(position.id)?.slice() ?? none,
      answers: answers.get(position.id)?.slice() ?? none,
      facts: facts.get(position.id)?.map(dated) ?? none,
    }
    positionOf.set(position.id, entry)
    entries.push(entry)
    const cell = (held[place(position)] ??= { positions: none, gaps: none })
    cell.positions = cell.positions.concat(entry)
  }
  const changed = linkSuccessions(index, entries, making)
  for (const gap of said.gaps) {
    const cell = (held[place(gap)] ??= { positions: none, gaps: none })
    cell.gaps = cell.gaps.concat(gap)
  }
  return changed
}

function linkSuccessions(
  { rowOf, columnOf, positionOf, kept }: LaidOut,
  entries: readonly HeldPosition[],
  { waiting }: Making,
): Set<number> {
  const changed = new Set<number>()
  const among = new Set(entries)
  const link = (forerunner: HeldPosition, successor: HeldPosition) => {
    successor.forerunner = forerunner
    forerunner.successors = forerunner.successors.concat(successor)
    if (among.has(forerunner)) return
    const { issueId, partyId } = forerunner.position
    const row = rowOf.get(issueId)!
    changed.add(row)
    kept.delete(row * columnOf.size + columnOf.get(partyId)!)
  }
  for (const entry of entries) {
    for (const successor of waiting.get(entry.position.id) ?? none) link(entry, successor)
    waiting.delete(entry.position.id)
    const { supersedesId } = entry.position
    if (supersedesId === null) continue
    const forerunner = positionOf.get(supersedesId)
    if (forerunner) link(forerunner, entry)
    else waiting.set(supersedesId, [...(waiting.get(supersedesId) ?? none), entry])
  }
  return changed
}

const haveSameColumns = ({ records }: ComparisonIndex, { parties }: ComparedRecords): boolean =>
  records.parties.length === parties.length &&
  records.parties.every(({ id }, column) => parties[column]!.id === id)

/** Rows of issues that the edit did not touch; which these are is what is given back. */
function takeOver(
  { index, touched }: { index: ComparisonIndex; touched: ReadonlySet<IssueId> },
  into: {
    rowOf: ReadonlyMap<IssueId, number>
    held: (HeldCell | undefined)[]
    kept: Map<number, KeptCell>
    positionOf: Map<PositionId, HeldPosition>
  },
): (issueId: IssueId) => boolean {
  const width = index.records.parties.length
  const isKnown = (id: IssueId) => index.rowOf.has(id) && !touched.has(id)
  const isTouched = ({ position }: HeldPosition) => touched.has(position.issueId)
  for (const entry of index.positionOf.values()) {
    if (!isTouched(entry) && entry.successors.some(isTouched)) return () => false
  }
  for (const [id, row] of into.rowOf) {
    if (!isKnown(id)) continue
    const before = index.rowOf.get(id)!
    for (let column = 0; column < width; column += 1) {
      const cell = index.held[before * width + column]
      into.held[row * width + column] = cell
      const kept = index.kept.get(before * width + column)
      if (kept) into.kept.set(row * width + column, kept)
      for (const entry of cell?.positions ?? none) into.positionOf.set(entry.position.id, entry)
    }
  }
  return isKnown
}

const none: readonly never[] = []

/** Begun, not over, and not superseded by one that has itself begun. A position without dates always holds. */
export function isInForce({ begins, ends, successors }: HeldPosition, day: string): boolean {
  if (begins !== null && begins > day) return false
  if (ends !== null && ends < day) return false
  return !successors.some((successor) => successor.begins === null || successor.begins <= day)
}

/** What was ever recorded of one cell; undefined where nothing was. */
export const heldAt = (index: ComparisonIndex, row: number, column: number): HeldCell | undefined =>
  index.held[row * index.records.parties.length + column]
