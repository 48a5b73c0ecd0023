import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestDossierJsonBytes } from '../../app/contract/export-contract'
import { exportSelection } from '../../app/model/export-selection'
import { wholeScope } from '../../app/model/export-scope'
import { recordKinds, tableModels, type RecordKind } from '../../app/model/records'
import { briefingParts } from '../../app/rules/briefing/parts'
import { dossierJson } from '../../app/rules/dossier-json'
import type { ReadDb } from '../../db/connection'
import { call, makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'
import { oddText } from './odd-text'
import { schemaFaults } from './published-schema'

const whole = exportSelection.parse({ scope: wholeScope })
type App = Awaited<ReturnType<typeof openTestApp>>

function everythingIn(db: ReadDb, { withHistory = true } = {}): Record<string, unknown[]> {
  const tables = [...Object.keys(tableModels), 'original', ...(withHistory ? ['change'] : [])]
  const written = (row: unknown) => {
    const { before, after, ...rest } = row as Record<string, unknown>
    // What the journal kept is compared by what it says, not by how it was spelt.
    const parsed = [before, after].map((json) => (typeof json === 'string' ? JSON.parse(json) : json))
    return { ...rest, parsed }
  }
  // A document that no source refers to any more is kept for undo alone.
  const only = (table: string) =>
    table === 'original' ? 'WHERE sha256 IN (SELECT originalSha256 FROM source)' : ''
  const rowsOf = (table: string) =>
    db
      .prepare(`SELECT * FROM "${table}" ${only(table)} ORDER BY 1, 2`)
      .all()
      .map(written)
  return Object.fromEntries(tables.map((table) => [table, rowsOf(table)]))
}

async function exportJson(app: App, name = 'd.json'): Promise<string> {
  const path = join(app.folder, name)
  await app.api.call('dossier.export', { format: 'json', path, selection: whole })
  return path
}

/** Fields that take any text, in one kind each. */
const texts: { [Kind in RecordKind]?: string } = {
  party: 'note',
  speaker: 'note',
  issue: 'landingZone',
  position: 'assessment',
  gap: 'searchedWhere',
  answer: 'note',
  condition: 'note',
  origin: 'note',
  source: 'text',
  statement: 'translation',
  event: 'outcome',
  point: 'settledHow',
}

/** Whatever the dice say, some dossier of the run holds these. */
const neverMissed = [
  'frozenBriefing',
  'original',
  'source',
  'workshop',
  'showOfHands',
  'parkedPoint',
  'orderItem',
  'runningOrder',
  'savedView',
  'tagging',
  'change',
]

/** What people do besides recording, in any order: each leaves something that is no plain record. */
const acts = {
  'issue a briefing': async ({ api }: App) => {
    const { id } = await makeRecord(api, 'briefing')
    await api.call('briefing.freeze', { briefingId: id, edition: 'sourced', parts: [...briefingParts] })
  },
  'bring in a document': async ({ api }: App, words: string) => {
    const bytes = Buffer.from(`We insist on more fish. ${words}`)
    const input = { name: 'letter.txt', bytesBase64: bytes.toString('base64') }
    // What looks like the beginning of a PDF is refused, and that is for other tests.
    await api.call('source.import', { input }).catch(() => null)
  },
  'lead a workshop': async ({ api }: App, words: string) => {
    const { id, issueId } = await makeRecord(api, 'orderItem')
    const workshop = await makeRecord(api, 'workshop')
    await makeRecord(api, 'showOfHands', { workshopId: workshop.id, issueId })
    await makeRecord(api, 'parkedPoint', { workshopId: workshop.id, text: `put aside ${words}` })
    await api.call('orderItem.change', { id, notes: words })
  },
  'save a view': async ({ api }: App) => void (await makeRecord(api, 'savedView')),
  'tag a source': async ({ api }: App) => {
    const [tag, source] = [await makeRecord(api, 'tag'), await makeRecord(api, 'source')]
    await api.call('tagging.add', { tagId: tag.id, sourceId: source.id })
  },
  'take it back': async ({ api }: App) => void (await api.call('history.undo', {}).catch(() => null)),
  'do it again': async ({ api }: App) => void (await api.call('history.redo', {}).catch(() => null)),
} satisfies Record<string, (app: App, words: string) => Promise<void>>
// Object.keys forgets what the keys are called.
const actNames = Object.keys(acts) as (keyof typeof acts)[]

describe('JSON is the dossier', () => {
  test('whatever a dossier holds comes back from it, to the last table', async () => {
    const oneRecord = fc.tuple(fc.constantFrom(...recordKinds), oddText)
    const oneAct = fc.tuple(fc.constantFrom(...actNames), oddText)
    const done = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneRecord, { maxLength: 4 }),
        fc.array(oneAct, { minLength: 1, maxLength: 4 }),
        oddText,
        async (wanted, doing, question) => {
          const app = await openTestApp()
          await app.api.call('dossier.change', { question: question.slice(0, 900).toWellFormed() })
          for (const [kind, text] of wanted) {
            const field = texts[kind]
            await makeRecord(app.api, kind, (field === undefined ? {} : { [field]: text }) as never)
          }
          for (const [act, words] of doing) await acts[act](app, words.slice(0, 500).toWellFormed())
          for (const [kind, list] of Object.entries(everythingIn(app.db))) if (list.length > 0) done.add(kind)
          const before = everythingIn(app.db)
          const json = await exportJson(app)
          const written = JSON.parse(readFileSync(json, 'utf8'))
          expect(dossierJson.safeParse(written).error).toBeUndefined()
          expect(schemaFaults(written)).toEqual([])

          await app.api.call('dossier.createFromJson', {
            from: json,
            path: join(app.folder, 'back.demarche'),
          })
          expect(everythingIn(app.session.current().db)).toEqual(before)
          expect(readFileSync(await exportJson(app, 'again.json'), 'utf8')).toBe(readFileSync(json, 'utf8'))
          app.session.close()
        },
      ),
      { numRuns: 30 },
    )
    expect([...done]).toEqual(expect.arrayContaining(neverMissed))
  }, 120_000)

  test('a record of every kind, a document as it came, and the history come back', async () => {
    const app = await openTestApp()
    for (const kind of recordKinds) await makeRecord(app.api, kind)
    const bytes = Buffer.from(
      'We insist on more fish.\n\n\u0000 is in no text, but \u{1f41f} is.'.replace('\u0000', 'NUL'),
    )
    const input = { name: 'letter.txt', bytesBase64: bytes.toString('base64') }
    await app.api.call('source.import', { input })
    const before = everythingIn(app.db)
    const json = await exportJson(app)
    const back = await app.api.call('dossier.createFromJson', {
      from: json,
      path: join(app.folder, 'back.demarche'),
    })

    expect(everythingIn(app.session.current().db)).toEqual(before)
    expect(before.original).toHaveLength(1)
    expect(back?.dossier.title).toBe('Test')
    // It goes on from there: what is changed next has the next number.
    await app.api.call('party.add', { name: 'Peru', shortName: 'PE', colour: 'teal' })
    const report = await app.api.call('dossier.check', {})
    expect(report.faults).toEqual([])
    expect((await app.api.call('search.find', { words: 'insist' })).length).toBeGreaterThan(0)
  })

  test('without its history, the journal of the new dossier begins with how it was made', async () => {
    const app = await openTestApp()
    await makeRecord(app.api, 'position')
    const path = join(app.folder, 'd.json')
    const scope = { ...wholeScope, history: false }
    await app.api.call('dossier.export', { format: 'json', path, selection: { scope } })
    const before = everythingIn(app.db, { withHistory: false })
    await app.api.call('dossier.createFromJson', { from: path, path: join(app.folder, 'back.demarche') })
    expect(everythingIn(app.session.current().db, { withHistory: false })).toEqual(before)
    const history = await app.api.call('history.list', {})
    expect(new Set(history.map(({ label }) => label))).toEqual(new Set(['dossier.createFromJson']))
  })

  test('an export while somebody edits is of one moment', async () => {
    const app = await openTestApp()
    for (let count = 0; count < 30; count += 1) {
      await call(app.api, 'source.add', { title: `Report ${count}`, text: 'x'.repeat(100_000) })
    }
    const exporting = exportJson(app)
    await call(app.api, 'source.add', { title: 'The newest', text: 'new' })
    const read = dossierJson.parse(JSON.parse(readFileSync(await exporting, 'utf8')))
    expect(read.changes.at(-1)?.recordKind).toBe('source')
    expect(read.records.source).toHaveLength(new Set(read.changes.map(({ recordId }) => recordId)).size - 1)
  })
})

