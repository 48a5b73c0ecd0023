import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { createDateLabel } from '../../app/messages/date-words'
import { createSay, languageFor } from '../../app/messages/say'
import { todayAsEdtf } from '../../app/model/edtf-date'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import type { ReadDb } from '../../db/connection'
import { getDossier } from '../../db/tables/dossier'
import { listRecords } from '../../db/tables/records'
import { listSourceTitles } from '../../db/tables/source-titles'
import { listEvidenceItems, statementsInContext } from '../../db/tables/statements-in-context'
import type { Handlers } from '../handlers'
import { arrangeSavedView, changesIn } from './arranged-comparison'
import { readChanges, readComparison } from './comparison-operations'

export const briefingOperations: Handlers<'briefing.compose'> = {
  'briefing.compose': (db, options, { now }) => readBriefing(db, { ...options, now }),
}

function readBriefing(
  db: ReadDb,
  {
    edition,
    asOf: asked,
    since: sinceAsked,
    view,
    paper,
    orientation,
    locale,
    now,
  }: BriefingOptions & { now: () => Date },
): BriefingDocument {
  const language = languageFor(locale)
  const say = createSay(language)
  const points = listRecords(db, 'point')
  const aboutStatements = points.flatMap(({ statementId }) => (statementId === null ? [] : [statementId]))
  const made = now()
  const arranged = view === null ? null : arrangeSavedView(db, { name: view, asOf: asked, now })
  const asOf = asked ?? arranged?.asOf ?? null
  const since = sinceAsked ?? arranged?.since ?? null
  return composeBriefing(
    {
      dossier: getDossier(db),
      comparison: arranged?.comparison ?? readComparison(db, { asOf, now }),
      evidence: listEvidenceItems(db),
      pointStatements: statementsInContext(db, aboutStatements),
      conditions: listRecords(db, 'condition'),
      events: listRecords(db, 'event'),
      participations: listRecords(db, 'participation'),
      speakers: listRecords(db, 'speaker'),
      points,
      sourceTitles: listSourceTitles(db),
      changes: since === null ? null : changesIn(readChanges(db, { since, asOf, now }), arranged?.comparison),
      part: arranged?.part ?? null,
    },
    {
      edition,
      page: { paper, orientation },
      language,
      say,
      dateLabel: createDateLabel(say, language),
      recordedOn: { day: todayAsEdtf(made), time: clockTime(made) },
    },
  )
}

/** As `09:10`, on this machine's own clock. */
function clockTime(at: Date): string {
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
