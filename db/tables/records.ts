import { z } from 'zod'
import { AppError } from '../../app/errors'
import { recordModels, tableModels, type IdOf, type RecordKind, type RecordOf } from '../../app/model/records'
import { prepare, quoted, type ReadDb, type WriteDb } from '../connection'

/** How a field is kept: SQLite has neither booleans nor lists. */
type Storage = 'plain' | 'boolean' | 'json'
type StoredField = { field: string; storage: Storage }

const storedFields = new Map<string, { all: StoredField[]; converted: StoredField[] }>()

function fieldsOf(table: keyof typeof tableModels): { all: StoredField[]; converted: StoredField[] } {
  let known = storedFields.get(table)
  if (!known) {
    const shape: Record<string, z.ZodType> = tableModels[table].shape
    const all = Object.entries(shape).map(([field, type]) => ({ field, storage: storageOf(type) }))
    storedFields.set(table, (known = { all, converted: all.filter(({ storage }) => storage !== 'plain') }))
  }
  return known
}

function storageOf(type: z.ZodType): Storage {
  const inner = type instanceof z.ZodNullable ? type.unwrap() : type
  if (inner instanceof z.ZodBoolean) return 'boolean'
  if (inner instanceof z.ZodArray || inner instanceof z.ZodRecord || inner instanceof z.ZodObject)
    return 'json'
  return 'plain'
}

/** A row as the model has it. */
export function fromRow<Kind extends keyof typeof tableModels>(
  kind: Kind,
  row: unknown,
): z.output<(typeof tableModels)[Kind]> {
  const record = row as Record<string, unknown>
  for (const { field, storage } of fieldsOf(kind).converted) record[field] = read(record[field], storage)
  // Column for field the row is the model; a test parses rows of every table with it.
  return record as z.output<(typeof tableModels)[Kind]>
}

function read(value: unknown, storage: Storage): unknown {
  if (value === null) return null
  return storage === 'boolean' ? value === 1 : JSON.parse(String(value))
}

export function toRow(
  kind: keyof typeof tableModels,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const row = { ...record }
  for (const { field, storage } of fieldsOf(kind).converted) {
    const value = row[field]
    if (value === null || value === undefined) continue
    row[field] = storage === 'boolean' ? Number(value) : JSON.stringify(value)
  }
  return row
}

const orderOf = (kind: RecordKind) =>
  'sortOrder' in recordModels[kind].shape ? 'sortOrder, id' : kind === 'mark' ? 'issueId, at, id' : 'id'

/** Characters: kinds, dates and names of states are no longer. */
const longestShared = 12
/** Of each field. More words than these are hardly alike, and looking for them would cost more than they take. */
const mostShared = 1_000

/** All records of a kind, or those whose links are as given; in their order, else oldest first. */
export function listRecords<Kind extends RecordKind>(
  db: ReadDb,
  kind: Kind,
  where: Readonly<Record<string, unknown>> = {},
): RecordOf<Kind>[] {
  const given = Object.keys(where).filter((field) => where[field] !== undefined)
  const narrowed = given.map((field) => `${quoted(field)} IS @${field}`).join(' AND ')
  const stored = fieldsOf(kind).all
  const fields = stored.map(({ field }) => field)
  const rows = prepare<unknown[]>(
    db,
    `SELECT ${fields.map(quoted).join(', ')} FROM ${quoted(kind)} ${narrowed && `WHERE ${narrowed}`} ORDER BY ${orderOf(kind)}`,
  )
  // Objects that the driver makes cost three times as much as what is in them.
  const template: Record<string, unknown> = Object.fromEntries(fields.map((field) => [field, null]))
  const columns = stored.map(({ field, storage }) => ({
    field,
    storage,
    longest: field.endsWith('Id') ? Infinity : longestShared,
    words: new Map<string, string>(),
  }))
  const records: Record<string, unknown>[] = []
  for (const row of rows.raw(true).iterate(where)) {
    const record = { ...template }
    for (let at = 0; at < columns.length; at += 1) {
      const { field, storage, longest, words } = columns[at]!
      const value = row[at]
      if (storage !== 'plain') record[field] = read(value, storage)
      else if (typeof value !== 'string' || value === '' || value.length > longest) record[field] = value
      else record[field] = sharedWord(value, words)
    }
    records.push(record)
  }
  // Column for field the rows are the model; a test parses those of every table with it.
  return records as RecordOf<Kind>[]
}

