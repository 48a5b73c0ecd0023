// Every @ts-expect-error below is a promise about our types; `tsc -p test` keeps it.
import { recordDefaults } from '../app/model/record-defaults'
import { AppError } from '../app/errors'
import { createSay } from '../app/messages/say'
import type { IssueId, Mark } from '../app/model/issue'
import type { PartyId } from '../app/model/party'
import type { ReadDb, WriteDb } from '../db/connection'
import { deleteRecord, listRecords } from '../db/tables/records'
import type { Handlers } from '../engine/handlers'
import type { Api } from '../renderer/api'

declare const api: Api
declare const readDb: ReadDb
declare const writeDb: WriteDb
declare const partyId: PartyId
declare const issueId: IssueId
declare const markId: Mark['id']
const say = createSay('en')

// @ts-expect-error an operation without a handler
export const incomplete: Handlers<'party.list' | 'party.get'> = { 'party.list': () => [] }
// @ts-expect-error an async command: its transaction would commit before it is done
export const asyncCommand: Handlers<'party.remove'> = { 'party.remove': async () => null }
// @ts-expect-error an async query
export const asyncQuery: Handlers<'party.list'> = { 'party.list': async () => [] }
export const writingQuery: Handlers<'party.list'> = {
  'party.list': (db) => {
    // @ts-expect-error a query that writes
    deleteRecord(db, 'party', partyId)
    return []
  },
}
// @ts-expect-error a reader where a writer is needed
deleteRecord(readDb, 'party', partyId)
// @ts-expect-error a reader cannot run statements of its own
readDb.exec('DELETE FROM party')
// @ts-expect-error the id of another kind
deleteRecord(writeDb, 'issue', partyId)
// @ts-expect-error a kind of record that there is not
listRecords(readDb, 'opinion')
// @ts-expect-error a misspelt operation
void api.call('party.lst', {})
// @ts-expect-error positions are recorded whole
void api.call('position.add', {})
// @ts-expect-error an operation that the kind has not
void api.call('gap.reorder', { id: partyId, beforeId: null })
// @ts-expect-error a misspelt field
void api.call('party.add', { nmae: 'Norway', shortName: 'NO', colour: 'rose' })
// @ts-expect-error a field without a default, left out
void api.call('party.add', { name: 'Norway' })
// @ts-expect-error a field that the engine sets
void api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'rose', sortOrder: 1 })
// @ts-expect-error a link to nothing at all
void api.call('party.remove', { id: null })
// @ts-expect-error a firmness that there is not
void api.call('position.change', { id: partyId, firmness: 'soft' })
// @ts-expect-error a part that a party has not
void api.call('party.save', { id: null, name: 'N', shortName: 'N', colour: 'rose', parts: { mark: {} } })
// @ts-expect-error a field without a default, left out of what is saved
void api.call('issue.save', { id: null, parts: {} })
// @ts-expect-error a part that says itself whose it is
void api.call('issue.save', { id: null, title: 'F', parts: { mark: { changed: [{ id: markId, issueId }] } } })
// @ts-expect-error a kind of record that has no parts
void api.call('gap.save', {})
// @ts-expect-error a misspelt event
api.listen('dossier.chnged', () => {})
// @ts-expect-error an error code without a sentence
void new AppError('something-else')
// @ts-expect-error a text that is in no catalogue
say('no.such.text')
// @ts-expect-error defaults are the same for everybody
recordDefaults.party.role = 'observer'
