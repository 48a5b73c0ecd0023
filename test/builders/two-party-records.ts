import type { Issue } from '../../app/model/issue'
import type { Party } from '../../app/model/party'
import type { Answer, Condition, Gap, Position } from '../../app/model/position'
import type { ComparedRecords } from '../../app/rules/comparison'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { issue, party, recordOf } from './compared-records'

export const day = '2025-11-14'

type Held = {
  parties?: Party[]
  issues?: Issue[]
  positions?: Position[]
  gaps?: Gap[]
  conditions?: Condition[]
  answers?: Answer[]
}

/** Norway and Iceland on fish: what each says of it, and what they answered each other. */
export function twoParties() {
  const ours = party({ name: 'Norway', shortName: 'NO' })
  const theirs = party({ name: 'Iceland', shortName: 'IS' })
  const fish = issue()
  const position =
    ({ id: partyId }: Party) =>
    (given: Partial<Position> = {}) =>
      recordOf('position', { issueId: fish.id, partyId, ...given })
  const records = (held: Held = {}): ComparedRecords => ({
    positions: [],
    conditions: [],
    answers: [],
    gaps: [],
    marks: [],
    facts: [],
    memberships: [],
    taggings: [],
    ...held,
    parties: [ours, theirs, ...(held.parties ?? [])],
    issues: [fish, ...(held.issues ?? [])],
  })
  return {
    ours,
    theirs,
    fish,
    our: position(ours),
    their: position(theirs),
    /** A demand of ours on them, or of theirs on us. */
    ourDemand: (given: Partial<Position> = {}) =>
      position(ours)({ kind: 'demand', addresseeId: theirs.id, ...given }),
    theirDemand: (given: Partial<Position> = {}) =>
      position(theirs)({ kind: 'demand', addresseeId: ours.id, ...given }),
    answer: (to: Position, by: Party, given: Partial<Answer> = {}) =>
      recordOf('answer', { positionId: to.id, partyId: by.id, ...given }),
    condition: (of: Position, given: Partial<Condition> = {}) =>
      recordOf('condition', { positionId: of.id, ...given }),
    gap: ({ id: partyId }: Party, given: Partial<Gap> = {}) =>
      recordOf('gap', { issueId: fish.id, partyId, ...given }),
    records,
    reading: (held?: Held, asOf = day) => readComparison(indexComparison(records(held)), asOf),
  }
}
