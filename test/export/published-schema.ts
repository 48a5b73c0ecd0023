import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

export const publishedSchema = (): string =>
  readFileSync(join(import.meta.dirname, '../../docs/dossier.schema.json'), 'utf8')

let validate: ValidateFunction | null = null

/** What a validator that knows the published schema alone says against a document; it does not look at formats. */
export function schemaFaults(json: unknown): string[] {
  validate ??= new Ajv2020({ strict: true, validateFormats: false, allErrors: true }).compile(
    JSON.parse(publishedSchema()),
  )
  if (validate(json)) return []
  return validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
}
