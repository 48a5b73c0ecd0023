import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExportFormat } from '../../app/contract/export-contract'
import { exportScope, type ExportScope } from '../../app/model/export-scope'
import { openPlanted, wholeWish, type Planted } from '../builders/planted-dossier'
import { readZip } from '../builders/read-zip'

const forms = ['docx', 'html', 'markdown', 'xlsx'] as const satisfies readonly ExportFormat[]

/** Everything of a form, part by part; `page` is the document that is printed as PDF. */
async function partsOf(
  { api, folder }: Planted,
  format: (typeof forms)[number] | 'page',
  selection: { scope: Partial<ExportScope>; listsLeftOut?: boolean },
): Promise<Map<string, string>> {
  if (format === 'page') {
    const document = await api.call('briefing.compose', { ...wholeWish, selection })
    return new Map([['page', JSON.stringify(document)]])
  }
  const path = join(folder, `out.${format}`)
  await api.call('dossier.export', { format, path, ...wholeWish, selection })
  const bytes = readFileSync(path)
  if (format === 'html' || format === 'markdown') return new Map([['file', bytes.toString('utf8')]])
  return new Map([...readZip(bytes)].map(([name, text]) => [name, String(text)]))
}

const everything = ({ ids }: Planted): Partial<ExportScope> => ({
  assessments: false,
  notes: false,
  grades: false,
  points: false,
  landingZones: false,
  hiddenParties: [ids.peru],
  confidentialTags: [ids.tag],
})
const leftOutWords = /(?:ASSESSMENT|NOTE(?=[a-z])|POINT|ZONE|AUTHOR|SECRET|RESTING|HIDDEN)\w+|\bAda\b/g
const heading = 'What was left out of this copy'

test.each([...forms, 'page'] as const)(
  '%s ends with how much stayed here, and not a word of it',
  async (format) => {
    const app = await openPlanted()
    const parts = await partsOf(app, format, { scope: everything(app), listsLeftOut: true })
    const text = [...parts.values()].join('\n')
    expect(text).toContain(heading)
    // The position of the ice and its cell, which the comparison itself says is not in this copy.
    for (const told of ['One party', '2 positions', '1.1 NO']) expect(text).toContain(told)
    expect(text.match(leftOutWords)).toBeNull()
    for (const id of [...app.goneIds.tag, ...app.goneIds.peru]) expect(text).not.toContain(id)
  },
)

test.each([...forms, 'page'] as const)('%s says nothing of it unless it is asked to', async (format) => {
  const app = await openPlanted()
  const text = [...(await partsOf(app, format, { scope: everything(app) })).values()].join('\n')
  expect(text).not.toMatch(/What was left out|For the author/u)
})

test('nothing of it is in what a file says of itself', async () => {
  const app = await openPlanted()
  const wish = { scope: everything(app), listsLeftOut: true }
  for (const format of ['docx', 'xlsx'] as const) {
    const parts = await partsOf(app, format, wish)
    const about = [...parts].filter(([name]) => /docProps|\.rels$|custom/u.test(name))
    expect(about.length).toBeGreaterThan(1)
    for (const [name, text] of about)
      expect({ name, found: text.match(/left out|for the author|stay/giu) }).toEqual({ name, found: null })
  }
  const [html] = (await partsOf(app, 'html', wish)).values()
  expect(html!.slice(0, html!.indexOf('<body'))).not.toMatch(/left out|for the author/iu)
  const document = await app.api.call('briefing.compose', { ...wholeWish, selection: wish })
  const { title, documentTitle, running, particulars } = document
  expect(JSON.stringify({ title, documentTitle, running, particulars })).not.toMatch(/left out/iu)
})

test('where nothing stayed the page says so, and it is the last', async () => {
  const app = await openPlanted()
  const selection = { scope: exportScope.parse({ author: true }), listsLeftOut: true }
  const { sections } = await app.api.call('briefing.compose', { ...wholeWish, selection })
  expect(sections.at(-1)).toMatchObject({ id: 'left-out', layout: 'pages' })
  expect(JSON.stringify(sections.at(-1))).toContain('Nothing was left out')
})

test('what is issued never holds it', async () => {
  const app = await openPlanted()
  const { id } = await app.api.call('briefing.add', {
    name: 'OPENissue',
    edition: 'sourced',
    parts: null,
    layout: {},
  })
  const selection = { scope: everything(app), listsLeftOut: true }
  const head = await app.api.call('briefing.freeze', { briefingId: id, ...wholeWish, selection })
  const { document } = await app.api.call('frozenBriefing.get', { id: head.id })
  expect(document).toContain('OPENposition')
  expect(document).not.toContain(heading)
})
