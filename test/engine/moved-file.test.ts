import { copyFileSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

test.each(['deleted', 'renamed', 'replaced'] as const)(
  'where the dossier’s file was %s meanwhile, no edit is taken that nobody would find again',
  async (fate) => {
    const { api, folder, path } = await openTestApp()
    const { id } = await makeRecord(api, 'round', { name: 'before', date: '2025-10' })
    const backup = join(folder, 'backup.demarche')
    copyFileSync(path, backup)
    if (fate === 'deleted') rmSync(path)
    if (fate === 'renamed') renameSync(path, join(folder, 'elsewhere.demarche'))
    if (fate === 'replaced') renameSync(backup, path)

    const refused = { code: 'file-moved', details: { file: 'test.demarche' } }
    await expect(api.call('round.change', { id, name: 'after' })).rejects.toMatchObject(refused)
    await expect(api.call('history.undo', {})).rejects.toMatchObject(refused)
    expect((await api.call('round.get', { id })).name).toBe('before')

    // What was there can still be kept, and the work goes on in the copy.
    const copy = join(folder, 'kept.demarche')
    await api.call('dossier.saveAs', { path: copy })
    await api.call('round.change', { id, name: 'after' })
    await api.call('dossier.close', {})
    await api.call('dossier.open', { path: copy })
    expect((await api.call('round.get', { id })).name).toBe('after')
  },
)

test('a file that something else was written into is not written into any more', async () => {
  const { api, path } = await openTestApp()
  const { id } = await makeRecord(api, 'round', { name: 'before', date: '2025-10' })
  const other = await openTestApp()
  await makeRecord(other.api, 'position')
  await other.api.call('dossier.close', {})

  copyFileSync(other.path, path)
  await expect(api.call('round.change', { id, name: 'after' })).rejects.toMatchObject({ code: 'file-moved' })
  expect(readFileSync(path).equals(readFileSync(other.path))).toBe(true)
})

test('a file whose time alone has changed is edited as before', async () => {
  const { api, path } = await openTestApp()
  const { id } = await makeRecord(api, 'round', { name: 'before', date: '2025-10' })
  utimesSync(path, 1_000_000_000, 1_000_000_000)
  expect((await api.call('round.change', { id, name: 'after' })).name).toBe('after')
})

test('a file that was moved is opened again where it is', async () => {
  const { api, folder, path } = await openTestApp()
  const moved = join(folder, 'moved.demarche')
  renameSync(path, moved)
  expect(await api.call('dossier.open', { path: moved })).toMatchObject({ path: moved })
  expect((await makeRecord(api, 'round', { name: 'after' })).name).toBe('after')
})

test('a dossier that took its file’s place back by saving over it is edited as before', async () => {
  const { api, path } = await openTestApp()
  const { id } = await makeRecord(api, 'round', { name: 'before', date: '2025-10' })
  rmSync(path)
  writeFileSync(path, 'something else')
  await api.call('dossier.saveAs', { path })
  expect((await api.call('round.change', { id, name: 'after' })).name).toBe('after')
})
