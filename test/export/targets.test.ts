import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type * as fileSystem from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { exportFormat, type ExportFormat } from '../../app/contract/export-contract'
import type { TaskProgress } from '../../app/contract'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

const full = vi.hoisted(() => ({ after: Number.POSITIVE_INFINITY, written: 0 }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof fileSystem>()
  return {
    ...fs,
    // A disk with so much room, for what is written piece by piece.
    writeSync(handle: number, bytes: Uint8Array, ...rest: number[]) {
      full.written += bytes.length
      if (full.written > full.after) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      return fs.writeSync(handle, bytes, ...rest)
    },
  }
})

const formats = exportFormat.options.filter((format) => format !== 'pdf')

async function openFilled(options: Parameters<typeof openTestApp>[0] = {}) {
  const app = await openTestApp(options)
  for (const kind of ['position', 'gap', 'evidence', 'point'] as const) await makeRecord(app.api, kind)
  const target = (format: ExportFormat) => join(app.folder, `out.${format}`)
  return {
    ...app,
    target,
    save: (format: ExportFormat) => app.api.call('dossier.export', { format, path: target(format) }),
  }
}

describe.each(formats)('%s', (format) => {
  test('a disk that fills while it is written leaves what was there, and nothing besides', async () => {
    const { folder, target, save } = await openFilled()
    writeFileSync(target(format), 'older')
    const before = readdirSync(folder)
    full.after = 0
    await expect(save(format)).rejects.toMatchObject({
      code: 'disk-full',
      details: { file: `out.${format}` },
    })
    full.after = Number.POSITIVE_INFINITY
    expect(readFileSync(target(format), 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(before)
  })

  test('a target that is marked read-only is left as it is', async () => {
    const { target, save } = await openFilled()
    writeFileSync(target(format), 'mine')
    chmodSync(target(format), 0o444)
    await expect(save(format)).rejects.toMatchObject({ code: 'target-read-only' })
    expect(readFileSync(target(format), 'utf8')).toBe('mine')
  })

  test('a target that an office program has open is left as it is', async () => {
    const { folder, target, save } = await openFilled()
    writeFileSync(target(format), 'mine')
    for (const lock of [`.~lock.out.${format}#`, `~$out.${format}`]) {
      writeFileSync(join(folder, lock), 'Ada')
      await expect(save(format)).rejects.toMatchObject({ code: 'file-in-use' })
      const { rmSync } = await import('node:fs')
      rmSync(join(folder, lock))
    }
    expect(readFileSync(target(format), 'utf8')).toBe('mine')
    await expect(save(format)).resolves.toMatchObject({
      savedTo: target(format),
      counts: { position: expect.any(Number) },
    })
  })

  test('the person may decide against it', async () => {
    const { api, folder } = await openFilled({ chosenPaths: [null] })
    const before = readdirSync(folder)
    expect(await api.call('dossier.export', { format })).toBeNull()
    expect(readdirSync(folder)).toEqual(before)
  })
})

/** Longer than what is packed at once, several times over. */
async function openLong() {
  const app = await openFilled()
  const party = await app.api.call('party.add', { name: 'Peru', shortName: 'PE', colour: 'teal' })
  for (let count = 0; count < 100; count += 1) {
    const issue = await app.api.call('issue.add', { title: `Fish ${count}` })
    const text = `${count} `.repeat(10_000)
    const said = { issueId: issue.id, partyId: party.id, kind: 'view' } as const
    await app.api.call('position.record', { ...said, text })
  }
  return app
}

describe.each(['docx', 'pptx', 'xlsx'] as const)('a long %s', (format) => {
  test('that is cancelled goes no further, and leaves what was there', async () => {
    const { api, folder, target } = await openLong()
    // Each look at the clock is a second later: every row is told of, and after every piece others have their turn.
    let clock = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1_000))
    onTestFinished(() => void vi.restoreAllMocks())
    const told: TaskProgress[] = []
    const answers: Promise<boolean>[] = []
    api.listen('task.progress', (progress) => {
      told.push(progress)
      if (told.length === 3) answers.push(api.call('task.cancel', { id: 'mine' }))
    })
    const path = target(format)
    writeFileSync(path, 'older')
    const before = readdirSync(folder)
    const going = api.call('dossier.export', { format, path, edition: 'sourced', taskId: 'mine' })
    await expect(going).rejects.toMatchObject({ code: 'cancelled' })
    expect(await Promise.all(answers)).toEqual([true])
    const { done, of } = told.at(-1)!
    // Half of the rows of a DOCX are those of columns in which little stands, and these are packed together.
    expect(done).toBeLessThan((of * 2) / 3)
    expect(readFileSync(path, 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(before)
    await api.call('history.state', {})
    expect(told.at(-1)).toMatchObject({ done, of })
  })

  test('that is cancelled before a row of it is written never begins', async () => {
    const { api, folder, target } = await openLong()
    const told: TaskProgress[] = []
    api.listen('task.progress', (progress) => void told.push(progress))
    const before = readdirSync(folder)
    const going = api.call('dossier.export', { format, path: target(format), taskId: 'mine' })
    const outcome = going.catch((error: unknown) => error)
    let isHeard = false
    // As soon as there is such a task.
    while (!isHeard) isHeard = await api.call('task.cancel', { id: 'mine' })
    expect(await outcome).toMatchObject({ code: 'cancelled' })
    expect(told).toEqual([])
    expect(readdirSync(folder)).toEqual(before)
  })
})

test.each(['docx', 'pptx', 'xlsx'] as const)(
  'a disk that fills in the middle of a %s leaves what was there, and nothing besides',
  async (format) => {
    const { folder, target, save } = await openFilled()
    writeFileSync(target(format), 'older')
    const before = readdirSync(folder)
    full.after = full.written + 1_500
    onTestFinished(() => void (full.after = Number.POSITIVE_INFINITY))
    const written = full.written
    await expect(save(format)).rejects.toMatchObject({ code: 'disk-full' })
    expect(full.written - written).toBeGreaterThan(1_500)
    expect(readFileSync(target(format), 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(before)
  },
)

test('two exports of the same dossier are the same, byte for byte', async () => {
  const { save, target } = await openFilled()
  for (const format of formats) {
    await save(format)
    const first = readFileSync(target(format))
    await save(format)
    expect({ format, isSame: readFileSync(target(format)).equals(first) }).toEqual({ format, isSame: true })
  }
})

test('a long export tells how far it is, and a cancel leaves what was there', async () => {
  const app = await openFilled()
  const issue = await app.api.call('issue.add', { title: 'Fish' })
  const party = await app.api.call('party.add', { name: 'Peru', shortName: 'PE', colour: 'teal' })
  for (let count = 0; count < 60; count += 1) {
    await app.api.call('position.record', {
      issueId: issue.id,
      partyId: party.id,
      kind: 'view',
      text: `${count} `.repeat(20_000),
    })
  }
  const told: TaskProgress[] = []
  const cancelled: Promise<boolean>[] = []
  app.api.listen('task.progress', (progress) => {
    told.push(progress)
    if (cancelled.length === 0) cancelled.push(app.api.call('task.cancel', { id: 'mine' }))
  })
  const path = app.target('csv-positions')
  writeFileSync(path, 'older')
  await expect(
    app.api.call('dossier.export', { format: 'csv-positions', path, taskId: 'mine' }),
  ).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(await Promise.all(cancelled)).toEqual([true])
  expect(told[0]).toMatchObject({ id: 'mine', what: 'parts' })
  expect(readFileSync(path, 'utf8')).toBe('older')
  expect(readdirSync(app.folder).filter((name) => name.endsWith('.draft'))).toEqual([])
})

test('a dossier that is too large for JSON is told to leave its documents out', async () => {
  const { api, db, folder } = await openFilled()
  // As much as 200 MB of documents would be; their bytes need not be there for it to be known.
  db.exec(`INSERT INTO original (sha256, bytes) VALUES ('${'0'.repeat(64)}', zeroblob(201326593))`)
  const path = join(folder, 'd.json')
  const whole = { scope: { author: true, history: true } }
  await expect(api.call('dossier.export', { format: 'json', path, selection: whole })).rejects.toMatchObject({
    code: 'export-too-large',
  })
  expect(existsSync(path)).toBe(false)
  await api.call('dossier.export', {
    format: 'json',
    path,
    selection: { scope: { ...whole.scope, originals: false } },
  })
  expect(existsSync(path)).toBe(true)
})