type Json = Record<string, unknown> & { records: Record<string, Record<string, unknown>[]> }

/** Each spoils a good file; the sentence must name the place. */
const spoilt: Record<
  string,
  { spoil: (good: Json) => unknown; code: string; place?: string; problem?: string }
> = {
  'another format': { spoil: (good) => ({ ...good, format: 'other' }), code: 'dossier-json-other' },
  'a list': { spoil: () => [], code: 'dossier-json-other' },
  'a newer version': { spoil: (good) => ({ ...good, version: 2 }), code: 'dossier-json-newer' },
  'no version': { spoil: ({ version: _version, ...good }) => good, code: 'dossier-json-newer' },
  'an unknown field at the top': {
    spoil: (good) => ({ ...good, more: 1 }),
    code: 'dossier-json-invalid',
    place: 'more',
    problem: 'unknown-field',
  },
  'an unknown field in a record': {
    spoil: (good) => first(good, 'party', { more: 1 }),
    code: 'dossier-json-invalid',
    place: 'records.party[0].more',
    problem: 'unknown-field',
  },
  'a name of Object’s own': {
    spoil: (good) => JSON.parse(JSON.stringify(good).replace('"role":', '"__proto__":{"x":1},"role":')),
    code: 'dossier-json-invalid',
    place: 'records.party[0].__proto__',
    problem: 'unknown-field',
  },
  'a kind missing': {
    spoil: ({ records: { party: _party, ...records }, ...good }) => ({ ...good, records }),
    code: 'dossier-json-invalid',
    place: 'records.party',
    problem: 'missing',
  },
  'a field missing': {
    spoil: (good) => first(good, 'party', { name: undefined }),
    code: 'dossier-json-invalid',
    place: 'records.party[0].name',
    problem: 'missing',
  },
  'a number for a text': {
    spoil: (good) => first(good, 'party', { name: 7 }),
    code: 'dossier-json-invalid',
    place: 'records.party[0].name',
    problem: 'not-allowed',
  },
  'an empty text': {
    spoil: (good) => first(good, 'party', { name: ' ' }),
    code: 'dossier-json-invalid',
    place: 'records.party[0].name',
    problem: 'empty',
  },
  'a date that is none': {
    spoil: (good) => first(good, 'gap', { asOf: 'soon' }),
    code: 'dossier-json-invalid',
    place: 'records.gap[0].asOf',
    problem: 'not-a-date',
  },
  'a text far too long': {
    spoil: (good) => first(good, 'party', { name: 'x'.repeat(201) }),
    code: 'dossier-json-invalid',
    place: 'records.party[0].name',
    problem: 'too-long',
  },
  'an id twice': {
    spoil: (good) => again(good, 'party'),
    code: 'dossier-json-invalid',
    place: 'records.party[1].id',
    problem: 'repeated-id',
  },
  'an id of another kind': {
    spoil: (good) => first(good, 'issue', { id: good.records.party![0]!.id }),
    code: 'dossier-json-invalid',
    place: 'records.issue[0].id',
    problem: 'repeated-id',
  },
  'a link to nothing': {
    spoil: (good) => first(good, 'gap', { issueId: '0193a5f0-0000-7000-8000-00000000ffff' }),
    code: 'dossier-json-invalid',
    place: 'records.gap[0].issueId',
    problem: 'dangling',
  },
  'a link to another kind': {
    spoil: (good) => first(good, 'gap', { issueId: good.records.gap![0]!.partyId }),
    code: 'dossier-json-invalid',
    place: 'records.gap[0].issueId',
    problem: 'wrong-kind',
  },
  'an issue in itself': {
    spoil: (good) => first(good, 'issue', { parentId: good.records.issue![0]!.id }),
    code: 'dossier-json-invalid',
    problem: 'circle',
  },
  'a record against itself': {
    spoil: (good) => first(good, 'position', { atLow: 90, atHigh: 10 }),
    code: 'dossier-json-invalid',
    place: 'records.position[0]',
    problem: 'rule',
  },
  'a text that its hash was not made of': {
    spoil: (good) => first(good, 'source', { text: 'We insist on less fish.' }),
    code: 'dossier-json-invalid',
    place: 'records.source[0].text',
    problem: 'wrong-text',
  },
  'a document that is not there': {
    spoil: (good) => first(good, 'source', { originalSha256: '0'.repeat(64) }),
    code: 'dossier-json-invalid',
    problem: 'missing-original',
  },
  'a document that is another': {
    spoil: (good) => ({ ...good, originals: [{ sha256: '0'.repeat(64), base64: 'QUJD' }] }),
    code: 'dossier-json-invalid',
    place: 'originals[0]',
    problem: 'wrong-original',
  },
  'a bottomless change': {
    spoil: (good) => ({ ...good, changes: [nested(100_000)] }),
    code: 'dossier-json-invalid',
    place: 'changes',
  },
  'a change of no table': {
    spoil: (good) => ({
      ...good,
      changes: [{ ...(good.changes as object[])[0], recordKind: 'sqlite_schema' }],
    }),
    code: 'dossier-json-invalid',
    place: 'changes[0].recordKind',
  },
}

