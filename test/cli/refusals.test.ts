import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { badFiles, cutShort, makeDossier, noFiles, otherProgram, spoiltCopy } from '../builders/bad-files'
import { temporaryFolder } from '../builders/open-test-app'
import { runDemarche, type Ran } from '../builders/run-demarche'

let good: string
beforeAll(async () => {
  good = await makeDossier()
})

/** Nothing on standard output, and one sentence that names the file on standard error. */
function expectRefusal(ran: Ran, file = 'bad.demarche'): void {
  expect(ran).toMatchObject({ code: 3, stdout: '' })
  expect(ran.stderr).toMatch(/^[^\n]+[.!]\n$/)
  expect(ran.stderr).toContain(file)
}

for (const [name, { spoil }] of Object.entries(badFiles)) {
  test(`${name} is refused in one sentence and left untouched`, async () => {
    const { path, folder } = spoiltCopy(good, { spoil })
    const before = readFileSync(path)
    expectRefusal(await runDemarche(['show', 'bad.demarche', '--json'], { folder }))
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['bad.demarche'])
  })
}

for (const [name, { make }] of Object.entries(noFiles)) {
  test(`${name} is refused in one sentence`, async () => {
    const folder = temporaryFolder()
    make(join(folder, 'bad.demarche'))
    expectRefusal(await runDemarche(['show', 'bad.demarche'], { folder }))
  })
}

test.each([
  ['search', 'bad.demarche', 'x'],
  ['check', 'bad.demarche', '--json'],
  ['history', 'bad.demarche'],
  ['export', 'bad.demarche', '--to', 'json', '-o', 'out.json'],
  ['export', 'bad.demarche', '--to', 'pdf', '-o', 'out.pdf'],
  ['open', 'bad.demarche'],
])('every command refuses it: %s', async (...args) => {
  const { path, folder } = spoiltCopy(good, badFiles['a planted trigger']!)
  const before = readFileSync(path)
  const ran = await runDemarche(args, { folder })
  expect(ran).toMatchObject({ code: 3, stdout: '' })
  expect(ran.stderr).toContain('bad.demarche')
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['bad.demarche'])
})

test('a dossier that another program has locked is refused and left untouched', async () => {
  const { path, folder } = spoiltCopy(good, { spoil: () => {} })
  const before = readFileSync(path)
  await otherProgram(path, "db.exec('BEGIN EXCLUSIVE')")
  expectRefusal(await runDemarche(['show', 'bad.demarche'], { folder }))
  expect(readFileSync(path).equals(before)).toBe(true)
})

const isRoot = process.getuid?.() === 0
/** Root may read everything, so as root the command runs as nobody. */
const asNobody = isRoot ? { uid: 65_534 } : {}

function folderOfSomebodyElse(): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  return folder
}

test('a file that may not be read is refused', async () => {
  const folder = folderOfSomebodyElse()
  const path = join(folder, 'bad.demarche')
  copyFileSync(good, path)
  chmodSync(path, 0o000)
  expectRefusal(await runDemarche(['show', 'bad.demarche'], { folder, ...asNobody }))
})

test.runIf(isRoot)(
  'a dossier in a folder where nothing may be written is read, with nothing laid beside it',
  async () => {
    const folder = folderOfSomebodyElse()
    const path = join(folder, 'good.demarche')
    copyFileSync(good, path)
    chmodSync(path, 0o644)
    expect(await runDemarche(['show', path], { folder, ...asNobody })).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(folder)).toEqual(['good.demarche'])
  },
)

test.runIf(isRoot)('a write that was cut short, where nothing may be written, is said so', async () => {
  const folder = folderOfSomebodyElse()
  const path = join(folder, 'bad.demarche')
  copyFileSync(good, path)
  cutShort(path)
  chmodSync(path, 0o644)
  chmodSync(`${path}-journal`, 0o644)
  const before = readFileSync(path)
  const ran = await runDemarche(['show', 'bad.demarche'], { folder, ...asNobody })
  expectRefusal(ran)
  expect(ran.stderr).toContain('-journal')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a read-only dossier opens to read', async () => {
  const { path, folder } = spoiltCopy(good, { spoil: (copy) => chmodSync(copy, 0o444) })
  const before = readFileSync(path)
  expect(await runDemarche(['show', 'bad.demarche'], { folder })).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('an output is refused where it cannot be, and nothing is left of it', async () => {
  const { path, folder } = spoiltCopy(good, { spoil: () => {} })
  const before = readFileSync(path)
  mkdirSync(join(folder, 'sub'))
  const exportTo = (out: string) =>
    runDemarche(['export', 'bad.demarche', '--to', 'json', '-o', out], { folder })
  expectRefusal(await exportTo('sub'), 'sub')
  expectRefusal(await exportTo('missing/out.json'), 'out.json')
  expectRefusal(await exportTo('bad.demarche/out.json'), 'out.json')
  expectRefusal(await exportTo('bad.demarche'))
  expectRefusal(await exportTo('./sub/../bad.demarche'))
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['bad.demarche', 'sub'])
})

test('a new dossier takes the place of nothing', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'bad.demarche'), 'mine')
  expectRefusal(await runDemarche(['new', 'bad.demarche'], { folder }))
  expectRefusal(await runDemarche(['new', 'bad.demarche', '--sample'], { folder }))
  expectRefusal(await runDemarche(['new', 'missing/x.demarche'], { folder }), 'x.demarche')
  expectRefusal(await runDemarche(['new', 'missing/x.demarche', '--sample'], { folder }), 'x.demarche')
  expect(readFileSync(join(folder, 'bad.demarche'), 'utf8')).toBe('mine')
})

test('a name that no disk takes is refused in one sentence, to read and to write', async () => {
  const folder = temporaryFolder()
  const long = `${'a'.repeat(300)}.demarche`
  expectRefusal(await runDemarche(['show', long], { folder }), long)
  expectRefusal(await runDemarche(['new', long], { folder }), long)
  expectRefusal(await runDemarche(['export', good, '--to', 'json', '-o', long], { folder }), long)
  symlinkSync('bad.demarche', join(folder, 'bad.demarche'))
  expectRefusal(await runDemarche(['show', 'bad.demarche'], { folder }))
  expect(readdirSync(folder)).toEqual(['bad.demarche'])
})

test('where nothing can be printed, that is said in one sentence', async ({ skip }) => {
  skip(!existsSync('/dev/full'), 'This system has no /dev/full to print to.')
  const full = openSync('/dev/full', 'w')
  const ran = await runDemarche(['show', good], { folder: temporaryFolder(), stdout: full })
  closeSync(full)
  expectRefusal(ran, 'standard output')
})
