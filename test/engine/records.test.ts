import { expect, test } from 'vitest'
import { openTestApp } from '../builders/open-test-app'

test('undo brings back a party with everything that hung on it, redo removes it all again', async () => {
  const { api } = await openTestApp()
  const norway = await api.call('party.add', { name: 'Norway', shortName: 'Norway', colour: 'rose' })
  const fish = await api.call('issue.add', { title: 'Fish' })
  await api.call('position.record', {
    issueId: fish.id,
    partyId: norway.id,
    kind: 'demand',
    text: "we 'insist' …",
    conditions: [{ relation: 'only if', text: 'quotas fall' }],
  })
  const before = await api.call('comparison.read', {})

  await api.call('party.remove', { id: norway.id })
  expect(await api.call('position.list', {})).toEqual([])
  expect(await api.call('history.state', {})).toEqual({ canUndo: 'party.remove', canRedo: null })

  await api.call('history.undo', {})
  expect(await api.call('comparison.read', {})).toEqual(before)

  await api.call('history.redo', {})
  expect(await api.call('party.list', {})).toEqual([])
})
