import type { checkContract } from '../../app/contract/check-contract'
import { findWanting } from '../../app/rules/check'
import { countRecords, findFaults } from '../../db/file-check'
import { rebuildSearchIndex } from '../../db/search-index'
import { listRecords } from '../../db/tables/records'
import type { Handlers } from '../handlers'

export const checkOperations: Handlers<keyof typeof checkContract> = {
  async 'dossier.check'(session) {
    const { db, isReadOnly, followed } = session.current()
    let faults = findFaults(db)
    // The index holds nothing of its own, so where we may write it is made anew and not spoken of.
    if (!isReadOnly && faults.some(({ kind }) => kind === 'search-index')) {
      rebuildSearchIndex(db)
      followed.noteOwnWrite()
      faults = faults.filter(({ kind }) => kind !== 'search-index')
    }
    const wanting = findWanting({
      position: listRecords(db, 'position'),
      statement: listRecords(db, 'statement'),
      span: listRecords(db, 'span'),
      evidence: listRecords(db, 'evidence'),
      source: listRecords(db, 'source'),
      outlet: listRecords(db, 'outlet'),
    })
    return { faults, wanting, counts: countRecords(db) }
  },
}
