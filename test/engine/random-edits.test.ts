import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listOutOfStep, rebuildSearchIndex } from '../../db/search-index'
import type { WriteDb } from '../../db/connection'
import type { Api } from '../../renderer/api'
import { addNameOf, call, listAll, type Row } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

/** The whole dossier as a plain program would keep it: what hangs on what is written out here once more. */
type State = { party: Row[]; issue: Row[]; position: Row[]; condition: Row[]; gap: Row[]; speaker: Row[] }
type Kind = keyof State
const kinds: Kind[] = ['party', 'issue', 'position', 'condition', 'gap', 'speaker']

const hangsOn: { [Name in Kind]?: { [field: string]: Kind } } = {
  issue: { parentId: 'issue' },
  position: { issueId: 'issue', partyId: 'party' },
  condition: { positionId: 'position' },
  gap: { issueId: 'issue', partyId: 'party' },
}
const pointsTo: { [Name in Kind]?: { [field: string]: Kind } } = {
  position: { addresseeId: 'party' },
  condition: { byPartyId: 'party' },
}

function without(state: State, kind: Kind, id: string): State {
  let left: State = { ...state, [kind]: state[kind].filter((row) => row.id !== id) }
  for (const other of kinds) {
    for (const [field, target] of Object.entries(hangsOn[other] ?? {})) {
      if (target !== kind) continue
      for (const row of left[other].filter((each) => each[field] === id)) left = without(left, other, row.id)
    }
    for (const [field, target] of Object.entries(pointsTo[other] ?? {})) {
      if (target !== kind) continue
      left = {
        ...left,
        [other]: left[other].map((row) => (row[field] === id ? { ...row, [field]: null } : row)),
      }
    }
  }
  return left
}

const withRow = (state: State, kind: Kind, row: Row): State => ({
  ...state,
  [kind]: state[kind].some(({ id }) => id === row.id)
    ? state[kind].map((each) => (each.id === row.id ? row : each))
    : [...state[kind], row],
})

async function readState(api: Api): Promise<State> {
  const rows = await Promise.all(kinds.map((each) => listAll(api, each)))
  return Object.fromEntries(kinds.map((kind, index) => [kind, byId(rows[index]!)])) as State
}

const byId = (rows: Row[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
const sorted = (state: State) => Object.fromEntries(kinds.map((kind) => [kind, byId(state[kind])]))

type Edit =
  | { type: 'add'; kind: Kind; a: number; b: number; text: string }
  | { type: 'change'; kind: Kind; a: number; text: string }
  | { type: 'remove'; kind: Kind; a: number }
  | { type: 'undo' }
  | { type: 'redo' }

const text = fc.oneof(
  fc.constantFrom('quota', 'Квота', 'الحصة', '配额', 'it\'s "so" 100 %', '😀 e\u0301'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(isAllowed),
)

function isAllowed(words: string): boolean {
  return words.trim() !== '' && !/\p{Cc}/u.test(words) && words.isWellFormed()
}

const kind = fc.constantFrom(...kinds)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('add' as const), kind, a: fc.nat(), b: fc.nat(), text }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('change' as const), kind, a: fc.nat(), text }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('remove' as const), kind, a: fc.nat() }) },
  { weight: 2, arbitrary: fc.constantFrom({ type: 'undo' as const }, { type: 'redo' as const }) },
)

const pick = (rows: readonly Row[], at: number): Row | undefined => rows[at % Math.max(1, rows.length)]

/** What to give for a new record, or null while there is nothing that it could hang on. */
function inputFor(state: State, { kind: wanted, a, b, text: words }: Extract<Edit, { type: 'add' }>) {
  const issueId = pick(state.issue, a)?.id
  const partyId = pick(state.party, b)?.id
  const positionId = pick(state.position, a)?.id
  const other = pick(state.party, a)?.id
  switch (wanted) {
    case 'party':
      return { name: `${state.party.length} ${a} ${b} ${words}`, shortName: words, colour: 'rose' }
    case 'issue':
      return { title: words, parentId: b % 2 === 0 ? (issueId ?? null) : null }
    case 'speaker':
      return { name: words, note: words }
    case 'position':
      if (issueId === undefined || partyId === undefined) return null
      return { issueId, partyId, kind: 'view', text: words, addresseeId: other === partyId ? null : other }
    case 'condition':
      return positionId === undefined
        ? null
        : { positionId, relation: 'only if', text: words, byPartyId: partyId ?? null }
    case 'gap':
      return issueId === undefined || partyId === undefined
        ? null
        : { issueId, partyId, asOf: '2025', note: words }
  }
}

