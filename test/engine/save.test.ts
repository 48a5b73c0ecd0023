import { describe, expect, test } from 'vitest'
import { ownedParts, ownerKinds, type OwnerKind } from '../../app/model/owned-parts'
import type { RecordKind } from '../../app/model/records'
import type { Api } from '../../renderer/api'
import { call, listAll, makeRecord, wholeInput, type Row } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

type Case = { owner: OwnerKind; part: RecordKind; link: string }

const cases: Case[] = ownerKinds.flatMap((owner) =>
  Object.entries(ownedParts[owner]).map(([part, link]) => ({ owner, part: part as RecordKind, link })),
)

/** A part that may be given, without the links that say whose it is. */
async function givenPart(api: Api, { part, link }: Case): Promise<Record<string, unknown>> {
  const { [link]: _owner, ...given } = await wholeInput(api, part)
  // A condition hangs on the event alone.
  if (part === 'condition') return { ...given, positionId: null }
  return part === 'tagging' ? { ...given, issueId: null } : given
}

const changedField: { [Kind in RecordKind]?: Record<string, unknown> } = {
  affiliation: { office: 'envoy' },
  membership: { until: '2030' },
  mark: { wording: 'other' },
  participation: { speakerId: null },
  condition: { state: 'met' },
  span: { page: 3 },
}

/** Another valid value, so that a change shows. */
const changeOf = async (api: Api, part: RecordKind): Promise<Record<string, unknown>> =>
  part === 'tagging' ? { tagId: (await makeRecord(api, 'tag')).id } : changedField[part]!

/** Everything about the parts and their owner, as it is read. */
async function read(api: Api, { owner, part }: Case) {
  return { owners: await listAll(api, owner), parts: await listAll(api, part) }
}

async function savedOwner(api: Api, each: Case, parts = 2): Promise<{ saved: Row; parts: Row[] }> {
  const given = await wholeInput(api, each.owner)
  const added = await Promise.all(Array.from({ length: parts }, () => givenPart(api, each)))
  const saved = await call(api, `${each.owner}.save`, {
    id: null,
    ...given,
    parts: { [each.part]: { added } },
  })
  return { saved, parts: await listAll(api, each.part, { [each.link]: saved.id }) }
}

describe.each(cases)('$owner with $part', (each) => {
  const { owner, part, link } = each
  const name = `${owner}.save`

  test('a new one with its parts is one step, undone and redone whole', async () => {
    const { api } = await openTestApp()
    const given = await wholeInput(api, owner)
    const added = [await givenPart(api, each), await givenPart(api, each)]
    const before = await read(api, each)

    const saved = await call(api, name, { id: null, ...given, parts: { [part]: { added } } })
    expect(saved).toMatchObject(given)
    expect(await call(api, `${owner}.get`, { id: saved.id })).toEqual(saved)
    expect(await listAll(api, part, { [link]: saved.id })).toMatchObject(added)
    expect(await api.call('history.state', {})).toMatchObject({ canUndo: name })
    const after = await read(api, each)

    await api.call('history.undo', {})
    expect(await read(api, each)).toEqual(before)
    await api.call('history.redo', {})
    expect(await read(api, each)).toEqual(after)
  })

  test('what is added, changed and removed at once is one step, and a changed part keeps its other fields', async () => {
    const { api } = await openTestApp()
    const change = await changeOf(api, part)
    const { saved, parts } = await savedOwner(api, each)
    const [kept, gone] = [parts[0]!, parts[1]!]
    const given = await wholeInput(api, owner)
    const added = await givenPart(api, each)
    const before = await read(api, each)

    const changed = { id: kept.id, ...change }
    const changes = { added: [added], changed: [changed], removed: [gone.id] }
    await call(api, name, { ...given, id: saved.id, parts: { [part]: changes } })
    const left = await listAll(api, part, { [link]: saved.id })
    expect(left).toHaveLength(2)
    expect(left).toContainEqual({ ...kept, ...change })
    expect(left.find(({ id }) => id !== kept.id)).toMatchObject({ ...added, [link]: saved.id })
    expect(kept).not.toMatchObject(change)

    await api.call('history.undo', {})
    expect(await read(api, each)).toEqual(before)
  })

  test('a part of another owner is neither changed nor removed', async () => {
    const { api } = await openTestApp()
    const change = await changeOf(api, part)
    const { parts } = await savedOwner(api, each, 1)
    const { saved } = await savedOwner(api, each, 1)
    const given = await wholeInput(api, owner)
    const before = await read(api, each)
    const history = await api.call('history.list', {})
    const { id } = parts[0]!

    const refused = { code: 'not-found', details: { kind: part } }
    for (const changes of [{ changed: [{ id, ...change }] }, { removed: [id] }]) {
      for (const ownerId of [saved.id, null]) {
        const attempt = call(api, name, { ...given, id: ownerId, parts: { [part]: changes } })
        await expect(attempt).rejects.toMatchObject(refused)
      }
    }
    expect(await read(api, each)).toEqual(before)
    expect(await api.call('history.list', {})).toEqual(history)
  })

  test('a refused part leaves nothing of the rest', async () => {
    const { api } = await openTestApp()
    const change = await changeOf(api, part)
    const { saved, parts } = await savedOwner(api, each)
    const given = await wholeInput(api, owner)
    const gone = await makeRecord(api, part)
    await call(api, `${part}.remove`, { id: gone.id })
    const before = await read(api, each)
    const history = await api.call('history.list', {})

    // By the time that the last is refused, the owner and the others are written.
    const changes = {
      removed: [parts[1]!.id],
      changed: [{ id: parts[0]!.id, ...change }, { id: gone.id }],
    }
    for (const id of [null, saved.id]) {
      const attempt = call(api, name, { ...given, id, parts: { [part]: changes } })
      await expect(attempt).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await read(api, each)).toEqual(before)
    expect(await api.call('history.list', {})).toEqual(history)
  })

  test('no part says itself whose it is', async () => {
    const { api } = await openTestApp()
    const { saved, parts } = await savedOwner(api, each, 1)
    const other = await makeRecord(api, owner)
    const given = await wholeInput(api, owner)
    const added = [{ ...(await givenPart(api, each)), [link]: other.id }]
    const changed = [{ id: parts[0]!.id, [link]: other.id }]
    for (const changes of [{ added }, { changed }]) {
      const attempt = call(api, name, { ...given, id: saved.id, parts: { [part]: changes } })
      await expect(attempt).rejects.toMatchObject({
        code: 'invalid-input',
        details: { field: link, problem: 'unknown-field' },
      })
    }
  })
})

