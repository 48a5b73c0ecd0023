import type { searchContract, SearchHit, SearchKind } from '../../app/contract/search-contract'
import { excerptAround } from '../../app/rules/excerpt'
import type { ReadDb } from '../../db/connection'
import { rankRecords, searchRecords, type SearchHit as RecordHit } from '../../db/search'
import { searchedFields, searchedKinds } from '../../db/search-index'
import { getRecord } from '../../db/tables/records'
import type { Handlers } from '../handlers'

export const searchOperations: Handlers<keyof typeof searchContract> = {
  'search.find'(db, { words, kinds, limit }) {
    return describeHits(db, searchRecords(db, { words, kinds: kinds ?? searchedKinds, limit }), words)
  },
  'search.rank'(db, { words, kinds, limit }) {
    const hits = rankRecords(db, { words, kinds: kinds ?? searchedKinds, limit })
    return hits === null ? null : describeHits(db, hits, words)
  },
}

const describeHits = (db: ReadDb, hits: readonly RecordHit[], words: string) =>
  hits.map(({ recordKind, recordId }) => describeHit(db, recordKind, recordId, words))

function describeHit(db: ReadDb, kind: SearchKind, id: string, words: string): SearchHit {
  const record: Readonly<Record<string, unknown>> = getRecord(db, kind, id)
  const texts = searchedFields[kind].map((field) => String(record[field] ?? ''))
  const link = (field: string) => (typeof record[field] === 'string' ? record[field] : null)
  return {
    kind,
    id,
    title: texts.find((text) => text !== '') ?? '',
    ...excerptAround(
      texts.filter((text) => text !== ''),
      words,
    ),
    issueId: kind === 'issue' ? id : link('issueId'),
    partyId: kind === 'party' ? id : (link('partyId') ?? link('onBehalfOfId')),
    sourceId: kind === 'source' ? id : link('sourceId'),
  }
}
