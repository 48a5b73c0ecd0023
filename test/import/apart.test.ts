import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TaskProgress } from '../../app/contract'
import { runCommandLine } from '../../cli/command-line'
import { findPlaces } from '../../cli/places'
import { startReader } from '../../cli/start-reader'
import { readInProcess, readingLimits, type ReaderProcess } from '../../engine/import/read-in-process'
import { openTestApp, startTestApp, temporaryFolder } from '../builders/open-test-app'
import { buildReader } from './build-reader'
import { goodPdf, latin1, makeLongPdf, refused } from './make-documents'

let readerFile = ''
beforeAll(async () => {
  readerFile = await buildReader('reader-for-apart')
}, 60_000)

/** A reader that is told to misbehave, started like the real one. */
function misbehaving(program: string): () => ReaderProcess {
  const path = join(temporaryFolder(), 'reader.mjs')
  writeFileSync(path, `process.send({ type: 'ready' }); process.on('message', () => { ${program} })`)
  return () => startReader(path)
}
const quick = { ...readingLimits, timeMs: 1_500, timePerMegabyteMs: 0 }
const input = { name: 'hostile.pdf', bytesBase64: Buffer.from('%PDF-').toString('base64') }

test('what is read in a process of its own is what is read here', async () => {
  const { api } = await openTestApp({ readApart: readInProcess(() => startReader(readerFile)) })
  const here = await openTestApp()
  const document = { name: 'report.pdf', bytesBase64: Buffer.from(goodPdf()).toString('base64') }
  const apart = await api.call('source.import', { input: document })
  const same = await here.api.call('source.import', { input: document })
  expect(apart.document).toEqual(same.document)
  expect(apart.source).toMatchObject({
    title: same.source!.title,
    text: same.source!.text,
    pages: same.source!.pages,
  })
})

test.each([
  ['hangs', 'for (;;);', 'document-took-too-long'],
  [
    'hangs after some progress',
    `process.send({ type: 'progress', done: 1, of: 2, what: 'pages' }); for (;;);`,
    'document-took-too-long',
  ],
  [
    'fills its heap',
    'const all = []; for (;;) all.push(new Array(1e5).fill({}).map(() => ({ a: Math.random() })))',
    'document-too-much-memory',
  ],
  [
    'fills the memory with bytes',
    'globalThis.all = []; setInterval(() => all.push(Buffer.alloc(8e7, 1)), 1)',
    'document-too-much-memory',
  ],
  ['ends without a word', 'process.exit(0)', 'document-reader-died'],
  ['fails', `throw new Error('no')`, 'document-reader-died'],
  ['answers nonsense', `process.send({ type: 'read', document: { text: 'x' } })`, 'document-reader-died'],
  [
    'makes up a refusal',
    `process.send({ type: 'refused', code: 'made-up', details: {} })`,
    'document-reader-died',
  ],
])(
  'a reader that %s is ended, and the engine answers all the while',
  async (_what, program, code) => {
    const limits =
      code === 'document-took-too-long' ? quick : { ...readingLimits, residentBytes: 700 * 1024 * 1024 }
    const { api, path } = await openTestApp({ readApart: readInProcess(misbehaving(program), limits) })
    const before = readFileSync(path)
    const importing = api.call('source.import', { input }).then(
      () => null,
      (error: unknown) => error,
    )
    expect(await api.call('source.list', {})).toEqual([])
    expect(await importing).toMatchObject({ code, details: { file: 'hostile.pdf' } })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(await api.call('party.list', {})).toEqual([])
  },
  60_000,
)

test('a person can cancel; the process is gone and the dossier as it was', async () => {
  let ended: Promise<unknown> = Promise.resolve()
  const start = misbehaving(`process.send({ type: 'progress', done: 1, of: 9, what: 'pages' }); for (;;);`)
  const { api, bridge } = await openTestApp({
    readApart: readInProcess(() => {
      const reader = start()
      ended = new Promise((resolve) => reader.onExit(resolve))
      return reader
    }),
  })
  const progress = new Promise<TaskProgress>((resolve) =>
    bridge.listen('task.progress', (told) => resolve(told as TaskProgress)),
  )
  const importing = api.call('source.import', { input, taskId: 'mine' })
  const refusal = importing.then(
    () => null,
    (error: unknown) => error,
  )
  expect(await progress).toEqual({ id: 'mine', done: 1, of: 9, what: 'pages' })
  expect(await api.call('task.cancel', { id: 'another' })).toBe(false)
  expect(await api.call('task.cancel', { id: 'mine' })).toBe(true)
  expect(await refusal).toMatchObject({ code: 'cancelled' })
  await ended
  expect(await api.call('source.list', {})).toEqual([])
  expect(await api.call('task.cancel', { id: 'mine' })).toBe(false)
}, 60_000)

test('closing the dossier ends what was being read for it', async () => {
  const { api } = await openTestApp({ readApart: readInProcess(misbehaving('for (;;);')) })
  const refusal = api.call('source.import', { input }).then(
    () => null,
    (error: unknown) => error,
  )
  await api.call('dossier.close', {})
  expect(await refusal).toMatchObject({ code: 'cancelled' })
}, 60_000)

