import { createHash } from 'node:crypto'
import type { RecordContract } from '../../app/contract/record-contract'
import { AppError } from '../../app/errors'
import { linkTargets } from '../../app/model/links'
import { recordKinds, recordModels, type IdOf, type RecordKind, type RecordOf } from '../../app/model/records'
import { foldText } from '../../app/rules/fold-text'
import { wouldLoop } from '../../app/rules/issue-tree'
import { brokenRule, type BrokenRule } from '../../app/rules/record-rules'
import { brokenSuccession } from '../../app/rules/succession'
import type { ReadDb, WriteDb } from '../../db/connection'
import { newId } from '../../db/new-id'
import { listFrozenHeads } from '../../db/tables/frozen-briefings'
import {
  deleteRecord,
  findRecord,
  getRecord,
  insertRecord,
  listRecords,
  moveRecord,
  nextSortOrder,
  updateRecord,
} from '../../db/tables/records'
import type { Handlers } from '../handlers'

/** The fields of a record that a person gives; the engine adds the rest. */
export type Given<Kind extends RecordKind> = Omit<RecordOf<Kind>, 'id' | 'sortOrder' | 'textHash'>

/** `name-taken`, `rule-broken`, or the record as it now stands. */
export function addRecord<Kind extends RecordKind>(
  db: WriteDb,
  kind: Kind,
  given: Given<Kind>,
): RecordOf<Kind> {
  const shape = recordModels[kind].shape
  const record = {
    ...given,
    id: newId(),
    ...('sortOrder' in shape ? { sortOrder: nextSortOrder(db, kind, given) } : {}),
    ...('textHash' in shape ? { textHash: hashOf(given) } : {}),
    // Given and added fields make up the whole model; a test parses every kind's records with it.
  } as unknown as RecordOf<Kind>
  refuse(db, kind, record)
  insertRecord(db, kind, record)
  return record
}

/** Changes the fields given. `not-found`, `name-taken`, `rule-broken`, or the record as it now stands. */
export function changeRecord<Kind extends RecordKind>(
  db: WriteDb,
  kind: Kind,
  { id, ...given }: { id: IdOf<Kind> } & Partial<Given<Kind>>,
): RecordOf<Kind> {
  const before = getRecord(db, kind, id)
  refuseIssued(db, kind, id)
  const changes: Record<string, unknown> = { ...given }
  if ('textHash' in before && 'text' in given) changes.textHash = hashOf(given)
  const after = { ...before, ...changes }
  refuse(db, kind, after)
  if (kind === 'issue' && 'parentId' in changes && after !== before)
    moveLast(db, kind, before, after, changes)
  updateRecord(db, kind, id, changes)
  return getRecord(db, kind, id)
}

export function removeRecord<Kind extends RecordKind>(db: WriteDb, kind: Kind, id: IdOf<Kind>): null {
  getRecord(db, kind, id)
  refuseIssued(db, kind, id, { isRemoved: true })
  deleteRecord(db, kind, id)
  return null
}

/** What was issued is kept for ever, and with it the briefing that counts its numbers. */
function refuseIssued(db: ReadDb, kind: RecordKind, id: string, { isRemoved = false } = {}): void {
  const isIssued =
    kind === 'frozenBriefing' ||
    (kind === 'briefing' && isRemoved && listFrozenHeads(db).some(({ briefingId }) => briefingId === id))
  if (isIssued) throw new AppError('issued-stays')
}

/** A quotation's or a text's fingerprint, by which damage to it is found. */
export function hashOf(given: object): string {
  return createHash('sha256')
    .update('text' in given ? String(given.text) : '')
    .digest('hex')
}

function moveLast(
  db: WriteDb,
  kind: RecordKind,
  before: object,
  after: object,
  changes: Record<string, unknown>,
): void {
  const isMoved = 'parentId' in before && 'parentId' in after && before.parentId !== after.parentId
  if (isMoved) changes.sortOrder = nextSortOrder(db, kind, after)
}

const kindsWithOwnName: readonly RecordKind[] = [
  'party',
  'outlet',
  'round',
  'savedView',
  'briefing',
  'tag',
  'runningOrder',
]

function refuse<Kind extends RecordKind>(db: ReadDb, kind: Kind, record: RecordOf<Kind>): void {
  refuseMissingLinks(db, kind, record)
  const broken = brokenRule(kind, record) ?? brokenLink(db, kind, record)
  if (broken !== null) throw new AppError('rule-broken', { rule: broken, ...cellNames(db, record) })
  if (kindsWithOwnName.includes(kind) && 'name' in record)
    refuseTakenName(db, kind, String(record.name), record.id)
}

