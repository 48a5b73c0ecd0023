import { z } from 'zod'
import { edtfDate } from './edtf-date'
import { eventId } from './event'
import { issueId } from './issue'
import { partyId } from './party'
import { percent, prose, sortOrder, words } from './text'

export const positionId = z.uuidv7().brand<'PositionId'>()
export type PositionId = z.infer<typeof positionId>

export const positionKind = z.enum(['demand', 'offer', 'commitment', 'refusal', 'view'])
export type PositionKind = z.infer<typeof positionKind>

export const stance = z.enum(['supports', 'accepts', 'accepts if', 'has concerns', 'opposes', 'neutral'])
export type Stance = z.infer<typeof stance>

export const firmness = z.enum(['red line', 'firm', 'flexible', 'unstated'])
export type Firmness = z.infer<typeof firmness>

/** Stated in the party's own words, reported by others, or inferred by the analyst. */
export const basis = z.enum(['stated', 'reported', 'inferred'])
export type Basis = z.infer<typeof basis>

/** What a party puts forward on an issue during a period. */
export const position = z.strictObject({
  id: positionId,
  issueId,
  partyId,
  kind: positionKind,
  addresseeId: partyId.nullable(),
  /** The analyst's summary. */
  text: words(100_000),
  stance: stance.nullable(),
  /** A range on the issue's scale; one point when both are equal. */
  atLow: percent.nullable(),
  atHigh: percent.nullable(),
  firmness,
  salience: percent.nullable(),
  basis,
  from: edtfDate.nullable(),
  until: edtfDate.nullable(),
  supersedesId: positionId.nullable(),
  /** Why the party moved from the position that this one supersedes, as the analyst reads it. */
  whyMoved: prose(20_000),
  /** What the analyst thinks of it; never the party's words. */
  assessment: prose(100_000),
  needsResearch: z.boolean(),
  sortOrder,
})
export type Position = z.infer<typeof position>

export const gapId = z.uuidv7().brand<'GapId'>()

/** Documented absence: looked, and found nothing, as of a date, searched where. */
export const gap = z.strictObject({
  id: gapId,
  issueId,
  partyId,
  asOf: edtfDate,
  searchedWhere: prose(5_000),
  note: prose(20_000),
})
export type Gap = z.infer<typeof gap>

export const answerId = z.uuidv7().brand<'AnswerId'>()
export type AnswerId = z.infer<typeof answerId>

export const answerOutcome = z.enum(['accepted', 'partly', 'rejected', 'countered', 'ignored', 'none found'])
export type AnswerOutcome = z.infer<typeof answerOutcome>

/** How the addressee of a demand or offer responded. */
export const answer = z.strictObject({
  id: answerId,
  positionId,
  partyId,
  outcome: answerOutcome,
  byPositionId: positionId.nullable(),
  onDate: edtfDate.nullable(),
  note: prose(20_000),
})
export type Answer = z.infer<typeof answer>

export const conditionId = z.uuidv7().brand<'ConditionId'>()
export type ConditionId = z.infer<typeof conditionId>

export const conditionRelation = z.enum(['only if', 'unless', 'before', 'after', 'in exchange for'])
export type ConditionRelation = z.infer<typeof conditionRelation>

export const conditionState = z.enum(['open', 'met', 'refused', 'overtaken'])
export type ConditionState = z.infer<typeof conditionState>

/** What a position or an event depends on. */
export const condition = z.strictObject({
  id: conditionId,
  /** Exactly one of the two is set: what depends. */
  positionId: positionId.nullable(),
  eventId: eventId.nullable(),
  relation: conditionRelation,
  text: words(20_000),
  /** Who has to move. */
  byPartyId: partyId.nullable(),
  /** At most one of the two: what it depends on, where that is itself recorded. */
  onPositionId: positionId.nullable(),
  onEventId: eventId.nullable(),
  state: conditionState,
  note: prose(20_000),
  sortOrder,
})
export type Condition = z.infer<typeof condition>