/** Links and short words are kept once for many who name them: of what many records hold they are the most. */
function sharedWord(word: string, words: Map<string, string>): string {
  const known = words.get(word)
  if (known === undefined && words.size < mostShared) words.set(word, word)
  return known ?? word
}

export function findRecord<Kind extends RecordKind>(
  db: ReadDb,
  kind: Kind,
  id: string,
): RecordOf<Kind> | null {
  const row = prepare(db, `SELECT * FROM ${quoted(kind)} WHERE id = ?`).get(id)
  return row === undefined ? null : fromRow(kind, row)
}

/** `not-found` when there is none. */
export function getRecord<Kind extends RecordKind>(db: ReadDb, kind: Kind, id: string): RecordOf<Kind> {
  const record = findRecord(db, kind, id)
  if (record === null) throw new AppError('not-found', { kind })
  return record
}

export function insertRecord<Kind extends RecordKind>(db: WriteDb, kind: Kind, record: RecordOf<Kind>): void {
  const fields = fieldsOf(kind).all.map(({ field }) => field)
  prepare(
    db,
    `INSERT INTO ${quoted(kind)} (${fields.map(quoted).join(', ')})
     VALUES (${fields.map((field) => `@${field}`).join(', ')})`,
  ).run(toRow(kind, record))
}

/** Writes the fields given and leaves the rest. */
export function updateRecord(
  db: WriteDb,
  kind: keyof typeof tableModels,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): void {
  const fields = Object.keys(changes)
  if (fields.length === 0) return
  const assignments = fields.map((field) => `${quoted(field)} = @${field}`).join(', ')
  prepare(db, `UPDATE ${quoted(kind)} SET ${assignments} WHERE id = @id`).run({ ...toRow(kind, changes), id })
}

export function deleteRecord<Kind extends RecordKind>(db: WriteDb, kind: Kind, id: IdOf<Kind>): void {
  prepare(db, `DELETE FROM ${quoted(kind)} WHERE id = ?`).run(id)
}

/** The links that say which records are ordered among each other. */
const orderedWithin: { [Kind in RecordKind]?: readonly string[] } = {
  issue: ['parentId'],
  position: ['issueId', 'partyId'],
  condition: ['positionId', 'eventId'],
  span: ['statementId'],
  orderItem: ['runningOrderId'],
}

const siblingsOf = (kind: RecordKind) =>
  (orderedWithin[kind] ?? []).map((field) => `${quoted(field)} IS @${field}`).join(' AND ') || 'TRUE'

function siblingKeys(kind: RecordKind, record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries((orderedWithin[kind] ?? []).map((field) => [field, record[field]]))
}

/** The place after the last of its siblings. */
export function nextSortOrder(
  db: ReadDb,
  kind: RecordKind,
  record: Readonly<Record<string, unknown>>,
): number {
  return prepare<{ next: number }>(
    db,
    `SELECT coalesce(max(sortOrder) + 1, 0) AS next FROM ${quoted(kind)} WHERE ${siblingsOf(kind)}`,
  ).get(siblingKeys(kind, record))!.next
}

/** Puts a record before one of its siblings, or last; `not-found` when that one is no sibling. */
export function moveRecord(
  db: WriteDb,
  kind: RecordKind,
  { id, beforeId }: { id: string; beforeId: string | null },
): void {
  const record = getRecord(db, kind, id)
  const siblings = prepare<{ id: string; sortOrder: number }>(
    db,
    `SELECT id, sortOrder FROM ${quoted(kind)} WHERE ${siblingsOf(kind)} ORDER BY sortOrder, id`,
  ).all(siblingKeys(kind, record))
  if (beforeId === id) return
  const others = siblings.filter((sibling) => sibling.id !== id)
  const at = beforeId === null ? others.length : others.findIndex((sibling) => sibling.id === beforeId)
  if (at === -1) throw new AppError('not-found', { kind })

  const ordered = others.toSpliced(at, 0, siblings.find((sibling) => sibling.id === id)!)
  ordered.forEach((sibling, sortOrder) => {
    if (sibling.sortOrder !== sortOrder) updateRecord(db, kind, sibling.id, { sortOrder })
  })
}
