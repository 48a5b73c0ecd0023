import type { Change } from '../app/model/change'
import { recordDefaults } from '../app/model/record-defaults'
import { tableModels, type RecordKind, type TableName } from '../app/model/records'
import type { RecordedChange } from '../app/rules/recorded-changes'
import { prepare, quoted, type ReadDb, type WriteDb } from './connection'
import { toRow } from './tables/records'

const watchedTables = Object.keys(tableModels) as TableName[]
export const columnsOf = (table: TableName): string[] => Object.keys(tableModels[table].shape)

export type Step = Pick<Change, 'step' | 'at' | 'by' | 'kind' | 'label'>

/**
 * Generated triggers, after sqlite.org/undoredo.html, write what every statement changes, cascades included,
 * into `change`. They are TEMP: a file holds no trigger of its own, so one that does is not ours.
 */
export function watchChanges(db: WriteDb): void {
  db.exec(`
    CREATE TEMP TABLE currentStep (step INTEGER, at TEXT, by TEXT, kind TEXT, label TEXT);
    INSERT INTO currentStep VALUES (0, '', '', 'edit', '');
  `)
  for (const table of watchedTables) watchTable(db, table)
}

export function beginStep(db: WriteDb, step: Step): void {
  prepare(
    db,
    'UPDATE temp.currentStep SET step = @step, at = @at, by = @by, kind = @kind, label = @label',
  ).run(step)
}

function watchTable(db: WriteDb, table: TableName): void {
  const columns = columnsOf(table)
  const whole = (row: 'OLD' | 'NEW') =>
    `json_object(${columns.map((column) => `'${column}', ${row}.${quoted(column)}`).join(', ')})`
  const differs = columns.map((column) => `OLD.${quoted(column)} IS NOT NEW.${quoted(column)}`)
  const changed = (row: 'OLD' | 'NEW') =>
    `(SELECT json_group_object(field, value) FROM (${columns
      .map(
        (column, index) =>
          `SELECT '${column}' AS field, ${row}.${quoted(column)} AS value WHERE ${differs[index]}`,
      )
      .join(' UNION ALL ')}))`
  const log = (id: string, before: string, after: string) => `
    INSERT INTO change (step, at, by, kind, label, recordKind, recordId, before, after)
    SELECT step, at, by, kind, label, '${table}', ${id}, ${before}, ${after} FROM temp.currentStep;`

  db.exec(`
    CREATE TEMP TRIGGER "journal_insert_${table}" AFTER INSERT ON main.${quoted(table)} BEGIN
      ${log('NEW.id', 'NULL', whole('NEW'))}
    END;
    CREATE TEMP TRIGGER "journal_update_${table}" AFTER UPDATE ON main.${quoted(table)}
    WHEN ${differs.join(' OR ')} BEGIN
      ${log('NEW.id', changed('OLD'), changed('NEW'))}
    END;
    CREATE TEMP TRIGGER "journal_delete_${table}" BEFORE DELETE ON main.${quoted(table)} BEGIN
      ${log('OLD.id', whole('OLD'), 'NULL')}
    END;
  `)
}

type ChangeRow = Omit<Change, 'before' | 'after'> & { before: string | null; after: string | null }

/** Newest first. `since` compares as text, which instants in UTC allow. */
export function listChanges(
  db: ReadDb,
  { since = '', recordId, limit }: { since?: string; recordId?: string; limit: number },
): Change[] {
  const rows = prepare<ChangeRow>(
    db,
    `SELECT * FROM change
     WHERE at >= @since AND (@recordId IS NULL OR recordId = @recordId)
     ORDER BY number DESC LIMIT @limit`,
  ).all({ since, recordId: recordId ?? null, limit })
  return rows.map(readChange)
}

/** The journal in parts, oldest first, by the numbers of its changes. */
export function listChangesBetween(
  db: ReadDb,
  { after, last, limit }: { after: number; last: number; limit: number },
): Change[] {
  return prepare<ChangeRow>(
    db,
    'SELECT * FROM change WHERE number > @after AND number <= @last ORDER BY number LIMIT @limit',
  )
    .all({ after, last, limit })
    .map(readChange)
}

export function lastChangeNumber(db: ReadDb): number {
  return prepare<{ last: number }>(db, 'SELECT coalesce(max(number), 0) AS last FROM change').get()!.last
}

