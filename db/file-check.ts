import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { Finding, FindingKind } from '../app/contract/check-contract'
import { recordModels, tableModels, type RecordKind, type TableName } from '../app/model/records'
import { brokenRule } from '../app/rules/record-rules'
import { prepare, quoted, type ReadDb, type WriteDb } from './connection'
import { concernsSearchIndex, listOutOfStep, searchIndexTable, shortWordTable } from './search-index'
import { fromRow } from './tables/records'

/** Every table's rows are parsed one by one; 50,000 statements take about a second. */
export function findFaults(db: WriteDb): Finding[] {
  return [
    ...checkPages(db),
    ...checkForeignKeys(db),
    ...(Object.keys(tableModels) as TableName[]).flatMap((table) => checkRows(db, table)),
    ...checkOriginals(db),
    ...checkSearchIndex(db),
  ]
}

export function countRecords(db: ReadDb): Record<string, number> {
  const kinds = Object.keys(recordModels) as RecordKind[]
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      prepare<{ count: number }>(db, `SELECT count(*) AS count FROM ${quoted(kind)}`).get()!.count,
    ]),
  )
}

function checkPages(db: WriteDb): Finding[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[]
  return rows
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok' && !concernsSearchIndex(message))
    .map((message) => aboutFile('integrity', message))
}

function checkForeignKeys(db: WriteDb): Finding[] {
  const rows = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return rows.map(({ table, rowid, parent }) => {
    const row = db
      .prepare<[number], { id?: string }>(`SELECT * FROM ${quoted(table)} WHERE rowid = ?`)
      .get(rowid)
    const recordKind = Object.hasOwn(tableModels, table) ? table : null
    return { kind: 'foreign-key', recordKind, recordId: row?.id ?? null, about: `${table} → ${parent}` }
  })
}

function checkRows(db: ReadDb, table: TableName): Finding[] {
  const findings: Finding[] = []
  for (const row of db.prepare<[], { id: string }>(`SELECT * FROM ${quoted(table)}`).iterate()) {
    const recordId = row.id
    const report = (kind: FindingKind, about: string) =>
      findings.push({ kind, recordKind: table, recordId, about })

    const parsed = parseRow(table, row)
    if (!parsed.ok) {
      report('model', parsed.problem)
      continue
    }
    const { record } = parsed
    const broken = table === 'dossier' ? null : brokenRule(table, record as never)
    if (broken !== null) report('model', broken)
    if ('textHash' in record && record.textHash !== sha256(record.text)) report('text-hash', record.text)
  }
  return findings
}

function parseRow(table: TableName, row: object) {
  try {
    const parsed = tableModels[table].safeParse(fromRow(table, row))
    if (parsed.success) return { ok: true, record: parsed.data } as const
    const [issue] = parsed.error.issues
    return { ok: false, problem: `${issue!.path.join('.')}: ${issue!.message}` } as const
  } catch (error) {
    // A list that is no JSON.
    return { ok: false, problem: error instanceof Error ? error.message : String(error) } as const
  }
}

function checkOriginals(db: ReadDb): Finding[] {
  const rows = db.prepare<[], { sha256: string; bytes: Buffer }>('SELECT * FROM original').iterate()
  return [...rows]
    .filter((original) => sha256(original.bytes) !== original.sha256)
    .map((original) => aboutFile('text-hash', original.sha256))
}

function checkSearchIndex(db: WriteDb): Finding[] {
  const strays = listOutOfStep(db)
  if (strays.length > 0 || !isIndexWhole(db))
    return [aboutFile('search-index', strays.slice(0, 3).join(', '))]
  return []
}

/** Comparing the index with its texts counts as writing, so a copy in memory is asked. */
function isIndexWhole(db: WriteDb): boolean {
  const copy = new Database(db.serialize())
  try {
    copy.exec(`
      INSERT INTO ${searchIndexTable} (${searchIndexTable}, rank) VALUES ('integrity-check', 1);
      INSERT INTO ${shortWordTable} (${shortWordTable}) VALUES ('integrity-check');
    `)
    const withoutShortWords = copy.prepare(
      `SELECT number FROM searchEntry WHERE number NOT IN (SELECT rowid FROM ${shortWordTable})`,
    )
    return withoutShortWords.get() === undefined
  } catch {
    return false
  } finally {
    copy.close()
  }
}

const aboutFile = (kind: FindingKind, about: string): Finding => ({
  kind,
  recordKind: null,
  recordId: null,
  about,
})

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
