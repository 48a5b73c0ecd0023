import { expect, test } from 'vitest'
import { indexCommonGround, rebuildSearchIndex } from '../../db/search-index'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

type App = Awaited<ReturnType<typeof openTestApp>>

async function appWith(...texts: string[]) {
  const app = await openTestApp()
  const { id: issueId } = await app.api.call('issue.add', { title: 'Fish' })
  const { id: partyId } = await makeRecord(app.api, 'party')
  for (const text of texts) {
    await app.api.call('position.record', { issueId, partyId, kind: 'view', text })
  }
  return app
}

const found = async ({ api }: App, words: string) =>
  (await api.call('search.find', { words, kinds: ['position'] })).map(({ title }) => title)

const spellings = [
  ['Arabic with marks, tatweel and other letters', 'الاعتراف بالسيادة', 'الإعتــرافُ بِالسيادة'],
  ['Arabic ya and ta marbuta', 'مدينة على', 'مدينه'.replace('ه', 'ة')],
  ['Cyrillic in another case', 'Мирные ПЕРЕГОВОРЫ', 'переговоры'],
  ['Ukrainian with an apostrophe', 'обов’язок', "обов'язок"],
  ['Latin without its accents', 'Réunion à Genève', 'geneve'],
  ['Turkish I', 'DIŞİŞLERİ', 'dişişleri'],
  ['Chinese, from the middle', '承认领土主权', '领土'],
  ['one Chinese character', '承认领土主权', '权'],
  ['German sharp s', 'Straße', 'STRASSE'],
  ['part of a word', 'demilitarisation', 'militari'],
  ['two words, in any order', 'first the summit, then the talks', 'talks summit'],
] as const

test.each(spellings)('%s is found', async (_name, text, words) => {
  const app = await appWith(text, 'something else')
  expect(await found(app, words)).toEqual([text])
})

test('short words are looked for as they are written, per cent and underscore included', async () => {
  const app = await appWith('100 % of it', '100 and all', 'a_b', 'axb', 'back\\slash')
  expect(await found(app, '%')).toEqual(['100 % of it'])
  expect(await found(app, 'a_')).toEqual(['a_b'])
  expect(await found(app, '_')).toEqual(['a_b'])
  expect(await found(app, 'ax')).toEqual(['axb'])
  expect(await found(app, 'k\\')).toEqual(['back\\slash'])
  expect(await found(app, 'of all')).toEqual([])
})

const harmless = [
  '" OR 1',
  '"',
  '""""',
  "' OR '1'='1",
  'NEAR(quota cod)',
  'NEAR(',
  'quota*',
  '***',
  'body:quota',
  '{body}: quota',
  'quota NOT cod',
  'AND',
  'OR OR OR',
  '^quota',
  '-quota',
  'quota + cod',
  '); DROP TABLE position; --',
  '\\',
  '%%%',
  '___',
  '((((((',
]

test.each(harmless)('%s finds only what holds those characters', async (words) => {
  const app = await appWith('quota', 'cod', `they wrote ${words} literally`)
  expect(await found(app, words)).toEqual([`they wrote ${words} literally`])
  expect(await app.api.call('position.list', {})).toHaveLength(3)
})

test.each(['', '   ', '\n'])('words that are nothing find nothing', async (words) => {
  expect(await found(await appWith('quota'), words)).toEqual([])
})

test.each(['a\0b', '\0', 'a\ud83d'])('words that no text can hold are refused', async (words) => {
  const { api } = await openTestApp()
  await expect(api.call('search.find', { words })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { field: 'words' },
  })
})

test('a thousand characters of words are looked for, more are refused', async () => {
  const app = await appWith('a b '.repeat(250))
  expect(await found(app, 'a b '.repeat(250))).toHaveLength(1)
  await expect(app.api.call('search.find', { words: 'x'.repeat(1_001) })).rejects.toMatchObject({
    details: { problem: 'too-long' },
  })
})

