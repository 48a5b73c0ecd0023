// Every @ts-expect-error below is a promise about our types; `tsc -p test` keeps it.
import type { ReadDb } from '../db/connection'
import { deleteRecord, getRecord, updateRecord } from '../db/tables/records'
import { AppError } from '../app/errors'
import type { Say } from '../app/messages/say'
import type { Handlers } from '../engine/handlers'
import type { Api } from '../renderer/api'
import { useQuery } from '../renderer/state/use-query'

declare const api: Api
declare const readDb: ReadDb
declare const say: Say

// @ts-expect-error an operation without a handler
export const incomplete: Handlers<'party.list' | 'party.get'> = { 'party.list': () => [] }
// @ts-expect-error an async command: its transaction would commit before it is done
export const asyncCommand: Handlers<'party.remove'> = { 'party.remove': async () => null }
export const writingQuery: Handlers<'party.get'> = {
  'party.get'(db, { id }) {
    // @ts-expect-error a query that writes
    deleteRecord(db, 'party', id)
    return getRecord(db, 'party', id)
  },
}
// @ts-expect-error a reader where a writer is needed
updateRecord(readDb, 'party', 'id', {})
// @ts-expect-error a reader that runs what it likes
readDb.exec('DELETE FROM party')
// @ts-expect-error a misspelt operation
void api.call('party.lst', {})
// @ts-expect-error a misspelt field
void api.call('party.change', { id: '', nmae: 'Norway' })
// @ts-expect-error a value that is not one of the words
void api.call('position.change', { id: '', firmness: 'adamant' })
// @ts-expect-error a command used as a query
useQuery('party.add', { name: 'Norway' })
// @ts-expect-error a misspelt event
api.listen('dossier.chnged', () => {})
// @ts-expect-error a failure that is not in the list
export const unknownFailure = new AppError('it-broke')
// @ts-expect-error a text that is not in the catalogue
say('there.is.no.such.text')
