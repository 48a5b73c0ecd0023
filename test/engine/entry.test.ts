import { describe, expect, test } from 'vitest'
import type { Input } from '../../app/contract'
import type { Api } from '../../renderer/api'
import { openTestApp } from '../builders/open-test-app'

async function openGrid() {
  const app = await openTestApp()
  const norway = await app.api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'blue' })
  const iceland = await app.api.call('party.add', { name: 'Iceland', shortName: 'IS', colour: 'green' })
  const cod = await app.api.call('issue.add', { title: 'Cod' })
  const herring = await app.api.call('issue.add', { title: 'Herring' })
  return { ...app, norway, iceland, cod, herring }
}
type Grid = Awaited<ReturnType<typeof openGrid>>

const gap = { asOf: '2025-11-20', searchedWhere: 'the bulletin' }
const cellOf = (issue: { id: Grid['cod']['id'] }, party: { id: Grid['norway']['id'] }, at = 'row 1') => ({
  at,
  issue: { id: issue.id },
  party: { id: party.id },
})
const fillWith = (
  positions: Input<'comparison.fill'>['positions'],
  more: Partial<Input<'comparison.fill'>> = {},
): Input<'comparison.fill'> => ({ basis: 'reported', from: '2025-10', positions, gap, ...more })

const everything = async (api: Api) => ({
  parties: await api.call('party.list', {}),
  issues: await api.call('issue.list', {}),
  positions: await api.call('position.list', {}),
  gaps: await api.call('gap.list', {}),
  tags: await api.call('tag.list', {}),
  taggings: await api.call('tagging.list', {}),
})

/** Of as many cells, some have always to wait for others. */
const manyCells = 3_000

describe('a large block', () => {
  const manyOf = ({ cod, norway }: Grid) =>
    fillWith(
      Array.from({ length: manyCells }, (_, at) => ({
        ...cellOf(cod, norway),
        kind: 'view' as const,
        text: `The ${at}th`,
      })),
      { taskId: 'block' },
    )

  test('says how far it is, is one step, and keeps others from seeing half of it', async () => {
    const grid = await openGrid()
    const { api } = grid
    const told: number[] = []
    api.listen('task.progress', ({ id, done, of }) => {
      expect([id, of]).toEqual(['block', manyCells])
      told.push(done)
    })
    const writing = api.call('comparison.fill', manyOf(grid))
    const seen = await api.call('position.list', {})
    expect(seen).toHaveLength(manyCells)
    expect((await writing).positions).toBe(manyCells)
    expect(told.at(-1)).toBe(manyCells)
    expect(told.length).toBeGreaterThan(1)
    await api.call('history.undo', {})
    expect(await api.call('position.list', {})).toEqual([])
    await api.call('history.redo', {})
    expect(await api.call('position.list', {})).toHaveLength(manyCells)
  })

  test('that is cancelled leaves nothing, in the dossier or in its history', async () => {
    const grid = await openGrid()
    const { api } = grid
    const before = [await everything(api), await api.call('history.list', {})]
    const last = await api.call('history.state', {})
    const writing = api.call('comparison.fill', manyOf(grid))
    const cancelled = api.call('task.cancel', { id: 'block' })
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
    expect(await cancelled).toBe(true)
    expect([await everything(api), await api.call('history.list', {})]).toEqual(before)
    expect(await api.call('history.state', {})).toEqual(last)
    // The file goes on being written as ever.
    await api.call(
      'comparison.fill',
      fillWith([{ ...cellOf(grid.cod, grid.norway), kind: 'view', text: 'x' }]),
    )
    expect(await api.call('position.list', {})).toHaveLength(1)
  })

  test('ends with the dossier that it was for', async () => {
    const grid = await openGrid()
    const writing = grid.api.call('comparison.fill', manyOf(grid))
    grid.session.close()
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
    await grid.api.call('dossier.open', { path: grid.path })
    expect(await grid.api.call('position.list', {})).toEqual([])
  })
})

