import { expect, test } from 'vitest'
import type { BrokenRule } from '../../app/rules/record-rules'
import type { Api } from '../../renderer/api'
import { addNameOf, call, makeRecord, wholeInput } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

type Attempt = (api: Api) => Promise<unknown>

const addWith =
  (kind: Parameters<typeof wholeInput>[1], given: Record<string, unknown>): Attempt =>
  async (api) =>
    call(api, addNameOf(kind), { ...(await wholeInput(api, kind)), ...given })

/** Ways to break each rule, once everything that they need is there. */
const attempts: Record<BrokenRule, Attempt[]> = {
  'speaker-has-no-name': [addWith('speaker', { name: null, description: ' ' })],
  'anonymous-has-name': [addWith('speaker', { isAnonymous: true })],
  'scale-half-given': [addWith('position', { atLow: null }), addWith('position', { atHigh: null })],
  'scale-reversed': [addWith('position', { atLow: 31, atHigh: 30 })],
  'zone-half-given': [addWith('issue', { zoneLow: null }), addWith('issue', { zoneHigh: null })],
  'zone-reversed': [addWith('issue', { zoneLow: 61, zoneHigh: 60 })],
  'ends-before-it-begins': [
    addWith('position', { from: '2025-11', until: '2025-10' }),
    addWith('affiliation', { from: '2025-11-02', until: '2025-11-01' }),
    addWith('membership', { from: '2026', until: '2025' }),
  ],
  'addressee-is-itself': [
    async (api) => {
      const { id, partyId } = await makeRecord(api, 'position')
      await api.call('position.change', { id, addresseeId: partyId })
    },
  ],
  'condition-hangs-on-nothing': [
    addWith('condition', { positionId: null }),
    async (api) => addWith('condition', { eventId: (await makeRecord(api, 'event')).id })(api),
  ],
  'condition-depends-on-two': [
    async (api) => addWith('condition', { onPositionId: (await makeRecord(api, 'position')).id })(api),
  ],
  'evidence-needs-one': [
    addWith('evidence', { positionId: null }),
    async (api) => addWith('evidence', { eventId: (await makeRecord(api, 'event')).id })(api),
  ],
  'tagging-needs-one': [
    addWith('tagging', { issueId: null }),
    async (api) => addWith('tagging', { partyId: (await makeRecord(api, 'party')).id })(api),
  ],
  'participation-needs-somebody': [addWith('participation', { partyId: null, speakerId: null })],
  'coalition-of-itself': [
    async (api) => {
      const { id, coalitionId } = await makeRecord(api, 'membership')
      await api.call('membership.change', { id, memberId: coalitionId })
    },
  ],
  'supersedes-itself': [
    async (api) => {
      const { id } = await makeRecord(api, 'position')
      await api.call('position.change', { id, supersedesId: id })
    },
  ],
  'supersedes-in-a-circle': [
    async (api) => {
      const { id, supersedesId } = await makeRecord(api, 'position')
      await api.call('position.change', { id: supersedesId!, supersedesId: id })
    },
  ],
  'supersedes-elsewhere': [
    async (api) => addWith('position', { supersedesId: (await makeRecord(api, 'position')).id })(api),
    async (api) => {
      const { id } = await makeRecord(api, 'position')
      await api.call('position.change', { id, issueId: (await makeRecord(api, 'issue')).id })
    },
    async (api) => {
      const { supersedesId } = await makeRecord(api, 'position')
      const issueId = (await makeRecord(api, 'issue')).id
      await api.call('position.change', { id: supersedesId!, issueId })
    },
  ],
  'supersedes-a-later-one': [
    async (api) => {
      const older = await makeRecord(api, 'position', { from: '2025-11', until: null, supersedesId: null })
      const { issueId, partyId } = older
      const given = { issueId, partyId, kind: 'view', text: 'as before', supersedesId: older.id } as const
      await api.call('position.record', { ...given, from: '2025-10' })
    },
    async (api) => {
      const older = await makeRecord(api, 'position', { from: '2025-11', until: null, supersedesId: null })
      const { issueId, partyId } = older
      const given = { issueId, partyId, kind: 'view', text: 'as before', supersedesId: older.id } as const
      await api.call('position.record', { ...given, from: '2025-11-20' })
      await api.call('position.change', { id: older.id, from: '2025-12' })
    },
  ],
  'issue-in-itself': [
    async (api) => {
      const { id } = await makeRecord(api, 'issue')
      await api.call('issue.change', { id, parentId: id })
    },
    async (api) => {
      const { id, parentId } = await makeRecord(api, 'issue')
      const grandchild = await api.call('issue.add', { title: 'Cod', parentId: id })
      await api.call('issue.change', { id: parentId!, parentId: grandchild.id })
    },
  ],
  'coalition-in-a-circle': [
    async (api) => {
      const { coalitionId, memberId } = await makeRecord(api, 'membership')
      const inner = await makeRecord(api, 'membership', { coalitionId: memberId })
      await makeRecord(api, 'membership', { coalitionId: inner.memberId, memberId: coalitionId })
    },
  ],
  'answer-from-elsewhere': [
    async (api) => addWith('answer', { byPositionId: (await makeRecord(api, 'position')).id })(api),
    async (api) => {
      const { id } = await makeRecord(api, 'answer')
      await api.call('answer.change', { id, partyId: (await makeRecord(api, 'party')).id })
    },
  ],
}

