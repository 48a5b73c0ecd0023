import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, type WriteDb } from '../../db/connection'
import { migrate } from '../../db/migrate'
import { latestVersion, migrations, type Migration } from '../../db/migrations'
import { upgradeFile } from '../../db/upgrade'
import { makeRecord } from '../builders/make-records'
import { openTestApp, startTestApp } from '../builders/open-test-app'

const nextVersion = latestVersion + 1

/** What a later version might do: a table is made anew with another column. */
const rebuildTag: Migration = {
  version: nextVersion,
  sql: `
    CREATE TABLE newTag (
      id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE COLLATE NOCASE, colour TEXT,
      meaning TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO newTag (id, name, colour) SELECT id, name, colour FROM tag;
    DROP TABLE tag;
    ALTER TABLE newTag RENAME TO tag;
  `,
}

async function fileWithTaggedIssue() {
  const app = await openTestApp()
  await makeRecord(app.api, 'tagging')
  await app.api.call('dossier.close', {})
  return app
}

const connected = <T>(path: string, work: (db: WriteDb) => T): T => {
  const db = connect(path, { isReadOnly: false })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const versionOf = (db: WriteDb) => db.pragma('user_version', { simple: true })
const count = (db: WriteDb, table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

test('rebuilding a table keeps the rows that point at it', async () => {
  const { path } = await fileWithTaggedIssue()
  connected(path, (db) => {
    migrate(db, [...migrations, rebuildTag])
    expect(versionOf(db)).toBe(nextVersion)
    expect(count(db, 'tagging')).toBe(1)
    expect(db.prepare('SELECT meaning FROM tag').pluck().get()).toBe('')
  })
})

test('the trap this guards against: the pragma does nothing inside a transaction', async () => {
  const { path } = await fileWithTaggedIssue()
  connected(path, (db) => {
    db.pragma('foreign_keys = ON')
    db.transaction(() => {
      db.pragma('foreign_keys = OFF')
      db.exec(rebuildTag.sql)
    })()
    expect(count(db, 'tagging')).toBe(0)
  })
})

test('a migration that breaks a reference leaves the file as it was', async () => {
  const { path } = await fileWithTaggedIssue()
  connected(path, (db) => {
    const breaking = { version: nextVersion, sql: 'DELETE FROM tag' }
    expect(() => migrate(db, [...migrations, breaking])).toThrow(/broke 1/)
    expect(versionOf(db)).toBe(latestVersion)
    expect(count(db, 'tag')).toBe(1)
  })
})

test('versions only go up, one by one, from the first', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('a migrated file is kept under its old version beside the new one, whole', async () => {
  const { path, folder } = await fileWithTaggedIssue()
  const before = readFileSync(path)
  const { keptAs } = upgradeFile(path, [...migrations, rebuildTag])
  expect(basename(keptAs)).toBe(`test (version ${latestVersion}).demarche`)
  expect(readFileSync(keptAs).equals(before)).toBe(true)
  connected(path, (db) => {
    expect(versionOf(db)).toBe(nextVersion)
    expect(count(db, 'tagging')).toBe(1)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
  expect(readdirSync(folder).filter((name) => name.endsWith('upgrading'))).toEqual([])
})

test('an upgrade that fails leaves the file byte for byte, and nothing beside it', async () => {
  const { path, folder } = await fileWithTaggedIssue()
  const before = readFileSync(path)
  const files = readdirSync(folder)
  const breaking = { version: nextVersion, sql: 'DELETE FROM tag' }
  expect(() => upgradeFile(path, [...migrations, breaking])).toThrow(/broke 1/)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(files)
})

test('an upgrade writes over no older file that is kept already', async () => {
  const { path, folder } = await fileWithTaggedIssue()
  const kept = join(folder, `test (version ${latestVersion}).demarche`)
  writeFileSync(kept, 'kept before')
  const { keptAs } = upgradeFile(path, [...migrations, rebuildTag])
  expect(keptAs).not.toBe(kept)
  expect(readFileSync(kept, 'utf8')).toBe('kept before')
})

test('a file from a newer version is refused and left as it is', async () => {
  const { path } = await fileWithTaggedIssue()
  connected(path, (db) => db.pragma('user_version = 99'))
  const before = readFileSync(path)
  const { api } = startTestApp()
  await expect(api.call('dossier.open', { path })).rejects.toMatchObject({
    code: 'file-from-newer-version',
    details: { version: 99, known: latestVersion },
  })
  expect(readFileSync(path).equals(before)).toBe(true)
})
