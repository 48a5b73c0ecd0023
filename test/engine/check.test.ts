import { expect, test } from 'vitest'
import type { FindingKind } from '../../app/contract/check-contract'
import { alter } from '../builders/bad-files'
import { openTestApp } from '../builders/open-test-app'

type App = Awaited<ReturnType<typeof openTestApp>>

/** One position resting on one graded statement whose words stand in its source: nothing is wanting. */
async function openWholeApp() {
  const app = await openTestApp()
  const { api } = app
  const party = await api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'rose' })
  const issue = await api.call('issue.add', { title: 'Fish' })
  const outlet = await api.call('outlet.add', { name: 'Courier', kind: 'newspaper', reliability: 'B' })
  const source = await api.call('source.add', {
    type: 'article',
    title: 'On fish',
    outletId: outlet.id,
    text: 'The minister said: no quota, no deal. Then she left.',
  })
  const span = { exact: 'no quota, no deal', prefix: 'said: ', suffix: '. Then', start: 19 }
  const statement = await api.call('statement.record', {
    sourceId: source.id,
    form: 'verbatim',
    text: 'no quota, no deal',
    credibility: 2,
    spans: [span],
  })
  const position = await api.call('position.record', {
    issueId: issue.id,
    partyId: party.id,
    kind: 'demand',
    text: 'A quota first',
    evidence: [{ statementId: statement.id, relation: 'supports' }],
  })
  return { ...app, party, issue, outlet, source, statement, position }
}

/** What a check finds after `change` was done to the raw file, opened to read as the command line does. */
async function findingsAfter(app: App, change: Parameters<typeof alter>[1]) {
  app.session.leave()
  alter(app.path, change)
  app.session.openPath(app.path, { toRead: true })
  const { faults, wanting } = await app.api.call('dossier.check', {})
  return { faults: kindsOf(faults), wanting: kindsOf(wanting) }
}

const kindsOf = (findings: readonly { kind: FindingKind }[]) => findings.map(({ kind }) => kind)

test('a whole dossier with all its evidence has no findings', async () => {
  const { api } = await openWholeApp()
  const report = await api.call('dossier.check', {})
  expect(report).toMatchObject({ faults: [], wanting: [] })
  expect(report.counts).toMatchObject({ party: 1, position: 1, statement: 1, span: 1, evidence: 1, gap: 0 })
})

test('words that were changed behind our back are found, in statements and sources', async () => {
  const app = await openWholeApp()
  const { faults } = await findingsAfter(app, (db) => {
    db.exec("UPDATE statement SET text = 'no quota, a deal'")
    db.exec("UPDATE source SET text = replace(text, 'left', 'went')")
  })
  expect(faults).toEqual(['text-hash', 'text-hash', 'search-index'])
})

test('a value that its field cannot have is found', async () => {
  const app = await openWholeApp()
  const { faults } = await findingsAfter(app, (db) => {
    db.pragma('ignore_check_constraints = ON')
    db.exec("UPDATE party SET colour = 'gold'")
    db.exec('UPDATE position SET atLow = 80, atHigh = 20')
  })
  expect(faults).toContain('model')
  expect(faults.filter((kind) => kind === 'model')).toHaveLength(2)
})

test('a link to a record that is not there is found', async () => {
  const app = await openWholeApp()
  const { faults, wanting } = await findingsAfter(app, (db) => db.exec('DELETE FROM source'))
  expect(faults).toEqual(['foreign-key', 'search-index'])
  expect(wanting).toEqual(['statement-without-source'])
})

test('an index of SQLite that points elsewhere, which a quick check does not see, is found', async () => {
  const app = await openWholeApp()
  app.session.leave()
  let kept: unknown
  alter(app.path, (db) => {
    db.pragma('writable_schema = ON')
    kept = db.prepare("SELECT * FROM sqlite_schema WHERE name = 'changeByStep'").get()
    db.exec("DELETE FROM sqlite_schema WHERE name = 'changeByStep'")
  })
  alter(app.path, (db) => db.exec('UPDATE change SET step = 999 WHERE number = 1'))
  const { faults } = await findingsAfter(app, (db) => {
    db.pragma('writable_schema = ON')
    db.prepare('INSERT INTO sqlite_schema VALUES (@type, @name, @tbl_name, @rootpage, @sql)').run(kept)
  })
  expect(new Set(faults)).toEqual(new Set(['integrity']))
})

test.each([
  ['an entry is missing', "DELETE FROM searchEntry WHERE recordKind = 'issue'"],
  ['an entry says something else', "UPDATE searchEntry SET body = 'else' WHERE recordKind = 'issue'"],
  ['an entry has no record', "INSERT INTO searchEntry VALUES (999, 'issue', 'nobody', 'stray')"],
  ['the index lacks an entry', "INSERT INTO searchIndex (searchIndex) VALUES ('delete-all')"],
  ['short words lack their entries', "INSERT INTO searchBeginning (searchBeginning) VALUES ('delete-all')"],
  ['the index of short words is damaged', "UPDATE searchBeginning_data SET block = x'0011' WHERE id > 10"],
  ['the index is damaged', "UPDATE searchIndex_data SET block = x'0011' WHERE id > 10"],
])('a search index out of step is found, and made anew where we may write: %s', async (_case, sql) => {
  const app = await openWholeApp()
  expect(await findingsAfter(app, (db) => db.exec(sql))).toEqual({ faults: ['search-index'], wanting: [] })

  app.session.leave()
  app.session.openPath(app.path)
  expect(await app.api.call('dossier.check', {})).toMatchObject({ faults: [], wanting: [] })
  expect(await app.api.call('search.find', { words: 'fish' })).toHaveLength(2)
  await app.api.call('issue.change', { id: app.issue.id, title: 'Whales' })
  expect(await app.api.call('search.find', { words: 'whales' })).toHaveLength(1)
  expect(await app.api.call('dossier.check', {})).toMatchObject({ faults: [], wanting: [] })
})

test('a quotation whose words are gone from the source is orphaned', async () => {
  const { api, source } = await openWholeApp()
  await api.call('source.change', { id: source.id, text: 'The minister said nothing.' })
  const { faults, wanting } = await api.call('dossier.check', {})
  expect(faults).toEqual([])
  expect(wanting).toMatchObject([
    { kind: 'orphaned-quote', recordKind: 'statement', about: 'no quota, no deal' },
  ])
})

test('a position that only contradicting statements speak of has no evidence', async () => {
  const { api, position } = await openWholeApp()
  const [link] = await api.call('evidence.list', {})
  await api.call('evidence.change', { id: link!.id, relation: 'contradicts' })
  expect((await api.call('dossier.check', {})).wanting).toEqual([
    {
      kind: 'position-without-statement',
      recordKind: 'position',
      recordId: position.id,
      about: 'A quota first',
    },
  ])
})

test('statements without a passage, and what is not graded, are wanting', async () => {
  const { api, outlet, statement } = await openWholeApp()
  const [span] = await api.call('span.list', {})
  await api.call('span.remove', { id: span!.id })
  await api.call('outlet.change', { id: outlet.id, reliability: 'F' })
  await api.call('statement.change', { id: statement.id, credibility: 6 })
  const { faults, wanting } = await api.call('dossier.check', {})
  expect(faults).toEqual([])
  expect(kindsOf(wanting)).toEqual([
    'statement-without-passage',
    'outlet-without-grade',
    'statement-without-grade',
  ])
  expect(wanting[1]).toMatchObject({ recordKind: 'outlet', recordId: outlet.id, about: 'Courier' })
})
