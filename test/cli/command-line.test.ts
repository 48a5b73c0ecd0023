import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { commands } from '../../cli/command-line'
import { recordKinds } from '../../app/model/records'
import type { ShownComparison } from '../../app/rules/show'
import { getDossier } from '../../db/tables/dossier'
import { listRecords } from '../../db/tables/records'
import { openDossierFile } from '../../db/open'
import { alter } from '../builders/bad-files'
import { temporaryFolder } from '../builders/open-test-app'
import { runDemarche } from '../builders/run-demarche'

let sample: string
beforeAll(async () => {
  const folder = temporaryFolder()
  const ran = await runDemarche(['new', 'sample.demarche', '--sample'], { folder })
  expect(ran).toEqual({ code: 0, stdout: 'sample.demarche is written.\n', stderr: '' })
  sample = join(folder, 'sample.demarche')
})

/** A copy of the sample in a folder of its own. */
function sampleFolder(): string {
  const folder = temporaryFolder()
  copyFileSync(sample, join(folder, 's.demarche'))
  return folder
}

/** One JSON document on standard output and nothing on standard error. */
async function runForJson(args: readonly string[], folder = sampleFolder()): Promise<unknown> {
  const ran = await runDemarche([...args, '--json'], { folder })
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(ran.stdout)
}

const showJson = (...args: string[]) =>
  runForJson(['show', 's.demarche', ...args]) as Promise<ShownComparison>

