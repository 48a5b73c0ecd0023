import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSampleInto } from '../builders/open-built-sample'
import { makeRecord } from '../builders/make-records'
import { openTestApp, startTestApp } from '../builders/open-test-app'

test('without a dossier, questions about one are refused', async () => {
  const { api } = startTestApp()
  const refused = { code: 'no-dossier-open' }
  await expect(api.call('dossier.get', {})).rejects.toMatchObject(refused)
  await expect(api.call('round.add', { name: 'x', date: '2025' })).rejects.toMatchObject(refused)
  await expect(api.call('history.undo', {})).rejects.toMatchObject(refused)
  await expect(api.call('dossier.saveAs', {})).rejects.toMatchObject(refused)
  expect(await api.call('dossier.opened', {})).toBeNull()
})

test('a dossier is created where the person says, closed, and opened again as it was', async () => {
  const { api, path } = await openTestApp()
  const created = await api.call('dossier.opened', {})
  expect(created).toMatchObject({
    path,
    isReadOnly: false,
    isSample: false,
    dossier: { title: 'Test', author: 'Ada' },
  })
  await api.call('dossier.close', {})
  expect(await api.call('dossier.opened', {})).toBeNull()
  expect(await api.call('dossier.open', { path })).toEqual(created)
})

test('where the person decides against a file, nothing happens', async () => {
  const { api, path } = await openTestApp({ chosenPaths: [null, null, null] })
  expect(await api.call('dossier.open', {})).toBeNull()
  expect(await api.call('dossier.create', { title: 'Other' })).toBeNull()
  expect(await api.call('dossier.saveAs', {})).toBeNull()
  expect(await api.call('dossier.opened', {})).toMatchObject({ path })
})

test('a new dossier takes the place of nothing that is there', async () => {
  const { api, folder, path } = await openTestApp()
  const taken = join(folder, 'taken.demarche')
  writeFileSync(taken, 'something else')
  await expect(api.call('dossier.create', { title: 'Other', path: taken })).rejects.toMatchObject({
    code: 'file-exists',
  })
  expect(readFileSync(taken, 'utf8')).toBe('something else')
  expect(await api.call('dossier.opened', {})).toMatchObject({ path })
})

test('saved under another name, the copy is open and the first stays as it was', async () => {
  const { api, folder, path } = await openTestApp()
  const round = await makeRecord(api, 'round')
  const before = readFileSync(path)
  const other = join(folder, 'other.demarche')
  expect(await api.call('dossier.saveAs', { path: other })).toMatchObject({ path: other, isReadOnly: false })
  await api.call('round.remove', { id: round.id })
  expect(readFileSync(path).equals(before)).toBe(true)

  await api.call('dossier.open', { path })
  expect(await api.call('round.list', {})).toEqual([round])
  await api.call('dossier.open', { path: other })
  expect(await api.call('round.list', {})).toEqual([])
  expect(await api.call('history.list', { recordId: round.id })).toHaveLength(2)
})

test.each(['itself', 'a symbolic link to itself', 'a hard link to itself'])(
  'saved over %s, a dossier goes on being saved in its file',
  async (name) => {
    const { api, folder, path } = await openTestApp()
    const alias = join(folder, 'alias.demarche')
    if (name.includes('symbolic')) symlinkSync(path, alias)
    if (name.includes('hard')) linkSync(path, alias)
    await api.call('dossier.saveAs', { path: name === 'itself' ? path : alias })
    const round = await makeRecord(api, 'round')
    await api.call('dossier.close', {})
    await api.call('dossier.open', { path })
    expect(await api.call('round.list', {})).toEqual([round])
  },
)

test('a dossier that is open under another name of its file is simply shown', async () => {
  const { api, folder, path } = await openTestApp()
  const alias = join(folder, 'alias.demarche')
  symlinkSync(path, alias)
  const round = await makeRecord(api, 'round')
  expect(await api.call('dossier.open', { path: alias })).toMatchObject({ path })
  await api.call('history.undo', {})
  await api.call('history.redo', {})
  expect(await api.call('round.list', {})).toEqual([round])
})

test('a copy that cannot be written leaves the dossier open and no draft behind', async () => {
  const { api, folder, path } = await openTestApp()
  const nowhere = join(folder, 'no', 'such', 'folder.demarche')
  await expect(api.call('dossier.saveAs', { path: nowhere })).rejects.toMatchObject({
    code: 'folder-missing',
  })
  await makeRecord(api, 'round')
  expect(await api.call('dossier.opened', {})).toMatchObject({ path })
  expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([])
})

