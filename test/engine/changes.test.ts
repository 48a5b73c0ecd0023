import { expect, test } from 'vitest'
import { openTestApp } from '../builders/open-test-app'

/** As a damaged or hand-made file may hold them; no operation records them. */
async function openCircle() {
  const app = await openTestApp()
  const { api, db } = app
  const ours = await api.call('party.add', { name: 'Norway', shortName: 'Norway', colour: 'blue' })
  const fish = await api.call('issue.add', { title: 'Cod quotas' })
  const cell = { issueId: fish.id, partyId: ours.id }
  const record = (text: string, supersedesId: string | null) =>
    api.call('position.record', { ...cell, kind: 'demand', text, supersedesId } as never)
  const first = await record('first', null)
  const second = await record('second', first.id)
  const third = await record('third', second.id)
  db.prepare('UPDATE position SET supersedesId = ? WHERE id = ?').run(third.id, first.id)
  return { ...app, cell, first, second, third, record }
}

test('a dossier that holds a circle of superseding positions is read whole', async () => {
  const { api, cell } = await openCircle()
  expect((await api.call('comparison.read', {})).cells).toHaveLength(1)
  expect((await api.call('cell.read', cell)).others).toHaveLength(3)
  expect((await api.call('comparison.changes', { since: '2020' })).changes).toEqual([])
})

test('a position that would lead into a circle is refused with the name of its cell, and the circle can be undone', async () => {
  const { api, first, third, record } = await openCircle()
  await expect(record('fourth', third.id)).rejects.toMatchObject({
    code: 'rule-broken',
    details: { rule: 'supersedes-in-a-circle', party: 'Norway', issue: 'Cod quotas' },
  })
  await api.call('position.change', { id: first.id, supersedesId: null })
  await record('fourth', third.id)
})

test('changes are those recorded and dated between two days, each as it was and as it became', async () => {
  const { api } = await openTestApp({ now: () => new Date('2025-11-10T09:00:00Z') })
  const ours = await api.call('party.add', { name: 'Norway', shortName: 'Norway', colour: 'blue' })
  const fish = await api.call('issue.add', { title: 'Cod quotas' })
  const given = { issueId: fish.id, partyId: ours.id, kind: 'demand' } as const
  const older = await api.call('position.record', { ...given, text: 'Halve it', from: '2025-01-01' })
  const newer = await api.call('position.record', {
    ...given,
    text: 'Halve it at once',
    from: '2025-10-01',
    supersedesId: older.id,
    whyMoved: 'Stocks fell',
  })
  await api.call('issue.change', { id: fish.id, status: 'deadlocked' })
  expect(await api.call('comparison.changes', { since: '2025-08', asOf: '2025-11' })).toMatchObject({
    since: '2025-08-31',
    asOf: '2025-11-30',
    changes: [
      { what: 'reworded', before: { id: older.id }, after: { id: newer.id, whyMoved: 'Stocks fell' } },
    ],
    recorded: [{ what: 'status', before: 'open', after: 'deadlocked' }],
  })
  expect(await api.call('comparison.changes', { since: '2025-11-12', asOf: '2025-11-14' })).toMatchObject({
    changes: [],
    recorded: [],
  })
})
