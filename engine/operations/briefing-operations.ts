import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { AppError } from '../../app/errors'
import type { FrozenBriefingId } from '../../app/model/briefing'
import { isNarrowed, type ExportScope } from '../../app/model/export-scope'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingRecords, BriefingWish } from '../../app/rules/briefing/briefing-context'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import { compareBriefings } from '../../app/rules/briefing/compare-briefings'
import { usualParts } from '../../app/rules/briefing/parts'
import { briefingRecordsOf } from '../../app/rules/export/briefing-records'
import type { ExportContext } from '../../app/rules/export/export-context'
import type { ReadDb } from '../../db/connection'
import { listFrozenHeads } from '../../db/tables/frozen-briefings'
import { getRecord } from '../../db/tables/records'
import { leavingContext } from '../export/leaving-context'
import { letGo } from '../export/let-go'
import { bandOf } from '../export/pdf/print-jobs'
import type { Handlers } from '../handlers'
import { addRecord } from './record-operations'

export const briefingOperations: Handlers<
  'briefing.compose' | 'briefing.band' | 'briefing.freeze' | 'briefing.listFrozen' | 'briefing.compareFrozen'
> = {
  'briefing.band': (_db, { job, index }) => bandOf(job, index),
  'briefing.compose': (db, options, { now }) => readBriefing(db, options, now()),

  async 'briefing.freeze'(session, { briefingId, ...options }) {
    const { db } = session.current()
    const document = JSON.stringify(readBriefing(db, withoutAuthor(options), session.now()))
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
    // Nothing leaves with a comparison: whatever stays here of the paper beside it, what was issued is read as it is.
    compareBriefings(
      issuedDocument(db, fromId),
      toId === null ? readBriefing(db, { ...options, frozenId: null }, now()) : issuedDocument(db, toId),
    ),
}

/** What is kept for ever is kept without who changed what, and without the author's own page: it is printed for others. */
const withoutAuthor = ({ selection, ...options }: BriefingOptions): BriefingOptions => ({
  ...options,
  frozenId: null,
  selection: { ...selection, listsLeftOut: false, scope: { ...selection.scope, author: false } },
})

/** As it was issued, where that is asked for, else composed of what leaves. */
export function readBriefing(db: ReadDb, options: BriefingOptions, made: Date): BriefingDocument {
  if (options.frozenId !== null) return frozenDocument(db, options.frozenId, options.selection.scope)
  const { records, wish } = materialOf(leavingContext(db, options, made).context(), options)
  return composeBriefing(records, { ...wish, rows: 'kept' })
}

/** The same for a form that is written row by row; `turn` is taken where the work may end. */
export async function documentInTurns(
  db: ReadDb,
  options: BriefingOptions,
  context: () => ExportContext,
  { rows, turn }: { rows: BriefingWish['rows']; turn: () => Promise<void> },
): Promise<BriefingDocument> {
  if (options.frozenId !== null) return frozenDocument(db, options.frozenId, options.selection.scope)
  const { records, wish } = materialOf(context(), options)
  letGo()
  await turn()
  return composeBriefing(records, { ...wish, rows })
}

type BriefingChoices = Pick<
  BriefingOptions,
  'edition' | 'parts' | 'notesAt' | 'citations' | 'paper' | 'orientation'
>

/** What the briefing of what leaves is made of: a large comparison's index is let go of before its rows are made. */
function materialOf(
  context: ExportContext,
  { edition, parts, notesAt, citations, paper, orientation }: BriefingChoices,
): { records: BriefingRecords; wish: Omit<BriefingWish, 'rows'> } {
  const { language, say, dateLabel, recordedOn, since } = context
  const wish = {
    edition,
    parts: parts ?? usualParts[edition],
    notesAt,
    citationStyle: citations,
    since,
    page: { paper, orientation },
    language,
    say,
    dateLabel,
    recordedOn,
  }
  return { records: briefingRecordsOf(context), wish }
}

/** As it was composed on its day, and whole: nothing can be taken out of words that were issued. */
function frozenDocument(db: ReadDb, id: FrozenBriefingId, scope: ExportScope): BriefingDocument {
  // It holds neither who changed what nor the texts of sources.
  if (isNarrowed({ ...scope, author: true, texts: true })) throw new AppError('issued-is-whole')
  return issuedDocument(db, id)
}

/** Written by `briefing.freeze`, and never changed. */
const issuedDocument = (db: ReadDb, id: FrozenBriefingId): BriefingDocument =>
  JSON.parse(getRecord(db, 'frozenBriefing', id).document) as BriefingDocument