const cases = Object.entries(attempts).flatMap(([rule, ways]) =>
  ways.map((attempt, index) => ({ rule, attempt, way: index + 1 })),
)

test.each(cases)('$rule is refused, way $way', async ({ rule, attempt }) => {
  const { api } = await openTestApp()
  await expect(attempt(api)).rejects.toMatchObject({ code: 'rule-broken', details: { rule } })
})

test('what is refused leaves neither a trace nor a step', async () => {
  const { api } = await openTestApp()
  const position = await makeRecord(api, 'position')
  const before = {
    history: await api.call('history.list', {}),
    state: await api.call('history.state', {}),
    positions: await api.call('position.list', {}),
    conditions: await api.call('condition.list', {}),
  }
  // The position itself is fine; its second condition is not, so neither is kept.
  const { issueId, partyId } = position
  const attempt = api.call('position.record', {
    issueId,
    partyId,
    kind: 'offer',
    text: 'half',
    conditions: [
      { relation: 'only if', text: 'quotas fall' },
      { relation: 'only if', text: 'too', onPositionId: position.id, onEventId: position.id },
    ],
  })
  await expect(attempt).rejects.toMatchObject({ code: 'not-found' })
  expect({
    history: await api.call('history.list', {}),
    state: await api.call('history.state', {}),
    positions: await api.call('position.list', {}),
    conditions: await api.call('condition.list', {}),
  }).toEqual(before)
})

test.each(['party', 'outlet', 'round', 'savedView', 'tag'] as const)(
  'a %s cannot take the name of another, whatever its case, accents and outer spaces',
  async (kind) => {
    const { api } = await openTestApp()
    const named = async (name: string) => call(api, `${kind}.add`, { ...(await wholeInput(api, kind)), name })
    const taken = { code: 'name-taken' }
    const { id } = await named('Åland')
    await expect(named('ÅLAND')).rejects.toMatchObject(taken)
    await expect(named(' aland ')).rejects.toMatchObject(taken)
    const other = await named('Norway')
    await expect(call(api, `${kind}.change`, { id: other.id, name: 'åland' })).rejects.toMatchObject(taken)
    expect(await call(api, `${kind}.change`, { id, name: 'åland' })).toMatchObject({ name: 'åland' })
  },
)

test('an issue that moves under another comes last there', async () => {
  const { api } = await openTestApp()
  const sea = await api.call('issue.add', { title: 'Sea' })
  const cod = await api.call('issue.add', { title: 'Cod', parentId: sea.id })
  const fish = await api.call('issue.add', { title: 'Fish' })
  await api.call('issue.change', { id: fish.id, parentId: sea.id })
  const under = await api.call('issue.list', { parentId: sea.id })
  expect(under.map(({ id }) => id)).toEqual([cod.id, fish.id])
})

test('a reorder among strangers is refused', async () => {
  const { api } = await openTestApp()
  const inSea = await makeRecord(api, 'issue')
  const elsewhere = await makeRecord(api, 'issue')
  const attempt = api.call('issue.reorder', { id: inSea.id, beforeId: elsewhere.id })
  await expect(attempt).rejects.toMatchObject({ code: 'not-found' })
})
