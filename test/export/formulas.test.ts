import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormat } from '../../app/contract/export-contract'
import { openTestApp } from '../builders/open-test-app'

const hasOffice = spawnSync('soffice', ['--version']).error === undefined
const formulas = ['=1+1', '@SUM(1,2)', '+2+3', '-2+3', '=HYPERLINK("https://example.org","x")', "'=5+5"]

test('what looks like a formula is text to LibreOffice, in a spreadsheet and in both tables', async (context) => {
  if (!hasOffice) context.skip('LibreOffice is not installed (on Debian: apt-get install libreoffice-calc)')
  const { api, folder } = await openTestApp()
  const party = await api.call('party.add', { name: '=7+7', shortName: '=8+8', colour: 'rose' })
  const source = await api.call('source.add', { title: '=9+9', text: formulas.join('\n') })
  for (const text of formulas) {
    const issue = await api.call('issue.add', { title: text })
    const said = { sourceId: source.id, onBehalfOfId: party.id, form: 'verbatim', text } as const
    const statement = await api.call('statement.record', { ...said, spans: [] })
    const evidence = [{ statementId: statement.id, relation: 'supports' } as const]
    const held = { issueId: issue.id, partyId: party.id, kind: 'demand', text } as const
    await api.call('position.record', { ...held, evidence })
  }
  const formats = exportFormat.options.filter((format) => /^xlsx|^csv/.test(format))
  const paths = formats.map((format) => join(folder, `${format}.${format.slice(0, 4).replace('-', '')}`))
  for (const [at, format] of formats.entries()) await api.call('dossier.export', { format, path: paths[at]! })

  // Read and written again as plain XML, in which a formula stands as one.
  const profile = `-env:UserInstallation=file://${folder}/office`
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, ...paths])
  for (const format of formats) {
    const sheet = readFileSync(join(folder, `${format}.fods`), 'utf8')
    expect({ format, formulas: sheet.match(/table:formula="[^"]*"/g) }).toEqual({ format, formulas: null })
    for (const text of formulas.slice(0, 4)) expect(sheet).toContain(`${text}</text:`)
  }
}, 60_000)

const figures = ['007', '2025-01-02', '1,5', '.5', '(3)']

test('what looks like a number stays text where LibreOffice is told that quoted fields are text', async (context) => {
  if (!hasOffice) context.skip('LibreOffice is not installed (on Debian: apt-get install libreoffice-calc)')
  const { api, folder } = await openTestApp()
  const party = await api.call('party.add', { name: '007', shortName: '007', colour: 'rose' })
  const issue = await api.call('issue.add', { title: '2025-01-02' })
  for (const text of figures) {
    await api.call('position.record', { issueId: issue.id, partyId: party.id, kind: 'demand', text })
  }
  const path = join(folder, 'positions.csv')
  await api.call('dossier.export', { format: 'csv-positions', path })
  const profile = `-env:UserInstallation=file://${folder}/office`
  // Comma, double quote, UTF-8, from the first line, no formats of columns, no language, quoted fields are text.
  const asText = '--infilter=CSV:44,34,76,1,,0,true'
  spawnSync('soffice', [profile, asText, '--headless', '--convert-to', 'fods', '--outdir', folder, path])
  const sheet = readFileSync(join(folder, 'positions.fods'), 'utf8')
  const cells = [...sheet.matchAll(/office:value-type="(\w+)"[^>]*>\s*<text:p>([^<]*)/g)]
  const typesOf = (text: string) =>
    new Set(cells.filter(([, , words]) => words === text).map(([, type]) => type))
  for (const text of figures)
    expect({ text, types: typesOf(text) }).toEqual({ text, types: new Set(['string']) })
}, 60_000)
