import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { ErrorCode } from '../../app/errors'
import { createDispatcher } from '../../engine/dispatch'
import { createSession } from '../../engine/session'
import { createApi } from '../../renderer/api'
import { temporaryFolder } from './open-test-app'

/** A dossier of some size, closed. Unlike the test application, it can be made once for a whole file of tests. */
export async function makeDossier(): Promise<string> {
  const folder = temporaryFolder()
  const path = join(folder, 'good.demarche')
  const decideAgainst = async () => null
  const session = createSession({
    user: 'Ada',
    now: () => new Date('2025-11-20T09:10:00Z'),
    homeFolder: join(folder, 'home'),
    samplePath: '',
    desktop: {
      chooseFileToOpen: decideAgainst,
      chooseFileToSave: decideAgainst,
      printPage: async () => new Uint8Array(),
    },
    announce: () => {},
  })
  const dispatch = createDispatcher(session)
  const api = createApi({ call: dispatch, listen: () => () => {} })
  await api.call('dossier.create', { title: 'Good', path })
  const party = await api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'rose' })
  for (let number = 1; number <= 20; number++) {
    const issue = await api.call('issue.add', { title: `Fish ${number}` })
    await api.call('position.record', {
      issueId: issue.id,
      partyId: party.id,
      kind: 'demand',
      text: `Quota ${number} `.repeat(50),
    })
  }
  session.close()
  return path
}

/** Runs `change` on the raw file, with SQLite's own protections off. */
export function alter(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path)
  try {
    db.unsafeMode(true)
    db.pragma('foreign_keys = OFF')
    change(db)
  } finally {
    db.close()
  }
}

function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0xa5, at, at + length)
  writeFileSync(path, bytes)
}

const pageBytes = 4_096
const rootPageOf = (path: string, table: string): number => {
  let page = 0
  alter(path, (db) => {
    page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number
  })
  return page
}

type BadFile = { code: ErrorCode; spoil: (path: string) => void }
const truncated = (length: (size: number) => number): BadFile['spoil'] => {
  return (path) => truncateSync(path, length(readFileSync(path).length))
}
const altered = (change: (db: Database.Database) => void): BadFile['spoil'] => {
  return (path) => alter(path, change)
}

/** Each begins as a copy of a good dossier and is spoilt; opening it must be refused with the code. */
export const badFiles: Readonly<Record<string, BadFile>> = {
  'a text': { code: 'file-not-sqlite', spoil: (path) => writeFileSync(path, 'A dossier? '.repeat(50)) },
  'an empty file': { code: 'file-not-sqlite', spoil: (path) => writeFileSync(path, '') },
  'cut inside the header': { code: 'file-not-sqlite', spoil: truncated(() => 60) },
  'cut after the header': { code: 'file-damaged', spoil: truncated(() => 100) },
  'cut after a page': { code: 'file-damaged', spoil: truncated(() => pageBytes) },
  'cut in half': { code: 'file-damaged', spoil: truncated((size) => Math.floor(size / 2)) },
  'one byte short': { code: 'file-damaged', spoil: truncated((size) => size - 1) },
  'a database, but no dossier': {
    code: 'file-not-dossier',
    spoil: (path) => {
      writeFileSync(path, '')
      alter(path, (db) => db.exec('CREATE TABLE note (text TEXT)'))
    },
  },
  'a dossier that was never finished': {
    code: 'file-not-dossier',
    spoil: altered((db) => db.pragma('user_version = 0')),
  },
  'a dossier from a newer version': {
    code: 'file-from-newer-version',
    spoil: altered((db) => db.pragma('user_version = 99')),
  },
  'a planted trigger': {
    code: 'file-schema-foreign',
    spoil: altered((db) =>
      db.exec('CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM statement; END'),
    ),
  },
  'a planted view': {
    code: 'file-schema-foreign',
    spoil: altered((db) => db.exec('CREATE VIEW v AS SELECT fold(text) FROM statement')),
  },
  'a table more': {
    code: 'file-schema-foreign',
    spoil: altered((db) => db.exec('CREATE TABLE more (id TEXT)')),
  },
  'a damaged page': {
    code: 'file-damaged',
    spoil: (path) => overwrite(path, (rootPageOf(path, 'position') - 1) * pageBytes, pageBytes),
  },
  'a zeroed page': {
    code: 'file-damaged',
    spoil: (path) => {
      const bytes = readFileSync(path)
      const at = (rootPageOf(path, 'issue') - 1) * pageBytes
      writeFileSync(path, bytes.fill(0, at, at + pageBytes))
    },
  },
  'a damaged schema': { code: 'file-damaged', spoil: (path) => overwrite(path, 100, pageBytes - 100) },
}

/** Nothing that can be spoilt byte by byte: what is at the path is no file, or not there at all. */
export const noFiles: Readonly<Record<string, { code: ErrorCode; make: (path: string) => void }>> = {
  'a folder': { code: 'file-is-folder', make: (path) => mkdirSync(path) },
  'a missing file': { code: 'file-missing', make: () => {} },
  'a pipe': { code: 'file-not-sqlite', make: (path) => void spawnSync('mkfifo', [path]) },
}

/** A copy of the good dossier in a folder of its own, spoilt. */
export function spoiltCopy(
  good: string,
  { spoil }: Pick<BadFile, 'spoil'>,
): { path: string; folder: string } {
  const folder = temporaryFolder()
  const path = join(folder, 'bad.demarche')
  copyFileSync(good, path)
  spoil(path)
  return { path, folder }
}

/** Another program that does `script` with the file open as `db`, and keeps it open until the test ends. */
export async function otherProgram(path: string, script: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=commonjs',
      '--eval',
      `const db = new (require('better-sqlite3'))(${JSON.stringify(path)})
       ${script}
       console.log('ready')
       setInterval(() => db.open, 1_000)`,
    ],
    { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`The other program ended with ${code}.`)))
  })
}

/** Ends another program in the middle of a write, so that a journal to be taken back lies beside the file. */
export function cutShort(path: string): void {
  const script = `const db = new (require('better-sqlite3'))(${JSON.stringify(path)})
    db.pragma('cache_size = 1')
    db.exec("BEGIN; UPDATE position SET text = 'half written' || text; UPDATE issue SET title = 'half'")
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--input-type=commonjs', '--eval', script], {
    cwd: join(import.meta.dirname, '../..'),
  })
}