test('progress is told page by page, up to the last', async () => {
  const { api, bridge } = await openTestApp({ readApart: readInProcess(() => startReader(readerFile)) })
  const told: TaskProgress[] = []
  bridge.listen('task.progress', (progress) => told.push(progress as TaskProgress))
  const bytesBase64 = Buffer.from(makeLongPdf(60)).toString('base64')
  await api.call('source.import', { input: { name: 'long.pdf', bytesBase64 }, taskId: 'long' })
  expect(told.at(-1)).toEqual({ id: 'long', done: 60, of: 60, what: 'pages' })
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b))
}, 60_000)

test('the reader may read no file but its own, start nothing and write nothing', async () => {
  const attempts = `
    const { readFileSync, writeFileSync } = await import('node:fs')
    const { spawnSync } = await import('node:child_process')
    const tries = { read: () => readFileSync('/etc/hostname'), write: () => writeFileSync('/tmp/x', ''), start: () => spawnSync('true') }
    const codes = Object.entries(tries).map(([name, attempt]) => { try { attempt(); return name + ' done' } catch (error) { return name + ' ' + error.code } })
    process.send(codes.concat(Object.keys(process.env)))`
  const path = join(temporaryFolder(), 'reader.mjs')
  writeFileSync(path, attempts)
  const reader = startReader(path)
  onTestFinished(() => reader.kill())
  const codes = await new Promise((resolve) => reader.listen(resolve))
  expect(codes).toEqual(['read ERR_ACCESS_DENIED', 'write ERR_ACCESS_DENIED', 'start ERR_ACCESS_DENIED'])
})

test('a page that asks for things elsewhere is read, and nothing is asked for', async () => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const html = `<!doctype html><html><head><base href="${at}"><link rel="stylesheet" href="${at}/style"><link rel="preload" as="image" href="${at}/preload"><meta http-equiv="refresh" content="0;url=${at}/refresh"><script src="${at}/script"></script><style>@import url(${at}/import); p { background: url(${at}/background) }</style></head>
    <body onload="fetch('${at}/onload')"><p>Some words that a person wrote.</p><img src="${at}/image" srcset="${at}/set 2x"><iframe src="${at}/frame"></iframe><object data="${at}/object"></object><video src="${at}/video" poster="${at}/poster"></video><form action="${at}/form"><input autofocus onfocus="fetch('${at}/focus')"></form><script>fetch('${at}/fetch'); new Image().src = '${at}/beacon'</script></body></html>`
  const { api } = await openTestApp({ readApart: readInProcess(() => startReader(readerFile)) })
  const { source } = await api.call('source.import', {
    input: { name: 'page.html', bytesBase64: Buffer.from(html).toString('base64') },
  })
  expect(source!.text).toBe('Some words that a person wrote.')
  expect(asked).toEqual([])
})

async function runHere(args: string[], home: string) {
  const printed: string[] = []
  const warned: string[] = []
  const code = await runCommandLine(args, {
    places: { ...findPlaces('/nowhere/out/main', { DEMARCHE_HOME: home }), documentReader: readerFile },
    print: (text) => printed.push(text),
    warn: (text) => warned.push(text),
    now: () => new Date('2025-11-20T09:10:00Z'),
  })
  return { code, printed: printed.join('\n'), warned: warned.join('\n') }
}

test('demarche import: brings in, says what is known, refuses whole, and can be asked beforehand', async () => {
  const { folder, api, path, session } = await openTestApp()
  await api.call('dossier.close', {})
  session.close()
  const fingerprint = () => createHash('sha256').update(readFileSync(path)).digest('hex')
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const report = put('report.pdf', goodPdf())
  const note = put('note.txt', latin1('A short note\n\nabout nothing in particular.'))
  const half = put('half.pdf', refused.find(([, name]) => name === 'half.pdf')![3]())
  const before = fingerprint()

  const dry = await runHere(['import', path, report, note, '--dry-run', '--json'], folder)
  expect(dry).toMatchObject({ code: 0, warned: '' })
  expect(JSON.parse(dry.printed)).toMatchObject({
    isPreview: true,
    documents: [{ pages: 3, sourceId: null }, { title: 'A short note' }],
  })
  const refusedRun = await runHere(['import', path, report, half], folder)
  expect(refusedRun).toMatchObject({ code: 3, printed: '' })
  expect(refusedRun.warned).toContain('“half.pdf”')
  expect(refusedRun.warned.split('\n')).toHaveLength(1)
  expect(fingerprint()).toBe(before)
  expect((await runHere(['import', path], folder)).code).toBe(2)
  expect((await runHere(['import', path, report, '--as', 'odt'], folder)).code).toBe(2)

  expect(await runHere(['import', path, report, note], folder)).toMatchObject({ code: 0, warned: '' })
  const again = await runHere(['import', path, note], folder)
  expect(again).toMatchObject({ code: 0 })
  expect(again.printed).toContain('here already')
  const after = startTestApp({ folder })
  await after.api.call('dossier.open', { path })
  expect((await after.api.call('source.list', {})).map(({ title }) => title)).toEqual([
    'report',
    'A short note',
  ])
}, 60_000)
