import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormat, type ExportFormat } from '../../app/contract/export-contract'
import { exportScope, wholeScope, type ExportScope } from '../../app/model/export-scope'
import { openPlanted, wholeWish as wish, type Planted } from '../builders/planted-dossier'
import { readZip } from '../builders/read-zip'

const formats = exportFormat.options.filter((format) => format !== 'pdf')

/** Everything that can be read in what leaves: of an archive every part, and the page that is printed as PDF. */
async function bytesOf(
  { api, folder }: Planted,
  format: ExportFormat | 'page',
  scope: ExportScope,
): Promise<string> {
  if (format === 'page')
    return JSON.stringify(await api.call('briefing.compose', { ...wish, selection: { scope } }))
  const path = join(folder, `out.${format}`)
  await api.call('dossier.export', { format, path, ...wish, selection: { scope } })
  const bytes = readFileSync(path)
  return ['xlsx', 'docx', 'pptx'].includes(format)
    ? [...readZip(bytes)].flat().join('\n')
    : bytes.toString('utf8')
}

const wishes: Record<string, { scope: (ids: Planted['ids']) => Partial<ExportScope>; gone: RegExp }> = {
  'assessments stay': { scope: () => ({ assessments: false }), gone: /ASSESSMENT\w+/g },
  'notes stay': { scope: () => ({ notes: false }), gone: /NOTE[a-z]\w*/g },
  'points stay': { scope: () => ({ points: false }), gone: /POINT\w+|SECRETpoint|HIDDENpoint/g },
  'landing zones stay': { scope: () => ({ landingZones: false }), gone: /ZONE\w+/g },
  'the author stays': { scope: () => ({ author: false }), gone: /AUTHOR\w+|\bAda\b/g },
  'confidential sources stay, and what rests on them': {
    scope: ({ tag }) => ({ confidentialTags: [tag] }),
    gone: /SECRET\w+|RESTING\w+|Secretsource/g,
  },
  'confidential sources stay, what rests on them leaves': {
    scope: ({ tag }) => ({ confidentialTags: [tag], restingOnLeftOut: 'mark' }),
    gone: /SECRET\w+|Secretsource/g,
  },
  'a party is hidden': { scope: ({ peru }) => ({ hiddenParties: [peru] }), gone: /HIDDEN\w+/g },
  'all of it at once': {
    scope: ({ peru, tag }) => ({
      assessments: false,
      notes: false,
      grades: false,
      points: false,
      landingZones: false,
      author: false,
      hiddenParties: [peru],
      confidentialTags: [tag],
    }),
    gone: /(?:ASSESSMENT|NOTE(?=[a-z])|POINT|ZONE|AUTHOR|SECRET|RESTING|HIDDEN)\w+|\bAda\b/g,
  },
}

test.each(Object.entries(wishes))('no form tells what is left out: %s', async (_name, { scope, gone }) => {
  const app = await openPlanted()
  const narrowed = { ...wholeScope, ...scope(app.ids) }
  for (const format of [...formats, 'page'] as const) {
    const text = await bytesOf(app, format, narrowed)
    expect({ format, found: text.match(gone) }).toEqual({ format, found: null })
    expect(text).toMatch(/OPEN\w+/)
  }
})

test('with everything leaving, each planted word is in the JSON, so that the others can fail', async () => {
  const app = await openPlanted()
  const text = await bytesOf(app, 'json', wholeScope)
  for (const why of [
    'ASSESSMENT',
    'NOTE',
    'POINT',
    'ZONE',
    'AUTHOR',
    'SECRET',
    'RESTING',
    'HIDDEN',
    'OPEN',
  ]) {
    expect(text).toContain(why)
  }
  const inSheet = await bytesOf(app, 'xlsx', wholeScope)
  for (const why of ['ASSESSMENT', 'NOTE', 'ZONE', 'AUTHOR', 'SECRET', 'RESTING', 'HIDDEN'])
    expect(inSheet).toContain(why)
})

test('no name of a user leaves unless it is wished', async () => {
  const app = await openPlanted()
  for (const format of formats) {
    if (format === 'json') continue
    expect(await bytesOf(app, format, exportScope.parse({}))).not.toMatch(/AUTHORname|\bAda\b/)
  }
})

test('what rests on nothing that leaves says so, and a cell without it is not called silent', async () => {
  const app = await openPlanted()
  const marked = { ...wholeScope, confidentialTags: [app.ids.tag], restingOnLeftOut: 'mark' as const }
  expect(await bytesOf(app, 'xlsx', marked)).toMatch(/its source is not in this copy/)
  expect(await bytesOf(app, 'page', marked)).toMatch(/its source is not in this copy/)
  for (const format of ['xlsx', 'csv-positions'] as const) {
    const table = await bytesOf(app, format, marked)
    expect(table).toMatch(/RESTINGclause[^\n]*\[its source is not in this copy\]/)
    expect(table).toMatch(/partly[^\n]*\[its source is not in this copy\]/)
  }
  const without = { ...marked, restingOnLeftOut: 'leave out' as const }
  for (const format of ['xlsx', 'csv-positions'] as const)
    expect(await bytesOf(app, format, without)).toContain('a condition of it is not in this copy')
  for (const format of ['xlsx', 'html', 'markdown', 'page'] as const) {
    expect({ format, text: await bytesOf(app, format, without) }).toMatchObject({
      text: expect.stringContaining('not in this copy'),
    })
  }
})

