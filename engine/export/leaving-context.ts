import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { createDateLabel } from '../../app/messages/date-words'
import { createSay, languageFor } from '../../app/messages/say'
import { comparisonFilters, comparisonLayout, type ComparisonView } from '../../app/model/comparison-view'
import { edtfBounds, todayAsEdtf } from '../../app/model/edtf-date'
import { readingDay } from '../../app/rules/comparison'
import { createExportContext, type ExportContext } from '../../app/rules/export/export-context'
import { narrowDossier } from '../../app/rules/export-scope'
import type { WorkshopId } from '../../app/model/workshop'
import type { LeftOut } from '../../app/rules/left-out'
import type { WholeDossier } from '../../app/rules/whole-dossier'
import type { ReadDb } from '../../db/connection'
import { readWholeDossier } from '../../db/tables/whole-dossier'
import { listRecordedChanges } from '../../db/journal'
import { readSavedView } from '../../app/rules/saved-view'
import { readWorkshopRecord } from '../workshop-record'
import { findSavedView } from '../operations/arranged-comparison'

export type LeavingOptions = Pick<BriefingOptions, 'asOf' | 'since' | 'view' | 'locale' | 'selection'>

const everything: ComparisonView = {
  parties: null,
  filters: comparisonFilters.parse({}),
  layout: comparisonLayout.parse({}),
}

/** The reduced dossier first; then, where it is asked for, what a document of it looks things up in. */
export function leavingContext(
  db: ReadDb,
  { asOf, since, view: viewName, locale, selection }: LeavingOptions,
  made: Date,
): { leaving: WholeDossier; leftOut: LeftOut; context: () => ExportContext } {
  const { parties, issues, scope } = selection
  const saved = viewName === null ? null : findSavedView(db, viewName)
  const { leaving, leftOut } = narrowDossier(readWholeDossier(db), scope)
  const { party, issue, outlet, tag } = leaving.records
  const view =
    saved === null
      ? everything
      : readSavedView(saved, { parties: party, issues: issue, outlets: outlet, tags: tag })
  const today = todayAsEdtf(made)
  const language = languageFor(locale)
  const say = createSay(language)
  return {
    leaving,
    leftOut,
    context: () =>
      createExportContext(leaving, {
        asOf: readingDay(asOf ?? view.layout.asOf, leaving.dossier, today),
        since: dayOf(since ?? view.layout.since),
        view,
        viewName: saved?.name ?? null,
        recorded: () => listRecordedChanges(db),
        workshops: workshopRecords(
          db,
          leaving.records.workshop.map(({ id }) => id),
        ),
        scope,
        leftOut: selection.listsLeftOut ? leftOut : null,
        parties,
        issues,
        language,
        say,
        dateLabel: createDateLabel(say, language),
        recordedOn: { day: today, time: clockTime(made) },
      }),
  }
}

/** Outside of what else was read, which a long briefing would hold with it. */
const workshopRecords = (db: ReadDb, ids: readonly WorkshopId[]) => () =>
  ids.map((id) => readWorkshopRecord(db, id))

const dayOf = (date: string | null): string | null => (date === null ? null : edtfBounds(date).last)

/** As `09:10`, on this machine's own clock. */
function clockTime(at: Date): string {
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
