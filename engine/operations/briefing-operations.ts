import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { createDateLabel } from '../../app/messages/date-words'
import { createSay, languageFor } from '../../app/messages/say'
import { todayAsEdtf } from '../../app/model/edtf-date'
import type { FrozenBriefingId } from '../../app/model/briefing'
import { composeBriefing } from '../../app/rules/briefing'
import { compareBriefings } from '../../app/rules/briefing/compare-briefings'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import { usualParts } from '../../app/rules/briefing/parts'
import type { ReadDb } from '../../db/connection'
import { getDossier } from '../../db/tables/dossier'
import { listFrozenHeads } from '../../db/tables/frozen-briefings'
import { getRecord, listRecords } from '../../db/tables/records'
import { listSourceTitles } from '../../db/tables/source-titles'
import { listEvidenceItems, statementsInContext } from '../../db/tables/statements-in-context'
import { bandOf } from '../export/pdf/print-jobs'
import type { Handlers } from '../handlers'
import { addRecord } from './record-operations'
import { arrangeSavedView, changesIn } from './arranged-comparison'
import { readChanges, readComparison } from './comparison-operations'

export const briefingOperations: Handlers<
  'briefing.compose' | 'briefing.band' | 'briefing.freeze' | 'briefing.listFrozen' | 'briefing.compareFrozen'
> = {
  'briefing.band': (_db, { job, index }) => bandOf(job, index),
  'briefing.compose': (db, options, { now }) => readBriefing(db, { ...options, now }),

  async 'briefing.freeze'(session, { briefingId, ...options }) {
    const { db } = session.current()
    const document = JSON.stringify(readBriefing(db, { ...options, frozenId: null, now: session.now }))
    return session.currentHistory().record('frozenBriefing.add', () => {
      const numbers = listFrozenHeads(db).filter((head) => head.briefingId === briefingId)
      const { document: _document, ...head } = addRecord(db, 'frozenBriefing', {
        briefingId,
        number: Math.max(0, ...numbers.map(({ number }) => number)) + 1,
        frozenOn: session.now().toISOString(),
        document,
      })
      return head
    })
  },

  'briefing.listFrozen': (db) => listFrozenHeads(db),

  'briefing.compareFrozen': (db, { fromId, toId, ...options }, { now }) =>
    compareBriefings(frozenDocument(db, fromId), readBriefing(db, { ...options, frozenId: toId, now })),
}

export function readBriefing(
  db: ReadDb,
  { now, ...options }: BriefingOptions & { now: () => Date },
): BriefingDocument {
  const {
    edition,
    asOf: asked,
    since: sinceAsked,
    view,
    paper,
    orientation,
    locale,
    notesAt,
    citations,
  } = options
  if (options.frozenId !== null) return frozenDocument(db, options.frozenId)
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
      findings: listRecords(db, 'finding'),
      changes: since === null ? null : changesIn(readChanges(db, { since, asOf, now }), arranged?.comparison),
      part: arranged?.part ?? null,
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

/** As it was composed on its day; what was kept by an older version is read as it is. */
function frozenDocument(db: ReadDb, id: FrozenBriefingId): BriefingDocument {
  return JSON.parse(getRecord(db, 'frozenBriefing', id).document) as BriefingDocument
}

/** As `09:10`, on this machine's own clock. */
function clockTime(at: Date): string {
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
