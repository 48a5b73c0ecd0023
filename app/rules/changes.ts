import { edtfBounds } from '../model/edtf-date'
import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Answer, Firmness, Position } from '../model/position'
import { isInForce, type ComparisonIndex, type HeldCell, type HeldPosition } from './comparison-index'
import { alikeAcrossKinds, pairPositions } from './position-pairs'

/** What can become of a party's position from one day to another. */
const changeWhats = [
  'appeared',
  'withdrawn',
  'reworded',
  'moved',
  'hardened',
  'softened',
  'firmness',
  'kind',
  'addressee',
  'stance',
  'restated',
  'answered',
  'unanswered',
] as const
export type ChangeWhat = (typeof changeWhats)[number]

/** Where imprecise dates leave it open whether it changed between the two days: it may have been before, or come after. */
export type ChangeTiming = 'within' | 'perhaps before' | 'perhaps after' | 'perhaps either'

/** A position's way on its issue's scale, where 100 is up. */
export type ScaleMove = 'up' | 'down' | 'wider' | 'narrower'

/** The cell that held nothing on one of the two days; null where another position was in force there. */
type Silence = 'gap' | 'unseen' | null

type OfPair = 'reworded' | 'hardened' | 'softened' | 'firmness' | 'kind' | 'addressee' | 'stance' | 'restated'

/** One thing that changed in the cell of an issue × party, between the position on the first day and on the second. */
export type CellChange = { issueId: IssueId; partyId: PartyId; timing: ChangeTiming } & (
  | { what: 'appeared'; before: null; after: Position; silence: Silence }
  | { what: 'withdrawn'; before: Position; after: null; silence: Silence }
  | { what: OfPair; before: Position; after: Position }
  | { what: 'moved'; before: Position; after: Position; direction: ScaleMove }
  | { what: 'answered' | 'unanswered'; before: Position; after: Position; answer: Answer }
)

/**
 * What changed in every cell from one ISO day to another, row by row. Silence is no position: from it nothing moves,
 * and into it nothing is withdrawn that did not end. Where `from` is the later day, it is all told the other way round.
 */
export function changesBetween(index: ComparisonIndex, from: string, to: string): CellChange[] {
  if (from === to) return []
  if (from > to) return changesBetween(index, to, from).map(mirrored)
  return index.held.flatMap((cell) => (cell === undefined ? [] : changesOfCell(cell, { from, to })))
}

/** What changed in one cell, by its place in the index. */
export function changesInCell(index: ComparisonIndex, at: number, from: string, to: string): CellChange[] {
  const cell = index.held[at]
  if (cell === undefined || from === to) return none
  if (from > to) return changesInCell(index, at, to, from).map(mirrored)
  return changesOfCell(cell, { from, to })
}

type Days = { from: string; to: string }

/** The same for one cell. Most cells stay as they are, which is found out without making anything. */
function changesOfCell({ positions, gaps }: HeldCell, days: Days): CellChange[] {
  const gone: HeldPosition[] = []
  const come: HeldPosition[] = []
  let stay = 0
  for (const held of positions) {
    const was = isInForce(held, days.from)
    const is = isInForce(held, days.to)
    if (is && (!was || mayBeginAfter(held, days.from))) come.push(held)
    else if (is) stay += 1
    else if (was) gone.push(held)
  }
  const answered = positions.some(({ answers }) => answers.length > 0)
    ? positions.flatMap((held) => answersTo(held, days))
    : none
  if (gone.length + come.length === 0) return answered

  const silence: Silence = gaps.length > 0 ? 'gap' : 'unseen'
  const changes: CellChange[] = []
  for (const [older, newer] of pairsOf(gone, come, days)) {
    const { issueId, partyId } = (newer ?? older)!.position
    const at = { issueId, partyId, timing: timingOf((newer ?? older)!, days, { isGone: newer === null }) }
    if (older === null) {
      const after = newer!.position
      const before = null
      changes.push({
        ...at,
        what: 'appeared',
        before,
        after,
        silence: stay + gone.length > 0 ? null : silence,
      })
    } else if (newer === null) {
      const before = older.position
      const after = null
      changes.push({
        ...at,
        what: 'withdrawn',
        before,
        after,
        silence: stay + come.length > 0 ? null : silence,
      })
    } else {
      for (const change of changesOfPair(older.position, newer.position)) changes.push({ ...at, ...change })
    }
  }
  return answered.length === 0 ? changes : [...changes, ...answered]
}

