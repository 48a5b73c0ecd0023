import type { RecordKind } from './records'

/** Which kind of record each link leads to; a field of this name means the same in every kind. */
export const linkTargets: Readonly<Record<string, RecordKind>> = {
  coalitionId: 'party',
  memberId: 'party',
  partyId: 'party',
  addresseeId: 'party',
  byPartyId: 'party',
  onBehalfOfId: 'party',
  speakerId: 'speaker',
  issueId: 'issue',
  parentId: 'issue',
  positionId: 'position',
  supersedesId: 'position',
  byPositionId: 'position',
  onPositionId: 'position',
  conditionId: 'condition',
  answerId: 'answer',
  eventId: 'event',
  onEventId: 'event',
  outletId: 'outlet',
  relayedById: 'outlet',
  originId: 'origin',
  sourceId: 'source',
  statementId: 'statement',
  tagId: 'tag',
}
