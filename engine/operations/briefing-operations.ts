import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { createDateLabel } from '../../app/messages/date-words'
import { createSay, languageFor } from '../../app/messages/say'
import { todayAsEdtf } from '../../app/model/edtf-date'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import { usualParts } from '../../app/rules/briefing/parts'
import type { ReadDb } from '../../db/connection'
import { getDossier } from '../../db/tables/dossier'
import { listRecords } from '../../db/tables/records'
import { listSourceTitles } from '../../db/tables/source-titles'
import { listEvidenceItems, statementsInContext } from '../../db/tables/statements-in-context'
import { bandOf } from '../export/pdf/print-jobs'
import type { Handlers } from '../handlers'
import { readChanges, readComparison } from './comparison-operations'

export const briefingOperations: Handlers<'briefing.compose' | 'briefing.band'> = {
  'briefing.band': (_db, { job, index }) => bandOf(job, index),
  'briefing.compose': (db, options, { now }) => readBriefing(db, { ...options, now }),
}

export function readBriefing(
  db: ReadDb,
  { now, ...options }: BriefingOptions & { now: () => Date },
): BriefingDocument {
  const { edition, asOf, paper, orientation, locale, notesAt, citations, since } = options
  const language = languageFor(locale)
  const say = createSay(language)
  const points = listRecords(db, 'point')
  const aboutStatements = points.flatMap(({ statementId }) => (statementId === null ? [] : [statementId]))
  const made = now()
  return composeBriefing(
    {
      dossier: getDossier(db),
      comparison: readComparison(db, { asOf, now }),
      evidence: listEvidenceItems(db),
      pointStatements: statementsInContext(db, aboutStatements),
      conditions: listRecords(db, 'condition'),
      events: listRecords(db, 'event'),
      participations: listRecords(db, 'participation'),
      speakers: listRecords(db, 'speaker'),
      points,
      sourceTitles: listSourceTitles(db),
      findings: listRecords(db, 'finding'),
      changes: since === null ? null : readChanges(db, { since, asOf, now }),
    },
    {
      edition,
      parts: options.parts ?? usualParts[edition],
      notesAt,
      citationStyle: citations,
      since,
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