test('show --json has a cell for every issue and party, with exactly the fields that scripts know', async () => {
  const shown = await showJson()
  expect(Object.keys(shown)).toEqual(['asOf', 'parties', 'issues', 'cells'])
  expect(shown.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(Object.keys(shown.parties[0]!)).toEqual(['id', 'name', 'shortName', 'role'])
  expect(Object.keys(shown.issues[0]!)).toEqual([
    'id',
    'number',
    'title',
    'status',
    'landingZone',
    'zoneLow',
    'zoneHigh',
  ])
  expect(shown.cells.map(({ issueId, partyId }) => `${issueId} ${partyId}`)).toEqual(
    shown.issues.flatMap((issue) => shown.parties.map((party) => `${issue.id} ${party.id}`)),
  )
  for (const cell of shown.cells) {
    expect(Object.keys(cell)).toEqual(['issueId', 'partyId', 'state', 'positions'])
    expect(['stated', 'reported', 'inferred', 'gap', 'unseen']).toContain(cell.state)
  }
  const positions = shown.cells.flatMap((cell) => cell.positions)
  for (const position of positions) {
    expect(Object.keys(position).sort()).toEqual(
      [
        'addressee',
        'basis',
        'conditions',
        'evidence',
        'firmness',
        'from',
        'id',
        'isContradicted',
        'kind',
        'needsResearch',
        'stance',
        'text',
        'until',
      ].sort(),
    )
    expect(Object.keys(position.evidence)).toEqual(['statements', 'origins', 'newest', 'bestGrade'])
  }
  const condition = positions.flatMap(({ conditions }) => conditions)[0]!
  expect(Object.keys(condition)).toEqual(['relation', 'text', 'state'])
  expect(positions).toContainEqual(
    expect.objectContaining({ kind: 'demand', addressee: 'Russia', firmness: 'red line' }),
  )
})

test('show narrows to an issue by number or title and to a party by name, whatever the case', async () => {
  const byNumber = await showJson('--issue', '2', '--party', 'UKRAINE')
  const byTitle = await showJson('--issue', 'nato MEMBERSHIP', '--party', 'ukraine')
  expect(byNumber).toEqual(byTitle)
  expect(byNumber.issues).toMatchObject([{ number: '2', title: 'NATO membership' }])
  expect(byNumber.parties).toMatchObject([{ name: 'Ukraine' }])
  expect(byNumber.cells).toHaveLength(1)
  // Narrowing the columns does not take the addressee's name away.
  const territory = await showJson('--issue', '1', '--party', 'Ukraine')
  expect(territory.cells[0]!.positions[0]).toMatchObject({ addressee: 'Russia' })
})

test('show reads at the date asked for', async () => {
  const shown = await showJson('--as-of', '2020-01')
  expect(shown.asOf).toBe('2020-01-31')
  expect(shown.cells.flatMap((cell) => cell.positions)).toEqual([])
})

test('show --since tells what changed, for scripts and for people, and no more than was asked about', async () => {
  type Told = {
    changes: { since: string; asOf: string; changes: { what: string; before: unknown; after: unknown }[] }
  }
  const told = (await showJson('--since', '2025-10-15', '--issue', '5')) as ShownComparison & Told
  expect(told.changes).toMatchObject({ since: '2025-10-15', asOf: '2025-11-14', recorded: [] })
  expect(told.changes.changes).toContainEqual(
    expect.objectContaining({
      what: 'reworded',
      timing: 'within',
      before: expect.objectContaining({ text: 'Meet President Putin in Hungary' }),
      after: expect.objectContaining({ whyMoved: expect.stringContaining('does not say by whom') }),
    }),
  )
  expect(await showJson('--issue', '5')).not.toHaveProperty('changes')
  const folder = sampleFolder()
  const args = ['show', 's.demarche', '--since', '2025-10-15', '--party', 'United States']
  const { stdout } = await runDemarche(args, { folder })
  const changes = stdout.slice(stdout.indexOf('Changes since 15 October 2025'))
  expect(changes).toMatch(/5 Second summit\n {2}United States\n {4}↔ reworded\n {6}was: .*\n {6}now: /)
  expect(changes).not.toContain('Russia\n')
})

test('an issue or party that is not there is refused with those that are', async () => {
  const folder = sampleFolder()
  const party = await runDemarche(['show', 's.demarche', '--party', 'Norway', '--json'], { folder })
  expect(party).toMatchObject({ code: 3, stdout: '' })
  expect(party.stderr).toMatch(/Norway.*Russia, Ukraine, United States/)
  const issue = await runDemarche(['show', 's.demarche', '--issue', '99'], { folder })
  expect(issue).toMatchObject({ code: 3, stdout: '' })
  expect(issue.stderr).toMatch(/99.*2 NATO membership/)
})

test('show tells the three silences apart, in words that fit on a terminal', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 's.demarche')
  copyFileSync(sample, path)
  alter(path, (db) => {
    const { issueId, partyId } = db.prepare('SELECT * FROM gap ORDER BY id LIMIT 1').get() as Record<
      string,
      string
    >
    db.prepare('DELETE FROM gap WHERE issueId = ? AND partyId = ?').run(issueId, partyId)
    db.exec("UPDATE position SET stance = 'neutral' WHERE kind = 'view'")
  })
  const { code, stdout } = await runDemarche(['show', 's.demarche'], { folder })
  expect(code).toBe(0)
  expect(stdout).toContain('no statement found as of 14 Nov 2025')
  expect(stdout).toContain('not yet looked at')
  expect(stdout).toContain('view · neutral (said so)')
  expect(stdout).toMatch(/demand → Russia · red line/)
  expect(stdout).toContain('only if there is no opportunity to negotiate (open)')
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
})

test('what would command the terminal is not passed on to it', async () => {
  const folder = sampleFolder()
  alter(join(folder, 's.demarche'), (db) =>
    db.exec("UPDATE party SET name = 'A' || char(27) || '[2J' || char(155) || 'B' WHERE sortOrder = 0"),
  )
  const { stdout } = await runDemarche(['show', 's.demarche'], { folder })
  expect(stdout).toContain('A\ufffd[2J\ufffdB')
  expect(stdout).not.toMatch(/[^\P{Cc}\n]/u)
})

test('search finds words in positions, statements and sources, whatever their case', async () => {
  const { words, hits } = (await runForJson(['search', 's.demarche', 'CAREFUL', 'preparation'])) as {
    words: string
    hits: { kind: string }[]
  }
  expect(words).toBe('CAREFUL preparation')
  expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set(['statement', 'source']))

  const folder = sampleFolder()
  const found = await runDemarche(['search', 's.demarche', 'nato'], { folder })
  expect(found).toMatchObject({ code: 0, stderr: '' })
  expect(found.stdout).toMatch(/^Positions \(1\)\n {2}Russia · 2 NATO membership\n {4}.*NATO/)
  const nothing = await runDemarche(['search', 's.demarche', 'xyzzy'], { folder })
  expect(nothing).toEqual({ code: 0, stdout: 'Nothing found.\n', stderr: '' })
})

