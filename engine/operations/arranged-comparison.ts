import { AppError } from '../../app/errors'
import { todayAsEdtf } from '../../app/model/edtf-date'
import { arrange } from '../../app/rules/arrangement'
import type { BriefingRecords } from '../../app/rules/briefing/briefing-context'
import { readingDay, type Comparison } from '../../app/rules/comparison'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import { foldText } from '../../app/rules/fold-text'
import { readSavedView } from '../../app/rules/saved-view'
import type { ChangesReading } from '../../app/rules/recorded-changes'
import type { ReadDb } from '../../db/connection'
import { getDossier } from '../../db/tables/dossier'
import { listRecords } from '../../db/tables/records'
import { listComparedRecords } from './comparison-operations'

type ArrangedComparison = {
  comparison: Comparison
  /** As the view was saved; null where it leaves that open. */
  asOf: string | null
  since: string | null
  part: NonNullable<BriefingRecords['part']>
}

/** What a saved view shows, at the date asked for, else its own. `view-not-found` where none is called that. */
export function arrangeSavedView(
  db: ReadDb,
  { name, asOf, now }: { name: string; asOf: string | null; now: () => Date },
): ArrangedComparison {
  const records = listComparedRecords(db)
  const saved = findSavedView(db, name)
  const view = readSavedView(saved, {
    parties: records.parties,
    issues: records.issues,
    outlets: listRecords(db, 'outlet'),
    tags: listRecords(db, 'tag'),
  })
  const { asOf: ownDate, since, isGrouped } = view.layout
  const day = readingDay(asOf ?? ownDate, getDossier(db), todayAsEdtf(now()))
  const reading = readComparison(indexComparison(records), day)
  const { rows, columns } = arrange(reading, view)
  return {
    asOf: ownDate,
    since,
    part: { view: saved.name, whole: { issues: reading.issues, parties: reading.parties } },
    comparison: {
      asOf: day,
      parties: columns.map(({ party }) => party),
      // Rows that stand by themselves are not set in.
      issues: rows.map(({ issue }) => (isGrouped ? issue : { ...issue, depth: 0 })),
      cells: rows.flatMap(({ row }) => columns.map(({ column }) => reading.cellAt(row, column))),
    },
  }
}

/** By its name, whatever its case and accents; `view-not-found` where none is called that. */
export function findSavedView(db: ReadDb, name: string) {
  const views = listRecords(db, 'savedView')
  const wanted = foldText(name.trim())
  const found = views.find((view) => foldText(view.name.trim()) === wanted)
  if (found) return found
  const names = views.map((view) => `“${view.name}”`).join(', ')
  throw new AppError('view-not-found', { name, views: names === '' ? 'none' : names })
}

/** Only what changed in the cells that are shown; all of it where the whole is. */
export function changesIn(reading: ChangesReading, shown: Comparison | undefined): ChangesReading {
  if (shown === undefined) return reading
  const issues = new Set<string>(shown.issues.map(({ id }) => id))
  const parties = new Set<string>(shown.parties.map(({ id }) => id))
  const conditions = new Set<string>(
    shown.cells.flatMap(({ positions }) => positions.flatMap((held) => held.conditions.map(({ id }) => id))),
  )
  return {
    ...reading,
    changes: reading.changes.filter(({ issueId, partyId }) => issues.has(issueId) && parties.has(partyId)),
    recorded: reading.recorded.filter(({ what, recordId }) =>
      what === 'condition' ? conditions.has(recordId) : issues.has(recordId),
    ),
  }
}
