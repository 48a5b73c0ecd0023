import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportSelection } from '../../app/model/export-selection'
import { wholeScope } from '../../app/model/export-scope'
import { recordKinds } from '../../app/model/records'
import { dossierJsonSchemaId } from '../../app/rules/dossier-json'
import { dossierSchema } from '../../engine/export/dossier-schema'
import type { Api } from '../../renderer/api'
import { makeRecord } from '../builders/make-records'
import { buildSampleInto, openSampleApp } from '../builders/open-built-sample'
import { openTestApp } from '../builders/open-test-app'
import { publishedSchema, schemaFaults } from './published-schema'

test('the published schema is that of the models; npm run schema writes it anew', () => {
  expect(publishedSchema()).toBe(dossierSchema())
  const { $id, properties } = JSON.parse(publishedSchema())
  expect($id).toBe(dossierJsonSchemaId)
  expect(Object.keys(properties.records.properties)).toEqual(recordKinds)
})

async function exported({ api, folder }: { api: Api; folder: string }, scope = wholeScope): Promise<string> {
  const path = join(folder, 'd.json')
  await api.call('dossier.export', { format: 'json', path, selection: exportSelection.parse({ scope }) })
  return readFileSync(path, 'utf8')
}

test('a validator that is not ours finds nothing in the sample', async () => {
  const app = await openSampleApp(await buildSampleInto())
  const json = JSON.parse(await exported(app))
  expect(json.records.position.length).toBeGreaterThan(10)
  expect(schemaFaults(json)).toEqual([])
})

test('nor in a record of every kind with a document and a history, whole and narrowed', async () => {
  const app = await openTestApp()
  for (const kind of recordKinds) await makeRecord(app.api, kind)
  const bytesBase64 = Buffer.from('We insist on more fish.').toString('base64')
  await app.api.call('source.import', { input: { name: 'letter.txt', bytesBase64 } })
  for (const scope of [wholeScope, { ...wholeScope, notes: false, grades: false, texts: false }]) {
    const json = JSON.parse(await exported(app, scope))
    expect(schemaFaults(json)).toEqual([])
    expect(json.originals.length + json.changes.length).toBeGreaterThan(0)
  }
})

test('it finds what does not belong, so that the others can fail', async () => {
  const app = await openTestApp()
  await makeRecord(app.api, 'position')
  const good = JSON.parse(await exported(app))
  const spoilt = [
    { ...good, version: 2 },
    { ...good, more: 1 },
    { ...good, records: { ...good.records, party: [{ ...good.records.party[0], role: 'boss' }] } },
    { ...good, records: { ...good.records, party: [{ ...good.records.party[0], id: 'x' }] } },
    { ...good, dossier: { ...good.dossier, title: 7 } },
  ]
  for (const each of spoilt) expect(schemaFaults(each)).not.toEqual([])
})
