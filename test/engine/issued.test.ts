import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportSelection } from '../../app/model/export-selection'
import { wholeScope } from '../../app/model/export-scope'
import { call, makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

/** A briefing of a dossier with a position in it, issued twice with an edit in between. */
async function openIssued() {
  const app = await openTestApp()
  const { api } = app
  const position = await makeRecord(api, 'position')
  const briefing = await makeRecord(api, 'briefing')
  const first = await api.call('briefing.freeze', { briefingId: briefing.id })
  await api.call('position.change', { id: position.id, text: 'an even larger quota' })
  const second = await api.call('briefing.freeze', { briefingId: briefing.id })
  const issued = () => app.session.current().db.prepare('SELECT * FROM frozenBriefing ORDER BY number').all()
  return { ...app, position, briefing, first, second, issued }
}

const stays = { code: 'issued-stays' }

test('what was issued is not changed by any of its fields, nor by none', async () => {
  const { api, first, issued } = await openIssued()
  const before = issued()
  const history = await api.call('history.list', {})
  const { id } = first
  const other = await makeRecord(api, 'briefing')
  const attacks = [
    { document: '{}' },
    { number: 9 },
    { frozenOn: '2001-01-01T00:00:00Z' },
    { briefingId: other.id },
    {},
  ]
  for (const attack of attacks)
    await expect(api.call('frozenBriefing.change', { id, ...attack })).rejects.toMatchObject(stays)
  expect(issued()).toEqual(before)
  expect((await api.call('history.list', {})).length).toBe(history.length + 1)
})

test('what was issued is not removed, neither alone nor with the briefing that it was issued of', async () => {
  const { api, briefing, second, issued } = await openIssued()
  const before = issued()
  await expect(api.call('frozenBriefing.remove', { id: second.id })).rejects.toMatchObject(stays)
  await expect(api.call('briefing.remove', { id: briefing.id })).rejects.toMatchObject(stays)
  expect(issued()).toEqual(before)
  // One that was never issued goes as ever.
  const { id } = await makeRecord(api, 'briefing')
  await api.call('briefing.remove', { id })
  await expect(api.call('briefing.get', { id })).rejects.toMatchObject({ code: 'not-found' })
})

test('undo and redo across an issued briefing leave it, byte for byte', async () => {
  const { api, position, briefing, issued } = await openIssued()
  const before = issued()
  await api.call('position.change', { id: position.id, text: 'no quota at all' })
  await api.call('briefing.change', { id: briefing.id, name: 'Another name', parts: ['annex'] })
  for (const way of ['history.undo', 'history.undo', 'history.redo', 'history.redo'] as const) {
    await api.call(way, {})
    expect(issued()).toEqual(before)
  }
  // To issue is a step like any other: taken back and done again it says what it said.
  for (let steps = 0; steps < 5; steps += 1) await api.call('history.undo', {})
  expect(issued()).toHaveLength(0)
  for (let steps = 0; steps < 5; steps += 1) await api.call('history.redo', {})
  expect(issued()).toEqual(before)
})

test('records that go, and parties that are renamed, change nothing of what was issued', async () => {
  const { api, position, first, issued } = await openIssued()
  const before = issued()
  const paper = await api.call('briefing.compose', { frozenId: first.id })
  await api.call('party.change', { id: position.partyId, name: 'Somebody else', shortName: 'SE' })
  await api.call('issue.remove', { id: position.issueId })
  expect(issued()).toEqual(before)
  expect(await api.call('briefing.compose', { frozenId: first.id })).toEqual(paper)
})

test('through JSON and back it is as it was, and protected there as well', async () => {
  const { api, folder, first, issued } = await openIssued()
  const before = issued()
  const json = join(folder, 'd.json')
  const selection = exportSelection.parse({ scope: wholeScope })
  await api.call('dossier.export', { format: 'json', path: json, selection })
  expect(JSON.parse(readFileSync(json, 'utf8')).records.frozenBriefing).toHaveLength(2)
  await api.call('dossier.createFromJson', { from: json, path: join(folder, 'back.demarche') })
  expect(issued()).toEqual(before)
  await expect(api.call('frozenBriefing.change', { id: first.id, document: '{}' })).rejects.toMatchObject(
    stays,
  )
  await expect(api.call('frozenBriefing.remove', { id: first.id })).rejects.toMatchObject(stays)
})

test('nothing becomes an issued briefing but by being issued, and a number is given once', async () => {
  const { api, briefing, first, issued } = await openIssued()
  const before = issued()
  const { document } = await api.call('frozenBriefing.get', { id: first.id })
  const made = { briefingId: briefing.id, number: 3, frozenOn: '2025-11-14T09:00:00Z', document }
  await expect(call(api, 'frozenBriefing.add', made)).rejects.toMatchObject({ code: 'unknown-operation' })
  expect(issued()).toEqual(before)
  const third = await api.call('briefing.freeze', { briefingId: briefing.id })
  expect(third.number).toBe(3)
})