export function changesOfStep(db: ReadDb, step: number): Change[] {
  return prepare<ChangeRow>(db, 'SELECT * FROM change WHERE step = ? ORDER BY number DESC')
    .all(step)
    .map(readChange)
}

export function lastStep(db: ReadDb): number {
  return prepare<{ last: number }>(db, 'SELECT coalesce(max(step), 0) AS last FROM change').get()!.last
}

function readChange(row: ChangeRow): Change {
  // JSON that our own triggers wrote, into a column that SQLite checks.
  const read = (json: string | null) => (json === null ? null : (JSON.parse(json) as Change['before']))
  return { ...row, before: read(row.before), after: read(row.after) }
}

/**
 * Puts one record back as it was before the change. What an older version wrote may lack a field that there is now,
 * which then has its default, or have one that there is no longer.
 */
export function takeBack(db: WriteDb, change: Change): void {
  const table = quoted(change.recordKind)
  if (change.before === null) {
    prepare(db, `DELETE FROM ${table} WHERE id = ?`).run(change.recordId)
    return
  }
  // The journal only ever writes what the watched tables hold.
  const kind = change.recordKind as TableName
  const known = columnsOf(kind)
  const fields = Object.keys(change.before).filter((field) => known.includes(field))
  const values = fields.map((field) => `json_extract(@before, '$.${field}')`)
  const before = JSON.stringify(change.before)
  if (change.after === null) {
    const missing = missingFields(kind, fields)
    const columns = [...fields, ...Object.keys(missing)].map(quoted).join(', ')
    const all = [...values, ...Object.keys(missing).map((field) => `@${field}`)].join(', ')
    prepare(db, `INSERT INTO ${table} (${columns}) SELECT ${all}`).run({ before, ...missing })
    return
  }
  if (fields.length === 0) return
  const assignments = fields.map((field, index) => `${quoted(field)} = ${values[index]}`)
  prepare(db, `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = @id`).run({
    before,
    id: change.recordId,
  })
}

/** In place of what the triggers wrote: the history that a dossier had before it was carried here. */
export function replaceJournal(db: WriteDb, changes: readonly Change[]): void {
  db.exec('DELETE FROM change')
  const insert = prepare(
    db,
    `INSERT INTO change (number, step, at, by, kind, label, recordKind, recordId, before, after)
     VALUES (@number, @step, @at, @by, @kind, @label, @recordKind, @recordId, @before, @after)`,
  )
  const written = (values: Change['before']) => (values === null ? null : JSON.stringify(values))
  for (const change of changes) {
    insert.run({ ...change, before: written(change.before), after: written(change.after) })
  }
}

function missingFields(kind: TableName, given: readonly string[]): Record<string, unknown> {
  const defaults: Record<string, unknown> = kind === 'dossier' ? {} : recordDefaults[kind]
  const missing = Object.entries(defaults).filter(([field]) => !given.includes(field))
  return toRow(kind, Object.fromEntries(missing))
}

type RecordedRow = Pick<Change, 'number' | 'at' | 'by' | 'recordId'> & {
  what: RecordedChange['what']
  before: string
  after: string
}

/** Fields that have no date of their own, with the journal's; oldest first. `recordId` narrows to one record. */
export function listRecordedChanges(db: ReadDb, recordId: string | null = null): RecordedChange[] {
  const changesOf = (what: RecordedChange['what'], kind: RecordKind, field: string) => `
    SELECT number, at, by, recordId, '${what}' AS what,
      json_extract(before, '$.${field}') AS before, json_extract(after, '$.${field}') AS after
    FROM change
    WHERE recordKind = '${kind}' AND before IS NOT NULL AND after IS NOT NULL
      AND json_extract(after, '$.${field}') IS NOT NULL AND (@recordId IS NULL OR recordId = @recordId)`
  const rows = prepare<RecordedRow>(
    db,
    `${changesOf('condition', 'condition', 'state')} UNION ALL
     ${changesOf('landing zone', 'issue', 'landingZone')} UNION ALL
     ${changesOf('status', 'issue', 'status')}
     ORDER BY number`,
  ).all({ recordId })
  // The values are those of the columns, which SQLite checks.
  return rows as RecordedChange[]
}
