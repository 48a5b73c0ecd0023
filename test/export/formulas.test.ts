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
