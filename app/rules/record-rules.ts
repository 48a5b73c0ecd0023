import { edtfBounds } from '../model/edtf-date'
import type { RecordKind, RecordOf } from '../model/records'

/** What is wrong with a record as a whole; the catalogue has a sentence for each. */
export type BrokenRule =
  | 'speaker-has-no-name'
  | 'anonymous-has-name'
  | 'scale-half-given'
  | 'scale-reversed'
  | 'zone-half-given'
  | 'zone-reversed'
  | 'ends-before-it-begins'
  | 'addressee-is-itself'
  | 'condition-hangs-on-nothing'
  | 'condition-depends-on-two'
  | 'evidence-needs-one'
  | 'tagging-needs-one'
  | 'participation-needs-somebody'
  | 'coalition-of-itself'
  | 'supersedes-itself'
  | 'supersedes-in-a-circle'
  | 'supersedes-elsewhere'
  | 'supersedes-a-later-one'
  | 'issue-in-itself'
  | 'coalition-in-a-circle'
  | 'answer-from-elsewhere'

const rules: { [Kind in RecordKind]?: (record: RecordOf<Kind>) => BrokenRule | null } = {
  speaker(speaker) {
    if (speaker.isAnonymous && speaker.name !== null) return 'anonymous-has-name'
    return speaker.name === null && speaker.description.trim() === '' ? 'speaker-has-no-name' : null
  },
  issue({ zoneLow, zoneHigh }) {
    if ((zoneLow === null) !== (zoneHigh === null)) return 'zone-half-given'
    return zoneLow !== null && zoneLow > zoneHigh! ? 'zone-reversed' : null
  },
  position(position) {
    if ((position.atLow === null) !== (position.atHigh === null)) return 'scale-half-given'
    if (position.atLow !== null && position.atLow > position.atHigh!) return 'scale-reversed'
    if (position.addresseeId === position.partyId) return 'addressee-is-itself'
    if (position.supersedesId === position.id) return 'supersedes-itself'
    return periodProblem(position)
  },
  affiliation: periodProblem,
  membership(membership) {
    if (membership.coalitionId === membership.memberId) return 'coalition-of-itself'
    return periodProblem(membership)
  },
  condition(condition) {
    if ((condition.positionId === null) === (condition.eventId === null)) return 'condition-hangs-on-nothing'
    return condition.onPositionId !== null && condition.onEventId !== null ? 'condition-depends-on-two' : null
  },
  evidence({ positionId, conditionId, answerId, eventId }) {
    return countGiven([positionId, conditionId, answerId, eventId]) === 1 ? null : 'evidence-needs-one'
  },
  tagging({ positionId, statementId, sourceId, issueId, partyId, eventId }) {
    const given = countGiven([positionId, statementId, sourceId, issueId, partyId, eventId])
    return given === 1 ? null : 'tagging-needs-one'
  },
  participation({ partyId, speakerId }) {
    return partyId === null && speakerId === null ? 'participation-needs-somebody' : null
  },
}

/** What a record says against itself, its fields taken together; null when nothing does. */
export function brokenRule<Kind extends RecordKind>(kind: Kind, record: RecordOf<Kind>): BrokenRule | null {
  return rules[kind]?.(record) ?? null
}

function periodProblem({ from, until }: { from: string | null; until: string | null }): BrokenRule | null {
  if (from === null || until === null) return null
  const first = edtfBounds(from).first
  const last = edtfBounds(until).last
  return first !== null && last !== null && first > last ? 'ends-before-it-begins' : null
}

const countGiven = (links: readonly (string | null)[]) => links.filter((link) => link !== null).length
