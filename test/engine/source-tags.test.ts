import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openTestApp } from '../builders/open-test-app'

async function openSources() {
  const app = await openTestApp()
  const titles = ['Cable', 'Letter', 'Speech']
  const ids = []
  for (const title of titles)
    ids.push((await app.api.call('source.add', { title, text: `${title} text` })).id)
  return { ...app, ids }
}

const tagsByTitle = async ({ api }: Awaited<ReturnType<typeof openSources>>) =>
  Object.fromEntries(
    (await api.call('source.overview', {})).map(({ title, tags }) => [title, tags.map(({ name }) => name)]),
  )

test('several sources get a new tag in one step, once each, and undo takes the tag away with it', async () => {
  const app = await openSources()
  const { api, ids } = app
  const [cable, letter] = ids as [(typeof ids)[number], (typeof ids)[number]]
  expect(
    await api.call('source.tagMany', { ids: [cable, letter, cable], addTag: { name: 'confidential' } }),
  ).toEqual({ changed: 2 })
  expect(await tagsByTitle(app)).toEqual({ Cable: ['confidential'], Letter: ['confidential'], Speech: [] })
  const counts = await api.call('source.tagCounts', {})
  expect(counts).toMatchObject([{ name: 'confidential', sources: 2 }])

  // The same tag in other letters is the same tag.
  expect(await api.call('source.tagMany', { ids, addTag: { name: 'CONFIDENTIAL' } })).toEqual({ changed: 1 })
  expect(await api.call('tag.list', {})).toHaveLength(1)
  await api.call('history.undo', {})
  await api.call('history.undo', {})
  expect(await api.call('tag.list', {})).toEqual([])
  expect(await tagsByTitle(app)).toEqual({ Cable: [], Letter: [], Speech: [] })
})

test('a tag is taken off those that have it', async () => {
  const app = await openSources()
  const { api, ids } = app
  await api.call('source.tagMany', { ids: ids.slice(0, 2), addTag: { name: 'embassy' } })
  const [tag] = await api.call('tag.list', {})
  expect(await api.call('source.tagMany', { ids, removeTag: tag!.id })).toEqual({ changed: 2 })
  expect(await api.call('source.tagCounts', {})).toEqual([])
})

test('a source that is not there refuses the whole step', async () => {
  const { api, ids } = await openSources()
  const gone = ids[2]!
  await api.call('source.remove', { id: gone })
  const attempt = api.call('source.tagMany', { ids, addTag: { name: 'embassy' } })
  await expect(attempt).rejects.toMatchObject({ code: 'not-found', details: { kind: 'source' } })
  expect(await api.call('tag.list', {})).toEqual([])
})

test('what was tagged on the screen is what an export leaves out by that tag', async () => {
  const { api, ids, folder } = await openSources()
  await api.call('source.tagMany', { ids: [ids[0]!], addTag: { name: 'confidential' } })
  const [tag] = await api.call('source.tagCounts', {})
  const path = join(folder, 'out.json')
  const scope = { confidentialTags: [tag!.id] }
  await api.call('dossier.export', { format: 'json', path, selection: { scope } })
  const titles = JSON.parse(readFileSync(path, 'utf8')).records.source.map(
    (source: { title: string }) => source.title,
  )
  expect(titles).toEqual(['Letter', 'Speech'])
})
