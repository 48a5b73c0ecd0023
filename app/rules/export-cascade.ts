import type { ExportScope } from '../model/export-scope'
import type { SourceId } from '../model/source'
import type { Evidence } from '../model/statement'
import { kindsThatStay } from './kinds-that-stay'
import type { HeldRecords } from './whole-dossier'

/** What goes when something is left out. */
export type Removal = {
  /** Ids of every record that stays here. */
  gone: ReadonlySet<string>
  /** Of what is left: what every statement behind it was left out of. */
  resting: ReadonlySet<string>
  /** Sources of which some statement was left out: their texts would bring it back. */
  cutSources: ReadonlySet<SourceId>
}

/** A record goes with any of these that goes; every other link is emptied. */
const goesWith: { [Kind in keyof HeldRecords]?: readonly string[] } = {
  membership: ['coalitionId', 'memberId'],
  affiliation: ['speakerId', 'partyId'],
  position: ['partyId'],
  gap: ['partyId'],
  answer: ['positionId', 'partyId'],
  condition: ['positionId', 'eventId'],
  statement: ['sourceId', 'onBehalfOfId'],
  span: ['statementId'],
  evidence: ['statementId', 'positionId', 'conditionId', 'answerId', 'eventId'],
  participation: ['eventId', 'partyId', 'speakerId'],
  point: ['partyId', 'statementId', 'sourceId'],
  tagging: ['tagId', 'positionId', 'statementId', 'sourceId', 'partyId', 'eventId'],
  orderItem: ['runningOrderId'],
  showOfHands: ['workshopId'],
  frozenBriefing: ['briefingId'],
}

/** Goes round until nothing more goes: each round can only add, so it ends. */
export function cascade(records: HeldRecords, scope: ExportScope): Removal {
  const gone = new Set<string>([...scope.hiddenParties, ...scope.confidentialTags])
  const confidential = new Set<string>(scope.confidentialTags)
  for (const { tagId, sourceId } of records.tagging) {
    if (sourceId !== null && confidential.has(tagId)) gone.add(sourceId)
  }
  if (!scope.points) for (const { id } of records.point) gone.add(id)
  for (const kind of kindsThatStay(scope)) for (const { id } of records[kind]) gone.add(id)
  if (gone.size === 0) return { gone, resting: new Set(), cutSources: new Set() }

  let resting = new Set<string>()
  for (let before = -1; before !== gone.size; ) {
    before = gone.size
    removeDependents(records, gone)
    removeFindings(records, gone)
    removeStatementsWithoutUse(records, gone)
    resting = findResting(records, gone)
    if (scope.restingOnLeftOut === 'leave out') for (const id of resting) gone.add(id)
    removeUnmentioned(records, gone, { spared: resting })
  }
  return {
    gone,
    resting: new Set([...resting].filter((id) => !gone.has(id))),
    cutSources: cutSourcesOf(records, gone, scope),
  }
}

/** A text says what a party wants whether or not it was recorded, so with a hidden party no text leaves. */
function cutSourcesOf(
  { source, statement }: HeldRecords,
  gone: ReadonlySet<string>,
  { hiddenParties }: ExportScope,
): Set<SourceId> {
  if (hiddenParties.length > 0) return new Set(source.map(({ id }) => id).filter((id) => !gone.has(id)))
  const cut = statement.filter(({ id, sourceId }) => gone.has(id) && !gone.has(sourceId))
  return new Set(cut.map(({ sourceId }) => sourceId))
}

function removeDependents(records: HeldRecords, gone: Set<string>): void {
  for (const [kind, fields] of Object.entries(goesWith)) {
    const list = records[kind as keyof HeldRecords] as readonly (Record<string, unknown> & { id: string })[]
    for (const record of list) {
      if (gone.has(record.id)) continue
      if (fields.some((field) => isGone(gone, record[field]))) gone.add(record.id)
    }
  }
}

/** What an analyst says of a position that stays here would tell of it. */
function removeFindings({ finding }: HeldRecords, gone: Set<string>): void {
  for (const { id, positions } of finding) if (positions.some((each) => gone.has(each))) gone.add(id)
}

const isGone = (gone: ReadonlySet<string>, id: unknown): boolean => typeof id === 'string' && gone.has(id)

/** A statement that was evidence for what is gone, and for nothing else, would tell of it. */
function removeStatementsWithoutUse(records: HeldRecords, gone: Set<string>): void {
  const used = new Set<string>()
  const wasUsed = new Set<string>()
  for (const { id, statementId } of records.evidence) (gone.has(id) ? wasUsed : used).add(statementId)
  for (const id of wasUsed) if (!used.has(id)) gone.add(id)
}

export const targetOf = ({ positionId, conditionId, answerId, eventId }: Evidence): string =>
  positionId ?? conditionId ?? answerId ?? eventId ?? ''

/** What had statements behind it and has none left. */
function findResting(records: HeldRecords, gone: ReadonlySet<string>): Set<string> {
  const lost = new Set<string>()
  const kept = new Set<string>()
  for (const evidence of records.evidence) {
    if (evidence.relation === 'contradicts') continue
    const target = targetOf(evidence)
    if (gone.has(target)) continue
    ;(gone.has(evidence.id) ? lost : kept).add(target)
  }
  for (const { id, eventId } of records.statement) {
    if (eventId === null || gone.has(eventId)) continue
    ;(gone.has(id) ? lost : kept).add(eventId)
  }
  return new Set([...lost].filter((id) => !kept.has(id)))
}

/** Whoever and whatever was mentioned by what is gone, and is mentioned by nothing that stays, would tell of it. */
function removeUnmentioned(
  records: HeldRecords,
  gone: Set<string>,
  { spared }: { spared: ReadonlySet<string> },
): void {
  const kept = new Set<string>()
  const lost = new Set<string>()
  const mention = (record: { id: string }, ...ids: (string | null)[]): void => {
    const side = gone.has(record.id) ? lost : kept
    for (const id of ids) if (id !== null) side.add(id)
  }
  for (const each of records.statement) {
    mention(each, each.sourceId, each.speakerId, each.relayedById, each.eventId)
  }
  for (const each of records.source) mention(each, each.outletId, each.originId)
  for (const each of records.participation) mention(each, each.speakerId, each.eventId)
  for (const each of records.evidence) mention(each, each.eventId)
  for (const each of records.condition) mention(each, each.onEventId)
  for (const each of records.tagging) mention(each, each.tagId)
  // An office with a party that stays is no reason for a speaker to stay; one with a party that goes is one to go.
  for (const each of records.affiliation) if (gone.has(each.id)) lost.add(each.speakerId)

  for (const id of lost) if (!kept.has(id) && !spared.has(id)) gone.add(id)
}
