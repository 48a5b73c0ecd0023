import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { listOutOfStep } from '../../db/search-index'
import { listAll, makeRecord } from '../builders/make-records'
import { openTestApp, temporaryFolder } from '../builders/open-test-app'

const rounds = 14
const seed = 20_251_114

/** Mulberry32: the same moments in every run, as far as a clock can repeat them. */
function createRandom(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const repository = join(import.meta.dirname, '../..')
let childScript = ''

beforeAll(async () => {
  // Inside the repository, so that the bundle finds better-sqlite3.
  const outDir = join(repository, 'out/test')
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'editing-child.ts'),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'editing-child.mjs' } },
    },
  })
  childScript = join(outDir, 'editing-child.mjs')
}, 60_000)

/** Lets a child edit, kills it a while after its first acknowledged edit, and says which ones it acknowledged. */
async function editUntilKilled(
  path: string,
  { first, edits, delayMs }: { first: number; edits: number; delayMs: number },
): Promise<number[]> {
  const child = spawn(process.execPath, [childScript, path, temporaryFolder(), String(first)])
  let printed = ''
  let complaints = ''
  let isDoomed = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (isDoomed || printed.split('\n').length <= edits) return
    isDoomed = true
    setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const [code, signal] = await once(child, 'close')
  expect({ code, signal, complaints }).toEqual({ code: null, signal: 'SIGKILL', complaints: '' })
  // A line that was cut short was not told.
  return printed.split('\n').slice(0, -1).map(Number)
}

test('killed at any moment of an editing run, the file opens with every acknowledged edit', async () => {
  const { api, path, session } = await openTestApp()
  await makeRecord(api, 'party')
  await api.call('issue.add', { title: 'Fish' })
  await api.call('dossier.close', {})

  const random = createRandom(seed)
  const acknowledged: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = round * 1_000
    const edits = 1 + Math.floor(random() * 30)
    const told = await editUntilKilled(path, { first, edits, delayMs: random() * 12 })
    expect(told.length).toBeGreaterThanOrEqual(edits)
    acknowledged.push(...told)

    expect(await api.call('dossier.open', { path })).toMatchObject({ isReadOnly: false })
    const { db } = session.current()
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(listOutOfStep(db)).toEqual([])

    const positions = await api.call('position.list', {})
    const kept = new Set(positions.map(({ text }) => Number(text.split(' ')[1])))
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
    // At most the one under way when it was killed was kept without being told.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(round + 1)
    await expectJournalTellsTheState(api)
    await api.call('dossier.close', {})
  }
  expect(acknowledged.length).toBeGreaterThan(rounds)
}, 120_000)

/** Played from its beginning, the journal comes to the very records that are there. */
async function expectJournalTellsTheState(api: Parameters<typeof makeRecord>[0]): Promise<void> {
  const changes = (await api.call('history.list', { limit: 100_000 })).toReversed()
  const records = new Map<string, unknown>()
  for (const { recordKind, recordId, before, after } of changes) {
    const key = `${recordKind} ${recordId}`
    if (after === null) records.delete(key)
    else records.set(key, before === null ? after : { ...(records.get(key) as object), ...after })
  }
  for (const kind of ['position', 'condition'] as const) {
    const told = [...records].filter(([key]) => key.startsWith(`${kind} `)).map(([key]) => key)
    const kept = (await listAll(api, kind)).map(({ id }) => `${kind} ${id}`)
    expect(told.toSorted()).toEqual(kept.toSorted())
  }
  const steps = changes.map(({ step }) => step)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
}
