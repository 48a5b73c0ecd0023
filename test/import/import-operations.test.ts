import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableModels } from '../../app/model/records'
import { anchorFor } from '../../app/rules/anchor'
import { fromRow } from '../../db/tables/records'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'
import { goodPdf, latin1 } from './make-documents'

const file = (name: string, content: Uint8Array | string) => ({
  name,
  bytesBase64: Buffer.from(content).toString('base64'),
})
const wire = Array.from(
  { length: 8 },
  (_, index) =>
    `In paragraph ${index} the spokesman of the harbour union said that ship number ${index * 37} would not be unloaded before the owners had answered the letter of the ${index + 3}th.`,
)
const page = (outlet: string, body: readonly string[]) =>
  `<!doctype html><html><head><title>Harbour</title><meta property="og:site_name" content="${outlet}"></head><body><article><h1>Harbour</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

test('a document becomes a source with its original, in one step that can be taken back and done again', async () => {
  const { api, db } = await openTestApp()
  const bytes = goodPdf()
  const { source, document, alreadyHere } = await api.call('source.import', {
    input: file('report.pdf', bytes),
  })
  expect(alreadyHere).toBeNull()
  expect(source).toMatchObject({
    type: 'report',
    text: document!.text,
    pages: document!.pages,
    language: 'en',
    originalMediaType: 'application/pdf',
  })
  const row = db.prepare('SELECT * FROM source WHERE id = ?').get(source!.id)
  expect(tableModels.source.parse(fromRow('source', row))).toEqual(source)
  const original = db.prepare('SELECT bytes FROM original WHERE sha256 = ?').get(source!.originalSha256) as {
    bytes: Buffer
  }
  expect(original.bytes.equals(bytes)).toBe(true)

  expect(await api.call('history.state', {})).toEqual({ canUndo: 'source.import', canRedo: null })
  await api.call('history.undo', {})
  expect(await api.call('source.list', {})).toEqual([])
  await api.call('history.redo', {})
  expect(await api.call('source.get', { id: source!.id })).toEqual(source)
})

test('the same file twice is recognised, and adds nothing', async () => {
  const { api, folder } = await openTestApp()
  const first = await api.call('source.import', { input: file('a.txt', 'The very same words.') })
  writeFileSync(join(folder, 'b.txt'), 'The very same words.')
  const second = await api.call('source.import', { input: { path: join(folder, 'b.txt') } })
  expect(second).toMatchObject({ alreadyHere: first.source!.id, source: first.source, document: null })
  expect(await api.call('source.list', {})).toHaveLength(1)
  const twice = await api.call('source.importAll', {
    inputs: [file('c.txt', 'Other words.'), file('d.txt', 'Other words.')],
  })
  expect(twice[1]!.alreadyHere).toBe(twice[0]!.source!.id)
  expect(await api.call('source.list', {})).toHaveLength(2)
})

test('a preview reads and changes nothing', async () => {
  const { api } = await openTestApp()
  const preview = await api.call('source.import', {
    input: { text: 'Pasted headline\n\nPasted words.' },
    isPreview: true,
  })
  expect(preview).toMatchObject({ source: null, document: { title: 'Pasted headline' } })
  expect(await api.call('source.list', {})).toEqual([])
  expect(await api.call('history.state', {})).toEqual({ canUndo: null, canRedo: null })
})

test('the outlet is found by its name, whatever its case, or made without a grade', async () => {
  const { api } = await openTestApp()
  const known = await api.call('outlet.add', { name: 'The Harbour Post', reliability: 'B' })
  const one = await api.call('source.import', { input: file('1.html', page('THE HARBOUR POST', wire)) })
  const two = await api.call('source.import', {
    input: file('2.html', page('Fish Weekly', ['Quite another story about nets.'])),
  })
  expect(one.source!.outletId).toBe(known.id)
  const made = await api.call('outlet.get', { id: two.source!.outletId! })
  expect(made).toMatchObject({ name: 'Fish Weekly', reliability: 'F', kind: 'other' })
})

test('wire copy in another paper is recognised and can be put under one origin', async () => {
  const { api } = await openTestApp()
  await api.call('source.import', {
    input: file(
      'other.txt',
      Array.from(
        { length: 30 },
        (_, index) =>
          `Line ${index} of a text about something else entirely, with its own words and its own order.`,
      ).join('\n'),
    ),
  })
  const first = await api.call('source.import', { input: file('1.html', page('The Harbour Post', wire)) })
  const copy = [
    ...wire.slice(0, 6).map((text) => text.replace('would not', 'would “not”')),
    'Our own reporter adds that it rained all day in the harbour.',
  ]
  const second = await api.call('source.import', { input: file('2.html', page('Fish Weekly', copy)) })
  expect(second.alike).toHaveLength(1)
  expect(second.alike[0]).toMatchObject({ sourceId: first.source!.id, title: 'Harbour' })
  expect(second.alike[0]!.likeness).toBeGreaterThan(0.8)
  expect(await api.call('source.alike', { id: first.source!.id })).toMatchObject([
    { sourceId: second.source!.id },
  ])

  const sourceIds = [first.source!.id, second.source!.id]
  const { originId } = await api.call('source.shareOrigin', { sourceIds })
  for (const id of sourceIds) expect((await api.call('source.get', { id })).originId).toBe(originId)
  await api.call('history.undo', {})
  expect(await api.call('origin.list', {})).toEqual([])
})

async function recordQuotes(
  api: Awaited<ReturnType<typeof openTestApp>>['api'],
  text: string,
  quotes: string[],
) {
  const { source } = await api.call('source.import', { input: { text } })
  for (const quote of quotes) {
    const start = text.indexOf(quote)
    await api.call('statement.record', {
      sourceId: source!.id,
      form: 'verbatim',
      text: quote,
      spans: [anchorFor(text, start, start + quote.length)],
    })
  }
  return source!
}

const original =
  'The minister was clear. “We will never sign this paper,” she said. Later: “We may sign another.” And so on.'

test('a corrected text keeps its quotations where they are found again, and lists the others with guesses', async () => {
  const { api } = await openTestApp()
  const quotes = ['We will never sign this paper,', 'We may sign another.']
  const { id } = await recordQuotes(api, original, quotes)
  const text = `CORRECTED. ${original.replace('sign this paper', 'sign this treaty')}`
  const changed = await api.call('source.correctText', { id, text })
  expect(changed).toMatchObject({ held: 1, source: { text } })
  expect(changed.orphaned).toHaveLength(1)

  const passages = await api.call('source.passages', { id })
  expect(passages.filter(({ place }) => place.state === 'found')).toMatchObject([
    { place: { start: text.indexOf(quotes[1]!) } },
  ])
  const [orphan, ...others] = await api.call('source.orphans', { sourceId: id })
  expect(others).toEqual([])
  expect(orphan).toMatchObject({
    span: { id: changed.orphaned[0], exact: quotes[0] },
    statement: { text: quotes[0] },
  })
  expect(orphan!.guesses[0]!.text).toContain('never sign this treaty')

  const { start, end } = orphan!.guesses[0]!
  const span = await api.call('span.reattach', { id: orphan!.span.id, start, end })
  expect(span.exact).toBe(text.slice(start, end))
  expect(await api.call('source.orphans', {})).toEqual([])
  expect((await api.call('history.list', { recordId: id })).map(({ label }) => label)).toContain(
    'source.correctText',
  )

  await api.call('history.undo', {})
  await api.call('history.undo', {})
  expect((await api.call('source.get', { id })).text).toBe(original)
  expect(await api.call('source.orphans', {})).toEqual([])
})

test('a place outside the text, or within a character, is refused', async () => {
  const { api } = await openTestApp()
  const { id } = await recordQuotes(api, '😀 one two', ['one'])
  const [span] = await api.call('span.list', {})
  expect(id).toBeTruthy()
  for (const [start, end] of [
    [0, 1],
    [5, 5],
    [0, 99],
  ] as const) {
    await expect(api.call('span.reattach', { id: span!.id, start, end })).rejects.toMatchObject({
      code: 'range-not-in-text',
    })
  }
})

test('a new version of the document brings its text, pages and original, by the same rules', async () => {
  const { api, db } = await openTestApp()
  const { id, originalSha256 } = await recordQuotes(api, original, ['We may sign another.'])
  const { source, held, orphaned } = await api.call('source.replaceDocument', {
    id,
    input: file('report.pdf', goodPdf()),
  })
  expect({ held, orphaned: orphaned.length }).toEqual({ held: 0, orphaned: 1 })
  expect(source).toMatchObject({ id, originalMediaType: 'application/pdf' })
  expect(source.pages).toHaveLength(3)
  expect(source.originalSha256).not.toBe(originalSha256)
  expect(db.prepare('SELECT count(*) AS count FROM original').get()).toEqual({ count: 2 })
  await api.call('history.undo', {})
  expect(await api.call('source.get', { id })).toMatchObject({ text: original, pages: [], originalSha256 })
})

test('pages move along with a corrected text, and passages know theirs', async () => {
  const { api } = await openTestApp()
  const { source } = await api.call('source.import', { input: file('report.pdf', goodPdf()) })
  const { id, text, pages } = source!
  const quote = 'line 7 of a page'
  const start = text.lastIndexOf(quote)
  await api.call('statement.record', {
    sourceId: id,
    form: 'partial',
    text: quote,
    spans: [{ ...anchorFor(text, start, start + quote.length), page: 3 }],
  })
  const corrected = `A new beginning. ${text.slice(0, pages[1]! + 40)}INSERTED ${text.slice(pages[1]! + 40)}`
  const changed = await api.call('source.correctText', { id, text: corrected })
  expect(changed.source.pages).toHaveLength(3)
  expect(changed.source.pages[2]).toBe(pages[2]! + 'A new beginning. INSERTED '.length)
  expect(changed.source.pages[1]).toBe(pages[1]! + 'A new beginning. '.length)
  expect((await api.call('span.list', {}))[0]).toMatchObject({ page: 3, exact: quote })
})

test('speakers are merged: statements, offices and events follow, and the other name is kept', async () => {
  const { api } = await openTestApp()
  const keep = await api.call('speaker.add', { name: 'Dmitry Peskov', note: 'spokesman' })
  const other = await api.call('speaker.add', { name: 'D. Peskov' })
  const party = await makeRecord(api, 'party')
  for (const speakerId of [keep.id, other.id]) {
    await api.call('affiliation.add', { speakerId, partyId: party.id, office: 'spokesman' })
  }
  const { id: sourceId } = await recordQuotes(api, original, [])
  const statement = await api.call('statement.record', {
    sourceId,
    form: 'verbatim',
    text: 'x',
    speakerId: other.id,
  })
  const before = await api.call('dossier.get', {})

  const merged = await api.call('speaker.merge', { keepId: keep.id, mergeId: other.id })
  expect(merged).toMatchObject({ id: keep.id, name: 'Dmitry Peskov', note: 'spokesman\nD. Peskov' })
  expect((await api.call('statement.get', { id: statement.id })).speakerId).toBe(keep.id)
  expect(await api.call('affiliation.list', {})).toHaveLength(1)
  expect(await api.call('speaker.list', {})).toHaveLength(1)

  await api.call('history.undo', {})
  expect((await api.call('statement.get', { id: statement.id })).speakerId).toBe(other.id)
  expect(await api.call('speaker.list', {})).toHaveLength(2)
  expect(await api.call('affiliation.list', {})).toHaveLength(2)
  expect(await api.call('dossier.get', {})).toEqual(before)
  await expect(api.call('speaker.merge', { keepId: keep.id, mergeId: keep.id })).rejects.toMatchObject({
    code: 'merge-with-itself',
  })
})

test('outlets are merged: sources and relays follow, and a grade that somebody gave is not lost', async () => {
  const { api } = await openTestApp()
  const keep = await api.call('outlet.add', { name: 'TASS' })
  const other = await api.call('outlet.add', { name: 'ITAR-TASS', reliability: 'C', kind: 'state media' })
  const source = await makeRecord(api, 'source', { outletId: other.id })
  const merged = await api.call('outlet.merge', { keepId: keep.id, mergeId: other.id })
  expect(merged).toMatchObject({ name: 'TASS', reliability: 'C', kind: 'state media', note: 'ITAR-TASS' })
  expect((await api.call('source.get', { id: source.id })).outletId).toBe(keep.id)
  await api.call('history.undo', {})
  expect((await api.call('source.get', { id: source.id })).outletId).toBe(other.id)
})

test('without an open dossier there is nothing to bring into', async () => {
  const { api } = await openTestApp()
  await api.call('dossier.close', {})
  await expect(api.call('source.import', { input: file('a.txt', latin1('x')) })).rejects.toMatchObject({
    code: 'no-dossier-open',
  })
})
