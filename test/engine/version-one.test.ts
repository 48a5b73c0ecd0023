import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordModels } from '../../app/model/records'
import { latestVersion } from '../../db/migrations'
import { changesOfStep, lastStep, takeBack } from '../../db/journal'
import { startTestApp } from '../builders/open-test-app'
import { placeVersionOne } from '../builders/version-one'

async function openVersionOne() {
  const app = startTestApp()
  const path = placeVersionOne(app.folder)
  await app.api.call('dossier.open', { path })
  return { ...app, path, db: app.session.current().db }
}

test('a dossier of version 1 opens upgraded, with its history, and the old one is kept', async () => {
  const { api, db, folder } = await openVersionOne()
  expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
  expect(existsSync(join(folder, 'version one (version 1).demarche'))).toBe(true)
  const [held] = await api.call('position.list', {})
  expect(recordModels.position.parse(held)).toMatchObject({ text: 'Halve the catch of cod', whyMoved: '' })
  const history = await api.call('history.list', {})
  expect(history.map(({ step }) => step)[0]).toBe(16)
  expect(await api.call('comparison.recordedChanges', {})).toMatchObject([
    { what: 'condition', before: 'open', after: 'met', by: 'Ada' },
    { what: 'landing zone', before: '', after: 'A third less' },
    { what: 'status', before: 'open', after: 'converging' },
  ])
})

test('what is edited and removed after the upgrade is undone, with fields that came with it', async () => {
  const { api } = await openVersionOne()
  const before = await api.call('position.list', {})
  await api.call('position.change', { id: before[0]!.id, whyMoved: 'Stocks fell', text: 'A third less' })
  const removed = await api.call('position.list', {})
  await api.call('position.remove', { id: before[0]!.id })
  await api.call('history.undo', {})
  expect(await api.call('position.list', {})).toEqual(removed)
  await api.call('history.undo', {})
  expect(await api.call('position.list', {})).toEqual(before)
})

test('every step of before the upgrade can be taken back, one after the other, to the empty dossier', async () => {
  const { api, db } = await openVersionOne()
  db.pragma('defer_foreign_keys = ON')
  db.transaction(() => {
    db.pragma('defer_foreign_keys = ON')
    for (let step = lastStep(db); step > 1; step -= 1) {
      for (const change of changesOfStep(db, step)) takeBack(db, change)
      for (const row of db.prepare('SELECT * FROM position').all()) {
        expect(Object.keys(row as object)).toEqual(expect.arrayContaining(['whyMoved']))
      }
    }
  })()
  expect(await api.call('position.list', {})).toEqual([])
  expect(await api.call('party.list', {})).toEqual([])
})

test('a removal of before the upgrade brings the record back with the defaults of its new fields', async () => {
  const { api, db } = await openVersionOne()
  const removal = changesOfStep(db, 11).find(({ after }) => after === null)!
  takeBack(db, removal)
  const back = await api.call('position.get', { id: removal.recordId })
  expect(recordModels.position.parse(back)).toMatchObject({
    text: 'No cut at all',
    whyMoved: '',
    needsResearch: true,
  })
  const view = changesOfStep(db, 14).find(({ after }) => after === null)!
  takeBack(db, view)
  expect(await api.call('savedView.list', {})).toMatchObject([{ name: 'Only Norway' }])
})
