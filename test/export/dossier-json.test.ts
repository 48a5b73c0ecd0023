import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestDossierJsonBytes } from '../../app/contract/export-contract'
import { exportSelection } from '../../app/model/export-selection'
import { wholeScope } from '../../app/model/export-scope'
import { recordKinds, tableModels, type RecordKind } from '../../app/model/records'
import { dossierJson } from '../../app/rules/dossier-json'
import type { ReadDb } from '../../db/connection'
import { call, makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'
import { oddText } from './odd-text'

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
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all().map(written)]),
  )
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

describe('JSON is the dossier', () => {
  test('whatever a dossier holds comes back from it, to the last table', async () => {
    const oneRecord = fc.tuple(fc.constantFrom(...recordKinds), oddText)
    await fc.assert(
      fc.asyncProperty(fc.array(oneRecord, { maxLength: 6 }), oddText, async (wanted, question) => {
        const app = await openTestApp()
        await app.api.call('dossier.change', { question: question.slice(0, 900).toWellFormed() })
        for (const [kind, text] of wanted) {
          const field = texts[kind]
          await makeRecord(app.api, kind, (field === undefined ? {} : { [field]: text }) as never)
        }
        if (wanted.length > 2) await app.api.call('history.undo', {})
        const before = everythingIn(app.db)
        const json = await exportJson(app)
        expect(dossierJson.safeParse(JSON.parse(readFileSync(json, 'utf8'))).error).toBeUndefined()

        await app.api.call('dossier.createFromJson', { from: json, path: join(app.folder, 'back.demarche') })
        expect(everythingIn(app.session.current().db)).toEqual(before)
        expect(readFileSync(await exportJson(app, 'again.json'), 'utf8')).toBe(readFileSync(json, 'utf8'))
        app.session.close()
      }),
      { numRuns: 30 },
    )
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