function refuseTakenName(db: ReadDb, kind: RecordKind, name: string, ownId: string): void {
  const folded = foldText(name.trim())
  const taken = listRecords(db, kind).some(
    (other) => other.id !== ownId && 'name' in other && foldText(String(other.name).trim()) === folded,
  )
  if (taken) throw new AppError('name-taken', { kind, name })
}

/** The cell that a position stands in, for the sentence that refuses it. */
function cellNames(db: ReadDb, record: RecordOf<RecordKind>): { issue?: string; party?: string } {
  if (!('issueId' in record) || !('partyId' in record) || record.issueId === null || record.partyId === null)
    return {}
  const issue = findRecord(db, 'issue', record.issueId)?.title ?? ''
  return { issue, party: findRecord(db, 'party', record.partyId)?.shortName ?? '' }
}

/** Rules that need other records. */
function brokenLink(db: ReadDb, kind: RecordKind, record: RecordOf<RecordKind>): BrokenRule | null {
  if (kind === 'issue') {
    const { id, parentId } = record as RecordOf<'issue'>
    const parentOf = (issueId: IdOf<'issue'>) => findRecord(db, 'issue', issueId)?.parentId ?? null
    return wouldLoop(parentOf, { issueId: id, parentId }) ? 'issue-in-itself' : null
  }
  if (kind === 'position') return successionProblem(db, record as RecordOf<'position'>)
  if (kind === 'membership') return brokenCoalition(db, record as RecordOf<'membership'>)
  if (kind === 'answer') return brokenAnswer(db, record as RecordOf<'answer'>)
  return null
}

function brokenAnswer(db: ReadDb, { byPositionId, partyId }: RecordOf<'answer'>): BrokenRule | null {
  if (byPositionId === null) return null
  return getRecord(db, 'position', byPositionId).partyId === partyId ? null : 'answer-from-elsewhere'
}

function successionProblem(db: ReadDb, position: RecordOf<'position'>): BrokenRule | null {
  return brokenSuccession(position, {
    positionOf: (id) => findRecord(db, 'position', id),
    successors: listRecords(db, 'position', { supersedesId: position.id }),
  })
}

function brokenCoalition(db: ReadDb, membership: RecordOf<'membership'>): BrokenRule | null {
  const seen = new Set<string>()
  const isWithin = (memberId: string): boolean => {
    if (memberId === membership.coalitionId) return true
    if (seen.has(memberId)) return false
    seen.add(memberId)
    return listRecords(db, 'membership', { coalitionId: memberId }).some((inner) => isWithin(inner.memberId))
  }
  return isWithin(membership.memberId) ? 'coalition-in-a-circle' : null
}

/** Says which kind of record is missing, which SQLite's foreign keys would not. */
function refuseMissingLinks(db: ReadDb, kind: RecordKind, record: RecordOf<RecordKind>): void {
  for (const [field, id] of Object.entries(record)) {
    const target = linkTargets[field]
    if (target === undefined || id === null) continue
    if (findRecord(db, target, String(id)) === null)
      throw new AppError('not-found', { kind: target, from: kind })
  }
}

function operationsOf(kind: RecordKind): Record<string, unknown> {
  return {
    [`${kind}.list`]: (db: ReadDb, where: Record<string, unknown>) => listRecords(db, kind, where),
    [`${kind}.get`]: (db: ReadDb, { id }: { id: string }) => getRecord(db, kind, id),
    [`${kind}.add`]: (db: WriteDb, given: Given<RecordKind>) => addRecord(db, kind, given),
    [`${kind}.change`]: (db: WriteDb, given: { id: IdOf<RecordKind> }) => changeRecord(db, kind, given),
    [`${kind}.remove`]: (db: WriteDb, { id }: { id: IdOf<RecordKind> }) => removeRecord(db, kind, id),
    [`${kind}.reorder`]: (db: WriteDb, move: { id: string; beforeId: string | null }) => {
      moveRecord(db, kind, move)
      return null
    },
  }
}

/** One set of handlers for every kind. The contract decides which of them can be called. */
export const recordOperations = Object.assign({}, ...recordKinds.map(operationsOf)) as Handlers<
  keyof RecordContract
>