test('a hit says what it is, where it is to be seen, and marks the words in their surroundings', async () => {
  const { api } = await openTestApp()
  const position = await makeRecord(api, 'position', { text: 'A larger QUOTA for cod' })
  const [hit] = await api.call('search.find', { words: 'quota' })
  expect(hit).toMatchObject({
    kind: 'position',
    id: position.id,
    issueId: position.issueId,
    partyId: position.partyId,
    excerpt: 'A larger QUOTA for cod',
    marks: [{ from: 9, to: 14 }],
  })
})

test('every kind that is searched is found by its own words, and narrowed by kind', async () => {
  const { api } = await openTestApp()
  await makeRecord(api, 'position', { text: 'needle position' })
  await makeRecord(api, 'statement', { text: 'needle statement' })
  await makeRecord(api, 'source', { title: 'needle source' })
  await makeRecord(api, 'issue', { title: 'needle issue' })
  await makeRecord(api, 'event', { title: 'needle event' })
  await makeRecord(api, 'speaker', { name: 'needle speaker' })
  await makeRecord(api, 'party', { name: 'needle party' })
  const hits = await api.call('search.find', { words: 'needle' })
  expect(hits.map(({ kind }) => kind).toSorted()).toEqual(
    ['event', 'issue', 'party', 'position', 'source', 'speaker', 'statement'].toSorted(),
  )
  const narrowed = await api.call('search.find', { words: 'needle', kinds: ['party', 'event'] })
  expect(narrowed.map(({ title }) => title).toSorted()).toEqual(['needle event', 'needle party'])
  expect(await api.call('search.find', { words: 'needle', limit: 3 })).toHaveLength(3)
})

test('the index follows changes, removals, undo and redo', async () => {
  const app = await appWith()
  const { api } = app
  const { id } = await makeRecord(api, 'position', { text: 'herring' })
  await api.call('position.change', { id, text: 'mackerel' })
  expect(await found(app, 'herring')).toEqual([])
  expect(await found(app, 'mackerel')).toEqual(['mackerel'])
  await api.call('history.undo', {})
  expect(await found(app, 'herring')).toEqual(['herring'])
  await api.call('position.remove', { id })
  expect(await found(app, 'herring')).toEqual([])
  await api.call('history.undo', {})
  expect(await found(app, 'herring')).toEqual(['herring'])
})

test('common ground is found, in a file too that was written before it was looked at', async () => {
  const { api, db } = await openTestApp()
  const { id } = await makeRecord(api, 'issue', { title: 'Cod', commonGround: 'Both hold the line' })
  const ids = async () => (await api.call('search.find', { words: 'hold line' })).map((hit) => hit.id)
  expect(await ids()).toEqual([id])
  db.prepare("UPDATE searchEntry SET body = 'cod' WHERE recordId = ?").run(id)
  expect(await ids()).toEqual([])
  indexCommonGround(db)
  expect(await ids()).toEqual([id])
})

test('an index that was made anew goes on following changes', async () => {
  const app = await appWith('herring')
  rebuildSearchIndex(app.db)
  expect(await found(app, 'herring')).toEqual(['herring'])
  const { id } = await makeRecord(app.api, 'position', { text: 'mackerel' })
  expect(await found(app, 'mackerel')).toEqual(['mackerel'])
  await app.api.call('position.remove', { id })
  expect(await found(app, 'mackerel')).toEqual([])
  app.db.exec(`INSERT INTO searchIndex (searchIndex, rank) VALUES ('integrity-check', 1)`)
})

test('the best match comes first where there are few enough, and the order of recording where there are not', async () => {
  const { api } = await openTestApp()
  await api.call('event.add', {
    title: 'A long meeting on many things, at the end of which quotas were named',
    kind: 'round',
  })
  const best = await api.call('event.add', { title: 'Quotas', kind: 'round' })
  expect((await api.call('search.find', { words: 'quotas' })).map((hit) => hit.id)[1]).toBe(best.id)
  expect((await api.call('search.rank', { words: 'quotas' }))?.map((hit) => hit.id)[0]).toBe(best.id)
  expect(await api.call('search.rank', { words: 'qu' })).toBeNull()
  expect(await api.call('search.rank', { words: '' })).toBeNull()
})
