import type { PresenterPlace, PresenterState } from '../app/contract/presenting-contract'
import type { IssueId } from '../app/model/issue'
import type { StepName } from '../app/model/running-order'
import { partyOfStep } from '../app/rules/presenting/running-steps'
import type { WallAllowance, WallContent } from '../app/rules/presenting/wall-content'
import type { WallMoment } from '../app/rules/presenting/wall-moment'
import type { PresentedRow } from '../app/rules/presenting/wall-of'
import type { WallPlace } from '../app/rules/presenting/wall-places'
import type { Room, RoomReading } from './room'

type Seen = {
  read: RoomReading
  rowAt: (issue: number) => PresentedRow
  moment: WallMoment
  /** What the wall shows, or would but for the black screen. */
  page: WallContent
  next: WallPlace | null
  allowed: readonly WallAllowance[]
  walls: number
}

/** What the presenter sees: what is on the wall, what comes next, and what stays here. */
export function presenterState(state: Room, seen: Seen): PresenterState {
  const { reading, order, workshop } = seen.read
  const { next: upcoming, page, walls } = seen
  const issueOf = (issueId: IssueId) => reading.issues[reading.index.rowOf.get(issueId)!]!
  const shown = new Set(
    (order.issues[state.place.issue]?.parties ?? order.parties).map(({ party }) => party.id),
  )
  return {
    runningOrderId: state.runningOrderId,
    orderName: order.name,
    workshop,
    asOf: reading.asOf,
    issues: order.issues.map(({ issueId, minutes }) => {
      const { number, title } = issueOf(issueId)
      return { issueId, number, title, minutes }
    }),
    here: hereOf(state, seen),
    now: page,
    next:
      upcoming &&
      seen.rowAt(upcoming.issue).show({
        ...seen.moment,
        ...upcoming,
        spot: null,
        sideBySide: [],
        timer: null,
      }),
    nextLabel: upcoming === null ? '' : labelOfPlace(state, seen.read, upcoming),
    isBlack: state.isBlack,
    spot: state.spot,
    lightable: order.issues.length === 0 ? [] : seen.rowAt(state.place.issue).lightable(seen.moment),
    sideBySide: state.sideBySide,
    isZoneShown: seen.moment.isZoneShown,
    allowed: [...seen.allowed],
    parties: [...order.parties, ...order.hiddenParties].map(({ party, column }) => ({
      id: party.id,
      name: party.shortName,
      colour: party.colour,
      shape: column,
      isHidden: order.hiddenParties.some((hidden) => hidden.party.id === party.id),
      isShown: shown.has(party.id),
    })),
    missingParties: order.missingParties,
    startedAt: state.startedAt,
    issueStartedAt: state.issueStartedAt,
    isTimerShown: state.isTimerShown,
    walls,
  }
}

function hereOf(state: Room, { read, rowAt }: Seen): PresenterPlace | null {
  const { order, reading } = read
  const presented = order.issues[state.place.issue]
  if (presented === undefined) return null
  const row = rowAt(state.place.issue)
  const { number, title, status, landingZone, commonGround } =
    reading.issues[reading.index.rowOf.get(presented.issueId)!]!
  return {
    ...state.place,
    pages: row.pagesOf(state.place.step),
    issueId: presented.issueId,
    itemId: presented.itemId,
    number,
    title,
    notes: presented.notes,
    minutes: presented.minutes,
    status,
    landingZone,
    commonGround,
    steps: presented.steps.map((step, at) => ({
      step,
      label: labelOf(state, read, step),
      pages: row.pagesOf(at),
    })),
    skipped: presented.skipped.map((step) => ({ step, label: labelOf(state, read, step) })),
  }
}

function labelOf({ say }: Room, { reading }: RoomReading, step: StepName): string {
  const partyId = partyOfStep(step)
  if (partyId !== null) {
    return reading.parties.find(({ id }) => id === partyId)?.shortName ?? ''
  }
  // What is not a party's is one of the named steps.
  return say(`present.step.${step as Exclude<StepName, `party ${string}`>}`)
}

function labelOfPlace(state: Room, read: RoomReading, { issue, step, page }: WallPlace): string {
  const { order, reading } = read
  const presented = order.issues[issue]!
  const { number, title } = reading.issues[reading.index.rowOf.get(presented.issueId)!]!
  const label = labelOf(state, read, presented.steps[step]!)
  if (issue !== state.place.issue) return state.say('present.next.issue', { number, title })
  return page > 0 ? state.say('present.next.page', { label, page: page + 1 }) : label
}