test('the sample is whole and its evidence stands: check exits with 0 and lists what is not graded', async () => {
  const report = (await runForJson(['check', 's.demarche'])) as {
    faults: unknown[]
    wanting: { kind: string }[]
  }
  expect(report.faults).toEqual([])
  expect(new Set(report.wanting.map(({ kind }) => kind))).toEqual(
    new Set(['outlet-without-grade', 'statement-without-grade']),
  )
})

test.each([
  ['damage', "UPDATE statement SET text = text || '!'", 'Texts that are no longer what was saved'],
  ['an orphaned quotation', "UPDATE span SET exact = 'never said'", 'Quotations no longer found'],
])('check exits with 1 over %s', async (_case, sql, words) => {
  const folder = sampleFolder()
  alter(join(folder, 's.demarche'), (db) => db.exec(sql))
  const ran = await runDemarche(['check', 's.demarche'], { folder })
  expect(ran).toMatchObject({ code: 1, stderr: '' })
  expect(ran.stdout).toContain(words)
})

test('history says who changed what, from the date asked for', async () => {
  const folder = sampleFolder()
  const { stdout } = await runDemarche(['history', 's.demarche'], { folder })
  expect(stdout).toMatch(/^2025-11-14 \d\d:\d\d UTC {2}The Démarche authors {2}\S/)
  expect(stdout).toContain('New dossier')
  expect(stdout).toContain('Record position\n  + position: “')

  const all = (await runForJson(['history', 's.demarche'], folder)) as { changes: object[] }
  expect(all.changes.length).toBeGreaterThan(100)
  expect(await runForJson(['history', 's.demarche', '--since', '2025-11-14'], folder)).toEqual(all)
  expect(await runForJson(['history', 's.demarche', '--since', '2025-12'], folder)).toEqual({ changes: [] })
})

test('a new dossier has the title given, else its file’s name', async () => {
  const folder = temporaryFolder()
  await runDemarche(['new', 'Fish 2026.demarche'], { folder })
  await runDemarche(['new', 'b.demarche', '--title', 'Second'], { folder })
  const titleOf = (name: string) => {
    const { db } = openDossierFile(join(folder, name), { toRead: true })
    const { title } = getDossier(db)
    db.close()
    return title
  }
  expect(titleOf('Fish 2026.demarche')).toBe('Fish 2026')
  expect(titleOf('b.demarche')).toBe('Second')
})

test('export to JSON loses nothing', async () => {
  const folder = sampleFolder()
  const ran = await runDemarche(['export', 's.demarche', '--to', 'json', '-o', 's.json'], { folder })
  expect(ran).toEqual({ code: 0, stdout: 's.json is written.\n', stderr: '' })
  const written = JSON.parse(readFileSync(join(folder, 's.json'), 'utf8'))
  const { db } = openDossierFile(sample, { toRead: true })
  try {
    expect(written).toMatchObject({
      format: 'demarche-dossier',
      version: 1,
      dossier: getDossier(db),
      originals: [],
    })
    expect(written.records).toEqual(
      Object.fromEntries(recordKinds.map((kind) => [kind, listRecords(db, kind)])),
    )
    const { count } = db.prepare('SELECT count(*) AS count FROM change').get() as { count: number }
    expect(written.changes).toHaveLength(count)
    expect(written.changes[0]).toMatchObject({ number: 1, label: 'dossier.create', before: null })
  } finally {
    db.close()
  }
})