test('what is left out of a new record has its default, and of an older one it stays', async () => {
  const { api } = await openTestApp()
  const event = await api.call('event.save', { id: null, title: 'Talks', kind: 'round', parts: {} })
  expect(event).toMatchObject({ date: null, place: '', outcome: '', note: '' })
  const here = await api.call('event.change', { id: event.id, place: 'Oslo' })
  const saved = await api.call('event.save', { id: event.id, title: 'Talks', kind: 'call', parts: {} })
  expect(saved).toEqual({ ...here, kind: 'call' })
})

test('parts that are not mentioned stay', async () => {
  const { api } = await openTestApp()
  const { id, eventId } = await makeRecord(api, 'participation')
  const condition = { relation: 'only if' as const, text: 'both come' }
  await api.call('event.save', {
    id: eventId,
    title: 'Talks',
    kind: 'round',
    parts: { condition: { added: [condition] } },
  })
  expect(await api.call('participation.list', { eventId })).toMatchObject([{ id }])
  expect(await api.call('condition.list', { eventId })).toMatchObject([condition])
})

test('every rule holds within a save', async () => {
  const { api } = await openTestApp()
  const party = await makeRecord(api, 'party')
  const { id: _id, sortOrder: _order, ...given } = party
  const itself = { membership: { added: [{ memberId: party.id }] } }
  await expect(api.call('party.save', { ...given, id: party.id, parts: itself })).rejects.toMatchObject({
    code: 'rule-broken',
    details: { rule: 'coalition-of-itself' },
  })
  await expect(api.call('party.save', { ...given, id: null, parts: {} })).rejects.toMatchObject({
    code: 'name-taken',
  })
})

test('a save that changes nothing is no step', async () => {
  const { api } = await openTestApp()
  const speaker = await makeRecord(api, 'speaker')
  const state = await api.call('history.state', {})
  const history = await api.call('history.list', {})
  expect(await api.call('speaker.save', { ...speaker, parts: { affiliation: {} } })).toEqual(speaker)
  expect(await api.call('history.state', {})).toEqual(state)
  expect(await api.call('history.list', {})).toEqual(history)
})

test('a save of one that is gone is refused', async () => {
  const { api } = await openTestApp()
  const mark = await makeRecord(api, 'mark')
  await api.call('issue.remove', { id: mark.issueId })
  await expect(api.call('issue.save', { id: mark.issueId, title: 'Fish', parts: {} })).rejects.toMatchObject({
    code: 'not-found',
    details: { kind: 'issue' },
  })
})