test('the author is told what was left out, by name, in the window and in a file beside if it is wished', async () => {
  const app = await openPlanted()
  const [path, list] = [join(app.folder, 'out.xlsx'), join(app.folder, 'list.txt')]
  const scope = {
    confidentialTags: [app.ids.tag],
    hiddenParties: [app.ids.peru],
    notes: false,
    assessments: false,
  }
  const exported = await app.api.call('dossier.export', {
    format: 'xlsx',
    path,
    leftOutPath: list,
    selection: { scope },
  })
  const named = exported!.leftOut.records.flatMap(({ words }) => words)
  expect(named).toEqual(
    expect.arrayContaining([
      'SECRETsource',
      'HIDDENperu',
      'SECRETinformant',
      'RESTINGposition',
      'RESTINGsummit',
      'SECRETtag',
    ]),
  )
  expect(exported!.leftOut.fields).toEqual(
    expect.arrayContaining([expect.objectContaining({ field: 'assessments', count: 1 })]),
  )
  const written = readFileSync(list, 'utf8')
  for (const word of named) expect(written).toContain(word)
  expect(exported!.leftOutSavedTo).toBe(list)
})

test('a narrowed JSON reads back as a whole dossier of its own', async () => {
  const app = await openPlanted()
  const path = join(app.folder, 'narrow.json')
  const scope = { ...wholeScope, confidentialTags: [app.ids.tag], hiddenParties: [app.ids.peru] }
  await app.api.call('dossier.export', { format: 'json', path, selection: { scope } })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ isWhole: false, changes: [] })
  await app.api.call('dossier.createFromJson', { from: path, path: join(app.folder, 'narrow.demarche') })
  const { faults } = await app.api.call('dossier.check', {})
  expect(faults).toEqual([])
})

test('what was issued, found and noted while presenting is named among what stays', async () => {
  const app = await openPlanted()
  const path = join(app.folder, 'out.json')
  const leftOutOf = async (scope: Partial<ExportScope>) => {
    const wished = { format: 'json', path, selection: { scope: { ...wholeScope, ...scope } } } as const
    const { leftOut } = (await app.api.call('dossier.export', wished))!
    return Object.fromEntries(leftOut.records.map(({ kind, count }) => [kind, count]))
  }
  expect(await leftOutOf({})).toEqual({})
  expect(await leftOutOf({ grades: false })).toEqual({ frozenBriefing: 1 })
  expect(await leftOutOf({ assessments: false })).toEqual({ finding: 3, frozenBriefing: 1 })
  expect(await leftOutOf({ notes: false })).toEqual({
    savedView: 1,
    finding: 3,
    briefing: 1,
    frozenBriefing: 1,
    runningOrder: 1,
    orderItem: 1,
    workshop: 1,
    parkedPoint: 2,
    showOfHands: 1,
  })
  expect(await leftOutOf({ hiddenParties: [app.ids.peru] })).toMatchObject({ finding: 1, frozenBriefing: 1 })
})

test('an issued briefing is printed whole or not at all', async () => {
  const app = await openPlanted()
  const [issued] = await app.api.call('briefing.listFrozen', {})
  const exportIt = (scope: Partial<ExportScope>) =>
    app.api.call('dossier.export', {
      format: 'docx',
      path: join(app.folder, 'issued.docx'),
      frozenId: issued!.id,
      selection: { scope },
    })
  await expect(exportIt({ notes: false })).rejects.toMatchObject({ code: 'issued-is-whole' })
  expect(await exportIt({})).toMatchObject({ pages: null })
  const words = [...readZip(readFileSync(join(app.folder, 'issued.docx')))].flat().join('')
  expect(words).toContain('OPENposition')
  expect(words).not.toMatch(/AUTHORname|\bAda\b/)
})

test('the briefing tells what a workshop brought about, without how much stays here', async () => {
  const app = await openPlanted()
  const text = await bytesOf(app, 'page', exportScope.parse({}))
  for (const word of ['NOTEworkshop', 'NOTEparked', 'NOTEquestion', 'NOTEoption', 'NOTEfinding'])
    expect(text).toContain(word)
})

test.each(['html', 'markdown', 'docx'] as const)(
  'as %s every part of a briefing is there',
  async (format) => {
    const text = await bytesOf(await openPlanted(), format, exportScope.parse({}))
    const ofParts = [
      'NOTEfinding',
      'OPENposition',
      'OPENcondition',
      'NOTEworkshop',
      'NOTEparked',
      'ASSESSMENTours',
    ]
    for (const word of ofParts) expect(text).toContain(word)
    expect(text).toContain('OPENsource')
  },
)
