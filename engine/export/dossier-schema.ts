import { z } from 'zod'
import { dossierJson, dossierJsonSchemaId } from '../../app/rules/dossier-json'

/** The JSON Schema of an exported dossier, as it is published with the documentation. */
export function dossierSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(dossierJson, {
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
  const described = {
    $schema,
    $id: dossierJsonSchemaId,
    title: 'A Démarche dossier',
    description:
      'One negotiation: who demands what, on what conditions, and who said it. Beyond this schema: ids are unique in the whole document, every field that ends in Id names a record in it, dates are EDTF (ISO 8601-2, levels 0 and 1), texts hold no control characters, and a textHash is the SHA-256 of its text in UTF-8.',
    ...schema,
  }
  return `${JSON.stringify(described, null, 2)}\n`
}
