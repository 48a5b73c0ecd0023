import type { Stance } from '../model/position'
import type { Cell, CellPosition } from './comparison'
import { isSaid } from './demand-answers'
import { foldText } from './fold-text'
import { rangeDistance, standsOf } from './scale'
import type { PairDemand, PairReason } from './two-parties'

/** Up to a fifth of the scale apart, two stands are close. */
const closeUpTo = 20

/**
 * What two cells that both hold positions say about how near the parties are: the words, the scale, the stances, what
 * one answered to the other. A neutral stance, an ignored demand and a stand that only one has say nothing.
 */
export function pairReasons(ours: Cell, theirs: Cell, demands: readonly PairDemand[]): PairReason[] {
  const found = [
    ...sameWords(ours, theirs),
    ...onTheScale(ours, theirs),
    ...byStance(ours, theirs),
    ...byAnswers(demands),
    ...byRefusal(ours, theirs, demands),
  ]
  return [...found, ...holdBack(ours, theirs, demands, found)]
}

/** What each asks of the other is no common ground, however alike the words. */
function sameWords(ours: Cell, theirs: Cell): PairReason[] {
  return ours.positions.flatMap((our) =>
    theirs.positions
      .filter(
        (their) =>
          our.kind === their.kind &&
          our.addresseeId === their.addresseeId &&
          foldText(our.text.trim()) === foldText(their.text.trim()),
      )
      .map((their): PairReason => ({ is: 'same words', points: 'agreed', positionIds: [our.id, their.id] })),
  )
}

function onTheScale(ours: Cell, theirs: Cell): PairReason[] {
  const ourStands = standsOf(ours)
  const theirStands = standsOf(theirs)
  const pairs = ourStands.flatMap((our) =>
    theirStands.map((their) => ({ our, their, distance: rangeDistance(our, their) })),
  )
  const nearest = pairs.toSorted((a, b) => a.distance - b.distance)[0]
  if (nearest === undefined) return []
  const { our, their, distance } = nearest
  const isRedLine = distance > 0 && [...ours.positions, ...theirs.positions].some(isRedLineOnScale)
  const isSame = pairs.every((pair) => pair.our.low === pair.their.low && pair.our.high === pair.their.high)
  return [
    {
      is: 'scale',
      points: isSame ? 'agreed' : distance > closeUpTo || isRedLine ? 'opposed' : 'close',
      positionIds: [our.positionId, their.positionId],
      ours: { low: our.low, high: our.high },
      theirs: { low: their.low, high: their.high },
      distance,
      isRedLine,
    },
  ]
}

const isRedLineOnScale = ({ firmness, atLow }: CellPosition) => firmness === 'red line' && atLow !== null

const sides: Record<Stance, 'for' | 'against' | null> = {
  supports: 'for',
  accepts: 'for',
  'accepts if': 'for',
  'has concerns': 'against',
  opposes: 'against',
  neutral: null,
}
const isHalf = (stance: Stance) => stance === 'accepts if' || stance === 'has concerns'

function byStance(ours: Cell, theirs: Cell): PairReason[] {
  const said = ({ positions }: Cell) =>
    positions.flatMap(({ id, stance }) => (stance === null || sides[stance] === null ? [] : [{ id, stance }]))
  return said(ours).flatMap((our) =>
    said(theirs).map((their): PairReason => {
      const isOpposed = sides[our.stance] !== sides[their.stance]
      const isClose = isHalf(our.stance) || isHalf(their.stance)
      return {
        is: 'stance',
        points: isOpposed ? 'opposed' : isClose ? 'close' : 'agreed',
        positionIds: [our.id, their.id],
        ours: our.stance,
        theirs: their.stance,
      }
    }),
  )
}

function byAnswers(demands: readonly PairDemand[]): PairReason[] {
  return demands.flatMap(({ position, isOurs, answer }): PairReason[] => {
    if (answer === null || !isSaid(answer)) return []
    const { outcome, byPositionId } = answer
    return [
      {
        is: 'answer',
        points: outcome === 'accepted' ? 'agreed' : outcome === 'partly' ? 'close' : 'opposed',
        positionIds: [position.id, ...(byPositionId === null ? [] : [byPositionId])],
        answer,
        byOurs: !isOurs,
      },
    ]
  })
}

/** Without an answer that says more: one refuses where the other asks, or each asks something of the other. */
function byRefusal(ours: Cell, theirs: Cell, demands: readonly PairDemand[]): PairReason[] {
  if (demands.some(({ answer }) => answer !== null && isSaid(answer))) return []
  const refused = [...refusalOf(ours, theirs, true), ...refusalOf(theirs, ours, false)]
  if (refused.length > 0) return refused
  const asked = demands.filter(({ position }) => position.kind === 'demand')
  const isMutual = asked.some(({ isOurs }) => isOurs) && asked.some(({ isOurs }) => !isOurs)
  if (!isMutual) return []
  return [{ is: 'mutual demands', points: 'opposed', positionIds: asked.map(({ position }) => position.id) }]
}

function refusalOf(refusing: Cell, asking: Cell, byOurs: boolean): PairReason[] {
  const meant = ({ addresseeId }: CellPosition, party: Cell) =>
    addresseeId === null || addresseeId === party.partyId
  const asks = asking.positions.filter((each) => each.kind === 'demand' && meant(each, refusing))
  const refusals = refusing.positions.filter((each) => each.kind === 'refusal' && meant(each, asking))
  if (asks.length === 0 || refusals.length === 0) return []
  const positionIds = [...asks, ...refusals].map(({ id }) => id)
  return [{ is: 'refusal', points: 'opposed', positionIds, byOurs }]
}

/** What keeps two from being agreed, whatever else they say alike: something asked and not answered, or a condition. */
function holdBack(
  ours: Cell,
  theirs: Cell,
  demands: readonly PairDemand[],
  found: readonly PairReason[],
): PairReason[] {
  const unanswered = demands.filter(({ answer }) => answer === null || !isSaid(answer))
  const agreedOn = new Set(
    found.filter(({ points }) => points === 'agreed').flatMap(({ positionIds }) => positionIds),
  )
  const conditional = [...ours.positions, ...theirs.positions].filter(
    ({ id, conditions }) =>
      agreedOn.has(id) && conditions.some(({ state }) => state === 'open' || state === 'refused'),
  )
  const idsOf = (positions: readonly CellPosition[]) => positions.map(({ id }) => id)
  return [
    ...(unanswered.length === 0
      ? []
      : [
          {
            is: 'unanswered',
            points: null,
            positionIds: idsOf(unanswered.map(({ position }) => position)),
          } as const,
        ]),
    ...(conditional.length === 0
      ? []
      : [{ is: 'condition', points: null, positionIds: idsOf(conditional) } as const]),
  ]
}
