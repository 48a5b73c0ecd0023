import type { RowStatus } from '../model/issue'
import type { PartyId } from '../model/party'
import type { Answer, Condition, Position, PositionId } from '../model/position'
import { laterBy } from './certainty'
import { isInForce, type HeldPosition } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { answerOf, isAnswerable, isGivenBy, isSaid } from './demand-answers'
import { inForceAt } from './in-force'
import { wholePosition } from './kept-position'
import { rangeDistance, standsOf, type ScaleRange } from './scale'

/** What the positions in force say about a row's status, and why. It is never applied by itself. */
export type StatusSuggestion = {
  status: Extract<RowStatus, 'agreed' | 'converging' | 'deadlocked'>
  reason: SuggestionReason
  /** Who holds a position here, or has answered one. */
  spoken: readonly PartyId[]
  /** Of whom nothing is known here; they are no part of what is suggested. */
  silent: readonly PartyId[]
}

export type SuggestionReason = { positionIds: readonly PositionId[] } & (
  | { is: 'all accepted'; count: number }
  | { is: 'some accepted'; accepted: number; partly: number; unanswered: number }
  | { is: 'overlap'; shared: ScaleRange }
  /** The widest distance between two parties was `from` until the ISO day `since`, and is `to`. */
  | { is: 'narrowed'; from: number; to: number; since: string }
  | { is: 'red lines apart'; distance: number }
  | { is: 'red line refused' }
)

/**
 * A row is deadlocked where red lines of two parties exclude each other, agreed where everything asked of somebody is
 * accepted without an open condition, and converging where the stands of all who have one meet, have come nearer to
 * each other, or where some of what was asked is accepted and nothing refused. Null where nothing of it can be said,
 * or where fewer than two parties have spoken.
 */
export function suggestStatus(reading: ComparisonReading, row: number): StatusSuggestion | null {
  const cells = cellsOn(reading, row)
  const positions = cells.flatMap((cell) => cell.positions)
  const holding = new Set(positions.map(({ partyId }) => partyId))
  const asked = positions.filter(isAnswerable).map((position) => ({
    position,
    answers: answeringParties(position, holding).map((partyId) =>
      answerOf(position.answers, partyId, reading.asOf),
    ),
  }))
  const answering = asked
    .flatMap(({ answers }) => answers)
    .filter((answer) => answer !== null)
    .filter(isSaid)
  const spokenIds = new Set(holding)
  for (const { partyId } of answering) spokenIds.add(partyId)
  if (spokenIds.size < 2) return null

  const found = deadlock(cells, asked) ?? acceptance(cells, asked) ?? onTheScale(reading, row, cells)
  if (found === null) return null
  const ids = reading.parties.map(({ id }) => id)
  return {
    ...found,
    spoken: ids.filter((id) => spokenIds.has(id)),
    silent: ids.filter((id) => !spokenIds.has(id)),
  }
}

type Holding = Position & { conditions: readonly Condition[]; answers: readonly Answer[] }
type HoldingCell = { partyId: PartyId; positions: readonly Holding[] }

/** No evidence is weighed for it: that takes longer than all the rest. */
const cellsOn = (reading: ComparisonReading, row: number): HoldingCell[] =>
  reading.parties.map(({ id: partyId }, column) => ({
    partyId,
    positions: inForceAt(reading, row * reading.parties.length + column).map(
      ({ position, conditions, answers }) => ({
        ...wholePosition(position),
        conditions,
        answers: answers.filter((answer) => isGivenBy(answer, reading.asOf)),
      }),
    ),
  }))

type Asked = { position: Holding; answers: readonly (Answer | null)[] }
type Found = Pick<StatusSuggestion, 'status' | 'reason'> | null

/** Who can answer: the addressee, or, where nobody in particular is asked, all others who hold or said something. */
function answeringParties(
  { partyId, addresseeId, answers }: Holding,
  holding: ReadonlySet<PartyId>,
): PartyId[] {
  if (addresseeId !== null) return [addresseeId]
  const others = new Set([...holding, ...answers.filter(isSaid).map((answer) => answer.partyId)])
  return [...others].filter((id) => id !== partyId)
}

function deadlock(cells: readonly HoldingCell[], asked: readonly Asked[]): Found {
  const redLines = cells.flatMap((cell) => {
    const isRed = new Set(cell.positions.filter(isRedLine).map(({ id }) => id))
    return standsOf(cell).filter(({ positionId }) => isRed.has(positionId))
  })
  for (const one of redLines) {
    const other = redLines.find((each) => each.partyId !== one.partyId && rangeDistance(one, each) > 0)
    if (!other) continue
    const positionIds = [one.positionId, other.positionId]
    const reason = { is: 'red lines apart', positionIds, distance: rangeDistance(one, other) } as const
    return { status: 'deadlocked', reason }
  }
  for (const { position, answers } of asked.filter((each) => isRedLine(each.position))) {
    const refusing = answers.find((answer) => answer?.outcome === 'rejected')?.byPositionId
    const by = cells.flatMap((cell) => cell.positions).find(({ id }) => id === refusing)
    if (by && isRedLine(by)) {
      return { status: 'deadlocked', reason: { is: 'red line refused', positionIds: [position.id, by.id] } }
    }
  }
  return null
}