const none: CellChange[] = []

/** A position whose imprecise beginning reaches beyond the day, although it is read as begun by then. */
const mayBeginAfter = ({ beginsBy }: HeldPosition, day: string) => beginsBy !== null && beginsBy > day

type Pair = readonly [older: HeldPosition | null, newer: HeldPosition | null]

/** What became of what: by the links that were recorded, else by the words. */
function pairsOf(gone: readonly HeldPosition[], come: readonly HeldPosition[], days: Days): Pair[] {
  const olderOf = new Map<HeldPosition, HeldPosition | null>()
  for (const newer of come) olderOf.set(newer, forerunnerOf(newer, gone, days))
  const isLeft = (held: HeldPosition) => ![...olderOf.values()].includes(held)
  const left = gone.filter(isLeft)
  const unlinked = come.filter((newer) => olderOf.get(newer) === null)
  if (left.length > 0 && unlinked.length > 0) {
    // Two texts about the same have some words in common; what has none ended, and something else began.
    const texts = (all: readonly HeldPosition[]) => all.map(({ position }) => position)
    for (const { held, baseline } of pairPositions(texts(left), texts(unlinked), {
      leastLikeness: alikeAcrossKinds,
    })) {
      if (held === null || baseline === null) continue
      const newer = unlinked.find(({ position }) => position === held)!
      olderOf.set(newer, left.find(({ position }) => position === baseline)!)
    }
  }
  return [
    ...[...olderOf].map(([newer, older]): Pair => [older, newer]),
    ...left.filter(isLeft).map((older): Pair => [older, null]),
  ]
}

/** The nearest that it supersedes among those that are gone; for one that may have begun before, what it replaced. */
function forerunnerOf(
  newer: HeldPosition,
  gone: readonly HeldPosition[],
  { from }: Days,
): HeldPosition | null {
  if (newer.forerunner === null) return null
  const seen = new Set([newer])
  for (
    let older: HeldPosition | null = newer.forerunner;
    older !== null && !seen.has(older);
    older = older.forerunner
  ) {
    if (gone.includes(older)) return older
    seen.add(older)
  }
  const { forerunner } = newer
  return isInForce(newer, from) && isBegun(forerunner, from) ? forerunner : null
}

const isBegun = ({ begins }: HeldPosition, day: string) => begins === null || begins <= day

function timingOf(held: HeldPosition, { from, to }: Days, { isGone }: { isGone: boolean }): ChangeTiming {
  const { begins, beginsBy, endsFrom } = held
  const isEnded = isGone && held.ends !== null && held.ends < to
  const maybeBefore = isEnded ? endsFrom !== null && endsFrom < from : !isGone && isBegun(held, from)
  const maybeAfter = !isGone && beginsBy !== null && beginsBy > to
  return begins === null && beginsBy === null && !isGone ? 'within' : timing(maybeBefore, maybeAfter)
}

function timing(maybeBefore: boolean, maybeAfter: boolean): ChangeTiming {
  if (maybeBefore) return maybeAfter ? 'perhaps either' : 'perhaps before'
  return maybeAfter ? 'perhaps after' : 'within'
}

type PairChange = CellChange extends infer Change
  ? Change extends { what: OfPair | 'moved' }
    ? Omit<Change, 'issueId' | 'partyId' | 'timing'>
    : never
  : never

