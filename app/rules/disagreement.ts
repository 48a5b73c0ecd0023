import { edtfBounds } from '../model/edtf-date'
import type { PartyId } from '../model/party'
import type { AnswerOutcome, Stance } from '../model/position'
import type { ComparisonReading, HeldPosition } from './comparison-index'
import { positionsInForce } from './in-force'

/** How far the parties stand apart on an issue. */
export type Disagreement = {
  /** 0 where every two that can be compared stand together, 100 where every two are opposed. */
  value: number
  /** How many pairs of parties could be compared. */
  pairs: number
}

/**
 * The mean distance, 0 to 100, between the parties of every pair that can be compared (Gini's mean difference, 1912);
 * null where no two can. A pair is compared by the finest thing that both have said: their ranges on the scale,
 * which are as far apart as the nearest ends, so that 0 is a zone of possible agreement (Raiffa 1982); else their
 * stances, where one for (supports, accepts, accepts if) and one against (opposes, has concerns) are 100 apart and all
 * else is 0; else what became of a demand or offer of one to the other: accepted 0, partly 50, rejected, countered or
 * met with a refusal 100. Several positions of one party count by their mean.
 *
 * What nobody has said is in no pair: a gap, an unseen cell, a position with neither a stand nor a stance nor an
 * answer, a demand that was ignored. It is neither agreement nor a middle. *Neutral*, said so, opposes nobody.
 */
export function disagreementOf(
  reading: ComparisonReading,
  row: number,
  columns: readonly number[],
): Disagreement | null {
  const stands = columns.map((column) => standsOf(reading, row, column)).filter((stand) => stand !== null)
  let sum = 0
  let pairs = 0
  for (let one = 1; one < stands.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const distance = distanceBetween(stands[one]!, stands[other]!)
      if (distance === null) continue
      sum += distance
      pairs += 1
    }
  }
  return pairs === 0 ? null : { value: sum / pairs, pairs }
}

/** What a party's positions on one issue say that can be compared. */
export type Stands = {
  partyId: PartyId
  /** Low and high, low and high …, 0 to 100. */
  ranges: readonly number[]
  /** For (1), against (-1), neutral (0). */
  sides: readonly number[]
  /** Whom it demands something from or offers something to; null where nobody is named. */
  asks: readonly (PartyId | null)[]
  /** Whom it refuses something. */
  refuses: readonly (PartyId | null)[]
  /** How those whom it asked have answered, as distances. */
  answers: readonly { partyId: PartyId; distance: number }[]
}

const known = new WeakMap<ComparisonReading, (Stands | null | undefined)[]>()

/** Null where nothing in force can be compared with anything. */
export function standsOf(reading: ComparisonReading, row: number, column: number): Stands | null {
  let cells = known.get(reading)
  if (!cells) known.set(reading, (cells = []))
  const at = row * reading.parties.length + column
  const stands = cells[at]
  if (stands !== undefined) return stands
  return (cells[at] = readStands(positionsInForce(reading)[at]!, reading.parties[column]!.id, reading.asOf))
}

const sideOf: Record<Stance, number> = {
  supports: 1,
  accepts: 1,
  'accepts if': 1,
  'has concerns': -1,
  opposes: -1,
  neutral: 0,
}
const nothing: readonly never[] = []

function readStands(positions: readonly HeldPosition[], partyId: PartyId, asOf: string): Stands | null {
  if (positions.length === 0) return null
  const ranges: number[] = []
  const sides: number[] = []
  let asks: (PartyId | null)[] | readonly never[] = nothing
  let refuses: (PartyId | null)[] | readonly never[] = nothing
  let answers: { partyId: PartyId; distance: number }[] | readonly never[] = nothing
  for (const entry of positions) {
    const { position } = entry
    if (position.atLow !== null && position.atHigh !== null) ranges.push(position.atLow, position.atHigh)
    if (position.stance !== null) sides.push(sideOf[position.stance])
    if (position.kind === 'demand' || position.kind === 'offer') asks = [...asks, position.addresseeId]
    if (position.kind === 'refusal') refuses = [...refuses, position.addresseeId]
    if (entry.answers.length > 0) answers = [...answers, ...answersOf(entry, asOf)]
  }
  return { partyId, ranges, sides, asks, refuses, answers }
}

const answerDistances: { [Outcome in AnswerOutcome]?: number } = {
  accepted: 0,
  partly: 50,
  rejected: 100,
  countered: 100,
}

function answersOf({ answers }: HeldPosition, asOf: string) {
  return answers.flatMap(({ partyId, outcome, onDate }) => {
    const distance = answerDistances[outcome]
    const isLater = onDate !== null && (edtfBounds(onDate).first ?? asOf) > asOf
    return distance === undefined || isLater ? [] : [{ partyId, distance }]
  })
}

/** 0 to 100; null where nothing that both said can be compared. */
export function distanceBetween(ours: Stands, theirs: Stands): number | null {
  if (ours.ranges.length > 0 && theirs.ranges.length > 0) return meanGap(ours.ranges, theirs.ranges)
  if (ours.sides.length > 0 && theirs.sides.length > 0) return 100 * opposedShare(ours.sides, theirs.sides)
  return distanceByAsking(ours, theirs)
}

function meanGap(ours: readonly number[], theirs: readonly number[]): number {
  let sum = 0
  for (let our = 0; our < ours.length; our += 2) {
    for (let their = 0; their < theirs.length; their += 2) {
      sum += Math.max(0, theirs[their]! - ours[our + 1]!, ours[our]! - theirs[their + 1]!)
    }
  }
  return sum / ((ours.length * theirs.length) / 4)
}

function opposedShare(ours: readonly number[], theirs: readonly number[]): number {
  let opposed = 0
  for (const our of ours) for (const their of theirs) if (our * their < 0) opposed += 1
  return opposed / (ours.length * theirs.length)
}

function distanceByAsking(ours: Stands, theirs: Stands): number | null {
  const answered = [
    ...ours.answers.filter(({ partyId }) => partyId === theirs.partyId),
    ...theirs.answers.filter(({ partyId }) => partyId === ours.partyId),
  ]
  if (answered.length > 0) {
    return answered.reduce((sum, { distance }) => sum + distance, 0) / answered.length
  }
  return isRefused(ours, theirs) || isRefused(theirs, ours) ? 100 : null
}

/** Whether what the first asks is what the second refuses: one of the two names the other, and none names a third. */
function isRefused(asking: Stands, refusing: Stands): boolean {
  return asking.asks.some((askedId) =>
    refusing.refuses.some(
      (refusedId) =>
        (askedId === refusing.partyId && (refusedId === null || refusedId === asking.partyId)) ||
        (askedId === null && refusedId === asking.partyId),
    ),
  )
}