const isRedLine = ({ firmness }: Holding) => firmness === 'red line'

function acceptance(cells: readonly HoldingCell[], asked: readonly Asked[]): Found {
  const outcomes = asked.map(({ answers }) => outcomeOf(answers))
  const count = (wanted: ReturnType<typeof outcomeOf>) => outcomes.filter((each) => each === wanted).length
  const accepted = count('accepted')
  const partly = count('partly')
  const unanswered = count('unanswered')
  if (accepted + partly === 0 || count('refused') > 0) return null
  const isOpen = asked.some(({ position }) =>
    position.conditions.some(({ state }) => state === 'open' || state === 'refused'),
  )
  if (accepted === asked.length && !isOpen) {
    // What was accepted in words is not agreed while the stands on the scale say otherwise.
    if (sharedOf(cells.flatMap(standsOf)) === null) return null
    const positionIds = asked.map(({ position }) => position.id)
    return { status: 'agreed', reason: { is: 'all accepted', positionIds, count: accepted } }
  }
  const positionIds = asked
    .filter((_, at) => outcomes[at] !== 'unanswered')
    .map(({ position }) => position.id)
  return { status: 'converging', reason: { is: 'some accepted', positionIds, accepted, partly, unanswered } }
}

function outcomeOf(answers: readonly (Answer | null)[]): 'accepted' | 'partly' | 'refused' | 'unanswered' {
  const said = answers.filter((answer) => answer !== null).filter(isSaid)
  if (said.some(({ outcome }) => outcome === 'rejected' || outcome === 'countered')) return 'refused'
  if (said.length === 0 || said.length < answers.length) return 'unanswered'
  return said.every(({ outcome }) => outcome === 'accepted') ? 'accepted' : 'partly'
}

function onTheScale(reading: ComparisonReading, row: number, cells: readonly HoldingCell[]): Found {
  const stands = cells.flatMap(standsOf)
  if (new Set(stands.map(({ partyId }) => partyId)).size < 2) return null
  const shared = sharedOf(stands)
  if (shared !== null) {
    const positionIds = stands.map(({ positionId }) => positionId)
    return { status: 'converging', reason: { is: 'overlap', positionIds, shared } }
  }
  return narrowing(reading, row)
}

/** What all of them have in common, the whole scale where there are none; null where two exclude each other. */
function sharedOf(stands: readonly ScaleRange[]): ScaleRange | null {
  const low = Math.max(0, ...stands.map((stand) => stand.low))
  const high = Math.min(100, ...stands.map((stand) => stand.high))
  return low <= high ? { low, high } : null
}

type PartyStand = ScaleRange & { partyId: PartyId; positionId: PositionId }

/** Compares the stands before the latest move with those after it, of the parties that had one both times. */
function narrowing(reading: ComparisonReading, row: number): Found {
  const held = reading.parties.flatMap(
    (_party, column) => reading.index.held[row * reading.parties.length + column]?.positions ?? [],
  )
  const now = standsAt(held, reading.asOf)
  const since = held
    .filter(({ position }) => now.some(({ positionId }) => positionId === position.id))
    .flatMap(({ position, begins }) => (position.supersedesId === null || begins === null ? [] : [begins]))
    .reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)
  if (since === null) return null
  const before = standsAt(held, laterBy(since, -1))
  const both = (stands: PartyStand[], others: PartyStand[]) =>
    stands.filter(({ partyId }) => others.some((other) => other.partyId === partyId))
  const from = spreadOf(both(before, now))
  const to = spreadOf(both(now, before))
  if (from === null || to === null || to >= from) return null
  const positionIds = both(now, before).map(({ positionId }) => positionId)
  return { status: 'converging', reason: { is: 'narrowed', positionIds, from, to, since } }
}

const standsAt = (held: readonly HeldPosition[], day: string): PartyStand[] =>
  held.flatMap((entry) => {
    const { id, partyId, atLow, atHigh } = entry.position
    if (atLow === null || atHigh === null || !isInForce(entry, day)) return []
    return [{ positionId: id, partyId, low: atLow, high: atHigh }]
  })

/** The widest distance between the stands of two parties; null where only one has any. */
function spreadOf(stands: readonly PartyStand[]): number | null {
  const distances = stands.flatMap((one) =>
    stands.filter(({ partyId }) => partyId !== one.partyId).map((other) => rangeDistance(one, other)),
  )
  return distances.length === 0 ? null : Math.max(...distances)
}
