import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unwrap } from '../app/errors'
import type { IssueId } from '../app/model/issue'
import type { PartyId } from '../app/model/party'
import type { Position } from '../app/model/position'
import { firstSchema } from '../db/migrations/0001-first-schema'
import { inTurn, timed, type Comparison } from './compare'
import { openSession } from './open-session'

const pairs = 20
const perRound = 500

/** 10,000 positions recorded one by one through the dispatcher, against bare inserts of the very same rows. */
export async function benchRecordPositions(): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  try {
    const dossier = await openDossier(folder)
    const bare = openBare(folder)
    const recorded: Position[] = []

    const [ours, other] = await inTurn(
      pairs,
      () =>
        timed(async () => {
          for (let count = 0; count < perRound; count += 1)
            recorded.push(await dossier.record(recorded.length))
        }),
      () => {
        const rows = recorded
          .slice(-perRound)
          .map((position) => ({ ...position, needsResearch: Number(position.needsResearch) }))
        return timed(() => {
          for (const row of rows) bare.insert.run(row)
        })
      },
    )
    const counts = { commands: dossier.count(), inserts: bare.count() }
    dossier.close()
    bare.close()
    return {
      what: `position.record, ${pairs} rounds of ${perRound}`,
      ours: { name: 'dispatcher', rounds: ours },
      other: { name: 'bare inserts', rounds: other },
      counts,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openDossier(folder: string) {
  const { session, dispatch } = await openSession(folder)
  // The dispatcher answers each name with that name's output.
  const call = async <T>(name: string, input: unknown) => unwrap(await dispatch(name, input)) as T

  const issues: IssueId[] = []
  for (let index = 0; index < 200; index += 1) {
    issues.push((await call<{ id: IssueId }>('issue.add', { title: `Issue ${index}` })).id)
  }
  const parties: PartyId[] = []
  for (let index = 0; index < 10; index += 1) {
    const party = { name: `Party ${index}`, shortName: `P${index}`, colour: 'rose' }
    parties.push((await call<{ id: PartyId }>('party.add', party)).id)
  }

  return {
    record: (number: number) =>
      call<Position>('position.record', {
        issueId: issues[number % issues.length],
        partyId: parties[number % parties.length],
        kind: 'demand',
        text: `Demand ${number}: the other side withdraws its objection to the third paragraph.`,
        firmness: 'firm',
        from: '2025-11-13',
      }),
    count: () => session.current().db.prepare('SELECT count(*) FROM position').pluck().get() as number,
    close: session.close,
  }
}

/** The same table and indexes in a file with the same promises, and nothing around it. */
function openBare(folder: string) {
  const db = new Database(join(folder, 'bare.demarche'))
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = EXTRA')
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('foreign_keys = OFF')
  db.exec(firstSchema.sql)
  const columns = (db.pragma('table_info(position)') as { name: string }[]).map(({ name }) => name)
  const insert = db.prepare(
    `INSERT INTO position (${columns.map((name) => `"${name}"`).join(', ')})
     VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  return {
    insert,
    count: () => db.prepare('SELECT count(*) FROM position').pluck().get() as number,
    close: () => db.close(),
  }
}
