import type { PresenterState } from '../app/contract/presenting-contract'
import { createSay, type Say } from '../app/messages/say'
import type { IssueId } from '../app/model/issue'
import type { PartyId } from '../app/model/party'
import type { StepName } from '../app/model/running-order'
import type { Workshop, WorkshopId } from '../app/model/workshop'
import type { ComparisonReading } from '../app/rules/comparison-reading'
import type { PresentedOrder } from '../app/rules/presenting/running-steps'
import type { WallAllowance } from '../app/rules/presenting/wall-content'
import type { WallSpot } from '../app/rules/presenting/wall-moment'
import type { PresentedRow } from '../app/rules/presenting/wall-of'
import type { WallPlace } from '../app/rules/presenting/wall-places'

/** Where the room is, by what it looks at: numbers change when the running order does. */
type Anchor = { issueId: IssueId; step: StepName }

/** A room that is led through a comparison. */
export type Room = {
  say: Say
  language: string
  runningOrderId: PresenterState['runningOrderId']
  workshopId: WorkshopId | null
  place: WallPlace
  anchor: Anchor | null
  isBlack: boolean
  spot: WallSpot | null
  sideBySide: PartyId[]
  zonesShown: Set<IssueId>
  allowed: Map<IssueId, Set<WallAllowance>>
  partiesShown: Map<IssueId, Set<PartyId>>
  startedAt: number
  issueStartedAt: number
  isTimerShown: boolean
}

/** What was read of the dossier, until it changes. */
export type RoomReading = {
  reading: ComparisonReading
  earlier: ComparisonReading | null
  order: PresentedOrder
  rows: Map<number, PresentedRow>
  workshop: Workshop | null
}

/** At the very beginning, with nothing lit and nothing allowed but what usually is. */
export function roomAt(given: Pick<Room, 'language' | 'runningOrderId' | 'workshopId' | 'startedAt'>): Room {
  return {
    ...given,
    say: createSay(given.language),
    place: { issue: 0, step: 0, page: 0 },
    anchor: null,
    isBlack: false,
    spot: null,
    sideBySide: [],
    zonesShown: new Set(),
    allowed: new Map(),
    partiesShown: new Map(),
    issueStartedAt: given.startedAt,
    isTimerShown: false,
  }
}