function changesOfPair(before: Position, after: Position): PairChange[] {
  const pair = { before, after }
  const direction = scaleMove(before, after)
  const firmer = firmnessChange(before.firmness, after.firmness)
  const changes: PairChange[] = [
    ...(before.text === after.text ? [] : [{ what: 'reworded' as const, ...pair }]),
    ...(direction === null ? [] : [{ what: 'moved' as const, ...pair, direction }]),
    ...(firmer === null ? [] : [{ what: firmer, ...pair }]),
    ...(before.kind === after.kind ? [] : [{ what: 'kind' as const, ...pair }]),
    ...(before.addresseeId === after.addresseeId ? [] : [{ what: 'addressee' as const, ...pair }]),
    ...(before.stance === after.stance ? [] : [{ what: 'stance' as const, ...pair }]),
  ]
  return changes.length === 0 ? [{ what: 'restated', ...pair }] : changes
}

/** The order of firmness; a party that has not said how firm it is stands nowhere on it. */
const firmnessRank: Record<Firmness, number | null> = { 'red line': 2, firm: 1, flexible: 0, unstated: null }

function firmnessChange(before: Firmness, after: Firmness): 'hardened' | 'softened' | 'firmness' | null {
  if (before === after) return null
  const [was, is] = [firmnessRank[before], firmnessRank[after]]
  if (was === null || is === null) return 'firmness'
  return is > was ? 'hardened' : 'softened'
}

type OnScale = Pick<Position, 'atLow' | 'atHigh'>

/** Null where it stands as it did, or where one of the two says nothing of the scale. */
function scaleMove(before: OnScale, after: OnScale): ScaleMove | null {
  if (before.atLow === null || before.atHigh === null || after.atLow === null || after.atHigh === null)
    return null
  const low = after.atLow - before.atLow
  const high = after.atHigh - before.atHigh
  if (low === 0 && high === 0) return null
  if (low >= 0 && high >= 0) return 'up'
  if (low <= 0 && high <= 0) return 'down'
  return low < 0 ? 'wider' : 'narrower'
}

/** What the addressee answered between the days; that no answer was found is none. */
function answersTo(held: HeldPosition, { from, to }: Days): CellChange[] {
  if (!isBegun(held, to)) return []
  const { position } = held
  return held.answers.flatMap((answer): CellChange[] => {
    if (answer.onDate === null || answer.outcome === 'none found') return []
    const { first, last } = edtfBounds(answer.onDate)
    const maybeBefore = first === null || first <= from
    const maybeAfter = last === null || last > to
    if ((first !== null && first > to) || (last !== null && last <= from)) return []
    return [
      {
        issueId: position.issueId,
        partyId: position.partyId,
        timing: timing(maybeBefore, maybeAfter),
        what: 'answered',
        before: position,
        after: position,
        answer,
      },
    ]
  })
}

const mirroredTiming: Record<ChangeTiming, ChangeTiming> = {
  within: 'within',
  'perhaps before': 'perhaps after',
  'perhaps after': 'perhaps before',
  'perhaps either': 'perhaps either',
}
const mirroredMove: Record<ScaleMove, ScaleMove> = {
  up: 'down',
  down: 'up',
  wider: 'narrower',
  narrower: 'wider',
}
const mirroredFirmness = { hardened: 'softened', softened: 'hardened' } as const
const mirroredAnswer = { answered: 'unanswered', unanswered: 'answered' } as const

/** The same change, told from the later day to the earlier one. */
export function mirrored(change: CellChange): CellChange {
  const told = { ...change, timing: mirroredTiming[change.timing] }
  switch (told.what) {
    case 'appeared':
      return { ...told, what: 'withdrawn', before: told.after, after: null }
    case 'withdrawn':
      return { ...told, what: 'appeared', before: null, after: told.before }
    case 'moved':
      return { ...told, ...swapped(told), direction: mirroredMove[told.direction] }
    case 'hardened':
    case 'softened':
      return { ...told, ...swapped(told), what: mirroredFirmness[told.what] }
    case 'answered':
    case 'unanswered':
      return { ...told, what: mirroredAnswer[told.what] }
    default:
      return { ...told, ...swapped(told) }
  }
}

const swapped = <Kept>({ before, after }: { before: Kept; after: Kept }) => ({ before: after, after: before })
