import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type ReadDb } from '../db/connection'
import { newId } from '../db/new-id'
import { openDossierFile, createDossierFile } from '../db/open'
import { rebuildSearchIndex, searchedKinds } from '../db/search-index'
import { insertDossier } from '../db/tables/dossier'
import { searchOperations } from '../engine/operations/search-operations'
import { dossierId } from '../app/model/dossier'
import { searchRecords } from '../db/search'
import { firstHits } from '../renderer/state/use-search'
import { inTurn, type Comparison } from './compare'

const sources = 20_000
const statements = 1_000_000
const typed = [
  'ter',
  'terr',
  'territo',
  'territory',
  'security',
  'anchorage',
  'demilitarise',
  'eu',
  '北京',
  'anchorage security',
]

/** Words by a seeded generator, so that every run searches the same. */
function createWriter() {
  let seed = 42
  const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  const syllables =
    'ka re mo ti na so lu ve di pra gen tor mis con bel fra ost ing er an de shi mar vi'.split(' ')
  const made = Array.from({ length: 30_000 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join(''),
  )
  Object.assign(made, { 10: 'eu', 20: 'territory', 60: 'security', 200: 'anchorage', 3_000: 'demilitarise' })
  const characters = [...'北京会谈判乌克兰俄罗斯美国安全领土停火和平部队撤军承认加入北约']
  return (number: number): string => {
    // Zipf's law, near enough: a few words are everywhere, most are rare.
    const words = Array.from(
      { length: 12 + Math.floor(random() * 30) },
      () => made[Math.floor(30_000 ** random()) - 1] ?? 'the',
    )
    if (number % 50 === 0) {
      words.push(
        Array.from({ length: 20 }, () => characters[Math.floor(random() * characters.length)]).join(''),
      )
    }
    return words.join(' ')
  }
}

function makeLargeDossier(path: string): void {
  const { db: first } = createDossierFile(path)
  const created = new Date().toISOString()
  insertDossier(first, {
    id: dossierId.parse(newId()),
    title: 'Large',
    question: '',
    language: 'en',
    marking: 'none',
    author: 'bench',
    created,
    asOf: null,
  })
  first.close()

  // Filled past the journal, as no user's dossier is: a million steps would be a benchmark of their own.
  const db = connect(path, { isReadOnly: false })
  db.pragma('synchronous = OFF')
  const write = createWriter()
  const hash = '0'.repeat(64)
  const addSource = db.prepare(
    `INSERT INTO source (id, type, title, author, URL, language, note, text, textHash, originalMediaType, pages)
     VALUES (?, 'article', ?, '[]', '', 'en', '', ?, ?, '', '[]')`,
  )
  const addStatement = db.prepare(
    `INSERT INTO statement (id, sourceId, form, text, textHash, translation, saidOnWords, place, credibility, note)
     VALUES (?, ?, 'verbatim', ?, ?, '', '', '', 6, '')`,
  )
  db.transaction(() => {
    for (let number = 0; number < sources; number += 1) {
      const sourceId = newId()
      addSource.run(sourceId, write(number).slice(0, 80), write(number), hash)
      for (let each = 0; each < statements / sources; each += 1) {
        addStatement.run(newId(), sourceId, write(number * 50 + each), hash)
      }
    }
  })()
  db.close()
  const opened = openDossierFile(path)
  opened.db.pragma('synchronous = OFF')
  rebuildSearchIndex(opened.db)
  opened.db.close()
}

const indexedOnly = typed.filter((words) => words.split(' ').every((word) => [...word].length >= 3))

/** What the sqlite3 program takes for each query once, in milliseconds: many in a row, less what it takes to start. */
function timeInProgram(path: string, rounds: number): number {
  const queries = indexedOnly.map((words) => {
    const match = words
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' ')
    return `SELECT entry.recordKind, entry.recordId FROM searchIndex AS found CROSS JOIN searchEntry AS entry
      WHERE searchIndex MATCH '${match}' AND entry.number = found.rowid ORDER BY found.rowid LIMIT 50;`
  })
  const run = (times: number) => {
    const input = ['.output /dev/null', ...Array.from({ length: times }, () => queries).flat()].join('\n')
    const begun = performance.now()
    execFileSync('sqlite3', ['-readonly', path], { input })
    return performance.now() - begun
  }
  // The first round reads the pages in, for either side.
  const start = run(1)
  return Math.max(run(rounds + 1) - start, 0) / rounds
}

function timeOurs(db: ReadDb, rounds: number): number {
  const begun = performance.now()
  for (let round = 0; round < rounds; round += 1) {
    for (const words of indexedOnly) searchRecords(db, { words, kinds: searchedKinds, limit: 50 })
  }
  return (performance.now() - begun) / rounds
}

/** What the window waits for after each key, excerpts included: the 95th percentile, in milliseconds. */
function timeTyping(db: ReadDb): number {
  const context = { history: null, now: () => new Date() }
  const times = Array.from({ length: 20 }, () =>
    typed.map((words) => {
      const begun = performance.now()
      searchOperations['search.find'](db, { words, limit: firstHits }, context)
      return performance.now() - begun
    }),
  ).flat()
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

/** First hits among 20,000 sources and 1,000,000 statements, against the same query at the sqlite3 program. */
export async function benchSearch(): Promise<Comparison | null> {
  if (spawnSync('sqlite3', ['-version']).error) {
    console.log(
      'search: skipped, because the sqlite3 program is not installed (on Debian: apt-get install sqlite3)',
    )
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-search-'))
  const path = join(folder, 'large.demarche')
  try {
    makeLargeDossier(path)
    const { db } = openDossierFile(path, { toRead: true })
    timeTyping(db)
    const typing = timeTyping(db)
    const [ours, other] = await inTurn(
      9,
      () => timeOurs(db, 40),
      () => timeInProgram(path, 40),
    )
    db.close()
    return {
      what: `first hits of ${indexedOnly.length} searches among ${statements.toLocaleString('en')} statements`,
      ours: { name: 'ours', rounds: ours },
      other: { name: 'sqlite3', rounds: other },
      counts: {
        'µs at the 95th percentile of typing, excerpts included': Math.round(typing * 1_000),
        MB: Math.round(statSync(path).size / 1_000_000),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
