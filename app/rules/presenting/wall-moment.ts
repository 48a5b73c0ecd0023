import type { PartyId } from '../../model/party'
import type { WallTimer } from './wall-content'

/** What of an issue is on the wall. */
export type WallMoment = {
  /** Among the steps of the issue, and among the pages of the step. */
  step: number
  page: number
  spot: WallSpot | null
  /** Two or three parties beside each other, in place of what the step shows; empty for the step. */
  sideBySide: readonly PartyId[]
  isZoneShown: boolean
  timer: WallTimer | null
}

/** A position, a condition or an answer; some of its words; or, large, what was said for it. */
export type WallSpot = { blockId: string; phrase: string | null; quotation: number | null; page: number }
