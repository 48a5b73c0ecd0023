import type { WorkshopId } from '../app/model/workshop'
import { placeIssues } from '../app/rules/issue-tree'
import { composeWorkshopRecord, type WorkshopRecord } from '../app/rules/presenting/workshop-record'
import type { ReadDb } from '../db/connection'
import { listChanges } from '../db/journal'
import { getRecord, listRecords } from '../db/tables/records'

/** What a workshop brought about, as the journal has it. */
export function readWorkshopRecord(db: ReadDb, id: WorkshopId): WorkshopRecord {
  const workshop = getRecord(db, 'workshop', id)
  const oldestFirst = (wish: { since?: string; recordId?: string }) =>
    listChanges(db, { ...wish, limit: 1_000_000 }).toReversed()
  return composeWorkshopRecord({
    workshop,
    changes: oldestFirst({ since: workshop.started }),
    ownChanges: oldestFirst({ recordId: id }),
    issues: placeIssues(listRecords(db, 'issue')),
    parked: listRecords(db, 'parkedPoint', { workshopId: id }),
    hands: listRecords(db, 'showOfHands', { workshopId: id }),
  })
}
