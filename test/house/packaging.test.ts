import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './planted-tree'

/** Marks in Electron's binary where its switches are; then their version, their number and one digit each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fusesBefore = '101111001'

const folder = mkdtempSync(join(tmpdir(), 'demarche-packaged-'))
const packaged = join(folder, 'dist/linux-unpacked')
const resources = join(packaged, 'resources')
let output = ''

/** Packages with a stand-in for Electron's folder, since its binary cannot be had everywhere. */
beforeAll(() => {
  if (!existsSync(join(root, 'out/.stamp'))) throw new Error('Nothing is built yet: run npm run build first.')
  const electron = join(folder, 'electron')
  makeElectronFolder(electron)
  const chosen = ['--linux', 'dir', '--x64', '--publish', 'never']
  const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'dist')}`]
  const ran = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-builder/cli.js'), ...chosen, ...settings],
    // A proxy where nothing listens: whatever asks the network fails, and the packaging with it.
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, npm_config_offline: 'true' },
    },
  )
  output = `${ran.stdout}${ran.stderr}`
}, 120_000)

const nowhere = 'http://127.0.0.1:9'

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function makeElectronFolder(electron: string): void {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const states = Buffer.from([1, fusesBefore.length])
  const binary = Buffer.concat([Buffer.from(fuseMark), states, Buffer.from(fusesBefore)])
  mkdirSync(join(electron, 'resources'), { recursive: true })
  writeFileSync(join(electron, 'electron'), binary, { mode: 0o755 })
  writeFileSync(join(electron, 'version'), version)
  writeFileSync(join(electron, 'LICENSE'), 'a licence')
}

type Entry = { files?: Record<string, Entry>; unpacked?: boolean }

/** The archive begins with its own list of contents, as JSON after four numbers of four bytes. */
function archived(): Map<string, { isOutside: boolean }> {
  const archive = readFileSync(join(resources, 'app.asar'))
  const list: Entry = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString())
  const flat = (entry: Entry, path: string): [string, { isOutside: boolean }][] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, child]) => flat(child, path ? `${path}/${name}` : name))
      : [[path, { isOutside: entry.unpacked === true }]]
  return new Map(flat(list, ''))
}

test('the archive holds the built application and what it cannot bring along', () => {
  expect(existsSync(join(resources, 'app.asar')), output).toBe(true)
  expect([...archived().keys()]).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/main.js',
      'out/main/engine-process.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/renderer/print.html',
      'node_modules/better-sqlite3/package.json',
      'node_modules/better-sqlite3/lib/index.js',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]),
  )
})

test('and nothing else: no source, no test, no tool', () => {
  const expected =
    /^(?:package\.json|out\/(?:main|preload|renderer|sample)\/.+|node_modules\/better-sqlite3\/(?:LICENSE|package\.json|lib\/.+|prebuilds\/linux-x64\.node))$/
  const tools =
    /^out\/main\/(?:demarche|engine-worker|document-reader|build-sample|build-schema)\.js$|\.tsx?$|\.map$/
  const files = [...archived().keys()]
  expect(files.filter((file) => !expected.test(file) || tools.test(file))).toEqual([])
})

test('only the sample and the SQLite binary are outside the archive, where they can be opened', () => {
  const outside = [...archived()].filter(([, { isOutside }]) => isOutside).map(([file]) => file)
  expect(outside.toSorted()).toEqual([
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'out/sample/sample.demarche',
  ])
  const unpacked = join(resources, 'app.asar.unpacked')
  expect(outside.filter((file) => !existsSync(join(unpacked, file)))).toEqual([])
  expect(
    readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
  ).toHaveLength(2)
})

test('every door into the program is shut', () => {
  const binary = readFileSync(join(packaged, 'demarche'))
  const start = binary.indexOf(fuseMark) + fuseMark.length + 2
  const [runAsNode, , nodeOptions, inspect, integrity, onlyArchive, , fileAddresses] = binary
    .subarray(start, start + fusesBefore.length)
    .toString()
  expect({ runAsNode, nodeOptions, inspect, integrity, onlyArchive, fileAddresses }).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    inspect: '0',
    integrity: '1',
    onlyArchive: '1',
    fileAddresses: '0',
  })
})
