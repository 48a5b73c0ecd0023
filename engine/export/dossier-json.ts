import { recordKinds } from '../../app/model/records'
import type { ReadDb } from '../../db/connection'
import { listChangesOldestFirst } from '../../db/journal'
import { getDossier } from '../../db/tables/dossier'
import { listOriginals } from '../../db/tables/originals'
import { listRecords } from '../../db/tables/records'

/** Of the JSON, not of the file; raised when a reader of the old shape would misread the new. */
const version = 1

/**
 * The whole dossier as one JSON document, in pieces to be written one after the other: the dossier, every
 * record by kind in its order, the history, and the documents as they came (in base64).
 */
export function* dossierAsJson(db: ReadDb): Generator<string> {
  yield `{"format":"demarche-dossier","version":${version},\n"dossier":${JSON.stringify(getDossier(db))},\n"records":{`
  let separator = '\n'
  for (const kind of recordKinds) {
    yield `${separator}"${kind}":`
    yield* jsonList(listRecords(db, kind))
    separator = ',\n'
  }
  yield '},\n"changes":'
  yield* jsonList(listChangesOldestFirst(db))
  yield ',\n"originals":'
  yield* jsonList(listOriginals(db))
  yield '}\n'
}

function* jsonList(items: Iterable<unknown>): Generator<string> {
  let separator = '['
  let isEmpty = true
  for (const item of items) {
    yield `${separator}\n${JSON.stringify(item)}`
    separator = ','
    isEmpty = false
  }
  yield isEmpty ? '[]' : ']'
}
