import { comparisonLayout } from '../../app/model/comparison-view'
import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../app/contract'
import { engineFields } from '../../app/contract/record-contract'
import { recordDefaults } from '../../app/model/record-defaults'
import {
  recordKinds,
  recordModels,
  tableModels,
  type RecordKind,
  type TableName,
} from '../../app/model/records'
import type { ReadDb } from '../../db/connection'
import { fromRow } from '../../db/tables/records'
import { addNameOf, call, listAll, makeRecord, wholeInput } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

/** Another valid value for one field of a whole record, so that a change shows. */
const changedField: { [Kind in RecordKind]: Record<string, unknown> } = {
  party: { note: 'other' },
  membership: { until: '2030' },
  speaker: { note: 'other' },
  affiliation: { office: 'envoy' },
  issue: { question: 'How little?' },
  mark: { wording: 'other' },
  position: { text: 'a smaller quota' },
  gap: { note: 'other' },
  answer: { note: 'other' },
  condition: { state: 'met' },
  outlet: { reliability: 'A' },
  origin: { note: 'other' },
  source: { title: 'Another speech' },
  statement: { place: 'Bergen' },
  span: { page: 3 },
  evidence: { relation: 'contradicts' },
  event: { outcome: 'some' },
  participation: { speakerId: null },
  point: { settledHow: 'asked' },
  round: { date: '2025-09' },
  savedView: { layout: comparisonLayout.parse({ rowOrder: 'gaps' }) },
  finding: { text: 'on quotas' },
  briefing: { parts: null },
  frozenBriefing: {},
  tag: { colour: 'blue' },
  tagging: {},
  runningOrder: { since: '2025-09' },
  orderItem: { minutes: 15 },
  workshop: { place: 'Bergen' },
  parkedPoint: { text: 'who weighs the fish' },
  showOfHands: { question: 'A third?' },
}

/** Everything in every table, as SQLite has it. */
function everythingIn(db: ReadDb): Record<string, unknown[]> {
  const tables = [...Object.keys(tableModels), 'searchEntry']
  // The entry's number is its own affair: a record that comes back gets another.
  const columns = (table: string) => (table === 'searchEntry' ? 'recordKind, recordId, body' : '*')
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db.prepare(`SELECT ${columns(table)} FROM "${table}" ORDER BY 1, 2`).all(),
    ]),
  )
}

/** What was issued is neither added by its fields, nor changed or removed: see issued.test.ts. */
const editableKinds = recordKinds.filter((kind) => kind !== 'frozenBriefing')

describe.each(editableKinds)('%s, added', (kind) => {
  test('what is added comes back whole, from add, get and list', async () => {
    const { api } = await openTestApp()
    const given = await wholeInput(api, kind)
    const added = await call(api, addNameOf(kind), given)

    expect(added).toMatchObject(given)
    expect(recordModels[kind].parse(added)).toEqual(added)
    expect(await call(api, `${kind}.get`, { id: added.id })).toEqual(added)
    expect(await listAll(api, kind)).toContainEqual(added)
    const given_ = Object.keys(recordModels[kind].shape).filter(
      (field) => !engineFields.includes(field as 'id'),
    )
    expect(Object.keys(given).toSorted()).toEqual(given_.toSorted())
  })

  test('what is left out has its default', async () => {
    const { api } = await openTestApp()
    const whole = await wholeInput(api, kind)
    const defaults: Record<string, unknown> = recordDefaults[kind]
    // A speaker needs a name or a description, and a link that must hang on something needs something.
    const kept = ['name', 'positionId', 'issueId', 'partyId']
    const given = Object.fromEntries(
      Object.entries(whole).filter(([field]) => !(field in defaults) || kept.includes(field)),
    )
    const added = await call(api, addNameOf(kind), given)
    expect(added).toMatchObject({ ...defaults, ...given })
  })

  test('a field that nobody knows is refused, and so is one that the engine sets', async () => {
    const { api } = await openTestApp()
    const given = await wholeInput(api, kind)
    const refused = { code: 'invalid-input', details: { problem: 'unknown-field' } }
    await expect(call(api, addNameOf(kind), { ...given, colur: 'rose' })).rejects.toMatchObject(refused)
    await expect(call(api, addNameOf(kind), { ...given, sortOrder: 3 })).rejects.toMatchObject(refused)
  })
})

describe.each(recordKinds)('%s', (kind) => {
  test('a list is narrowed by each of its links, and by several together', async () => {
    const { api } = await openTestApp()
    const one = await makeRecord(api, kind)
    const other = await makeRecord(api, kind)
    const links = Object.entries(one).filter(([field, value]) => field.endsWith('Id') && value !== null)

    for (const [field, value] of links) {
      const narrowed = await listAll(api, kind, { [field]: value })
      // A position comes with the older one that it supersedes, in the same cell.
      const ours = narrowed.filter(({ id }) => id === one.id || id === other.id)
      expect(ours).toEqual([one])
    }
    if (links.length > 0) {
      expect(await listAll(api, kind, Object.fromEntries(links))).toEqual([one])
      const [field] = links[0]!
      const mixed = { ...Object.fromEntries(links), [field]: (other as Record<string, unknown>)[field] }
      if (links.length > 1) expect(await listAll(api, kind, mixed)).toEqual([])
    }
  })

  test('a list by a field that is no link is refused', async () => {
    const { api } = await openTestApp()
    const refused = { code: 'invalid-input', details: { problem: 'unknown-field' } }
    await expect(call(api, `${kind}.list`, { text: 'x' })).rejects.toMatchObject(refused)
  })
})