describe('a pasted block', () => {
  test('is one step: positions, gaps, and the issues and parties that it names', async () => {
    const { api, norway, iceland, cod, herring } = await openGrid()
    const before = await everything(api)
    const written = await api.call(
      'comparison.fill',
      fillWith(
        [
          { ...cellOf(cod, norway), kind: 'demand', text: 'Halve the catch\nby June' },
          { at: 'row 3', issue: { name: 'Salmon' }, party: { name: 'Greenland' }, kind: 'view', text: 'قف' },
        ],
        { newIssues: ['Salmon', 'Tuna'], newParties: ['Greenland'], gaps: [cellOf(herring, iceland)] },
      ),
    )
    expect(written).toEqual({ issues: 2, parties: 1, positions: 2, gaps: 1 })
    const after = await everything(api)
    expect(after.issues.map(({ title }) => title)).toEqual(['Cod', 'Herring', 'Salmon', 'Tuna'])
    const greenland = after.parties.find(({ name }) => name === 'Greenland')!
    expect(after.positions).toMatchObject([
      { issueId: cod.id, partyId: norway.id, kind: 'demand', text: 'Halve the catch\nby June' },
      { issueId: after.issues[2]!.id, partyId: greenland.id, kind: 'view', text: 'قف' },
    ])
    expect(after.positions[0]).toMatchObject({ basis: 'reported', from: '2025-10', firmness: 'unstated' })
    expect(after.gaps).toMatchObject([{ issueId: herring.id, partyId: iceland.id, ...gap }])

    expect(await api.call('history.state', {})).toMatchObject({ canUndo: 'comparison.fill' })
    await api.call('history.undo', {})
    expect(await everything(api)).toEqual(before)
    await api.call('history.redo', {})
    expect(await everything(api)).toEqual(after)
  })

  test('adds the party that it names, and not one whose country has another word', async () => {
    const { api, cod } = await openGrid()
    await api.call('party.add', { name: 'Russia', shortName: 'Russia', colour: 'rose' })
    const cell = { at: 'row 2', issue: { id: cod.id }, kind: 'view' as const, text: 'x' }
    await api.call(
      'comparison.fill',
      fillWith([
        { ...cell, party: { name: 'Moscow' } },
        { ...cell, party: { name: 'RUSSIA' } },
      ]),
    )
    const parties = (await api.call('party.list', {})).map(({ name }) => name)
    expect(parties).toEqual(['Norway', 'Iceland', 'Russia', 'Moscow'])
  })

  test('is refused whole when one cell is bad, and says which', async () => {
    const { api, norway, cod } = await openGrid()
    const before = await everything(api)
    const good = { ...cellOf(cod, norway), kind: 'view' as const, text: 'fine' }
    const gone = { id: '0193a5f0-0000-7000-8000-000000000001' as Grid['cod']['id'] }
    const refused = api.call(
      'comparison.fill',
      fillWith([good, { ...good, ...cellOf(gone, norway, 'row 4, column C') }], { newIssues: ['Salmon'] }),
    )
    await expect(refused).rejects.toMatchObject({
      code: 'not-found',
      details: { kind: 'issue', cell: 'row 4, column C' },
    })
    for (const text of ['', ' ', 'a\u0007b', '\ud800']) {
      const bad = api.call('comparison.fill', fillWith([good, { ...good, text }]))
      await expect(bad).rejects.toMatchObject({
        code: 'invalid-input',
        details: { field: 'positions.1.text' },
      })
    }
    await expect(
      // @ts-expect-error: nothing that the contract does not name
      api.call('comparison.fill', fillWith([{ ...good, firmness: 'firm' }])),
    ).rejects.toMatchObject({ details: { problem: 'unknown-field' } })
    expect(await everything(api)).toEqual(before)
  })

  test('takes ten thousand words in a cell, and two hundred rows of sixty', async () => {
    const { api, db } = await openGrid()
    const names = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${n}`)
    const newIssues = names('Issue', 200)
    const newParties = names('Party', 60)
    const long = Array.from({ length: 10_000 }, () => 'words').join(' ')
    const positions = newIssues.flatMap((issue, row) =>
      newParties.map((party, column) => ({
        at: `row ${row}`,
        issue: { name: issue },
        party: { name: party },
        kind: 'view' as const,
        text: row + column === 0 ? long : `cell ${row} ${column}`,
      })),
    )
    const written = await api.call('comparison.fill', fillWith(positions, { newIssues, newParties }))
    expect(written).toEqual({ issues: 200, parties: 60, positions: 12_000, gaps: 0 })
    expect(db.prepare('SELECT count(*) AS n, max(length(text)) AS longest FROM position').get()).toEqual({
      n: 12_000,
      longest: long.length,
    })
    await api.call('history.undo', {})
    expect(await api.call('position.list', {})).toEqual([])
  })

  test('of more cells than any comparison has is refused', async () => {
    const { api, norway, cod } = await openGrid()
    const one = { ...cellOf(cod, norway), kind: 'view' as const, text: 'x' }
    await expect(
      api.call('comparison.fill', fillWith(Array.from({ length: 50_001 }, () => one))),
    ).rejects.toMatchObject({ code: 'invalid-input', details: { problem: 'too-long', limit: 50_000 } })
  })
})

async function threePositions({ api, norway, iceland, cod }: Grid) {
  const record = (party: Grid['norway'], text: string, from: string | null = null) =>
    api.call('position.record', { issueId: cod.id, partyId: party.id, kind: 'demand', text, from })
  return [await record(norway, 'a'), await record(norway, 'b', '2025-10'), await record(iceland, 'c')]
}

describe('many positions at once', () => {
  test('are changed in one step, each field only where it is given', async () => {
    const grid = await openGrid()
    const { api } = grid
    const positions = await threePositions(grid)
    const before = await everything(api)
    const ids = positions.map(({ id }) => id)
    const changes = { basis: 'reported', firmness: 'red line', needsResearch: true } as const
    expect(await api.call('position.changeMany', { ids, changes })).toEqual({ changed: 3 })
    expect(await api.call('position.list', {})).toEqual(
      before.positions.map((each) => ({ ...each, ...changes })),
    )
    expect(await api.call('history.state', {})).toMatchObject({ canUndo: 'position.changeMany' })
    await api.call('history.undo', {})
    expect(await everything(api)).toEqual(before)
  })

  test('that are so already are not changed again, and leave nothing to undo', async () => {
    const grid = await openGrid()
    const ids = (await threePositions(grid)).map(({ id }) => id)
    const before = await grid.api.call('history.state', {})
    const changes = { basis: 'stated' } as const
    expect(await grid.api.call('position.changeMany', { ids, changes })).toEqual({ changed: 0 })
    expect(await grid.api.call('history.state', {})).toEqual(before)
  })

  test('take a tag once, by its id or by a name that is new or known', async () => {
    const grid = await openGrid()
    const { api } = grid
    const [first, second, third] = (await threePositions(grid)).map(({ id }) => id)
    const tagged = async () => (await api.call('tagging.list', {})).map(({ positionId }) => positionId)
    const add = (ids: (typeof first)[], addTag: { name: string }) =>
      api.call('position.changeMany', { ids: ids.map((id) => id!), changes: { addTag } })
    expect(await add([first, second], { name: 'Budapest' })).toEqual({ changed: 2 })
    expect(await add([second, third], { name: 'budapest ' })).toEqual({ changed: 1 })
    const [tag, ...others] = await api.call('tag.list', {})
    expect(others).toEqual([])
    expect(await tagged()).toEqual([first, second, third])
    const removeTag = tag!.id
    await api.call('position.changeMany', { ids: [first!, third!], changes: { removeTag } })
    expect(await tagged()).toEqual([second])
    await api.call('history.undo', {})
    expect((await tagged()).toSorted()).toEqual([first, second, third].toSorted())
  })

  test('are refused whole when one is unknown, or would end before it begins', async () => {
    const grid = await openGrid()
    const { api } = grid
    const ids = (await threePositions(grid)).map(({ id }) => id)
    const before = await everything(api)
    const unknown = '0193a5f0-0000-7000-8000-000000000001' as (typeof ids)[number]
    await expect(
      api.call('position.changeMany', { ids: [...ids, unknown], changes: { firmness: 'firm' } }),
    ).rejects.toMatchObject({ code: 'not-found', details: { kind: 'position' } })
    await expect(
      api.call('position.changeMany', { ids, changes: { until: '2025-09', addTag: { name: 'old' } } }),
    ).rejects.toMatchObject({
      code: 'rule-broken',
      details: { rule: 'ends-before-it-begins', cell: ids[1] },
    })
    await expect(api.call('position.removeMany', { ids: [ids[0]!, unknown] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(api.call('position.changeMany', { ids: [], changes: {} })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    // @ts-expect-error: a text belongs to one position
    await expect(api.call('position.changeMany', { ids, changes: { text: 'x' } })).rejects.toMatchObject({
      details: { problem: 'unknown-field' },
    })
    expect(await everything(api)).toEqual(before)
  })

  test('are removed in one step and come back in one', async () => {
    const grid = await openGrid()
    const { api } = grid
    const ids = (await threePositions(grid)).map(({ id }) => id)
    await api.call('condition.add', { positionId: ids[0]!, relation: 'only if', text: 'x' })
    const before = await everything(api)
    expect(await api.call('position.removeMany', { ids })).toEqual({ removed: 3 })
    expect(await api.call('position.list', {})).toEqual([])
    await api.call('history.undo', {})
    expect(await everything(api)).toEqual(before)
    expect(await api.call('condition.list', {})).toHaveLength(1)
  })
})
