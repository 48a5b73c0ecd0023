import type { statementContract } from '../../app/contract/statement-contract'
import { findAnchor } from '../../app/rules/anchor'
import { prepare } from '../../db/connection'
import { fromRow, getRecord } from '../../db/tables/records'
import type { Handlers } from '../handlers'
import { addRecord } from './record-operations'

export const statementOperations: Handlers<keyof typeof statementContract> = {
  'statement.record'(db, { spans, evidence, ...given }) {
    const statement = addRecord(db, 'statement', given)
    for (const span of spans) addRecord(db, 'span', { ...span, statementId: statement.id })
    for (const link of evidence) addRecord(db, 'evidence', { ...link, statementId: statement.id })
    return statement
  },

  'source.passages'(db, { id }) {
    const { text } = getRecord(db, 'source', id)
    return prepare(
      db,
      `SELECT span.* FROM span JOIN statement ON statement.id = span.statementId
       WHERE statement.sourceId = ? ORDER BY span.start, span.id`,
    )
      .all(id)
      .map((row) => {
        const span = fromRow('span', row)
        const found = findAnchor(text, span)
        const place = found.state === 'found' ? found : ({ state: 'orphaned' } as const)
        return { statementId: span.statementId, spanId: span.id, place }
      })
  },
}
