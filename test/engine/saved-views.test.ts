import { expect, test } from 'vitest'
import { comparisonFilters, comparisonLayout, type ComparisonFilters } from '../../app/model/comparison-view'
import type { Api } from '../../renderer/api'
import { openTestApp } from '../builders/open-test-app'

/** Two issues, three parties, and one red line of Norway's. */
async function openNegotiation() {
  const { api } = await openTestApp()
  const named = (name: string) => api.call('party.add', { name, shortName: name, colour: 'rose' })
  const [norway, iceland, union] = [await named('Norway'), await named('Iceland'), await named('Union')]
  const fish = await api.call('issue.add', { title: 'Fish' })
  const land = await api.call('issue.add', { title: 'Land' })
  const position = await api.call('position.record', {
    issueId: fish.id,
    partyId: norway.id,
    addresseeId: iceland.id,
    kind: 'demand',
    text: 'half the quota',
    firmness: 'red line',
  })
  return { api, norway, iceland, union, fish, land, position }
}

const viewOf = (filters: Partial<ComparisonFilters> = {}, layout: object = {}) => ({
  filters: comparisonFilters.parse(filters),
  layout: comparisonLayout.parse(layout),
})

const compose = (api: Api, given: object) => api.call('briefing.compose', given)

test('a saved view is kept whole, and saving, changing and deleting it are steps that can be undone', async () => {
  const { api, norway } = await openNegotiation()
  const given = {
    name: 'Red lines',
    parties: [norway.id],
    ...viewOf({ firmness: ['red line'] }, { asOf: '2025-11', since: '2025-10-01', baselineId: norway.id }),
  }
  const saved = await api.call('savedView.add', given)
  expect(await api.call('savedView.list', {})).toEqual([{ ...given, id: saved.id, sortOrder: 0 }])
  await api.call('savedView.change', { id: saved.id, name: 'Reddest lines', ...viewOf() })
  await api.call('savedView.remove', { id: saved.id })
  expect(await api.call('savedView.list', {})).toEqual([])
  await api.call('history.undo', {})
  await api.call('history.undo', {})
  expect(await api.call('savedView.list', {})).toEqual([saved])
})

test('two views cannot share a name, and a name is refused where it says nothing', async () => {
  const { api } = await openNegotiation()
  await api.call('savedView.add', { name: 'Fish', parties: null, ...viewOf() })
  await expect(
    api.call('savedView.add', { name: ' fish', parties: null, ...viewOf() }),
  ).rejects.toMatchObject({
    code: 'name-taken',
  })
  await expect(api.call('savedView.add', { name: ' ', parties: null, ...viewOf() })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('a briefing of a view shows its rows and columns in order, and says that it is a part', async () => {
  const { api, norway, union } = await openNegotiation()
  await api.call('savedView.add', {
    name: 'Red lines',
    parties: [union.id, norway.id],
    ...viewOf({ firmness: ['red line'] }),
  })
  const document = await compose(api, { view: 'RED lines' })
  expect(document.comparison!.parties.map(({ name }) => name)).toEqual(['Union', 'Norway'])
  expect(document.comparison!.rows.map(({ number }) => number)).toEqual(['1'])
  expect(document.comparison!.heading).toContain('1 of 2 issues, 2 of 3 parties')
  expect(document.particulars).toContainEqual({ term: 'View', text: 'Red lines' })
  expect(document.particulars).toContainEqual({ term: 'Shown', text: '1 of 2 issues, 2 of 3 parties' })
  // The addressee has no column, and is named all the same.
  expect(JSON.stringify(document.comparison!.rows)).toContain('Iceland')
})

test('a view that leaves nothing out is not called a part, and one that shows nothing says so', async () => {
  const { api } = await openNegotiation()
  await api.call('savedView.add', { name: 'All', parties: null, ...viewOf({}, { isTransposed: true }) })
  await api.call('savedView.add', { name: 'None', parties: null, ...viewOf({ words: 'zebra' }) })
  expect((await compose(api, { view: 'All' })).comparison!.heading).not.toContain('of 2 issues')
  const nothing = await compose(api, { view: 'None' })
  expect(nothing.comparison).toBeNull()
  expect(nothing.emptiness).toContain('“None”')
})

test('a briefing of a view is read at its date unless another is asked for', async () => {
  const { api } = await openNegotiation()
  await api.call('savedView.add', { name: 'Then', parties: null, ...viewOf({}, { asOf: '2024-05' }) })
  const asOf = async (given: object) =>
    (await compose(api, { view: 'Then', ...given })).particulars.find(({ term }) => term === 'As of')?.text
  expect(await asOf({})).toBe('31 May 2024')
  expect(await asOf({ asOf: '2025-01-02' })).toBe('2 January 2025')
})

test('what was deleted since is passed over, and a view that is gone is named', async () => {
  const { api, norway, union, fish } = await openNegotiation()
  await api.call('savedView.add', {
    name: 'Old',
    parties: [union.id, norway.id],
    ...viewOf(
      { branches: [fish.id], parties: [union.id] },
      { foldedIssues: [fish.id], baselineId: union.id },
    ),
  })
  await api.call('party.remove', { id: union.id })
  await api.call('issue.remove', { id: fish.id })
  const document = await compose(api, { view: 'Old' })
  expect(document.comparison!.parties.map(({ name }) => name)).toEqual(['Norway'])
  expect(document.comparison!.rows).toHaveLength(1)
  await expect(compose(api, { view: 'Older' })).rejects.toMatchObject({
    code: 'view-not-found',
    details: { name: 'Older', views: '“Old”' },
  })
})

test('coalitions that would be members of each other are refused, through any number of others', async () => {
  const { api, norway, iceland, union } = await openNegotiation()
  await api.call('membership.add', { coalitionId: union.id, memberId: norway.id })
  await api.call('membership.add', { coalitionId: norway.id, memberId: iceland.id })
  const { id, name, shortName, role, colour, note } = iceland
  const membership = { added: [{ memberId: union.id, from: null, until: null }], changed: [], removed: [] }
  await expect(
    api.call('party.save', { id, name, shortName, role, colour, note, parts: { membership } }),
  ).rejects.toMatchObject({ code: 'rule-broken', details: { rule: 'coalition-in-a-circle' } })
  expect(await api.call('membership.list', {})).toHaveLength(2)
})