test.each(['summary', 'sourced'])(
  'export to PDF prints the briefing, tagged, with outline and language: %s',
  { timeout: 60_000 },
  async (edition) => {
    const folder = sampleFolder()
    const before = readFileSync(join(folder, 's.demarche'))
    const ran = await runDemarche(
      ['export', 's.demarche', '--to', 'pdf', '-o', 's.pdf', '--edition', edition, '--as-of', '2025-11-14'],
      { folder },
    )
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^s\.pdf is written, \d+ pages?\.\n$/)
    const pdf = readFileSync(join(folder, 's.pdf'), 'latin1')
    expect(pdf).toMatch(/^%PDF-/)
    expect(pdf).toMatch(/\/Marked true/)
    expect(pdf).toMatch(/\/Outlines/)
    expect(pdf).toMatch(/\/Lang \(en\)/)
    expect(readFileSync(join(folder, 's.demarche')).equals(before)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['s.demarche', 's.pdf'])
  },
)

test('export refuses a view that there is not, by its name', { timeout: 30_000 }, async () => {
  const folder = sampleFolder()
  const args = ['export', 's.demarche', '--to', 'pdf', '-o', 's.pdf', '--view', 'Red lines']
  const ran = await runDemarche(args, { folder })
  expect(ran).toMatchObject({ code: 3, stdout: '' })
  expect(ran.stderr).toContain('No saved view is called “Red lines” in this dossier; there is none.')
  expect(readdirSync(folder)).toEqual(['s.demarche'])
})

test('reading leaves the dossier and everything around it as it was', async () => {
  const folder = sampleFolder()
  const path = join(folder, 's.demarche')
  const before = readFileSync(path)
  for (const args of [['show'], ['search', 'x'], ['check'], ['history']]) {
    const [command, ...rest] = args
    await runDemarche([command!, 's.demarche', ...rest], { folder })
  }
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['s.demarche'])
})

test.each([
  [[], /^Say what to do\.\n/],
  [['destroy'], /“destroy”/],
  [['show'], /FILE/],
  [['search', 's.demarche'], /WORDS/],
  [['show', 's.demarche', 'more'], /“more”/],
  [['show', 's.demarche', '--jsn'], /--jsn/],
  [['show', 's.demarche', '--party'], /--party/],
  [['show', 's.demarche', '--as-of', 'tomorrow'], /“tomorrow”/],
  [['history', 's.demarche', '--since', '2025-13'], /“2025-13”/],
  [['show', 's.demarche', '--since', '2026'], /--since is later/],
  [['export', 's.demarche'], /--to/],
  [['export', 's.demarche', '--to', 'odt', '-o', 'x'], /odt.*pdf, docx, pptx, xlsx, html, markdown/],
  [['export', 's.demarche', '--to', 'pdf'], /-o/],
  [['export', 's.demarche', '--to', 'pdf', '-o', 'x.pdf', '--edition', 'long'], /summary, sourced/],
  [['export', 's.demarche', '--to', 'pdf', '-o', 'x.pdf', '--lang', 'tlh'], /“tlh”/],
  [['export', 's.demarche', '--to', 'json', '-o', 'x.json', '--paper', 'A4'], /--paper/],
  [['new', 'x.demarche', '--sample', '--title', 'T'], /--title/],
  [['open', 's.demarche', '--sample'], /not both/],
])('wrong usage is said in one line, with the usage: %j', async (args, words) => {
  const folder = sampleFolder()
  const ran = await runDemarche(args, { folder })
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toMatch(words)
  expect(ran.stderr).toMatch(/^[^\n]+\ndemarche [^\n]+\n$/)
  expect(readdirSync(folder)).toEqual(['s.demarche'])
})

test('help tells of every command, and a command’s own help of every option', async () => {
  const folder = temporaryFolder()
  const help = await runDemarche(['--help'], { folder })
  expect(help).toMatchObject({ code: 0, stderr: '' })
  expect(commands.length).toBeGreaterThan(5)
  for (const { name, options } of commands) {
    expect(help.stdout).toContain(`  demarche ${name} `)
    const own = await runDemarche([name, '--help'], { folder })
    expect(own).toMatchObject({ code: 0, stderr: '' })
    for (const option of Object.keys(options)) {
      expect(own.stdout, name).toContain(option === 'output' ? '-o OUT' : `--${option}`)
    }
  }
  expect(existsSync(join(folder, 'home'))).toBe(false)
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  const ran = await runDemarche(['--version'], { folder: temporaryFolder() })
  expect(ran).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})
