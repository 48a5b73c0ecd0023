import Database from 'better-sqlite3'

/** The same connection, seen through two types: queries cannot be handed a writer by mistake. */
export type ReadDb = Pick<Database.Database, 'prepare'> & { readonly __reads: true }
export type WriteDb = ReadDb & Database.Database & { readonly __writes: true }

/** "Démarche" as four bytes in the file's header, so that `file` and we know a dossier when we see one. */
export const applicationId = 0x64_6d_63_68

/**
 * A connection on which nothing in the file can run: no function from its schema, no memory map over a file
 * that others may truncate.
 */
export function connect(path: string, { isReadOnly }: { isReadOnly: boolean }): WriteDb {
  return harden(new Database(path, { readonly: isReadOnly, timeout: 0 }))
}

/** The same over a file's bytes, in memory: nothing reaches a disk. */
export function connectToCopy(bytes: Buffer): WriteDb {
  return harden(new Database(bytes))
}

function harden(driver: Database.Database): WriteDb {
  // The brands are ours alone; the driver's type cannot know them.
  const db = driver as unknown as WriteDb
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  return db
}

type Statement = ReturnType<ReadDb['prepare']>
const statements = new WeakMap<ReadDb, Map<string, Statement>>()

/** Prepares once per connection: preparing costs more than most of our statements. */
export function prepare<Row = unknown>(db: ReadDb, sql: string): Database.Statement<unknown[], Row> {
  let known = statements.get(db)
  if (!known) statements.set(db, (known = new Map()))
  let statement = known.get(sql)
  if (!statement) known.set(sql, (statement = db.prepare(sql)))
  return statement as Database.Statement<unknown[], Row>
}

/** An SQL name, quoted. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
