import type { Source, SourceId } from '../../app/model/source'
import type { StatementId } from '../../app/model/statement'
import { recordKinds } from '../../app/model/records'
import type { SourceHead } from '../../app/rules/evidence-item'
import { findAnchor } from '../../app/rules/anchor'
import type { HeldRecords, WholeDossier } from '../../app/rules/whole-dossier'
import { prepare, type ReadDb } from '../connection'
import { getDossier } from './dossier'
import { fromRow, listRecords } from './records'
import { withoutText } from './statements-in-context'

/** Everything in a dossier but the full texts and the originals, which are read one by one. */
export function readWholeDossier(db: ReadDb): WholeDossier {
  // What is read once and in order need not be kept by SQLite, which would take 16 MB for it.
  const { cache_size: usual } = prepare<{ cache_size: number }>(db, 'PRAGMA cache_size').get()!
  prepare(db, 'PRAGMA cache_size = -1000').run()
  try {
    return readInOrder(db)
  } finally {
    prepare(db, `PRAGMA cache_size = ${usual}`).run()
  }
}

function readInOrder(db: ReadDb): WholeDossier {
  const lists = recordKinds
    .filter((kind) => kind !== 'source')
    .map((kind) => [kind, listRecords(db, kind)] as const)
  const source = listSourceHeads(db)
  // Every kind is there, each with its own records; TypeScript cannot follow a loop over kinds.
  const records = { ...Object.fromEntries(lists), source } as unknown as HeldRecords
  return {
    dossier: getDossier(db),
    records,
    orphaned: findOrphaned(db, records),
    withheldCells: new Set(),
    restsOnLeftOut: new Set(),
    lostCondition: new Set(),
    cutSources: new Set(),
  }
}

function listSourceHeads(db: ReadDb): SourceHead[] {
  const heads = prepare(
    db,
    `SELECT id, type, title, author, outletId, issued, accessed, URL, language, originId, note,
       originalSha256, originalMediaType, '' AS text, '' AS textHash, '[]' AS pages
     FROM source ORDER BY id`,
  ).all()
  return heads.map((row) => withoutText(fromRow('source', row)))
}

/** One text at a time is in memory, and none of a source without statements. */
function findOrphaned(db: ReadDb, { statement, span }: HeldRecords): Set<StatementId> {
  const sourceOf = new Map(statement.map(({ id, sourceId }) => [id, sourceId]))
  const orphaned = new Set<StatementId>()
  for (const [sourceId, spans] of Map.groupBy(span, ({ statementId }) => sourceOf.get(statementId)!)) {
    const { text } = readSourceText(db, sourceId)
    for (const each of spans) {
      if (findAnchor(text, each).state === 'orphaned') orphaned.add(each.statementId)
    }
  }
  return orphaned
}

/** What a head leaves out. */
export function readSourceText(db: ReadDb, id: SourceId): Pick<Source, 'text' | 'textHash' | 'pages'> {
  const { pages, ...held } = prepare<{ text: string; textHash: string; pages: string }>(
    db,
    'SELECT text, textHash, pages FROM source WHERE id = ?',
  ).get(id)!
  // Numbers that were written by us, into a column that SQLite checks for JSON.
  return { ...held, pages: JSON.parse(pages) as number[] }
}

/** In bytes, of the full texts of all sources. */
export function sizeOfTexts(db: ReadDb): number {
  return prepare<{ size: number }>(
    db,
    'SELECT coalesce(sum(octet_length(text)), 0) AS size FROM source',
  ).get()!.size
}
