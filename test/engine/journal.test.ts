import { expect, test } from 'vitest'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

test('the journal says who, when, by what, and what was before and after', async () => {
  let now = new Date('2025-11-20T09:10:00Z')
  const { api } = await openTestApp({ now: () => now })
  now = new Date('2025-11-20T10:00:00Z')
  const party = await api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'rose' })
  now = new Date('2025-11-20T11:00:00Z')
  await api.call('party.change', { id: party.id, shortName: 'Norway', note: 'north' })
  await api.call('party.remove', { id: party.id })

  const [removed, changed, added, created] = await api.call('history.list', {})
  const common = { by: 'Ada', kind: 'edit', recordKind: 'party', recordId: party.id }
  expect(added).toMatchObject({
    ...common,
    step: 2,
    at: '2025-11-20T10:00:00.000Z',
    label: 'party.add',
    before: null,
    after: party,
  })
  expect(changed).toMatchObject({
    ...common,
    step: 3,
    at: '2025-11-20T11:00:00.000Z',
    label: 'party.change',
    before: { shortName: 'NO', note: '' },
    after: { shortName: 'Norway', note: 'north' },
  })
  expect(removed).toMatchObject({
    ...common,
    step: 4,
    label: 'party.remove',
    before: { ...party, shortName: 'Norway', note: 'north' },
    after: null,
  })
  expect(created).toMatchObject({ step: 1, label: 'dossier.create', recordKind: 'dossier', before: null })
})

test('only what changed stands in a change, and all of it', async () => {
  const { api } = await openTestApp()
  const { id, text } = await makeRecord(api, 'source')
  await api.call('source.change', { id, text: 'other', note: 'a note' })
  const [change] = await api.call('history.list', { limit: 1 })
  expect(Object.keys(change!.before!).toSorted()).toEqual(['text', 'textHash'])
  expect(change!.before).toMatchObject({ text })
  expect(change!.after).toMatchObject({ text: 'other' })
})

test('undo and redo are journaled as steps of their own, under the name of what they move', async () => {
  const { api } = await openTestApp()
  const party = await api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'rose' })
  await api.call('history.undo', {})
  await api.call('history.redo', {})
  const [redone, undone, added] = await api.call('history.list', {})
  expect([added!.step, undone!.step, redone!.step]).toEqual([2, 3, 4])
  expect(undone).toMatchObject({ kind: 'undo', label: 'party.add', before: party, after: null })
  expect(redone).toMatchObject({ kind: 'redo', label: 'party.add', before: null, after: party })
})

test('one command is one step, cascades included', async () => {
  const { api } = await openTestApp()
  const position = await makeRecord(api, 'position')
  await makeRecord(api, 'condition', { positionId: position.id })
  await makeRecord(api, 'evidence', { positionId: position.id })
  await api.call('position.remove', { id: position.id })
  const [last] = await api.call('history.list', { limit: 1 })
  const step = (await api.call('history.list', {})).filter((change) => change.step === last!.step)
  expect(new Set(step.map(({ recordKind }) => recordKind))).toEqual(
    new Set(['position', 'condition', 'evidence']),
  )
})

test('a link that a removal empties comes back with undo', async () => {
  const { api } = await openTestApp()
  const statement = await makeRecord(api, 'statement')
  await api.call('speaker.remove', { id: statement.speakerId! })
  expect((await api.call('statement.get', { id: statement.id })).speakerId).toBeNull()
  await api.call('history.undo', {})
  expect(await api.call('statement.get', { id: statement.id })).toEqual(statement)
})

test('issues that nest in each other, removed together, come back in their order', async () => {
  const { api } = await openTestApp()
  const sea = await api.call('issue.add', { title: 'Sea' })
  const fish = await api.call('issue.add', { title: 'Fish', parentId: sea.id })
  await api.call('issue.add', { title: 'Cod', parentId: fish.id })
  const party = await makeRecord(api, 'party')
  await api.call('position.record', { issueId: fish.id, partyId: party.id, kind: 'view', text: 'ours' })
  const before = await api.call('comparison.read', {})
  await api.call('issue.remove', { id: sea.id })
  expect(await api.call('issue.list', {})).toEqual([])
  await api.call('history.undo', {})
  expect(await api.call('comparison.read', {})).toEqual(before)
})

test('a removal of everything that a record points at is undone in one step', async () => {
  const { api } = await openTestApp()
  const older = await makeRecord(api, 'position', { supersedesId: null })
  const { issueId, partyId } = older
  await makeRecord(api, 'position', { issueId, partyId, supersedesId: older.id })
  const before = await api.call('position.list', { issueId })
  await api.call('issue.remove', { id: issueId })
  await api.call('history.undo', {})
  expect(await api.call('position.list', { issueId })).toEqual(before)
})

test('a new edit takes away what could be done again', async () => {
  const { api } = await openTestApp()
  await makeRecord(api, 'round')
  await api.call('history.undo', {})
  await makeRecord(api, 'tag')
  expect(await api.call('history.state', {})).toEqual({ canUndo: 'tag.add', canRedo: null })
  await expect(api.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' })
})

test('with nothing to undo, undo says so and leaves no step', async () => {
  const { api } = await openTestApp()
  const before = await api.call('history.list', {})
  await expect(api.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
  await expect(api.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' })
  expect(await api.call('history.list', {})).toEqual(before)
})

test('the journal outlives the session, while undo begins anew', async () => {
  const { api, path } = await openTestApp()
  await makeRecord(api, 'round')
  const before = await api.call('history.list', {})
  await api.call('dossier.close', {})
  await api.call('dossier.open', { path })
  expect(await api.call('history.list', {})).toEqual(before)
  expect(await api.call('history.state', {})).toEqual({ canUndo: null, canRedo: null })
  await makeRecord(api, 'tag')
  const [newest] = await api.call('history.list', { limit: 1 })
  expect(newest!.step).toBe(before[0]!.step + 1)
})

test('the history is narrowed by day, by record and by number', async () => {
  let now = new Date('2025-11-20T09:10:00Z')
  const { api } = await openTestApp({ now: () => now })
  const round = await makeRecord(api, 'round')
  now = new Date('2025-11-21T09:10:00Z')
  const tag = await makeRecord(api, 'tag')
  await api.call('round.change', { id: round.id, date: '2026' })

  const since = await api.call('history.list', { since: '2025-11-21' })
  expect(since.map(({ recordId }) => recordId)).toEqual([round.id, tag.id])
  const ofRound = await api.call('history.list', { recordId: round.id })
  expect(ofRound.map(({ label }) => label)).toEqual(['round.change', 'round.add'])
  expect(await api.call('history.list', { limit: 1 })).toHaveLength(1)
})

test('every edit, undo and redo is announced once, with what can now be undone', async () => {
  const { api } = await openTestApp()
  const heard: unknown[] = []
  api.listen('dossier.changed', ({ canUndo, canRedo }) => heard.push({ canUndo, canRedo }))
  const round = await makeRecord(api, 'round')
  await api.call('history.undo', {})
  await api.call('history.redo', {})
  expect(heard).toEqual([
    { canUndo: 'round.add', canRedo: null },
    { canUndo: null, canRedo: 'round.add' },
    { canUndo: 'round.add', canRedo: null },
  ])
  await api.call('round.change', { id: round.id })
  await expect(api.call('round.change', { id: round.id, date: 'soon' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await api.call('round.list', {})
  expect(heard).toHaveLength(3)
})