const changedField = {
  party: 'note',
  issue: 'question',
  position: 'text',
  condition: 'text',
  gap: 'note',
  speaker: 'note',
}

type Model = { now: State; past: State[]; future: State[] }

/** Runs one edit against both; the states before each step are what undo must bring back. */
async function run(api: Api, edit: Edit, model: Model): Promise<void> {
  switch (edit.type) {
    case 'undo':
    case 'redo':
      return move(api, edit.type, model)
    case 'add':
      return add(api, edit, model)
    case 'change':
      return change(api, edit, model)
    case 'remove':
      return remove(api, edit, model)
  }
}

function step(model: Model, next: State): void {
  model.past.push(model.now)
  model.future = []
  model.now = next
}

async function move(api: Api, type: 'undo' | 'redo', model: Model): Promise<void> {
  const [from, to] = type === 'undo' ? [model.past, model.future] : [model.future, model.past]
  const state = from.pop()
  if (state === undefined) {
    await expect(api.call(`history.${type}`, {})).rejects.toMatchObject({ code: `nothing-to-${type}` })
    return
  }
  await api.call(`history.${type}`, {})
  to.push(model.now)
  model.now = state
}

async function add(api: Api, edit: Extract<Edit, { type: 'add' }>, model: Model): Promise<void> {
  const given = inputFor(model.now, edit)
  if (given !== null) step(model, withRow(model.now, edit.kind, await call(api, addNameOf(edit.kind), given)))
}

async function change(api: Api, edit: Extract<Edit, { type: 'change' }>, model: Model): Promise<void> {
  const row = pick(model.now[edit.kind], edit.a)
  if (row === undefined) return
  const field = changedField[edit.kind]
  const changed = { ...row, [field]: edit.text }
  expect(await call(api, `${edit.kind}.change`, { id: row.id, [field]: edit.text })).toEqual(changed)
  // A change to the same words is no change, and no step.
  if (row[field] !== edit.text) step(model, withRow(model.now, edit.kind, changed))
}

async function remove(api: Api, edit: Extract<Edit, { type: 'remove' }>, model: Model): Promise<void> {
  const row = pick(model.now[edit.kind], edit.a)
  if (row === undefined) return
  await call(api, `${edit.kind}.remove`, { id: row.id })
  step(model, without(model.now, edit.kind, row.id))
}

function expectIndexInStep(db: WriteDb): void {
  expect(listOutOfStep(db)).toEqual([])
  db.exec(`INSERT INTO searchIndex (searchIndex, rank) VALUES ('integrity-check', 1)`)
  const entries = () =>
    db.prepare('SELECT recordKind, recordId, body FROM searchEntry ORDER BY recordId').all()
  const kept = entries()
  rebuildSearchIndex(db)
  expect(entries()).toEqual(kept)
}

test('whatever is edited, undone and redone, the dossier is what a plain model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 40 }), async (edits) => {
      const { api, db, session } = await openTestApp()
      try {
        const model = { now: await readState(api), past: [] as State[], future: [] as State[] }
        for (const each of edits) {
          await run(api, each, model)
          expect(sorted(await readState(api))).toEqual(sorted(model.now))
        }
        expectIndexInStep(db)

        const end = sorted(await readState(api))
        const ahead = model.future.length
        while (model.past.length > 0) await run(api, { type: 'undo' }, model)
        expect(sorted(await readState(api))).toEqual(sorted(model.now))
        expect(kinds.flatMap((each) => model.now[each])).toEqual([])
        expectIndexInStep(db)

        while (model.future.length > ahead) await run(api, { type: 'redo' }, model)
        expect(sorted(await readState(api))).toEqual(end)
        expectIndexInStep(db)
        expect(db.pragma('foreign_key_check')).toEqual([])
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      } finally {
        session.close()
      }
    }),
    { numRuns: 25, seed: 20_251_114 },
  )
}, 60_000)
