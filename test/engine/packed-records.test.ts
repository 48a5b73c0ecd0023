import { expect, test } from 'vitest'
import { unpackRecords, type PackedRecords } from '../../app/rules/packed-records'
import { listEvidenceFacts } from '../../db/tables/evidence-facts'
import { listRecords } from '../../db/tables/records'
import { replaceRows } from '../../renderer/state/compared-records'
import { writeLargeDossier } from '../builders/large-dossier'
import { startTestApp } from '../builders/open-test-app'
import { join } from 'node:path'

async function openLarge(size: { issues: number; parties: number }) {
  const app = startTestApp()
  const path = join(app.folder, 'large.demarche')
  writeLargeDossier(path, size)
  await app.api.call('dossier.open', { path })
  const { db } = app.session.current()
  const read = async (issueIds: Parameters<typeof replaceRows>[2] | null = null) => {
    const bytes = await app.api.call('comparison.records', { issueIds: issueIds && [...issueIds] })
    return unpackRecords(JSON.parse(new TextDecoder().decode(bytes)) as PackedRecords)
  }
  return { ...app, db, read }
}

const byId = <T extends object>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

test('what is unpacked is what the tables hold, in the author’s order', async () => {
  const { db, read } = await openLarge({ issues: 12, parties: 6 })
  const records = await read()
  expect(records.day).toBe('2025-11-20')
  expect(records.positions).toEqual(listRecords(db, 'position'))
  expect(records.issues).toEqual(listRecords(db, 'issue'))
  expect(records.parties).toEqual(listRecords(db, 'party'))
  expect(records.conditions).toEqual(listRecords(db, 'condition'))
  expect(byId(records.gaps)).toEqual(byId(listRecords(db, 'gap')))
  expect(byId(records.answers)).toEqual(byId(listRecords(db, 'answer')))
  expect(byId(records.facts)).toEqual(byId(listEvidenceFacts(db)))
  expect(records.facts.length).toBeGreaterThan(10)
})

test('a change names the rows it touched, and these in place of what was known are all there is', async () => {
  const { api, db, read } = await openLarge({ issues: 14, parties: 5 })
  const heard: (readonly string[] | null)[] = []
  api.listen('dossier.changed', ({ touchedIssues }) => heard.push(touchedIssues))
  let known = await read()
  const catchUp = async () => {
    const touched = heard.at(-1)!
    const fresh = await read(touched as never)
    known = touched === null ? fresh : replaceRows(known, fresh, touched as never)
    const whole = await read()
    for (const kind of [
      'positions',
      'conditions',
      'answers',
      'gaps',
      'facts',
      'issues',
      'parties',
    ] as const) {
      expect(byId<object>(known[kind]), kind).toEqual(byId<object>(whole[kind]))
    }
  }

  const [position] = listRecords(db, 'position')
  await api.call('position.change', { id: position!.id, text: 'Otherwise' })
  expect(heard.at(-1)).toEqual([position!.issueId])
  await catchUp()

  const [link] = listRecords(db, 'evidence')
  await api.call('evidence.remove', { id: link!.id })
  expect(heard.at(-1)).toHaveLength(1)
  await catchUp()

  await api.call('history.undo', {})
  await catchUp()

  const [statement] = listRecords(db, 'statement')
  await api.call('statement.change', { id: statement!.id, saidOn: '2025-01-01' })
  await catchUp()

  const [party] = listRecords(db, 'party')
  await api.call('party.remove', { id: party!.id })
  await catchUp()
  await api.call('history.undo', {})
  await catchUp()

  const [issue] = listRecords(db, 'issue').toReversed()
  await api.call('issue.remove', { id: issue!.id })
  await catchUp()

  const [outlet] = listRecords(db, 'outlet')
  await api.call('outlet.change', { id: outlet!.id, reliability: 'E' })
  expect(heard.at(-1)).toBeNull()
  await catchUp()
})
