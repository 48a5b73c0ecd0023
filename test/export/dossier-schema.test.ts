import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordKinds } from '../../app/model/records'
import { dossierJsonSchemaId } from '../../app/rules/dossier-json'
import { dossierSchema } from '../../engine/export/dossier-schema'

test('the published schema is that of the models; npm run schema writes it anew', () => {
  const published = readFileSync(join(import.meta.dirname, '../../docs/dossier.schema.json'), 'utf8')
  expect(published).toBe(dossierSchema())
  const { $id, properties } = JSON.parse(published)
  expect($id).toBe(dossierJsonSchemaId)
  expect(Object.keys(properties.records.properties)).toEqual(recordKinds)
})
