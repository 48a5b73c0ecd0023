import { migrations, type Migration } from './migrations'
import type { WriteDb } from './connection'

/** Brings the schema up to date, one transaction a step. Foreign keys are left off: the caller turns them on. */
export function migrate(db: WriteDb, steps: readonly Migration[] = migrations): void {
  // SQLite says how it numbers versions: a plain integer in the file's header.
  const current = db.pragma('user_version', { simple: true }) as number

  // Rebuilding a table would cascade-delete its children, and SQLite ignores this pragma inside a transaction.
  db.pragma('foreign_keys = OFF')
  for (const { version, sql } of steps) {
    if (version <= current) continue
    db.transaction(() => {
      db.exec(sql)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`Migration ${version} broke ${broken.length} references.`)
      db.pragma(`user_version = ${version}`)
    })()
  }
}
