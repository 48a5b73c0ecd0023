import { z } from 'zod'
import { change } from '../model/change'
import { dossier } from '../model/dossier'
import { recordModels, type RecordKind } from '../model/records'
import { sha256 } from '../model/text'

export const dossierJsonFormat = 'demarche-dossier'
/** Of the JSON, not of the file: raised with every change to a model, so that a reader knows what it has before it. */
export const dossierJsonVersion = 1
/** A name, not an address: nothing is ever fetched. The schema of this name is kept with the documentation. */
export const dossierJsonSchemaId = `urn:demarche:dossier:${dossierJsonVersion}`

type Lists = { [Kind in RecordKind]: z.ZodArray<(typeof recordModels)[Kind]> }

// Kind by kind a list of its model; TypeScript cannot follow a loop over kinds.
const lists = Object.fromEntries(
  Object.entries(recordModels).map(([kind, model]) => [kind, z.array(model as z.ZodType)]),
) as unknown as Lists

/** A dossier as JSON carries it. Ids are unique in the whole, and every link leads to a record in it. */
export const dossierJson = z.strictObject({
  $schema: z.literal(dossierJsonSchemaId),
  format: z.literal(dossierJsonFormat),
  version: z.literal(dossierJsonVersion),
  /** Whether everything is there; false where something was left out when it was exported. */
  isWhole: z.boolean(),
  dossier,
  records: z.strictObject(lists),
  /** The journal, oldest first; empty where it did not leave. */
  changes: z.array(change),
  /** The documents as they came. */
  originals: z.array(z.strictObject({ sha256, base64: z.base64() })),
})
export type DossierJson = z.infer<typeof dossierJson>
