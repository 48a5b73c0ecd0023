import { expect, test } from 'vitest'
import { openTestApp } from '../builders/open-test-app'

test('a landing zone gets its place on the scale in one step, which undo takes back', async () => {
  const { api } = await openTestApp()
  const { id } = await api.call('issue.add', { title: 'Fish', scaleLow: 'none', scaleHigh: 'all' })
  await api.call('issue.change', { id, zoneLow: 40, zoneHigh: 60 })
  expect(await api.call('issue.get', { id })).toMatchObject({ zoneLow: 40, zoneHigh: 60 })
  const [latest] = await api.call('history.list', { recordId: id })
  expect(latest).toMatchObject({ before: { zoneLow: null }, after: { zoneHigh: 60 } })

  await api.call('history.undo', {})
  expect(await api.call('issue.get', { id })).toMatchObject({ zoneLow: null, zoneHigh: null })
})

test('a place off the scale, half a place and a reversed one are refused, and nothing changes', async () => {
  const { api } = await openTestApp()
  const { id } = await api.call('issue.add', { title: 'Fish', zoneLow: 40, zoneHigh: 60 })
  for (const [zone, error] of [
    [{ zoneLow: -1 }, { code: 'invalid-input', details: { field: 'zoneLow', problem: 'too-small' } }],
    [{ zoneHigh: 101 }, { code: 'invalid-input', details: { field: 'zoneHigh', problem: 'too-large' } }],
    [{ zoneHigh: null }, { code: 'rule-broken', details: { rule: 'zone-half-given' } }],
    [{ zoneLow: 61 }, { code: 'rule-broken', details: { rule: 'zone-reversed' } }],
  ] as const) {
    await expect(api.call('issue.change', { id, ...zone })).rejects.toMatchObject(error)
  }
  expect(await api.call('issue.get', { id })).toMatchObject({ zoneLow: 40, zoneHigh: 60 })
})

test('two marks stand at the same place', async () => {
  const { api } = await openTestApp()
  const { id: issueId } = await api.call('issue.add', { title: 'Fish' })
  await api.call('mark.add', { issueId, at: 50, wording: 'half' })
  await api.call('mark.add', { issueId, at: 50, wording: 'as in 1976' })
  expect(await api.call('mark.list', { issueId })).toHaveLength(2)
})
