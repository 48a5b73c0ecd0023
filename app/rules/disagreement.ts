import { edtfBounds } from '../model/edtf-date'
import type { PartyId } from '../model/party'
import type { AnswerOutcome, Stance } from '../model/position'
import type { HeldPosition } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { inForceAt } from './in-force'

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
  const stands: Stands[] = []
  let sum = 0
  let pairs = 0
  for (const column of columns) {
    const ours = standsOf(reading, row, column)
    if (ours === null) continue
    for (const theirs of stands) {
      const distance = distanceBetween(ours, theirs)
      if (distance === null) continue
      sum += distance
      pairs += 1
    }
    stands.push(ours)
  }
  return pairs === 0 ? null : { value: sum / pairs, pairs }
}

/** What a party's positions on one issue say that can be compared. */
export type Stands = {
  partyId: PartyId
  /** Low and high, low and high …, 0 to 100. */
  ranges: readonly number[]
  /** The one range, where there is exactly one; else -1 and -1. */
  low: number
  high: number
  /** For (1), against (-1), neutral (0). */
  sides: readonly number[]
  /** Whom it demands something from or offers something to; null where nobody is named. */
  asks: readonly (PartyId | null)[]
  /** Whom it refuses something. */
  refuses: readonly (PartyId | null)[]
  /** How those whom it asked have answered, as distances. */
  answers: readonly { partyId: PartyId; distance: number }[]
  /** Whether it names anybody whom it asks or refuses something. */
  isAddressed: boolean
}

/** Null where nothing in force can be compared with anything. */
export function standsOf(reading: ComparisonReading, row: number, column: number): Stands | null {
  const at = row * reading.parties.length + column
  const positions = inForceAt(reading, at)
  if (positions.length === 0) return null
  return readStands(positions, reading.parties[column]!.id, reading.asOf)
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

function readStands(positions: readonly HeldPosition[], partyId: PartyId, asOf: string): Stands {
  let ranges: readonly number[] = nothing
  let sides: readonly number[] = nothing
  let asks: Stands['asks'] = nothing
  let refuses: Stands['refuses'] = nothing
  let answers: Stands['answers'] = nothing
  let isAddressed = false
  for (const entry of positions) {
    const { position } = entry
    if (position.atLow !== null && position.atHigh !== null) {
      ranges = added(ranges, position.atLow, position.atHigh)
    }
    if (position.stance !== null) sides = added(sides, sideOf[position.stance])
    if (position.kind === 'demand' || position.kind === 'offer') asks = added(asks, position.addresseeId)
    if (position.kind === 'refusal') refuses = added(refuses, position.addresseeId)
    if (position.addresseeId !== null) isAddressed = true
    if (entry.answers.length > 0) answers = added(answers, ...answersOf(entry, asOf))
  }
  const [low, high] = ranges.length === 2 ? [ranges[0]!, ranges[1]!] : [-1, -1]
  return { partyId, ranges, low, high, sides, asks, refuses, answers, isAddressed }
}

/** Most cells hold one position: the first costs one small list, and none costs nothing. */
const added = <Value>(to: readonly Value[], ...more: Value[]): readonly Value[] =>
  to.length === 0 ? more : [...to, ...more]

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
  // A thousand rows of fifty parties are a million pairs, most of them with one range or nothing each.
  if (ours.low >= 0 && theirs.low >= 0) return gap(ours.low, ours.high, theirs.low, theirs.high)
  if (ours.ranges.length > 0 && theirs.ranges.length > 0) return meanGap(ours.ranges, theirs.ranges)
  if (ours.sides.length > 0 && theirs.sides.length > 0) return 100 * opposedShare(ours.sides, theirs.sides)
  return distanceByAsking(ours, theirs)
}

function meanGap(ours: readonly number[], theirs: readonly number[]): number {
  let sum = 0
  for (let our = 0; our < ours.length; our += 2) {
    for (let their = 0; their < theirs.length; their += 2) {
      sum += gap(ours[our]!, ours[our + 1]!, theirs[their]!, theirs[their + 1]!)
    }
  }
  return sum / ((ours.length * theirs.length) / 4)
}

function gap(low: number, high: number, otherLow: number, otherHigh: number): number {
  if (otherLow > high) return otherLow - high
  return low > otherHigh ? low - otherHigh : 0
}

function opposedShare(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length === 1 && theirs.length === 1) return ours[0]! * theirs[0]! < 0 ? 1 : 0
  let opposed = 0
  for (const our of ours) for (const their of theirs) if (our * their < 0) opposed += 1
  return opposed / (ours.length * theirs.length)
}

function distanceByAsking(ours: Stands, theirs: Stands): number | null {
  let answered = 0
  let sum = 0
  const weigh = (answers: Stands['answers'], of: PartyId) => {
    for (const { partyId, distance } of answers) {
      if (partyId !== of) continue
      answered += 1
      sum += distance
    }
  }
  if (ours.answers.length > 0) weigh(ours.answers, theirs.partyId)
  if (theirs.answers.length > 0) weigh(theirs.answers, ours.partyId)
  if (answered > 0) return sum / answered
  if (!ours.isAddressed && !theirs.isAddressed) return null
  return isRefused(ours, theirs) || isRefused(theirs, ours) ? 100 : null
}

/** Whether what the first asks is what the second refuses: one of the two names the other, and none names a third. */
function isRefused(asking: Stands, refusing: Stands): boolean {
  if (asking.asks.length === 0 || refusing.refuses.length === 0) return false
  return asking.asks.some((askedId) =>
    refusing.refuses.some(
      (refusedId) =>
        (askedId === refusing.partyId && (refusedId === null || refusedId === asking.partyId)) ||
        (askedId === null && refusedId === asking.partyId),
    ),
  )
}