describe.each(editableKinds)('%s, edited', (kind) => {
  test('a change touches the fields given and no others, and can be undone and redone', async () => {
    const { api } = await openTestApp()
    const before = await makeRecord(api, kind)
    const changes = kind === 'tagging' ? { tagId: (await makeRecord(api, 'tag')).id } : changedField[kind]

    const after = await call(api, `${kind}.change`, { id: before.id, ...changes })
    expect(after).toEqual({ ...before, ...changes })
    expect(after).not.toEqual(before)
    expect(await call(api, `${kind}.get`, { id: before.id })).toEqual(after)

    await api.call('history.undo', {})
    expect(await call(api, `${kind}.get`, { id: before.id })).toEqual(before)
    await api.call('history.redo', {})
    expect(await call(api, `${kind}.get`, { id: before.id })).toEqual(after)
  })

  test('a change of nothing changes nothing and is no step', async () => {
    const { api } = await openTestApp()
    const before = await makeRecord(api, kind)
    const state = await api.call('history.state', {})
    const changes = await api.call('history.list', {})
    expect(await call(api, `${kind}.change`, { id: before.id })).toEqual(before)
    expect(await api.call('history.state', {})).toEqual(state)
    expect(await api.call('history.list', {})).toEqual(changes)
  })

  test('add and remove are undone and redone, with everything that goes with them', async () => {
    const { api, db } = await openTestApp()
    const given = await wholeInput(api, kind)
    const empty = everythingIn(db)
    const { id } = await call(api, addNameOf(kind), given)
    const full = everythingIn(db)

    await api.call('history.undo', {})
    expect(everythingIn(db)).toEqual(empty)
    await api.call('history.redo', {})
    expect(everythingIn(db)).toEqual(full)

    expect(await call(api, `${kind}.remove`, { id })).toBeNull()
    await expect(call(api, `${kind}.get`, { id })).rejects.toMatchObject({ code: 'not-found' })
    const removed = everythingIn(db)
    await api.call('history.undo', {})
    expect(everythingIn(db)).toEqual(full)
    await api.call('history.redo', {})
    expect(everythingIn(db)).toEqual(removed)
  })

  test('a record that is not there cannot be got, changed or removed', async () => {
    const { api } = await openTestApp()
    const { id } = await makeRecord(api, kind)
    await call(api, `${kind}.remove`, { id })
    const missing = { code: 'not-found', details: { kind } }
    await expect(call(api, `${kind}.get`, { id })).rejects.toMatchObject(missing)
    await expect(call(api, `${kind}.change`, { id })).rejects.toMatchObject(missing)
    await expect(call(api, `${kind}.remove`, { id })).rejects.toMatchObject(missing)
  })

  test('a link to nothing is refused and leaves no step', async () => {
    const { api } = await openTestApp()
    const record = await makeRecord(api, kind)
    const gone = await makeRecord(api, 'round')
    const history = await api.call('history.list', {})
    for (const [field, value] of Object.entries(record)) {
      if (!field.endsWith('Id') || value === null) continue
      await expect(call(api, `${kind}.change`, { id: record.id, [field]: gone.id })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    expect(await api.call('history.list', {})).toEqual(history)
  })
})

const orderedKinds = recordKinds.filter((kind) => Object.hasOwn(contract, `${kind}.reorder`))

test('every kind with an order can be reordered', () => {
  const withOrder = recordKinds.filter((kind) => 'sortOrder' in recordModels[kind].shape)
  expect(orderedKinds).toEqual(withOrder)
  expect(orderedKinds.length).toBeGreaterThan(4)
})

test.each(orderedKinds)('%s: reordered before another, to the end, and back by undo', async (kind) => {
  const { api } = await openTestApp()
  const first = await makeRecord(api, kind)
  const siblings = kind === 'position' ? { ...first, supersedesId: null } : first
  const given = Object.fromEntries(
    Object.entries(siblings).filter(([field]) => !engineFields.includes(field as 'id')),
  )
  const add = async (name: string) =>
    (await call(api, addNameOf(kind), { ...given, ...('name' in given ? { name } : {}) })).id
  const [a, b, c] = [first.id, await add('second'), await add('third')]
  const order = async () => {
    const ids = (await listAll(api, kind)).map(({ id }) => id)
    return ids.filter((id) => id === a || id === b || id === c)
  }

  expect(await order()).toEqual([a, b, c])
  await call(api, `${kind}.reorder`, { id: c, beforeId: a })
  expect(await order()).toEqual([c, a, b])
  await call(api, `${kind}.reorder`, { id: c, beforeId: null })
  expect(await order()).toEqual([a, b, c])
  await api.call('history.undo', {})
  expect(await order()).toEqual([c, a, b])
  await api.call('history.undo', {})
  expect(await order()).toEqual([a, b, c])
  await api.call('history.redo', {})
  expect(await order()).toEqual([c, a, b])
})

test('every answer of every list is as the contract says, and every row as its model', async () => {
  const { api, db } = await openTestApp()
  for (const kind of recordKinds) await makeRecord(api, kind)
  for (const kind of recordKinds) {
    const name = `${kind}.list` as OperationName
    const listed = await listAll(api, kind)
    expect(listed.length).toBeGreaterThan(0)
    expect(contract[name].output.parse(listed)).toEqual(listed)
  }
  for (const table of Object.keys(tableModels) as TableName[]) {
    for (const row of db.prepare(`SELECT * FROM "${table}"`).all())
      tableModels[table].parse(fromRow(table, row))
  }
})
