import { expect, test } from 'vitest'
import type { ComparedRecords, EvidenceFact } from '../../app/rules/comparison'
import { wholePosition } from '../../app/rules/kept-position'
import { readComparison } from '../../app/rules/comparison-reading'
import { listEvidenceFacts } from '../../db/tables/evidence-facts'
import { listRecords } from '../../db/tables/records'
import { followArriving } from '../../renderer/state/arriving-rows'
import { followRecords, type ComparedState } from '../../renderer/state/compared-records'
import { writeLargeDossier } from '../builders/large-dossier'
import { startTestApp } from '../builders/open-test-app'
import { join } from 'node:path'

async function openLarge(size: { issues: number; parties: number }) {
  const app = startTestApp()
  const path = join(app.folder, 'large.demarche')
  writeLargeDossier(path, size)
  await app.api.call('dossier.open', { path })
  return { ...app, db: app.session.current().db }
}

type App = Awaited<ReturnType<typeof openLarge>>

/** What the window would show, each state as it is told. */
function follow({ api }: Pick<App, 'api'>) {
  let state: ComparedState = { status: 'loading' }
  const told: ComparedState[] = []
  const waiting = new Set<() => void>()
  const stop = followRecords(api, (next) => {
    state = next(state)
    told.push(state)
    for (const wake of waiting) wake()
  })
  return {
    told,
    stop,
    /** The next state of which this is true, the last one told included. */
    async once(isMeant: (state: ComparedState) => boolean): Promise<ComparedState> {
      while (!isMeant(state)) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiting.add(resolve)
        await promise
        waiting.delete(resolve)
      }
      return state
    },
  }
}

/** All that is known once nothing is missing. */
async function readWhole(app: Pick<App, 'api'>) {
  const followed = follow(app)
  const { value } = await followed.once(({ status }) => status === 'ready')
  followed.stop()
  return value!
}

const byId = <T extends object>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

function expectSame(known: ComparedRecords, whole: ComparedRecords): void {
  expect(byId(known.positions.map(wholePosition)), 'positions').toEqual(
    byId(whole.positions.map(wholePosition)),
  )
  for (const kind of ['conditions', 'answers', 'gaps', 'issues', 'parties'] as const) {
    expect(byId<object>(known[kind]), kind).toEqual(byId<object>(whole[kind]))
  }
  expect(byId(undated(known)), 'facts').toEqual(byId(undated(whole)))
}

const fieldsInTables = [
  'positionId',
  'relation',
  'onBehalfOfId',
  'isAnonymous',
  'saidOn',
  'issued',
  'origin',
  'outletId',
  'reliability',
  'credibility',
] as const satisfies readonly (keyof EvidenceFact)[]

/** The day of a fact is worked out on its way to the window. */
const undated = ({ facts }: Pick<ComparedRecords, 'facts'>) =>
  facts.map((fact) => Object.fromEntries(fieldsInTables.map((field) => [field, fact[field]])))

test('what the window reads is what the tables hold, in the author’s order', async () => {
  const app = await openLarge({ issues: 12, parties: 6 })
  const { db } = app
  const { index, day } = await readWhole(app)
  const { records } = index
  expect(day).toBe('2025-11-20')
  expect(index.awaited.size).toBe(0)
  expect(records.positions.map(wholePosition)).toEqual(listRecords(db, 'position'))
  expect(records.issues).toEqual(listRecords(db, 'issue'))
  expect(records.parties).toEqual(listRecords(db, 'party'))
  expect(byId(records.conditions)).toEqual(byId(listRecords(db, 'condition')))
  expect(byId(records.gaps)).toEqual(byId(listRecords(db, 'gap')))
  expect(byId(records.answers)).toEqual(byId(listRecords(db, 'answer')))
  expect(byId(undated(records))).toEqual(byId(listEvidenceFacts(db)))
  for (const { day, saidOn, issued } of records.facts) expect(day).toBe(saidOn ?? issued)
  expect(records.facts.length).toBeGreaterThan(10)
})

test('the first rows of a large comparison come first, and the rest makes it whole', async () => {
  const app = await openLarge({ issues: 130, parties: 40 })
  const followed = follow(app)
  const first = await followed.once(({ coming, status }) => coming !== undefined || status === 'ready')
  expect(first.status).toBe('loading')
  const { index, day } = first.coming!
  expect(index.awaited.has(0)).toBe(false)
  expect(index.awaited.has(129)).toBe(true)
  const reading = readComparison(index, day)
  expect(reading.cellAt(129, 3)).toMatchObject({ state: 'unseen', positions: [], gap: null })

  const arrived = new Set<number>()
  followArriving(index, (rows) => rows.forEach((row) => arrived.add(row)))
  const { value } = await followed.once(({ status }) => status === 'ready')
  followed.stop()
  expect(value!.index).toBe(index)
  expect(index.awaited.size).toBe(0)
  expect(arrived.has(129)).toBe(true)
  expectSame(index.records, {
    ...index.records,
    positions: listRecords(app.db, 'position'),
    conditions: listRecords(app.db, 'condition').filter(({ positionId }) => positionId !== null),
    gaps: listRecords(app.db, 'gap'),
    facts: listEvidenceFacts(app.db),
  })
  // What was blank while it was awaited is read now.
  expect(listRecords(app.db, 'position', { issueId: index.issues[129]!.id }).length).toBeGreaterThan(0)
  const cells = reading.parties.map((_party, column) => reading.cellAt(129, column))
  expect(cells.some(({ positions }) => positions.length > 0)).toBe(true)
})

test('an edit while a large comparison is still coming is in it in the end', async () => {
  const app = await openLarge({ issues: 130, parties: 40 })
  const followed = follow(app)
  const { coming } = await followed.once((state) => state.coming !== undefined)
  const last = coming!.index.issues.at(-1)!
  const [early] = coming!.index.records.positions
  const [late] = listRecords(app.db, 'position', { issueId: last.id })
  await app.api.call('position.change', { id: early!.id, text: 'Changed early' })
  await app.api.call('position.change', { id: late!.id, text: 'Changed late' })
  await app.api.call('issue.remove', { id: last.id })
  await app.api.call('history.undo', {})
  const textOf = (state: ComparedState, id: string) =>
    state.value?.index.records.positions.find((position) => position.id === id)?.text
  const state = await followed.once(
    (each) => textOf(each, early!.id) === 'Changed early' && textOf(each, late!.id) === 'Changed late',
  )
  followed.stop()
  expectSame(state.value!.index.records, (await readWhole(app)).index.records)
})

test('a change names the rows it touched, and these in place of what was known are all there is', async () => {
  const app = await openLarge({ issues: 14, parties: 5 })
  const { api, db } = app
  const heard: (readonly string[] | null)[] = []
  api.listen('dossier.changed', ({ touchedIssues }) => heard.push(touchedIssues))
  const followed = follow(app)
  let known = (await followed.once(({ status }) => status === 'ready')).value!
  const catchUp = async () => {
    known = (await followed.once(({ value }) => value !== known)).value!
    expectSame(known.index.records, (await readWhole(app)).index.records)
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
  followed.stop()
})