const first = (good: Json, kind: string, fields: Record<string, unknown>): Json => ({
  ...good,
  records: {
    ...good.records,
    [kind]: good.records[kind]!.map((each, at) => (at === 0 ? { ...each, ...fields } : each)),
  },
})
const again = (good: Json, kind: string): Json => ({
  ...good,
  records: { ...good.records, [kind]: [good.records[kind]![0]!, ...good.records[kind]!] },
})
function nested(depth: number): unknown {
  let value: unknown = 1
  for (let count = 0; count < depth; count += 1) value = [value]
  return { before: value }
}
/** JSON.stringify would follow a deep value down until the stack ends. */
const written = (value: unknown, name: string): string =>
  name === 'a bottomless change'
    ? JSON.stringify({ ...(value as Json), changes: [] }).replace(
        '"changes":[]',
        `"changes":[{"before":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`,
      )
    : JSON.stringify(value)

describe('JSON that cannot be read back is refused in one sentence, and nothing is made', () => {
  test.each(Object.entries(spoilt))('%s', async (name, { spoil, code, place, problem }) => {
    const app = await openTestApp()
    for (const kind of ['position', 'gap', 'source', 'issue'] as const) await makeRecord(app.api, kind)
    const path = await exportJson(app)
    const good = JSON.parse(readFileSync(path, 'utf8')) as Json
    writeFileSync(path, written(spoil(good), name))
    const before = readdirSync(app.folder)

    const details = {
      file: 'd.json',
      ...(place === undefined ? {} : { place }),
      ...(problem === undefined ? {} : { problem }),
    }
    await expect(
      app.api.call('dossier.createFromJson', { from: path, path: join(app.folder, 'back.demarche') }),
    ).rejects.toMatchObject({ code, details })
    expect(readdirSync(app.folder)).toEqual(before)
    expect(app.session.describe()?.path).toBe(app.path)
  })

  test('what is no JSON is refused with the line and the column', async () => {
    const app = await openTestApp()
    const path = join(app.folder, 'd.json')
    writeFileSync(path, '{"format":\n  nonsense}')
    const from = () =>
      app.api.call('dossier.createFromJson', { from: path, path: join(app.folder, 'b.demarche') })
    await expect(from()).rejects.toMatchObject({
      code: 'dossier-json-broken',
      details: { line: 2, column: 3 },
    })
    writeFileSync(path, Buffer.from([0x7b, 0xff, 0xfe]))
    await expect(from()).rejects.toMatchObject({ code: 'text-not-utf8' })
  })

  test('a file that is too large is not even read', async () => {
    const app = await openTestApp()
    const path = join(app.folder, 'd.json')
    writeFileSync(path, '')
    const { truncateSync } = await import('node:fs')
    truncateSync(path, largestDossierJsonBytes + 1)
    await expect(
      app.api.call('dossier.createFromJson', { from: path, path: join(app.folder, 'b.demarche') }),
    ).rejects.toMatchObject({ code: 'dossier-json-too-large' })
  })

  test('a file that is there already stays as it is', async () => {
    const app = await openTestApp()
    const path = await exportJson(app)
    const taken = join(app.folder, 'taken.demarche')
    writeFileSync(taken, 'mine')
    await expect(app.api.call('dossier.createFromJson', { from: path, path: taken })).rejects.toMatchObject({
      code: 'file-exists',
    })
    expect(readFileSync(taken, 'utf8')).toBe('mine')
  })
})
