import { expect, test } from 'vitest'
import { listOutOfStep } from '../../db/search-index'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

test('where the disk is full, an edit is refused whole, and goes through once there is room', async () => {
  const { api, db, path } = await openTestApp()
  const position = await makeRecord(api, 'position')
  const history = await api.call('history.list', {})
  const state = await api.call('history.state', {})

  const pages = db.pragma('page_count', { simple: true })
  db.pragma(`max_page_count = ${Number(pages)}`)
  const long = 'a larger quota '.repeat(2_000)
  const full = { code: 'disk-full' }
  await expect(api.call('position.change', { id: position.id, text: long })).rejects.toMatchObject(full)
  const { issueId, partyId } = position
  await expect(
    api.call('position.record', {
      issueId,
      partyId,
      kind: 'view',
      text: 'x',
      conditions: [{ relation: 'only if', text: long.slice(0, 20_000) }],
    }),
  ).rejects.toMatchObject(full)

  expect(await api.call('position.get', { id: position.id })).toEqual(position)
  expect(await api.call('condition.list', {})).toEqual([])
  expect(await api.call('history.list', {})).toEqual(history)
  expect(await api.call('history.state', {})).toEqual(state)
  expect(listOutOfStep(db)).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')

  db.pragma('max_page_count = 1000000')
  await api.call('position.change', { id: position.id, text: long })
  await api.call('dossier.close', {})
  await api.call('dossier.open', { path })
  expect((await api.call('position.get', { id: position.id })).text).toBe(long)
})

test('where the disk is full, undo is refused whole as well', async () => {
  const { api, db } = await openTestApp()
  const { id } = await makeRecord(api, 'position', { text: 'a larger quota '.repeat(3_000) })
  await api.call('position.change', { id, text: 'short' })
  db.exec('VACUUM')
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
  await expect(api.call('history.undo', {})).rejects.toMatchObject({ code: 'disk-full' })
  expect((await api.call('position.get', { id })).text).toBe('short')
  expect(await api.call('history.state', {})).toEqual({ canUndo: 'position.change', canRedo: null })

  db.pragma('max_page_count = 1000000')
  await api.call('history.undo', {})
  expect((await api.call('position.get', { id })).text).toHaveLength(45_000)
})