test('the sample is always a fresh copy, and its own file stays as it was built', async () => {
  const samplePath = await buildSampleInto()
  const built = readFileSync(samplePath)
  const { api } = startTestApp({ samplePath })
  const first = await api.call('dossier.openSample', {})
  expect(first).toMatchObject({ isSample: true, isReadOnly: false })
  const [party] = await api.call('party.list', {})
  await api.call('party.remove', { id: party!.id })

  const second = await api.call('dossier.openSample', {})
  expect(second.path).not.toBe(first.path)
  expect(await api.call('party.list', {})).toHaveLength(3)
  expect(readFileSync(samplePath).equals(built)).toBe(true)
})

test('a sample that is marked read-only still gives a copy that can be edited, and saved as one’s own', async () => {
  const samplePath = await buildSampleInto()
  chmodSync(samplePath, 0o444)
  const { api, folder } = startTestApp({ samplePath })
  await api.call('dossier.openSample', {})
  const round = await makeRecord(api, 'round')
  const mine = join(folder, 'mine.demarche')
  expect(await api.call('dossier.saveAs', { path: mine })).toMatchObject({ path: mine, isSample: false })
  expect(await api.call('round.list', {})).toContainEqual(round)
})

test('a read-only dossier is read, refuses every command, and can be saved as a copy', async () => {
  const { api, folder, path } = await openTestApp()
  await makeRecord(api, 'position')
  const state = await api.call('comparison.read', {})
  await api.call('dossier.close', {})
  const locked = join(folder, 'locked.demarche')
  copyFileSync(path, locked)
  chmodSync(locked, 0o444)
  const bytes = readFileSync(locked)

  expect(await api.call('dossier.open', { path: locked })).toMatchObject({ isReadOnly: true })
  expect(await api.call('comparison.read', {})).toEqual(state)
  expect(await api.call('search.find', { words: 'quota' })).toHaveLength(1)
  expect(await api.call('history.state', {})).toEqual({ canUndo: null, canRedo: null })
  const readOnly = { code: 'read-only', details: { file: 'locked.demarche' } }
  await expect(api.call('round.add', { name: 'x', date: '2025' })).rejects.toMatchObject(readOnly)
  await expect(api.call('dossier.change', { title: 'x' })).rejects.toMatchObject(readOnly)
  await expect(api.call('history.undo', {})).rejects.toMatchObject(readOnly)
  expect(readFileSync(locked).equals(bytes)).toBe(true)

  const copy = join(folder, 'copy.demarche')
  expect(await api.call('dossier.saveAs', { path: copy })).toMatchObject({ path: copy, isReadOnly: false })
  await makeRecord(api, 'round')
})

test('recent dossiers: newest first, once each, missing ones marked, forgotten on request', async () => {
  let now = new Date('2025-11-20T09:00:00Z')
  const { api, folder, path } = await openTestApp({ now: () => now })
  now = new Date('2025-11-20T10:00:00Z')
  const other = join(folder, 'other.demarche')
  await api.call('dossier.create', { title: 'Other', path: other })
  now = new Date('2025-11-20T11:00:00Z')
  await api.call('dossier.open', { path })
  expect(await api.call('recent.list', {})).toEqual([
    { path, title: 'Test', openedAt: '2025-11-20T11:00:00.000Z', isMissing: false },
    { path: other, title: 'Other', openedAt: '2025-11-20T10:00:00.000Z', isMissing: false },
  ])
  await api.call('recent.forget', { path: other })
  expect((await api.call('recent.list', {})).map((recent) => recent.path)).toEqual([path])
  expect(existsSync(other)).toBe(true)
})

test('a list of recent dossiers that cannot be read is an empty one', async () => {
  const { api, folder } = await openTestApp()
  writeFileSync(join(folder, 'home', 'recent.json'), '{"not": "a list"')
  expect(await api.call('recent.list', {})).toEqual([])
})

test('opening, creating and closing are announced, and a refusal is not', async () => {
  const { api, path, folder } = await openTestApp()
  const heard: (string | null)[] = []
  api.listen('dossier.switched', (opened) => heard.push(opened?.path ?? null))
  await api.call('dossier.close', {})
  await api.call('dossier.open', { path })
  await expect(api.call('dossier.open', { path: join(folder, 'none.demarche') })).rejects.toMatchObject({
    code: 'file-missing',
  })
  expect(heard).toEqual([null, path])
  expect(await api.call('dossier.opened', {})).toMatchObject({ path })
})

test('a copy of the sample that nobody wrote into is gone when it is closed; one that was edited stays', async () => {
  const app = startTestApp({ samplePath: await buildSampleInto() })
  const untouched = await app.api.call('dossier.openSample', {})
  const edited = await app.api.call('dossier.openSample', {})
  expect(existsSync(untouched.path)).toBe(false)

  await app.api.call('party.add', { name: 'Türkiye', shortName: 'Türkiye', colour: 'teal' })
  await app.api.call('dossier.close', {})
  expect(existsSync(edited.path)).toBe(true)
})
